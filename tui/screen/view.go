package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// view is one tab: what it draws, and where Enter leads, both functions of the
// Page alone. What its cursor moves over is the report's, which says the same.
type view struct {
	body  func(p Page, c cell.Canvas)
	list  int // columns its list would like
	open  func(p Page) place.Place
	hints []keymap.Action // for the footer, most useful first
}

func (p Page) view() view {
	switch p.at.View {
	case place.Clusters:
		return clustersView()
	case place.Shares:
		return sharesView()
	case place.Trends:
		return trendsView()
	case place.Voices:
		return voicesView()
	case place.Sources:
		return sourcesView()
	case place.Overview:
	}
	return overviewView()
}

// items and subs are what the cursor moves over in the list, and in the detail
// of the item under it; figures are those under it, which a card tells the
// sources of.
func (p Page) items() []string          { return nav.Items(p.data, p.at, p.in.Lang) }
func (p Page) subs() []string           { return nav.Subs(p.data, p.at) }
func (p Page) figures() []*model.Figure { return nav.Selected(p.data, p.at, p.in.Lang) }
func (p Page) hasSource() bool          { return nav.HasSource(p.data, p.at, p.in.Lang) }

// openCard opens the card of what is under the cursor.
func openCard(p Page) place.Place {
	next := p.at
	if p.hasSource() {
		next.Card = place.SourceCard
	}
	return next
}

// openDetail moves the cursor from the list into the detail, and opens the
// card of what is under it if it is there already.
func openDetail(p Page) place.Place {
	next := p.at
	if next.Sub != "" {
		return openCard(p)
	}
	if subs := p.subs(); len(subs) > 0 {
		next.Sub = subs[0]
	}
	return next
}

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
