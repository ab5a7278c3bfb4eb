package text

import (
	"fmt"

	"anhui-tui/model"
)

func chinese() *Texts {
	return &Texts{
		Lang: model.ZH, Tag: "中文",
		Views:   []string{"总览", "产业集群", "占比", "趋势", "城市", "发言", "来源"},
		Figures: "%s项数据", Sources: "%s个来源", AsOf: "数据至%s",
		Words: chineseWords(),
		Qualifier: map[model.Qualifier]string{
			model.NotStated: "未见公布", model.Exact: "确数", model.Approx: "约数", model.Nearly: "接近，略低于",
			model.MoreThan: "超过，为下限", model.AtLeast: "不低于，为下限", model.LessThan: "不足，为上限",
			model.AtMost: "不超过，为上限", model.Range: "区间", model.Fraction: "分数",
			model.RankOnly: "仅有位次，无数值", model.Target: "目标或预测，非实际值",
		},
		ShareIn: "%s占%s比重", RankIn: "%[2]s第%[1]s位", NthRank: "第%s位",
		Status: map[string]string{
			"b": "口径变动，前后不可比", "d": "口径不同", "e": "估计值", "f": "预测或目标", "i": "见说明",
			"m": "缺失", "n": "数值微小，可忽略", "p": "初步核算数", "u": "可靠性较低",
		},
		Speech: map[model.Speech]string{model.Reported: "转述", model.Quoted: "原话"},
		Grade: map[model.Grade]string{
			model.GradeA: "甲级：见于所附链接，为发布机构网站或刊载其文本的媒体网站。",
			model.GradeB: "乙级：仅见转载文本，发布机构有署名；不附链接，可靠性较低。",
		},
		KeyGroups: [5]string{"移动", "查看", "取用", "演示", "设置"},
		SortBy: [13]string{
			"原有次序", "按数值", "按集群", "按名称", "按时间", "按数量", "按增速", "按位次", "按数据年数", "按比重分母",
			"按发布机构", "按状态", "按级别",
		},
		SortedUp: "%s升序", SortedOff: "%s降序",
		Found: map[model.FoundKind]string{
			model.FoundCluster: "集群", model.FoundPlace: "城市", model.FoundIndicator: "指标", model.FoundPerson: "人物",
			model.FoundFigure: "数据", model.FoundStatement: "发言", model.FoundSource: "来源",
		},
		Actions: chineseActions(),
		Aside:   AsideTexts{Years: "年份", Cities: "城市", Detail: "详情", List: "列表", Growth: "增速", Value: "数值"},
		Verbs: Verbs{
			Search: "搜索", Again: "下一条结果", Copy: "复制引文", Export: "导出本页", Compare: "对比",
			Series: "查看历年序列", Conflicts: "查看来源不一致之处", Voices: "查看该集群的发言", Language: "切换语言", Quit: "退出",
		},
		Head: Heads{
			Cluster: "产业集群", BestShare: "占全国比重", Size: "产业规模", Period: "时期", Value: "数值",
			Rank: "位次", Indicator: "指标", Source: "来源",
			SharesOf: "%s占%s比重", SharesWithin: "%.0s省内占比", CityShares: "市和企业占%s比重", OtherShares: "其他占%s比重：%s、市、企业",
			Shares:  "占比",
			Figures: "数据", Places: "地区", Statements: "发言", Topics: "主题：", Audit: "数据自查",
			Conflicts: "数据不一致", Keys: "按键", Reading: "图例说明", OffSeries: "非全年数据及其他来源数据",
			InOffice: "现任", Others: "其他人士", Newest: "最新数据", Disagree: "来源不一致", Unstated: "所收来源均未公布",
			Year: "年", Series: "历年", Person: "人物", Said: "表态", Publisher: "发布机构", Number: "条数",
			Elsewhere: "其他栏目", City: "地区", Growth: "增速", Class: "分级", Ranking: "位次", Measures: "可换指标",
			Leading: "各项居首的地区", Distinguished: "%s：来源公布的位次和占比",
			Earlier: "以往数据及其他来源数据", Compared: "%s与%s", NotStated: "未见公布", Remaining: "其他数据",
		},
		Card: CardTexts{
			Printed: "原文", Qualifier: "数值性质", Rank: "位次", Period: "时期", ShareOf: "比重分母",
			Definition: "指标解释", SaidBy: "表述人", Publisher: "出处", Title: "标题", Link: "链接", Locator: "原文位置",
			Status: "状态", Method: "推算方法", Note: "说明", Corrected: "更正", Figure: "数据编号", Speech: "引述方式", Office: "时任职务",
			Topics: "主题", Authors: "作者", Accessed: "引用日期",
		},
		Audit: AuditTexts{
			Figures: "数据", Sourced: "有出处", Linked: "见于所附链接（甲级）", LowReliability: "可靠性较低（状态 u）",
			Approximate: "非确数：约数、上下限、区间", Targets: "目标与预测", Derived: "推算", Conflicts: "数据不一致",
			Indicators: "指标", Sources: "来源", Statements: "发言", People: "人物", Oldest: "最早时期",
			Newest: "最近时期", AsOf: "汇编截至",
		},
		Report: ReportTexts{
			Order:   "现任在前，其后依次为党政领导、省直部门、各市、企业；发言由近及远。",
			Dataset: "数据集 %s", Accessed: "引用日期：%s", Republished: "据转载文本，未见发布机构原文", Status: "状态", Date: "日期", Grade: "级别", ShareOf: "比重分母",
			Growth: "推算增速", Index: "推算指数", ID: "编号", Line: "第 %d 行", Nearest: "最接近：", Held: "一致", Missing: "未找到", Number: "数据", Rank: "位次",
			Day: "日期", Name: "姓名", Verified: "%[2]d 项中 %[1]d 项见于文本",
		},
		Chart: ChartTexts{
			Beyond: "超出刻度",
			Stated: "公布数", Target: "目标", Break: "口径变动", Value: "数值", AsStated: "公布增速", Computed: "推算增速",
			Index: "指数", IndexOf: "指数，%d年=100，本程序推算", NoIndex: "无法推算指数：没有两项同一文献、同一口径的确切数据。",
			Sources: "来源", Latest: "最新", OtherUnit: "单位不同，刻度不同", OtherWhole: "指标性质不同，刻度不同",
			Why: [model.IncomparableCount]string{
				model.Comparable: "推算", model.NotOutcome: "目标值", model.OtherDefinition: "口径不同", model.BrokenSeries: "口径变动",
				model.SeeNote: "见注", model.OtherSource: "与上年来源不同", model.Inexact: "并非两项确切数据", model.NotAboveZero: "上年为亏损或零",
			},
			OtherThan: "与%s来源不同", NoBase: "无基年%d年的数据",
		},
		Export: ExportTexts{
			SavesFile:     "Enter：在启动时所在的文件夹中保存文件，或复制本页。下方命令输出相同内容。",
			CopiesCommand: "Enter：复制命令，在您自己的电脑上运行，或复制本页。HOST 为您所连接的地址。",
			CopyMarkdown:  "复制，可粘贴到文档", CopyTSV: "复制表格，可粘贴到电子表格",
			Saved: "已保存为 %s", NotSaved: "未能保存：%s",
			Sent:    "已送往终端剪贴板：%s，%s，%d行，%s。如终端不支持剪贴板，可运行下方命令，输出相同内容。",
			TooLong: "未复制：共%s，超出此处剪贴板上限%s。可运行下方命令输出。",
		},
		Say: chineseSentences(), Periods: chinesePeriods(), Dialogue: chineseDialogue(), Doctor: chineseDoctor(), Room: chineseRoom(), Why: chineseReasons(), Corrections: chineseCorrections(),
	}
}

