package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/cell"
)

// overview draws the headlines, the clusters, and below them, where there is room,
// what is newest and what sources disagree on.
func (p Page) overview(c cell.Canvas) {
	headlines := p.data.Headlines()
	if c.W < bandWidth || c.H < bandHeight || len(headlines) == 0 {
		headlines = p.seenHeadlines(headlines, 1)
		entries := make([]entry, 0, len(headlines)+len(p.data.Clusters))
		when := widest(headlines, shortPeriod) + 1
		for _, f := range headlines {
			entries = append(entries, p.headlineRow(f, when))
		}
		p.flow(c, append(entries, p.clusterRows(c)...), p.at.Item, p.toItem)
		return
	}
	rows := 2*len(p.data.Clusters) + 1
	tiles := p.seenHeadlines(headlines, 1)
	if w := p.tileWidth(c.W, len(headlines)); w >= wideTile || w >= tileWidth && p.nameLines(headlines, w) == 1 {
		tiles = headlines
	}
	if c.W >= tileWidth*len(tiles) && c.H >= tileLines+2+1+rows+1 {
		p.tallOverview(c, tiles, rows)
		return
	}
	pairs := p.seenHeadlines(headlines, 2)
	if grid := (min(len(headlines), mostHeadlines) + 1) / 2; len(p.data.Clusters) > 0 && c.H >= grid+1+2*len(p.data.Clusters)+1 {
		above, below := c.Top(grid + 1)
		p.headlineGrid(above, pairs)
		p.clusterTable(below)
		return
	}
	headlines = p.seenHeadlines(headlines, 1)
	if p.in.Height < airyScreen {
		_, c = c.Top(1)
	}
	above, below := c.Top(bandLines)
	p.headlineBand(above, headlines)
	entries := append([]entry{blank()}, p.clusterRows(below)...)
	if height(entries) < below.H {
		var legend cell.Canvas
		below, legend = below.Top(below.H - 1)
		p.legend(legend)
	}
	p.flow(below, entries, p.at.Item, p.toItem)
}

// tallOverview draws headlines with their series, and rows of two lines.
func (p Page) tallOverview(c cell.Canvas, headlines []*model.Figure, rows int) {
	tiles := tileLines + p.nameLines(headlines, p.tileWidth(c.W, len(headlines)))
	above, c := c.Top(tiles)
	p.tiles(above, headlines, tiles-tileLines)
	_, c = c.Top(1)
	table, rest := c.Top(rows)
	p.clusterTable(table)
	rest, legend := rest.Top(rest.H - 1)
	p.legend(legend)
	if n := rest.H - 2; n > 1 { // an empty line above and below
		p.sections(rest.Area(0, 1, rest.W, n))
	}
}

// legend says what the marks mean that stand in the Overview.
func (p Page) legend(c cell.Canvas) {
	g, say := p.glyphs(), p.text.Say
	l := p.line(c)
	for _, mark := range []struct {
		glyph string
		style cell.Style
		means string
	}{
		{secondHand, p.style.Page.Muted, say.SecondHand},
		{conflicted, p.style.Page.Conflict, say.Differ},
		{g.Full, p.style.Page.Label, say.Claimed},
		{g.Hatch, p.style.Page.Label, say.Possible},
		{g.Arrow, p.style.Page.Label, say.OpenBound},
		{g.Gap, p.style.Page.Muted, say.NotStated},
		{g.Break, p.style.Page.Muted, p.text.Chart.Break},
	} {
		if l.X()+cell.Width(mark.glyph+mark.means)+1 > c.W {
			return
		}
		l.Put(mark.style, mark.glyph).Put(p.style.Page.Muted, " "+mark.means+"  ")
	}
}
