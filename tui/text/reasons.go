package text

// Reasons are what is said of a key that has no effect, or whose effect is not seen.
type Reasons struct {
	First, Last, Side           string // at the ends of a list
	Open, Close, Back, Forward  string
	Result, Here                string // of a search; the view that is open already
	Figure, Source, Said        string // that is not under the cursor
	Series, Conflict            string
	Only                        string // in which views it does something
	Other, Rows, Order, Chart   string
	Year, Full, Place, Pane     string
	Colors, MouseOn, MouseOff   string
	Present, KeepsFull          string
	Alone, OnChart, Panes, Wide string // what a key did
}

func englishReasons() Reasons {
	return Reasons{
		First: "This is the first.", Last: "This is the last.", Side: "Nothing further on this side.",
		Open: "Nothing to open here.", Close: "Nothing to close; q quits.", Back: "No view to go back to.", Forward: "No view to go forward to.",
		Result: "No other result; / searches.", Here: "%s is open.",
		Figure: "No figure under the cursor.", Source: "No figure and no source under the cursor.", Said: "Nobody here spoke on it.",
		Series: "No series of this is stated.", Conflict: "No sources disagree.",
		Only: "This key is for %s.", Other: "There is no other here.", Rows: "These rows have an order of their own.", Order: "In no column's order yet; s chooses one.",
		Chart: "Needs a chart of two years or more.", Year: "One year alone is always a table.", Full: "The chart is full; c on one of its series takes that off.",
		Place: "Needs a city or a county under the cursor.", Pane: "No other pane beside it to widen over.",
		Colors: "This terminal shows no colours.", MouseOn: "Mouse on.", MouseOff: "Mouse off: the terminal selects text.",
		Present: "Points while presenting; P presents.", KeepsFull: "No more fit; A shows those kept.",
		Alone: "Not compared any more.", OnChart: "Kept on the chart: %d.", Panes: "Both panes.", Wide: "One pane over all.",
	}
}

func chineseReasons() Reasons {
	return Reasons{
		First: "已是第一项。", Last: "已是最后一项。", Side: "此方向已到头。",
		Open: "此处没有可打开的内容。", Close: "没有可关闭的内容；按 q 退出。", Back: "没有可返回的栏目。", Forward: "没有可前进的栏目。",
		Result: "没有其他搜索结果；按 / 搜索。", Here: "%s已打开。",
		Figure: "光标处没有数据。", Source: "光标处没有数据，也没有来源。", Said: "无人就此发言。",
		Series: "该数据没有历年序列。", Conflict: "没有来源不一致的数据。",
		Only: "此键仅用于%s。", Other: "此处没有其他可换。", Rows: "此处各行次序固定。", Order: "尚未按列排序；按 s 选择。",
		Chart: "须有两年以上的图。", Year: "仅有一年的数据，只以表格显示。", Full: "图上序列已满；在其中一条上按 c 可移除。",
		Place: "请先将光标移至一市或一县。", Pane: "旁边没有其他栏，无须放大。",
		Colors: "此终端不显示颜色。", MouseOn: "鼠标已开启。", MouseOff: "鼠标已关闭，可由终端选取文字。",
		Present: "演示时方可指示；按 P 演示。", KeepsFull: "收存已满；按 A 查看。",
		Alone: "不再对比。", OnChart: "图上保留%d条。", Panes: "列表与详情并列。", Wide: "一栏占满。",
	}
}