func chineseWords() model.Wording {
	w := model.Wording{Lang: model.ZH}
	w.Forms[model.NotStated] = "未见公布"
	w.Forms[model.Exact] = "%s"
	w.Forms[model.Approx] = "约%s"
	w.Forms[model.Nearly] = "近%s"
	w.Forms[model.MoreThan] = "超%s"
	w.Forms[model.AtLeast] = "不低于%s"
	w.Forms[model.LessThan] = "不足%s"
	w.Forms[model.AtMost] = "不超过%s"
	w.Forms[model.Range] = "%s"
	w.Forms[model.Fraction] = "%s"
	w.Forms[model.RankOnly] = "数值未见公布"
	w.Forms[model.Target] = "目标%s"
	return w
}

func chineseActions() Actions {
	return Actions{
		Move:      Action{"移动", "移动光标"},
		Page:      Action{"翻页", "向下、向上翻一页"},
		Half:      Action{"半页", "向下、向上翻半页"},
		Ends:      Action{"首尾", "到第一项、最后一项"},
		Aside:     Action{"左右", "左右移动：图上换年份，列表与详情之间切换；其他页换栏目"},
		Tabs:      Action{"切换", "切换栏目"},
		Open:      Action{"打开", "打开所选项"},
		Close:     Action{"关闭", "关闭最上层，不会退出"},
		Back:      Action{"返回", "返回上一页"},
		Forward:   Action{"前进", "返回后再前进"},
		Series:    Action{"序列", "从数据到其历年序列，再按返回"},
		Index:     Action{"指数", "以基年为100的指数，再按显示数值"},
		Zoom:      Action{"放大", "放大列表或详情，再按恢复"},
		Source:    Action{"出处", "查看所选数据的出处"},
		Conflicts: Action{"不一致", "来源不一致的数据"},
		Table:     Action{"表格", "图表与表格切换"},
		Scope:     Action{"范围", "切换占比的范围"},
		Measure:   Action{"换指标", "各市换一指标比较"},
		Sort:      Action{"排序", "切换排序；S 反转次序"},
		Compare:   Action{"对比", "将该序列留在图上对比，最多四条；或留下该市，与另一市对比"},
		Topic:     Action{"主题", "按集群筛选发言，再按换下一集群"},
		Voices:    Action{"相关发言", "有关该集群的发言"},
		Language:  Action{"English", "语言：中文、English"},
		Theme:     Action{"配色", "配色：深色、浅色、高对比度、单色"},
		Mouse:     Action{"鼠标", "关闭鼠标以便选取文字，或重新开启"},
		Redraw:    Action{"重绘", "重绘屏幕"},
		Search:    Action{"搜索", "按词语或符号搜索：=2025 即2025年全部确数"},
		Filter:    Action{"筛选", "筛选列表：词语、2024..2026、= 确数、! 不一致、+ 新增、更正、A"},
		Again:     Action{"下一条", "下一条、上一条结果"},
		Palette:   Action{"操作", "按名称查找操作"},
		Copy:      Action{"复制", "复制数据及引文"},
		CopyLink:  Action{"链接", "复制当前位置的链接"},
		Export:    Action{"导出", "导出或复制本页：文本、Markdown、CSV、TSV、JSON、SVG"},
		Keep:      Action{"收存", "收存所选数据，再按取消；按A查看已收存数据，可汇总复制"},
		Tour:      Action{"导览", "数据导览"},
		Present:   Action{"演示", "演示：他人在各自终端上跟随"},
		Follow:    Action{"跟随", "凭码跟随演示，停止或重新跟随"},
		Point:     Action{"指示", "演示时指向所选数据"},
		Help:      Action{"帮助", "本说明"},
		Quit:      Action{"退出", "关闭卡片；无卡片时退出"},
		QuitNow:   Action{"退出", "退出"},
	}
}

