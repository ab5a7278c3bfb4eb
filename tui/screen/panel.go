package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// The widths of the panel at the right of a wide screen.
const (
	leastPanel = 56
	mostPanel  = 72
	panelSides = 3 // the rule at its left, with a space on either side

	panelChartLines = 12
)

// docked reports whether there is a panel: the screen is wide and high enough, and
// the view has no pane that says the same.
func (p Page) docked() bool {
	return p.in.Width >= dockedScreen && p.in.Height >= tallScreen && p.at.View != place.Sources && p.at.View != place.Cities
}

// onPanel reports whether the open card lies over the panel, as it is about what is
// under the cursor, which so stays in sight.
func (p Page) onPanel() bool {
	switch p.at.Card {
	case place.SourceCard, place.CiteCard, place.GBTCard, place.BibTeXCard, place.LinkCard, place.ExportCard:
		return p.docked()
	case place.BasketCard, place.RoomCard, place.CodeCard, place.NoCard, place.HelpCard, place.SearchCard, place.PaletteCard, place.FilterCard:
	}
	return false
}

// panel cuts the panel off the right of a body: what the view draws has the rest. It
// follows the cursor: it shows of a cluster what Enter opens, with a chart, of all else
// what the source card says.
func (p Page) panel(c cell.Canvas) cell.Canvas {
	if !p.docked() {
		return c
	}
	area := p.panelArea(c)
	at := c.W - area.W
	for y := range c.H {
		c.Put(at-panelSides+1, y, p.style.Page.Rule, ruleGlyph)
	}
	entries := p.panelEntries(area.W)
	p.window(area, area.W, entries, 0, "", nil)
	if height(entries) > c.H { // the rest is on the card, or where Enter leads
		area.Line(c.H - 1).Fill(0)
		area.Put(0, c.H-1, p.style.Page.Muted, moreGlyph)
	}
	return c.Area(0, 0, at-panelSides, c.H)
}

// panelArea returns the part of a body that a panel has: what a list and its detail
// leave.
func (p Page) panelArea(c cell.Canvas) cell.Canvas {
	w := max(min(c.W*2/5, mostPanel, c.W-panelSides-p.view().list*5/2), leastPanel)
	return c.Area(c.W-w, 0, w, c.H)
}

func (p Page) panelEntries(w int) []entry {
	cl := p.data.Cluster(p.at.Item)
	switch {
	case cl != nil && p.at.View == place.Overview:
		p.at = nav.Normalize(p.data, place.Place{View: place.Clusters, Item: cl.ID}, p.in.Lang)
		p.hits = nil
		// It is laid out as beside the list of clusters.
		p.in.Width = w + 2 + views[place.Clusters].list + panelSides
		sections := report.Detail(p.data, p.at, p.text)
		return append(append(p.parts(sections[:1], w), p.panelChart(cl, w)...), p.parts(sections[1:], w)...)
	case p.hasSource():
		return p.sourceCard(w)
	}
	// The cursor is in a list: what it comes to when it goes over to the detail.
	var entries []entry
	if p.at.View == place.Clusters && cl != nil {
		if entries = p.panelChart(cl, w); len(entries) > 0 {
			entries = append(entries[1:], blank())
		}
	}
	if subs := p.subs(); len(subs) > 0 {
		p.at.Sub = subs[0]
		return append(entries, p.sourceCard(w)...)
	}
	return append(entries, p.paragraph(p.nothing(), w))
}

// panelChart is the chart of a cluster's size under its title, or of its longest
// series if that has no two years; none if there is no such series.
func (p *Page) panelChart(cl *model.Cluster, w int) []entry {
	i := cl.Size
	if i == nil || len(p.data.Series(i)) < 2 {
		i = nil
		for _, other := range p.data.Trends() {
			if n := len(p.data.Series(other)); other.Cluster == cl && other.Place == p.data.Home && n > 1 && (i == nil || n > len(p.data.Series(i))) {
				i = other
			}
		}
	}
	if i == nil {
		return nil
	}
	lines := p.lines([]*model.Indicator{i})
	return []entry{
		blank(),
		p.title(p.text.FullName(i), i.Unit.Name.In(p.in.Lang)),
		{height: panelChartLines, draw: func(_ *theme.Styles, c cell.Canvas) { lines.Draw(c, p.glyphs()) }},
		p.wrapped(report.SeriesSources(p.data, []*model.Indicator{i}, p.text), w, p.style.Page.Muted),
	}
}
