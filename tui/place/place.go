// Package place holds the two values a frame depends on besides the dataset:
// the Place, where one is looking, and the Viewport, on what. Both are
// comparable, so that a frame can be cached by them and shared.
package place

// View is a tab of the dashboard.
type View uint8

// The views, in tab order.
const (
	Overview View = iota
	Clusters
	Shares
	Trends
	Voices
	Sources
	viewCount
)

func viewNames() []string {
	return []string{"overview", "clusters", "shares", "trends", "voices", "sources"}
}

// Views returns all views in tab order.
func Views() []View {
	views := make([]View, viewCount)
	for i := range views {
		views[i] = View(i) //nolint:gosec // i < viewCount
	}
	return views
}

// String returns the view's name in links: "overview".
func (v View) String() string { return viewNames()[v%viewCount] }

// Sort is the order of the Shares view.
type Sort uint8

// The orders.
const (
	ByValue   Sort = iota // largest claim first
	ByCluster             // grouped by cluster, largest first within one
	ByName                // by name in the language shown
	sortCount
)

func sortNames() []string { return []string{"value", "cluster", "name"} }

// String returns the order's name in links: "value".
func (s Sort) String() string { return sortNames()[s%sortCount] }

// Next returns the order after s, around.
func (s Sort) Next() Sort { return (s + 1) % sortCount }

// Card is an overlay on a view.
type Card uint8

// The cards.
const (
	NoCard      Card = iota
	SourceCard       // where the figures under the cursor come from
	HelpCard         // the keys
	SearchCard       // what the query finds
	PaletteCard      // the actions whose names match the query
	CiteCard         // the figure under the cursor, with its citation
	LinkCard         // the link of the place
	ExportCard       // the forms this view can be had in
	cardCount
)

func cardNames() []string {
	return []string{"none", "source", "help", "search", "palette", "cite", "link", "export"}
}

// Typing reports whether keys are text for the card's query.
func (c Card) Typing() bool { return c == SearchCard || c == PaletteCard }

// String returns the card's name in links: "source".
func (c Card) String() string { return cardNames()[c%cardCount] }

// Place is where one is looking. The zero Place is the Overview with the
// cursor where it starts.
type Place struct {
	View View
	// Item is the id under the cursor of the view's list: a cluster, figure,
	// indicator, person or source, or one of the Sources view's own pages.
	// "" is the first.
	Item string
	// Sub is the id under the cursor of the detail beside the list: a figure,
	// statement or conflict. "" means the cursor is in the list.
	Sub string
	// Scope is the id of the territory the Shares view shows shares of; "" is the
	// first of the dataset.
	Scope string
	Sort  Sort   // of the Shares view
	Topic string // the cluster the Voices view is filtered by; "" is all
	// With holds the indicators laid over the item's chart in Trends, at most
	// three ids joined by commas.
	With   string
	Table  bool // a table in place of gauges or a chart
	Card   Card
	Scroll int    // lines an open card is scrolled down, or its row under the cursor
	Query  string // what was typed into an open card
	Tour   int    // the step of the tour that led here, from 1; 0 if none did
	// Status is what the open card says was done last: where a file was saved, that
	// text was copied. It is no part of links.
	Status string
}

// Closed returns the place without its card, and out of the tour.
func (p Place) Closed() Place {
	p.Card, p.Scroll, p.Query, p.Tour, p.Status = NoCard, 0, "", 0, ""
	return p
}

// MaxWith is how many indicators can be laid over another's chart.
const MaxWith = 3
