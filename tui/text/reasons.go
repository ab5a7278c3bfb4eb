package text

// Reasons are what is said of a key that has no effect, or whose effect is not seen.
type Reasons struct {
	First, Last, Side                     string // at the ends of a list
	Open, Close, Back, Forward            string
	Result, Here                          string // of a search; the view that is open already
	Figure, Source, Said                  string // that is not under the cursor
	Series, Conflict                      string
	Only                                  string // in which views it does something
	Other, Rows, Order, Chart             string
	Year, Full, Place, Pane               string
	Colors, MouseOn, MouseOff             string
	Present, KeepsFull                    string
	Alone, OnChart, OffChart, Panes, Wide string // what a key did
}

func englishReasons() Reasons {
	return Reasons{
		First: "This is the first.", Last: "This is the last.", Side: "Nothing further on this side.",
		Open: "Nothing to open here.", Close: "Nothing to close; q quits.", Back: "No view to go back to.", Forward: "No view to go forward to.",
		Result: "No other result; / searches.", Here: "Already in %s.",
		Figure: "No figure under the cursor.", Source: "No figure and no source under the cursor.", Said: "No statements on another cluster.",
		Series: "No series for this figure.", Conflict: "No sources disagree.",
		Only: "Works only in: %s.", Other: "Nothing else to choose here.", Rows: "These rows have an order of their own.", Order: "Not sorted by a column yet; s sorts.",
		Chart: "Needs figures for two years or more.", Year: "One year alone is shown as a table.", Full: "The chart is full; c on one of its series takes that off.",
		Place: "Needs a city or a county under the cursor.", Pane: "No pane beside this one.",
		Colors: "This terminal shows no colours.", MouseOn: "Mouse on.", MouseOff: "Mouse off: the terminal selects text.",
		Present: "p points only while presenting; P starts.", KeepsFull: "%d are kept, the most there can be; A lists them.",
		Alone: "Not compared any more.", OnChart: "Kept on the chart: %d.", OffChart: "Nothing kept on the chart.", Panes: "List and detail.", Wide: "This pane has the full width.",
	}
}
