package screen

import (
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
	"anhui-tui/tui/theme"
)

// The rows of the pages of cities. A page can be narrow, and of names what differs
// may stand at the end. Where one of a list does not fit beside its numbers, all names of
// it stand above theirs; of two cities, whose numbers have columns, what of a name does
// not fit stands below.

// numbered is a row of a name and of numbers.
type numbered struct {
	id, name string
	right    int // the cells that the numbers take, at the right
	draw     func(*theme.Styles, cell.Canvas)
}

// numberedRow is such a row in w cells, the numbers on its last line or on the first.
func (p *Page) numberedRow(n numbered, lines []string, last bool) entry {
	return entry{id: n.id, height: len(lines), draw: func(s *theme.Styles, c cell.Canvas) {
		for y, l := range lines {
			p.line(c.Line(y)).Cell(s.Text, l, c.W)
		}
		at := 0
		if last {
			at = c.H - 1
		}
		n.draw(s, c.Area(c.W-n.right, at, n.right, 1))
		c.Ground(s.Text)
	}}
}

// numberedRows are rows of a list w cells wide, of one line each or of more.
func (p *Page) numberedRows(all []numbered, w int) []entry {
	beside := !slices.ContainsFunc(all, func(n numbered) bool { return cell.Width(n.name)+1 > w-n.right })
	rows := make([]entry, 0, len(all))
	for _, n := range all {
		lines := []string{n.name}
		if !beside {
			lines = append(cell.Wrap(n.name, w), "")
		}
		rows = append(rows, p.numberedRow(n, lines, true))
	}
	return rows
}

// cityRows lists figures in w cells: name, value, period.
func (p *Page) cityRows(figures []*model.Figure, w int) []entry {
	when := widest(figures, shortPeriod)
	rows := make([]numbered, 0, len(figures))
	for _, f := range figures {
		value := p.text.Value(f)
		if rank := p.text.RankBeside(f); rank != "" {
			value = rank + p.text.Say.Comma + value
			if cell.Width(value)+markWidth+1+when >= w {
				value = p.text.Value(f)
			}
		}
		right := min(cell.Width(value)+markWidth+1+when, w)
		rows = append(rows, numbered{f.ID, p.fullName(f), right, func(s *theme.Styles, c cell.Canvas) {
			l := p.line(c)
			marked(l, f, s.Row, cell.Truncate(value, c.W-markWidth-1-when, moreGlyph), s)
			l.Put(s.Text, " ").Right(s.Muted, f.Period.Short(), when)
		}})
	}
	return p.numberedRows(rows, w)
}

// cityTitles are the titles of the columns of lists of a city.
func (p Page) cityTitles(figures []*model.Figure, w int) []heading {
	when := widest(figures, shortPeriod)
	value := cell.Width(p.text.Head.Value) + 1
	return []heading{
		{place.ByValue, p.text.Head.Value, w - when - 1 - markWidth - value, value, chart.AlignRight},
		{place.ByDate, p.text.Head.Period, w - when, when, chart.AlignRight},
	}
}

// cityYears draws the years of a measure in a city as bars on one scale, w cells wide.
func (p *Page) cityYears(figures []*model.Figure, top float64, w int) []entry {
	when, value := widest(figures, shortPeriod), widest(figures, p.text.Value)+markWidth
	rows := make([]entry, 0, len(figures))
	for _, f := range figures {
		rows = append(rows, entry{id: f.ID, height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
			l := p.line(c).Cell(s.Muted, f.Period.Short(), when).Put(s.Text, " ")
			p.value(l.Area(min(value, w-l.X())), f, s.Row, s)
			claim, _ := f.Value.Claim()
			bar := s.Chip(f.Indicator.Cluster.Hue)
			chart.Bar(l.Put(s.Text, " ").Area(max(w-l.X(), 0)), chart.Claim(claim), top, thin(p.glyphs()), chart.GaugeStyle{Solid: bar, Hatch: bar, Track: s.Text})
			c.Ground(s.Text)
		}})
	}
	return rows
}

// cityShares lists shares in w cells: the name, and under it the gauge, the value and
// the period.
func (p *Page) cityShares(shares []*model.Figure, w int) []entry {
	value, when := widest(shares, p.text.Brief)+markWidth, widest(shares, shortPeriod)
	gauge := max(w-value-when-3, 0)
	rows := make([]entry, 0, len(shares))
	for _, f := range shares {
		name := cell.Wrap(p.fullName(f), w)
		rows = append(rows, entry{id: f.ID, height: len(name) + 1, draw: func(s *theme.Styles, c cell.Canvas) {
			for y, l := range name {
				p.line(c.Line(y)).Cell(s.Text, l, c.W)
			}
			l := p.line(c.Line(len(name)))
			p.thinGauge(l.Area(gauge), f, s)
			l.Put(s.Text, "  ")
			number := l.Area(value)
			marked(p.line(number), f, s.Row, cell.Truncate(p.text.Brief(f), max(value-markWidth, 0), moreGlyph), s)
			l.Put(s.Text, " ").Right(s.Muted, f.Period.Short(), when)
			c.Ground(s.Text)
		}})
	}
	return rows
}

