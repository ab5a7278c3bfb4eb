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