func chineseSentences() Sentences {
	return Sentences{
		NoShare: "占比未见公布", OfParts: "整体占比未见公布", NotStated: "未见公布", Comma: "，", Colon: "：", Semicolon: "；", List: "、", Stop: "。",
		Brackets: "（%s）", NoDate: "日期不详", NoLink: "无（仅见转载文本）",
		Filtered: "& %s：%d项  Esc显示全部", NoneFits: "没有符合“%s”的条目。%s", ShowAll: "按Esc显示全部。", NearFits: "相近的有：%s。",
		FilterHint: "词语、2024..2026、= 确数、! 不一致、+ 新增、更正", FilterSigns: "= 确数、! 不一致、+ 新增",
		NothingHere: "暂无内容。", AllTopics: "Esc：全部", Leads: "采用",
		Claimed: "原文所述", Possible: "可能范围", OpenBound: "无上限",
		GaugeMeans: "实心部分为原文所述数值；阴影部分为原文表述可能涵盖的范围；箭头表示无上限；» 表示超出刻度；空心标记为目标值。",
		AboutMeans: "“约”按数值上下各5%绘制，“近”按数值以下5%绘制。此为作图约定，表述以原文为准。",
		SecondHand: "据转载文本", Differ: "来源不一致", SecondHandMeans: "数字后带 *：未见发布机构原文，据转载文本录入；来源卡和引文中均有注明。", ConflictMeans: "! 表示另有来源数据不一致。所收来源未公布的，一律注明“未见公布”，不按零计。",
		AuditLine: "每次启动时逐行重新统计。每项数据一键可查出处。",
		Lines:     "第%d至%d行，共%d行", Title: "anhui-tui · %s", Quote: "“%s”",
		NotStatedAfter: "%d年起所收来源未见数据", NoYearAfter: "%d年起所收来源未见全年数", StatedGrowth: "比上年%s（按来源公布数，%s）", StatedPartGrowth: "同比%s（按来源公布数，%s）",
		NoParts: "本数据集未收录%s内各地区数据。", NoMeasure: "尚无足够多的地区有同期公布的指标。",
		RankComputed: "位次按所列数值排列，增速为来源公布数。",
		ComparedBy:   "同一指标、同一时期的数据并列；其余不可比。",
		NoneCommon:   "未见两地均有公布的同期指标。", RankOf: "第%s位，共%d个",
		Schematic: "方格示意，不按比例", BarsTo: "条形自零起，满格为%s", ClassesComputed: "按五等分计算",
		CompareWith:   "与%s对比：请移至另一处。",
		StatedAverage: "年均%s（按来源公布数，%s）", Up: "增长%s", Down: "下降%s", Changed: "变动%s", Break: "口径变动", NoneHere: "所收来源未见数据", Page: "第%s页", HoldsOffice: "%[3]s在任：%[1]s，自%[2]s起", HeldOffice: "%s，%s至%s", OfPeople: "显示%d人，共%d人", TourNext: "空格键继续 · 其他键结束",
		FoundFor: "未找到%s，以下为%s：", FoundNear: "未找到%s，相近的有：", FoundNone: "未找到%s。",
		FirstOf:    "前%d条，共%d条",
		SearchHint: "输入名称、数值、职务或拼音首字母，如：玻璃、2967亿元、省长 氢能、gf。以符号列出全部数据：= 确数、! 不一致、+ 新增，如：=2025、! 氢能；“更正”亦可。", Cut: "已截至 %d 字", Copied: "已复制",
		Kept: "已收存%d项", KeptThis: "已收存%d项，含本项", KeptFull: "已收存%d项，已满",
		KeptHint: "y全部复制 · Enter前往 · a取消收存", KeptUntil: "收存至退出为止；按Y复制链接，可重新打开。", KeptNone: "尚无收存。按a收存所选数据。",
		TooLong:  "未复制：文字共%s，经SSH最多可复制%s。请在您自己的电脑上运行（HOST 为您所连接的地址）：",
		CiteNext: "再按y：%s", PlainCite: "普通格式", CopyNote: "如终端不支持剪贴板，可在此选取文字。",
	}
}