// paired are two places that are compared, and the words that is done in.
type paired struct {
	first, second *model.Place
	text          *text.Texts
}

// pairWidths are how wide the widest values of two places and their periods are.
type pairWidths struct {
	values [2]int
	when   int
}

// widestPair is of all that is stated of both, so that all lists of a page are alike.
func widestPair(d *model.Dataset, of paired) (w pairWidths) {
	for _, c := range d.Compare(of.first, of.second) {
		for _, pair := range c.Pairs {
			for n, f := range pair {
				w.values[n] = max(w.values[n], cell.Width(pairValue(of.text, f)))
			}
			w.when = max(w.when, cell.Width(pair.First().Period.Short()))
		}
	}
	return w
}

func pairValue(t *text.Texts, f *model.Figure) string {
	if f == nil {
		return t.Say.NotStated
	}
	return t.Brief(f) + report.Marks(f)
}

// pairRows are figures of two places beside one another, a row for a quantity and a
// period, under the names of the places. Where names have hardly room beside the
// numbers, they stand above them, with the period; where the numbers have none beside
// one another, each has a line.
func (p *Page) pairRows(pairs []model.Pair, w int) []entry {
	first, second, _ := nav.Against(p.data, p.at)
	wide := model.Derived(p.data, paired{first, second, p.text}, widestPair)
	columns, when := [2]int{max(wide.values[0], cell.Width(p.partName(first))), max(wide.values[1], cell.Width(p.partName(second)))}, wide.when
	right := columns[0] + 2 + columns[1]
	above := w-right-1-when-1 < leastBeside
	if !above {
		right += 1 + when
	}
	rows := make([]entry, 0, 1+len(pairs))
	if columns[0]+2+columns[1] > w {
		for _, pair := range pairs {
			rows = append(rows, p.pairLines(pair, [2]string{p.partName(first), p.partName(second)}, when, w))
		}
		return rows
	}
	rows = append(rows, p.numberedRow(numbered{"", "", right, func(s *theme.Styles, c cell.Canvas) {
		p.line(c).Right(s.Label, p.partName(first), columns[0]).Put(s.Text, "  ").Right(s.Label, p.partName(second), columns[1])
	}}, []string{""}, false))
	for _, pair := range pairs {
		name := p.text.Measured(pair.First().Indicator)
		lines := nameLines(name, w-right-1, w)
		if above {
			lines = append(cell.Wrap(name, max(w-1-when, 1)), "")
		}
		row := p.numberedRow(numbered{pair.First().ID, name, right, func(s *theme.Styles, c cell.Canvas) {
			l := p.line(c)
			for n, f := range pair {
				style := s.Row
				if f == nil {
					style = s.Muted
				}
				if n > 0 {
					l.Put(s.Text, "  ")
				}
				l.Right(style, pairValue(p.text, f), columns[n])
			}
			if !above {
				l.Put(s.Text, " ").Right(s.Muted, pair.First().Period.Short(), when)
			}
		}}, lines, above)
		if draw := row.draw; above {
			row.draw = func(s *theme.Styles, c cell.Canvas) {
				draw(s, c)
				p.line(c.Area(c.W-when, 0, when, 1)).Right(s.Muted, pair.First().Period.Short(), when)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// pairLines are figures of two places below one another, under their name and period.
func (p *Page) pairLines(pair model.Pair, places [2]string, when, w int) entry {
	name := cell.Wrap(p.text.Measured(pair.First().Indicator), max(w-1-when, 1))
	return entry{id: pair.First().ID, height: len(name) + len(pair), draw: func(s *theme.Styles, c cell.Canvas) {
		for y, l := range name {
			p.line(c.Line(y)).Cell(s.Text, l, c.W)
		}
		c.Put(c.W-cell.Width(pair.First().Period.Short()), 0, s.Muted, pair.First().Period.Short())
		for n, f := range pair {
			style := s.Row
			if f == nil {
				style = s.Muted
			}
			l := p.line(c.Line(len(name)+n)).Put(s.Label, "  "+places[n]+" ")
			l.Right(style, pairValue(p.text, f), c.W-l.X())
		}
	}}
}
