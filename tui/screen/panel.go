package screen

import (
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// The widths of the panel at the right of a wide screen.
const (
	leastPanel = 56
	mostPanel  = 80
	panelSides = 3 // the rule at its left, with a space on either side
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
// follows the cursor: it shows of a cluster what Enter opens, of all else what the
// source card says.
func (p Page) panel(c cell.Canvas) cell.Canvas {
	if !p.docked() {
		return c
	}
	area := panelArea(c)
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

// panelArea returns the part of a body that a panel has.
func panelArea(c cell.Canvas) cell.Canvas {
	w := min(max(c.W*2/5, leastPanel), mostPanel)
	return c.Area(c.W-w, 0, w, c.H)
}

func (p Page) panelEntries(w int) []entry {
	if p.at.View == place.Overview && p.data.Cluster(p.at.Item) != nil {
		p.in.Width = w + 2
		p.at = nav.Normalize(p.data, place.Place{View: place.Clusters, Item: p.at.Item}, p.in.Lang)
		p.hits = nil
		return p.detail(w)
	}
	if !p.hasSource() {
		return []entry{p.paragraph(p.nothing(), w)}
	}
	return p.sourceCard(w)
}