func chinesePeriods() PeriodTexts {
	p := PeriodTexts{
		Reported: "据%s报道", Year: "%s年", In: "%s年%s", Day: "%s%s日", Span: "%s—%s",
		Parts: map[string]string{
			"H1": "上半年", "H2": "下半年", "Q1": "一季度", "Q2": "二季度", "Q3": "三季度", "Q4": "四季度",
		},
	}
	for month := 1; month <= 12; month++ {
		p.Parts[fmt.Sprintf("%02d", month)] = fmt.Sprintf("%d月", month)
	}
	return p
}

func chineseDialogue() DialogueTexts {
	return DialogueTexts{
		Differ: "（来源数据不一致）",
		Item:   "1 打开", Items: "1 至 %d 打开", Next: ". 导览下一步", Views: "v 栏目", Source: "s 出处", Search: "/词 搜索",
		Filter: "f 筛选", Order: "o 次序", Cite: "c 引文", Keep: "k 收存", Kept: "kept 已收存%d项", Back: "b 返回", Language: "l 英文", Help: "? 帮助", Quit: "q 退出",
		Choose: "栏目：", Found: "搜索“%[2]s”，共%[1]d条：",
		Languages: "中文。",
		NoFigure:  "此处没有数据。请先按编号打开一项。",
		NoItem:    "此处没有编号 %s。",
		NoBack:    "已是起点。",
		Unknown:   "无法识别：%s。输入 ? 查看帮助。",
		TooLong:   "该行过长，未作处理。",
		Worded:    "引文格式：%s",
		KeptIt:    "已收存：%s。共 %d 项。", Dropped: "已取消收存：%s。余 %d 项。", NotKept: "未收存：%s。",
		NoneKept:  "尚无收存。k 收存当前数据，k 3 收存编号 3 的数据。",
		KeptUntil: "收存至退出为止；上方链接可重新打开，请自行保存。",
		NoFilter:  "此处没有可筛选的列表。", NoOrder: "此处没有其他次序。", Ordered: "次序：%s。",
		NoneFits: "此处没有符合“%s”的内容。",
		HelpLines: [13]string{
			"输入一行后按回车键。不分大小写，全角、半角均可。",
			"输入编号，打开其后的内容：数据卡片、来源、人物或栏目。",
			"输入 v 列出栏目，也可直接输入栏目名称。",
			"输入 s 查看数据出处；在卡片上再输入 s，转到该来源及其全部数据。",
			"输入 / 和词语可搜索全部内容，中英文、数字、拼音首字母均可，如：/玻璃、/296.74、/gf。",
			"输入 c 显示引文；加格式名称可换格式，如：c gbt7714、c bibtex。",
			"输入 k 收存当前数据，k 3 收存编号 3 的数据；kept 读出全部收存，各附引文，并有链接；d 取消收存。收存至退出为止，链接可重新打开。",
			"输入 f 和词语筛选列表，如：f 2025、f 2024..2026 确数、f !、f 新、f 更正、f A；只输入 f 恢复全部。",
			"输入 o 换一种次序重读列表，o 反 则反转次序。",
			"输入 b 返回，r 重读，l 切换语言，q 退出。",
			"每页第二行为其链接，也可直接输入链接，如：clusters/pv、shares?scope=world。",
			"输入句点开始数据导览，再输入句点继续。",
			"所收来源未公布的，一律注明“未见公布”，不按零计。",
		},
	}
}

