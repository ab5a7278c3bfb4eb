package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// view is how a tab is drawn. A new view is a row of [views], and one of package
// nav's.
type view struct {
	body  func(p Page, c cell.Canvas)
	list  int             // columns its list would like
	hints []keymap.Action // for the footer, most useful first
	// narrowsDetail is whether a filter narrows what is told of an item, not the list.
	narrowsDetail bool
}

// view returns the row of the page's view.
func (p Page) view() *view { return &views[p.at.View] }

//nolint:gochecknoglobals // a table of functions
var views [place.ViewCount]view

// The functions of the rows look rows up.
func init() { //nolint:gochecknoinits // else a cycle
	views = [...]view{
		place.Overview: {
			body:  Page.overview,
			hints: []keymap.Action{keymap.MoveDown, keymap.OpenItem, keymap.ShowSource, keymap.StartSearch, keymap.SwitchLanguage, keymap.ShowExport, keymap.ShowConflicts, keymap.StartTour},
		},
		place.Clusters: {
			body: Page.clusters, list: 24, narrowsDetail: true,
			hints: []keymap.Action{keymap.MoveDown, keymap.OpenItem, keymap.ShowSource, keymap.StartSearch, keymap.ShowVoices, keymap.ShowSeries, keymap.ShowConflicts, keymap.MoveRight, keymap.SwitchSort, keymap.ShowExport},
		},
		place.Shares: {
			body:  Page.sharesBody,
			hints: []keymap.Action{keymap.MoveDown, keymap.ShowSource, keymap.SwitchScope, keymap.SwitchSort, keymap.SwitchTable, keymap.StartFilter, keymap.StartSearch, keymap.ShowConflicts, keymap.ShowExport},
		},
		place.Trends: {
			body: Page.trends, list: 50,
			hints: []keymap.Action{keymap.MoveDown, keymap.MoveRight, keymap.ShowSource, keymap.AddToChart, keymap.ShowIndex, keymap.SwitchTable, keymap.SwitchSort, keymap.StartFilter, keymap.StartSearch, keymap.ShowExport},
		},
		place.Cities: {
			body:  Page.cities,
			hints: []keymap.Action{keymap.MoveDown, keymap.MoveRight, keymap.OpenItem, keymap.SwitchMeasure, keymap.AddToChart, keymap.ShowSource, keymap.SwitchSort, keymap.StartFilter, keymap.StartSearch, keymap.ShowExport},
		},
		place.Voices: {
			body: Page.voices, list: 34,
			hints: []keymap.Action{keymap.MoveDown, keymap.OpenItem, keymap.SwitchTopic, keymap.ShowSource, keymap.SwitchSort, keymap.StartFilter, keymap.StartSearch, keymap.MoveRight, keymap.ShowExport},
		},
		place.Sources: {
			body: Page.sourcesBody, list: 60,
			hints: []keymap.Action{keymap.MoveDown, keymap.OpenItem, keymap.ShowSource, keymap.SwitchSort, keymap.ShowConflicts, keymap.StartFilter, keymap.StartSearch, keymap.MoveRight, keymap.ShowExport},
		},
	}
}

// items and subs are what the cursor moves over in the list, and in the detail
// of the item under it; figures are those under it, which a card tells the
// sources of.
func (p Page) items() []string          { return nav.Items(p.data, p.at, p.in.Lang) }
func (p Page) subs() []string           { return nav.Subs(p.data, p.at, p.in.Lang) }
func (p Page) figures() []*model.Figure { return nav.Selected(p.data, p.at, p.in.Lang) }
func (p Page) hasSource() bool          { return nav.HasSource(p.data, p.at, p.in.Lang) }

// toItem and toSub are where clicks on a list and on a detail lead.
func (p Page) toItem(id string) place.Place {
	next := p.at
	next.Item, next.Sub = id, ""
	return next
}

func (p Page) toSub(id string) place.Place {
	next := p.at
	next.Sub = id
	return next
}
