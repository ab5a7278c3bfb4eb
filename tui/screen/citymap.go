package screen

import (
	"fmt"
	"slices"
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// tiling is how the tiles of a map are laid out: their size, the lines between two
// rows, and the size of the whole; the zero tiling has no room.
type tiling struct {
	tileW, tileH, gap int
	w, h              int
	above             int // lines of the title
}

// tileSizes are the widths and heights of tiles, the largest first. Widths are odd,
// so that with the column between two of them they can be halved.
func tileSizes() [][2]int { return [][2]int{{13, 4}, {9, 3}} }

// leastMap is the width that the legend and the list below a small map take.
const leastMap = 44

// roomBeside is the room that a map leaves beside it: the ranking without much else.
func (p Page) roomBeside() int { return paneGap + p.rankColumns().least() }

// tiling lays the map out on w by h cells, as large as there is room for with what
// stands beside.
func (p Page) tiling(w, h int) tiling {
	columns, rows := 0, 0
	for _, part := range p.data.Parts() {
		columns, rows = max(columns, part.Tile.Column+1), max(rows, part.Tile.Row)
	}
	for n, size := range tileSizes() {
		t := tiling{tileW: size[0], tileH: size[1], gap: 1, above: 3}
		t.w = max(columns*(t.tileW+1)/2-1, leastMap)
		t.h = rows*(t.tileH+1) - 1
		room := p.roomBeside()
		if n == 0 { // and a page beside that, without crowding any
			room += 2*paneGap + leastCompared
		} else if t.h+t.above > h {
			t.gap, t.above, t.h = 0, 2, rows*t.tileH
		}
		if columns > 0 && t.w+room <= w && t.h+t.above <= h {
			return t
		}
	}
	return tiling{}
}

// cityMap draws the measure shown as a map of tiles, and below it what else the
// cities can be compared by.
func (p Page) cityMap(c cell.Canvas) {
	t := p.tiling(p.bodyWidth(), c.H)
	m := p.data.Measure(p.at.By)
	p.mapTitle(c, m, t)
	_, body := c.Top(t.above)
	pad := 1
	for _, part := range p.data.Parts() {
		if cell.Width(part.Short().In(p.in.Lang)) >= t.tileW {
			pad = 0
		}
	}
	shown := p.items()
	for _, part := range p.data.Parts() {
		if part.Tile == (model.Tile{}) {
			continue
		}
		x, y := (part.Tile.Column-1)*(t.tileW+1)/2, (part.Tile.Row-1)*(t.tileH+t.gap)
		if tile := body.Area(x, y, t.tileW, t.tileH); slices.Contains(shown, part.ID) {
			p.cityTile(body, tile, x, y, part, pad)
		} else { // the list is narrowed
			p.line(tile.Area(pad, 0, tile.W-pad, 1)).Put(p.style.Page.Muted, part.Short().In(p.in.Lang))
		}
	}
	_, below := body.Top(t.h + 1)
	if t.gap == 0 {
		p.mapLegend(below, m)
		return
	}
	p.measures(below, m)
}

// bodyWidth is the width of the body of a frame.
func (p Page) bodyWidth() int { return p.bodyArea().W }

// mapTitle says what the map shows and how.
func (p Page) mapTitle(c cell.Canvas, m *model.Measure, t tiling) {
	s := p.style.Page
	if m == nil {
		p.line(c).Cell(s.Muted, p.text.Say.NoMeasure, c.W)
		return
	}
	l := p.line(c).Put(s.Strong, m.Indicator.Name.In(p.in.Lang)).Put(s.Text, "  ").Put(s.Label, p.text.Period(m.Period))
	if unit := p.unit(m); unit != "" {
		l.Put(s.Label, " · "+unit)
	}
	if m.Stated < len(p.data.Parts()) {
		l.Put(s.Label, " · "+p.statedOf(m))
	}
	if note := p.text.Say.Schematic; t.gap == 0 && m.Rate() && l.X()+2+cell.Width(note) <= c.W {
		l.Right(s.Muted, note, c.W-l.X())
	}
	if t.gap > 0 {
		p.mapLegend(c.Line(1), m)
	}
}

// mapLegend says how the tiles are to be read.
func (p Page) mapLegend(c cell.Canvas, m *model.Measure) {
	if m == nil {
		return
	}
	s, say := p.style.Page, p.text.Say
	if kept := p.data.Part(p.at.With); kept != nil && kept.ID == p.at.Item {
		p.line(c).Cell(s.Accent, fmt.Sprintf(say.CompareWith, p.partName(kept)), c.W)
		return
	}
	if !m.Rate() {
		note := fmt.Sprintf(say.BarsTo, p.partName(m.Leaders()[0].Place))
		if long := say.Schematic + say.Semicolon + note; cell.Width(long) <= c.W {
			note = long
		}
		p.line(c).Cell(s.Muted, note, c.W)
		return
	}
	breaks, computed := m.Breaks()
	l := p.line(c)
	for n := range len(breaks) + 1 {
		limit := ""
		switch of := func(n int) string { return m.Indicator.Unit.Number(breaks[n], p.in.Lang) }; {
		case n == 0 && len(breaks) > 0:
			limit = "<" + of(0)
		case n > 0:
			limit = "≥" + of(n-1)
		}
		l.Put(p.style.Tile(n+1).Strong, " "+strconv.Itoa(n+1)+" ").Put(s.Muted, limit+" ")
	}
	l.Put(s.Muted, "%")
	if computed {
		l.Put(s.Muted, "  "+say.ClassesComputed)
	}
}

// cityTile draws a part on its tile: its name, the number, and a bar from zero or, of a
// rate, the class.
func (p Page) cityTile(on, c cell.Canvas, x, y int, part *model.Place, pad int) {
	m, of := p.data.Measure(p.at.By), p.standing(part.ID)
	class := 0
	if m != nil && m.Rate() {
		class = m.Class(of)
	}
	s := p.style.Tile(class)
	if of.Figure == nil {
		s = p.style.EmptyTile()
	}
	if part.ID == p.at.Item && p.at.Sub == "" && class == 0 { // else the ground says the class
		s = p.style.TileUnderCursor()
	}
	name, value := s.Text, s.Label
	if part.ID == p.at.Item {
		name, value = s.Strong, s.Strong
		for row := range c.H {
			on.Put(x-1, y+row, p.style.Page.Accent, cursorMark)
		}
	}
	if part.ID == p.at.With {
		on.Put(x-1, y, p.style.Page.Accent, pinnedMark)
	}
	c.Fill(s.Text)
	p.hit(c, p.toItem(part.ID))
	p.markAt(c.Line(0), part.ID)
	p.line(c.Area(pad, 0, c.W-pad, 1)).Put(name, part.Short().In(p.in.Lang))
	if of.Figure == nil {
		for y, l := range cell.Wrap(p.text.Say.NotStated, c.W-pad) {
			p.line(c.Area(pad, 1+y, c.W-pad, 1)).Cell(s.Label, l, c.W-pad)
		}
		return
	}
	p.tileValue(c.Area(0, 1, c.W-1, 1), of.Figure, value)
	if g := of.Growth; g != nil && c.H > 3 {
		p.line(c.Area(0, 2, c.W-1, 1)).Right(s.Label, p.text.Value(g), c.W-1)
	}
	last := c.Area(pad, c.H-1, c.W-pad-1, 1)
	switch {
	case m.Rate() && class > 0:
		p.line(last).Right(s.Label, strconv.Itoa(class), last.W)
	case !m.Rate():
		claim, _ := of.Figure.Value.Claim()
		chart.Bar(last, chart.Claim(claim), p.mapTop(m), p.glyphs(), s.Bar)
	}
}

// tileValue draws a number at the right, with its marks where there is room.
func (p Page) tileValue(c cell.Canvas, f *model.Figure, s cell.Style) {
	number := p.number(f)
	if marked := number + report.Marks(f); cell.Width(marked) <= c.W+1 {
		c.W++ // marks stand after the column of the numbers
		p.line(c).To(s, c.W-1-cell.Width(number)).Put(s, marked)
		return
	}
	p.line(c).Right(s, number, c.W)
}

// mapTop is the end of the scale of the bars: the largest figure of a part.
func (p Page) mapTop(m *model.Measure) float64 {
	figures := make([]*model.Figure, 0, m.Stated)
	for _, s := range m.Standings[:m.Stated] {
		figures = append(figures, s.Figure)
	}
	return model.Top(figures)
}

// measures lists what the cities can be compared by: of how many it is stated, for
// when, and which of them leads.
func (p Page) measures(c cell.Canvas, shown *model.Measure) {
	all := p.data.Measures()
	if c.H < 2 || len(all) < 2 {
		return
	}
	s := p.style.Page
	l := p.line(c).Put(s.Strong, p.text.Head.Measures).Put(s.Text, " ")
	p.rule(c.Area(l.X(), 0, c.W-l.X(), 1))
	lead := 0
	for _, m := range all {
		lead = max(lead, cell.Width(p.leader(m)))
	}
	for y, m := range all[:min(len(all), c.H-1)] {
		row := c.Line(y + 1)
		mark, name := p.line(row).Put(s.Muted, "○ "), s.Text
		if m == shown {
			mark, name = p.line(row).Put(s.Accent, "● "), s.Strong
		}
		count := p.statedOf(m)
		when := m.Period.Short()
		rest := cell.Width(count) + 1 + cell.Width(when) + 2 + lead
		room := c.W - 2 - rest - 1
		mark.Cell(name, p.called(m.Indicator, room, 1), room).Put(s.Text, " ")
		mark.Put(s.Muted, count+" "+when+"  ").Right(s.Label, p.leader(m), lead)
		to := p.toItem(p.at.Item)
		to.By = m.Indicator.ID
		p.hit(row, nav.Canonical(p.data, to))
	}
	if !p.leadsInRanking() {
		_, below := c.Top(len(all) + 2)
		p.distinguished(below)
	}
}

// leastLeads is the width of a ranking that has who leads in what below it.
const leastLeads = 44

// leadsInRanking reports whether who leads in what stands below the ranking, else it
// stands below what cities are compared by.
func (p Page) leadsInRanking() bool {
	body := p.bodyArea()
	return slices.ContainsFunc(p.cityPanes(body.W, body.H), func(at placed) bool { return at.pane == rankPane && at.w >= leastLeads })
}

// statedOf is of how many parts a measure is stated, of how many.
func (p Page) statedOf(m *model.Measure) string {
	return strconv.Itoa(m.Stated) + "/" + strconv.Itoa(len(p.data.Parts()))
}

// distinguished lists ranks and shares that sources state of cities, where there is
// room for some.
func (p Page) distinguished(c cell.Canvas) {
	figures := byTurns(nav.Distinguished(p.data))
	if c.H < sectionLines || len(figures) == 0 {
		return
	}
	figures = figures[:min(len(figures), c.H-1)]
	p.sectionHead(c, p.text.Head.Leading, "")
	_, rows := c.Top(1)
	entries := p.cityRows(figures, rows.W)
	for height(entries) > rows.H { // none is cut
		entries = entries[:len(entries)-1]
	}
	p.window(rows, rows.W, entries, 0, "", func(id string) place.Place {
		f := p.data.Figure(id)
		to := p.toItem(f.Indicator.Place.ID)
		to.Sub = id
		return to
	})
}

// byTurns returns the first figure of each place, then the second of each, and so on.
func byTurns(figures []*model.Figure) []*model.Figure {
	turn, seen := map[*model.Figure]int{}, map[*model.Place]int{}
	for _, f := range figures {
		turn[f] = seen[f.Indicator.Place]
		seen[f.Indicator.Place]++
	}
	figures = slices.Clone(figures)
	slices.SortStableFunc(figures, func(f, g *model.Figure) int { return turn[f] - turn[g] })
	return figures
}

// leader is the part that leads by a measure, with its number.
func (p Page) leader(m *model.Measure) string {
	first := m.Leaders()[0]
	return first.Place.Short().In(p.in.Lang) + " " + p.number(first.Figure)
}
