package tui

import (
	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// view is one tab: what it draws, and where Enter leads, both functions of the
// page alone. What its cursor moves over is the report's, which says the same.
type view struct {
	body  func(p page, a Area) pane
	list  int // columns its list would like
	open  func(p page) place.Place
	hints []Action // for the footer, most useful first
}

func (p page) view() view {
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
func (p page) items() []string          { return report.Items(p.data, p.at, p.in.Lang) }
func (p page) subs() []string           { return report.Subs(p.data, p.at) }
func (p page) figures() []*model.Figure { return report.UnderCursor(p.data, p.at, p.in.Lang) }

// openCard opens the card of what is under the cursor.
func openCard(p page) place.Place {
	next := p.at
	if p.hasCard() {
		next.Card = place.SourceCard
	}
	return next
}

// openDetail moves the cursor from the list into the detail, and opens the
// card of what is under it if it is there already.
func openDetail(p page) place.Place {
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
func (p page) toItem(id string) place.Place {
	next := p.at
	next.Item, next.Sub = id, ""
	return next
}

func (p page) toSub(id string) place.Place {
	next := p.at
	next.Sub = id
	return next
}