func chineseDoctor() DoctorTexts {
	return DoctorTexts{
		Found: "检测", Chosen: "采用", Change: "更改",
		Asked:    "已查询终端；一秒内未答复的，依环境变量判断。",
		NotAsked: "未查询终端，以下依环境变量判断。",
		Config:   "设置文件", ConfigCounts: "在命令行选项和环境变量之后生效", NoConfig: "未设置 HOME，无处可放",
		Program: "本程序", Output: "输出", Locale: "语言与字符", Colors: "颜色", Background: "背景",
		Ambiguous: "线框与色块字符宽度", Chinese: "汉字宽度", Mouse: "鼠标",
		Links: "超链接（OSC 8）", Clipboard: "剪贴板（OSC 52）", Sync: "同步输出（模式 2026）",
		Graphemes: "字素簇（模式 2027）", Size: "尺寸", Name: "终端名称",
		Yes: "支持", No: "不支持", Silent: "无答复", Unknown: "未知", None: "无", Nothing: "未设置",
		Terminal: "终端", Plain: "只能逐行输出的终端", Pipe: "不是终端",
		Dashboard: "仪表盘", AsText: "以文本输出", AsDialogue: "逐行对话",
		Glyphs: "全部字符", OnlyASCII: "仅用 ASCII 字符",
		Cells: "%d 格", Likely: "可能支持：%s",
		DarkFound: "深色，%s", LightFound: "浅色，%s", DarkTheme: "深色配色", LightTheme: "浅色配色",
		NoTheme: "不用颜色", ContrastTheme: "高对比度配色，自带黑色背景",
		Follows:  "%s，并随终端答复调整，启动时及切回终端时各查询一次",
		MouseOn:  "使用点击与滚轮",
		MouseOff: "交给终端，以便选取文字",
		LinkText: "网址完整显示，任何终端均可打开或复制",
		LinksOn:  "网址为链接，同时完整显示",
		CopyText: "按y、Y发送，同时显示在屏幕上以供选取",
		AsItIs:   "终端支持则使用",
		Wide:     "屏幕按 1 格绘制，行列会错位", Narrow: "屏幕按 1 格绘制",
		Fits: "屏幕按 %d 格绘制", InTerminal: "在终端设置中更改",
		Resize: "调整窗口大小", SetLocale: "将语言环境设为 UTF-8",
		NeedsUTF8: "语言环境 %s 不是 UTF-8，汉字会显示为乱码；请使用 UTF-8 终端，并将 LC_ALL 设为 UTF-8 语言环境",
	}
}

