package screen

import (
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// The sizes of a headline's parts.
const (
	bandLines = 4 // of a headline
	tileLines = 5 // of one with its series, and as many as the name has
	tileYears = 9
	tileWidth = 19 // at least
	wideTile  = 22 // in which a name on two lines is read with ease

	mostHeadlines = 4 // where one more would take a line, or its name another
)

// seenHeadlines are mostHeadlines of them: the first, or as many steps further on as
// there are to the one under the cursor.
func (p Page) seenHeadlines(all []*model.Figure, step int) []*model.Figure {
	from := 0
	if at := slices.IndexFunc(all, func(f *model.Figure) bool { return f.ID == p.at.Item }); at >= mostHeadlines {
		from = (at - mostHeadlines + step) / step * step
	}
	return all[from:min(from+mostHeadlines, len(all))]
}

// tileWidth is the width of one of n headlines beside one another in w cells.
func (p Page) tileWidth(w, n int) int { return (w+columnGap)/n - columnGap }

// headlineGrid draws headlines on a line each, two side by side. A column is wider
// than the other if that leaves room, so that fewer names are cut, or short.
func (p Page) headlineGrid(c cell.Canvas, figures []*model.Figure) {
	var value [2]int
	for i, f := range figures {
		value[i%2] = max(value[i%2], cell.Width(p.text.Value(f))+markWidth+1)
	}
	when := func(f *model.Figure) string { return " " + f.Period.Short() }
	wants := func(name func(*model.Indicator) string) (want [2]int) {
		for i, f := range figures {
			want[i%2] = max(want[i%2], value[i%2]+cell.Width(name(f.Indicator)+when(f)))
		}
		return want
	}
	room, full, short := c.W-columnGap, wants(p.text.FullName), wants(p.text.Short)
	left := max(min(short[0], max(room/2, room-short[1])), min(full[0], room-full[1]))
	width := [2]int{left, room - left}
	names := make([]string, len(figures))
	left = 0
	for i, f := range figures {
		names[i] = p.called(f.Indicator, width[i%2]-value[i%2]-cell.Width(when(f)), 1)
		if i%2 == 0 {
			left = max(left, value[0]+cell.Width(names[i]+when(f)))
		}
	}
	left = min(left, width[0])
	for i, f := range figures {
		x, w := 0, left
		if i%2 > 0 {
			x, w = left+columnGap, room-left
		}
		c := c.Area(x, i/2, w, 1)
		p.markAt(c, f.ID)
		s := p.style.Page
		if f.ID == p.at.Item {
			s = p.style.Cursor
		}
		l := p.line(c)
		marked(l, f, s.Strong, p.text.Value(f), s)
		l.To(s.Text, value[i%2]).Cell(s.Label, names[i], min(cell.Width(names[i]), c.W-l.X()-cell.Width(when(f)))).Put(s.Muted, when(f))
		c.Ground(s.Text)
		p.hit(c, p.toItem(f.ID))
	}
}

// nameLines is how many lines the names of headlines take, w cells wide: one or
// two.
func (p Page) nameLines(figures []*model.Figure, w int) int {
	for _, f := range figures {
		if cell.Width(p.called(f.Indicator, w, 1)) > w {
			return 2
		}
	}
	return 1
}

// tiles draws headlines beside one another, with their series.
func (p Page) tiles(c cell.Canvas, figures []*model.Figure, names int) {
	w, last := p.tileWidth(c.W, len(figures)), p.lastYear()
	for i, f := range figures {
		c := c.Area(i*(w+columnGap), 0, w, c.H)
		p.tile(c, f, names, last)
		p.markAt(c.Line(names), f.ID)
		p.hit(c, p.toItem(f.ID))
	}
}

// tile draws a headline: its name, the number, the period with the rank or the
// growth that is stated, the series.
func (p Page) tile(c cell.Canvas, f *model.Figure, names, last int) {
	s := p.style.Page
	if f.ID == p.at.Item {
		s = p.style.Cursor
	}
	words, series := c.Top(names + 2)
	words.Fill(s.Text)
	name := cell.Wrap(p.called(f.Indicator, c.W, names), c.W)
	for y, part := range name[:min(names, len(name))] {
		p.line(words.Line(max(names-len(name), 0)+y)).Cell(s.Label, part, c.W)
	}
	marked(p.line(words.Line(names)), f, s.Strong, p.text.Value(f), s)
	l := p.line(words.Line(names + 1))
	beside := p.text.RankBeside(f)
	if beside == "" {
		beside = p.growthOf(f)
	}
	l.Put(s.Muted, p.period(f, c.W-cell.Width(beside)-2))
	if gap := min(c.W-l.X()-cell.Width(beside), columnGap); beside != "" && gap > 0 {
		l.To(s.Text, l.X()+gap).Put(s.Rank, beside)
	}
	words.Ground(s.Text)
	bars, under := series.Top(2)
	n := min((c.W+1)/yearPitch, tileYears)
	p.yearBars(bars, f, last, n, yearPitch, p.style.Page)
	p.yearsUnder(under, last, n)
}

// growthOf is the growth that is stated for the period of a level, with its sign and
// marks; "" if none is.
func (p Page) growthOf(f *model.Figure) string {
	for _, i := range p.data.GrowthsOf(f.Indicator) {
		if g := p.data.Latest(i); g.Period.Same(f.Period) {
			sign := ""
			if n, ok := g.Value.Magnitude(); ok && n > 0 && g.Value.Qualifier() == model.Exact {
				sign = "+"
			}
			return sign + p.text.Value(g) + report.Marks(g)
		}
	}
	return ""
}

// headlineBand draws headlines beside one another.
func (p Page) headlineBand(c cell.Canvas, figures []*model.Figure) {
	w := c.W / len(figures)
	for i, f := range figures {
		c := c.Area(i*w, 0, w-1, bandLines)
		p.headline(c, f)
		p.markAt(c.Line(0), f.ID)
		p.hit(c, p.toItem(f.ID))
	}
}

// headline draws one: the number, what it is on up to two lines, and its rank
// and period.
func (p Page) headline(c cell.Canvas, f *model.Figure) {
	s := p.style.Page
	if f.ID == p.at.Item {
		s = p.style.Cursor
	}
	c.Fill(s.Text)
	marked(p.line(c), f, s.Strong, p.text.Value(f), s)
	c.Line(0).Ground(s.Text)
	rank, names := p.shortRank(f), cell.Wrap(p.called(f.Indicator, c.W, 2), c.W)
	period := p.period(f, c.W-cell.Width(rank))
	apart := cell.Width(rank+period) > c.W
	if apart {
		names, period = []string{p.called(f.Indicator, c.W, 1)}, p.period(f, c.W)
	}
	y := 1
	for _, name := range names[:min(len(names), 2)] {
		p.line(c.Line(y)).Cell(s.Label, name, c.W)
		y++
	}
	last := p.line(c.Line(y)).Put(s.Rank, rank)
	if apart {
		last = p.line(c.Line(y + 1))
	}
	last.Put(s.Muted, period)
}

// period is a figure's period in full if there is room for it.
func (p Page) period(f *model.Figure, w int) string {
	for _, period := range []string{p.text.Period(f.Period), p.text.When(f.Period)} {
		if cell.Width(period) <= w {
			return period
		}
	}
	return f.Period.Short()
}

func (p Page) shortRank(f *model.Figure) string {
	if r := p.text.RankBeside(f); r != "" {
		return r + " "
	}
	return ""
}

// headlineRow is a headline on a narrow screen, with a column of so many cells for the
// period.
func (p *Page) headlineRow(f *model.Figure, when int) entry {
	return entry{id: f.ID, height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		l := p.line(c)
		number := l.Area(14)
		marked(p.line(number), f, s.Strong, p.text.Value(f), s)
		number.Ground(s.Text)
		w := max(0, c.W-l.X()-when)
		l.Cell(s.Label, p.called(f.Indicator, w, 1), w)
		l.Right(s.Muted, f.Period.Short(), min(when, c.W-l.X())).To(s.Text, c.W)
	}}
}
