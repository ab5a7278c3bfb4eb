// Package place defines the two values that a frame depends on besides the
// dataset: the Place, what is shown, and the Viewport, what it is shown on.
// Both are comparable, so that frames can be cached and shared.
package place

import "strings"

// View is a tab of the dashboard.
type View uint8

// The views, in tab order.
const (
	Overview View = iota
	Clusters
	Shares
	Trends
	Cities
	Voices
	Sources
	ViewCount // how many there are
)

func viewNames() []string {
	return []string{"overview", "clusters", "shares", "trends", "cities", "voices", "sources"}
}

// Views returns all views in tab order.
func Views() []View {
	views := make([]View, ViewCount)
	for i := range views {
		views[i] = View(i) //nolint:gosec // i < ViewCount
	}
	return views
}

// String returns the view's name in links: "overview".
func (v View) String() string { return viewNames()[v%ViewCount] }

// Zoom is which of a list and the detail beside it has the width of both.
type Zoom uint8

// The panes that can have it.
const (
	NoZoom Zoom = iota
	DetailZoom
	ListZoom
	zoomCount
)

func zoomNames() []string { return []string{"none", "detail", "list"} }

// String returns the pane's name in links: "detail".
func (z Zoom) String() string { return zoomNames()[z%zoomCount] }

// Card is an overlay on a view.
type Card uint8

// The cards.
const (
	NoCard      Card = iota
	SourceCard       // the sources of the selected figures
	HelpCard         // the keys
	SearchCard       // the results of the query
	PaletteCard      // the actions whose names match the query
	CiteCard         // the selected figure with its citation
	LinkCard         // the link of the place
	ExportCard       // the formats the view can be exported in
	FilterCard       // the words the list is narrowed by
	RoomCard         // what can be done in the room, or how to present
	CodeCard         // the code of a room to follow, which is typed
	GBTCard          // the selected figure cited after GB/T 7714
	BibTeXCard       // the selected figure cited for BibTeX
	BasketCard       // the figures kept
	cardCount
)

func cardNames() []string {
	return []string{"none", "source", "help", "search", "palette", "cite", "link", "export", "filter", "room", "code", "gbt7714", "bibtex", "basket"}
}

// Cites reports whether the card is the selected figure with its citation.
func (c Card) Cites() bool { return c == CiteCard || c == GBTCard || c == BibTeXCard }

// Typing reports whether keys are text for the query of the card.
func (c Card) Typing() bool {
	return c == SearchCard || c == PaletteCard || c == FilterCard || c == CodeCard
}

// String returns the card's name in links: "source".
func (c Card) String() string { return cardNames()[c%cardCount] }

// Place is a position in the dashboard. The zero Place is the Overview with the
// cursor at its start.
type Place struct {
	View View
	// Item is the id of the selected item in the view's list: a cluster, figure,
	// indicator, person or source, or one of the Sources view's own pages. "" is
	// the item the view starts at.
	Item string
	// Sub is the id of the selected figure, statement or conflict in the detail of
	// the item. "" means the cursor is in the list.
	Sub string
	// Scope is the id of the scope of the Shares view; "" is the first of the
	// dataset.
	Scope string
	Sort  Sort // of the list
	Rows  Sort // of the tables in the detail
	// Filter is the words the list is narrowed by: see [model.Dataset.Words].
	Filter string
	Topic  string // the cluster the Voices view is filtered by; "" is all
	// With holds the ids of the indicators pinned to the item's chart in Trends, at
	// most [MaxWith], joined by commas; in Cities the city the item is compared with.
	With string
	// By is the id of the indicator the Cities view compares by; "" is the first.
	By     string
	Table  bool // whether a table is shown instead of gauges or a chart
	Index  bool // whether a chart is of an index instead of values
	Zoom   Zoom // which pane has the width of both
	Card   Card
	Scroll int    // lines by which an open card is scrolled down, or its selected row
	Query  string // the query of an open card
	// Caret is how many characters of the query are after the caret. It is not part of
	// links.
	Caret int
	// Keep holds the ids of the figures kept to be taken away together, at most
	// [MaxKeep], joined by commas. They stay from view to view.
	Keep string
	Tour int // the step of the tour, from 1; 0 outside the tour
	// Mark is the id of the figure that is pointed at. It is not part of links.
	Mark string
	// Status is a message on the last action: of the open card where a file was saved,
	// that text was copied, or that it was cut; else why a key had no effect, or what it
	// did. It is not part of links.
	Status string
}

// Closed returns the place without its card and outside the tour.
func (p Place) Closed() Place {
	p.Card, p.Scroll, p.Query, p.Caret, p.Tour, p.Status = NoCard, 0, "", 0, 0, ""
	return p
}

// Shared returns the place as others may be shown it: with the card of a source and
// the step of a tour, and without other cards, what is typed, what is kept and how
// far it is scrolled.
func (p Place) Shared() Place {
	if p.Card != SourceCard {
		p.Card = NoCard
	}
	p.Scroll, p.Query, p.Caret, p.Keep, p.Status = 0, "", 0, "", ""
	return p
}

// Kept returns the ids of the figures kept, in the order they were kept in.
func (p Place) Kept() []string { return listed(p.Keep) }

// Pinned returns the ids that With holds.
func (p Place) Pinned() []string { return listed(p.With) }

// listed returns the ids of a list joined by commas.
func listed(ids string) []string {
	if ids == "" {
		return nil
	}
	return strings.Split(ids, ",")
}

// MaxKeep is the largest number of figures kept.
const MaxKeep = 20

// MaxWith is the largest number of indicators pinned to another's chart.
const MaxWith = 3
