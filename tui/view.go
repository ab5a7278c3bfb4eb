package tui

import (
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// view is one tab: what its cursor moves over, what it draws, and where Enter
// leads. All of them are functions of the page alone.
type view struct {
	// items are the ids of the list, and start the one the cursor starts at.
	items func(p page) []string
	start func(p page) string
	// subs are the ids of the detail of the item under the cursor.
	subs func(p page) []string
	body func(p page, a Area) pane
	list int // columns its list would like
	// figures are those under the cursor, which a card tells the sources of.
	figures func(p page) []*model.Figure
	open    func(p page) place.Place
	hints   []Action // for the footer, most useful first
}

func viewOf(v place.View) view {
	switch v {
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
	default:
		return overviewView()
	}
}

func firstItem(items []string) string {
	if len(items) == 0 {
		return ""
	}
	return items[0]
}

func noSubs(page) []string { return nil }

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
	next.Sub = firstItem(p.view.subs(p))
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

func ids[T any](rows []T, id func(T) string) []string {
	all := make([]string, len(rows))
	for i, r := range rows {
		all[i] = id(r)
	}
	return all
}

func figureID(f *model.Figure) string       { return f.ID }
func clusterID(c *model.Cluster) string     { return c.ID }
func indicatorID(i *model.Indicator) string { return i.ID }
func statementID(s *model.Statement) string { return s.ID }
func conflictID(c *model.Conflict) string   { return c.ID }

// figure returns the figure with the id as a list of one, or none.
func (p page) figure(id string) []*model.Figure {
	if f := p.data.Figure(id); f != nil {
		return []*model.Figure{f}
	}
	return nil
}

func contains(all []string, id string) bool { return slices.Contains(all, id) }