func chineseRoom() RoomTexts {
	return RoomTexts{
		Presenting: "正在演示 %s", Following: "正在跟随 %s", Browsing: "自行浏览中 · 按F重新跟随",
		Follow: "%d 人跟随", Browse: "%d 人自行浏览", Small: "%d 人屏幕小于 80×24", Asking: "%d 人申请主讲",
		Away: "主讲人暂离", Paused: "主讲人暂停", Points: "主讲指向%s", Pointed: "指向%s", Unseen: "已暂停", Cut: "其他服务器上的听众暂时看不到",
		Stop: "停止跟随", Again: "重新跟随",
		Notices: [8]string{
			"演示已结束", "现由他人主讲，您正在跟随", "现由您主讲",
			"没有这场演示，或尝试次数过多：请核对演示码，或稍后再试", "跟随人数已达上限，请稍后再试",
			"您所在的网络地址已有人在演示，请跟随，或向其申请主讲", "服务器上的演示数已达上限，请稍后再试",
			"主讲人的数据版本不同，此处为最接近的位置",
		},
		Card: "演示 %s", Code: "演示码", CodeHint: "输入主讲人出示的演示码，如 %s，然后按回车键。",
		Paste:    "他人跟随请输入：",
		Pause:    Action{"暂停", "查阅内容不对外显示"},
		Unpause:  Action{"继续", "显示当前位置"},
		HandOver: Action{"移交主讲", "交给最先申请的人"},
		End:      Action{"结束演示", "各人停留在当前位置"},
		Leave:    Action{"退出演示", "停留在此处"},
		Ask:      Action{"申请主讲", "主讲人可移交给您"},
		Unask:    Action{"撤回申请", "不再申请主讲"},
		Handout:  Action{"复制讲义", "已演示的位置及其数据、出处"},
		Token:    Action{"复制恢复命令", "请勿外传"},
		Stay:     Action{"停止跟随", "自行浏览"},
		Home:     "如需演示，请在本机或其他计算机上启动服务，再在其中按P：",
		Public:   "此服务器不允许演示。管理员可用以下参数之一开放：",
		Key:      "在此服务器上，持有登记密钥者可以演示：",
		Moved:    "主讲人已转到：%s。按回车键前往。", Over: "演示已结束",
		Places: "已演示", Figure: "数据", Nothing: "尚未演示任何内容",
		Resume: "15 分钟内可恢复演示：%s", TooLong: "讲义共%s，超出剪贴板上限%s，已复制输出讲义的命令。",
	}
}

func chineseCorrections() CorrectionTexts {
	return CorrectionTexts{
		Said:  "%[1]s：%[3]s版之前为%[2]s，此后为%[4]s。%[5]s",
		Value: "数值", Lower: "下限", Upper: "上限", Preferred: "是否采用", Conflict: "数据不一致", Measure: "指标",
		Yes: "是", No: "否", None: "无",
	}
}

func chineseReasons() Reasons {
	return Reasons{
		First: "已是第一项。", Last: "已是最后一项。", Side: "此方向已无内容。",
		Open: "此处没有可打开的内容。", Close: "没有可关闭的内容；按q退出。", Back: "没有可返回的栏目。", Forward: "没有可前进的栏目。",
		Result: "没有其他搜索结果；按/搜索。", Here: "当前即在%s。",
		Figure: "光标处没有数据。", Source: "光标处没有数据，也没有来源。", Said: "没有关于其他集群的发言。",
		Series: "该数据没有历年序列。", Conflict: "没有来源不一致的数据。",
		Only: "此键仅用于%s。", Other: "此处没有其他选项。", Rows: "此处各行次序固定。", Order: "尚未按列排序；按s排序。",
		Chart: "须有两年及以上数据。", Year: "仅有一年数据，以表格显示。", Full: "图上序列已满；在其中一条上按c可移除。",
		Place: "请先将光标移至某市或某县。", Pane: "旁边没有其他栏。",
		Colors: "此终端不显示颜色。", MouseOn: "鼠标已开启。", MouseOff: "鼠标已关闭，可由终端选取文字。",
		Present: "仅演示时可指示；按P开始演示。", KeepsFull: "收存已满%d项；按A查看。",
		Alone: "不再对比。", OnChart: "图上保留%d条。", OffChart: "图上不再保留序列。", Panes: "列表与详情并列。", Wide: "单栏全宽显示。",
	}
}
