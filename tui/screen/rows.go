package screen

import (
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// The columns of lists of figures fit their contents.

func (p Page) table(columns ...chart.Column) chart.Table {
	return chart.Table{Columns: columns, Tail: moreGlyph}
}

// measured is how many rows of a list its columns are fitted to; in a longer
// list later rows may be cut.
const measured = 500

// widest is the width of the widest of what figures are called by of.
func widest(figures []*model.Figure, of func(f *model.Figure) string) int {
	w := 0
	for _, f := range figures[:min(len(figures), measured)] {
		w = max(w, cell.Width(of(f)))
	}
	return w
}

func (p Page) figureName(f *model.Figure) string {
	if p.short {
		return p.text.Measured(f.Indicator)
	}
	return p.text.Name(f.Indicator)
}

func (p Page) fullName(f *model.Figure) string {
	if p.short {
		return p.text.Measured(f.Indicator)
	}
	return p.text.FullName(f.Indicator)
}

// called is what an indicator is called where its cluster is said or room is short: its
// full name if that fits in so many lines of w cells, else the short one. The place
// before either is written alike.
func (p Page) called(i *model.Indicator, w, lines int) string {
	whole := *i
	whole.Short = model.Text{}
	if full := p.text.Short(&whole); len(cell.Wrap(full, w)) <= lines {
		return full
	}
	return p.text.Short(i)
}

func shortPeriod(f *model.Figure) string { return f.Period.Short() }

// marked writes a value with its marks, or the room for them: that it was not
// read at its publisher, that sources differ.
func marked(l *cell.Line, f *model.Figure, style cell.Style, value string, s *theme.Styles) {
	l.Put(style, value)
	if f.SecondHand() {
		l.Put(s.Muted, secondHand)
	} else {
		l.Put(0, " ")
	}
	if f.Conflict != nil {
		l.Put(s.Conflict, conflicted)
	} else {
		l.Put(0, " ")
	}
}

// value draws the value of a figure with its marks at the right of c.
func (p Page) value(c cell.Canvas, f *model.Figure, style cell.Style, s *theme.Styles) {
	p.valued(c, f, p.text.Value(f), style, s)
}

// valued is value with what that is written as.
func (p Page) valued(c cell.Canvas, f *model.Figure, value string, style cell.Style, s *theme.Styles) {
	l := p.line(c)
	w := cell.Width(value) + markWidth
	if w > c.W {
		l.Put(style, cell.Truncate(value+report.Marks(f), c.W, moreGlyph))
		return
	}
	marked(l.To(s.Text, c.W-w), f, style, value, s)
}

const markWidth = 2

// leastName is how narrow a column of names may get: a name can be cut off, a
// number and its period cannot.
func (p Page) leastName() int {
	if p.in.Width < narrow {
		return 1
	}
	return 8
}

// figureColumn is a column of a list of figures: what rows are ordered by, and what draws
// a cell.
type figureColumn struct {
	chart.Column
	by   place.Column
	draw func(c cell.Canvas, row nav.Row, s *theme.Styles)
}

// figureColumns are the columns of a list of figures, the name first. Where there is
// room they have growth, rank and series.
func (p Page) figureColumns(rows []nav.Row) []figureColumn {
	figures, growths, ranks := make([]*model.Figure, 0, len(rows)), make([]*model.Figure, 0, len(rows)), 0
	for _, r := range rows {
		figures = append(figures, r.Figure)
		if p.text.RankBeside(r.Figure) != "" {
			ranks++
		}
		if r.Growth != nil {
			growths = append(growths, r.Growth)
		}
	}
	name, head := widest(figures, p.fullName), p.text.Head
	growth, rank := 2, 3 // of the two the one with less in it goes first
	if ranks > len(growths) {
		growth, rank = rank, growth
	}
	least := p.leastName()
	if p.in.Width >= roomy {
		least = min(name, 30) // else what stands beside goes first
	}
	columns := []figureColumn{
		{chart.Column{Title: head.Indicator, Width: name, Min: least, Flex: 1}, place.ByName, nil},
		{chart.Column{Title: head.Value, Width: widest(figures, p.text.Value) + markWidth, Align: chart.AlignRight}, place.ByValue, func(c cell.Canvas, r nav.Row, s *theme.Styles) {
			p.value(c, r.Figure, s.Row, s)
		}},
		{chart.Column{Title: head.Growth, Width: p.growthWidth(growths), Align: chart.AlignRight, Drop: growth}, place.ByGrowth, func(c cell.Canvas, r nav.Row, s *theme.Styles) {
			p.growthCell(c, r, s)
		}},
		{chart.Column{Title: head.Rank, Width: widest(figures, p.text.RankBeside), Drop: rank}, place.ByRank, func(c cell.Canvas, r nav.Row, s *theme.Styles) {
			p.line(c).Cell(s.Rank, p.text.RankBeside(r.Figure), c.W)
		}},
		{chart.Column{Title: head.Series, Width: p.widestSeries(figures), Drop: 4}, place.ByYears, func(c cell.Canvas, r nav.Row, s *theme.Styles) {
			p.spark(c, r.Indicator, s.Chip(r.Indicator.Cluster.Hue))
		}},
		{chart.Column{Title: head.Period, Width: widest(figures, shortPeriod), Align: chart.AlignRight}, place.ByDate, func(c cell.Canvas, r nav.Row, s *theme.Styles) {
			p.line(c).Right(s.Muted, r.Period.Short(), c.W)
		}},
	}
	return slices.DeleteFunc(columns, func(c figureColumn) bool { return c.Drop > 0 && (c.Width == 0 || p.in.Width < roomy) })
}

// growthWidth is the width of a column of growths, 0 of none.
func (p Page) growthWidth(growths []*model.Figure) int {
	if len(growths) == 0 {
		return 0
	}
	return max(widest(growths, p.text.Value)+markWidth, cell.Width(p.text.Head.Growth))
}

// growthCell draws the growth beside a figure, which the cursor can be on.
func (p Page) growthCell(c cell.Canvas, r nav.Row, s *theme.Styles) {
	if r.Growth == nil {
		return
	}
	if r.Growth.ID == p.at.Sub {
		s = p.style.Cursor
	}
	p.value(c, r.Growth, s.Label, s)
	c.Ground(s.Text)
	p.hit(c, p.toSub(r.Growth.ID))
}

// figureRows lists figures in w cells: name, value, and where there is room growth, rank
// and series; period. A name that would be cut goes on below, and so does growth without
// a column. It returns the titles of the columns too.
func (p *Page) figureRows(figures []*model.Figure, w int) ([]entry, []heading) {
	all := nav.RowsIn(p.at.View, figures)
	columns := p.figureColumns(all)
	var table chart.Table
	by := make([]place.Column, 0, len(columns))
	for _, c := range columns {
		table.Columns, by = append(table.Columns, c.Column), append(by, c.by)
	}
	table.Tail = moreGlyph
	widths := chart.Columns(table.Columns, w)
	room, below := widths[0], true // growth stands below its row
	for n, c := range columns {
		below = below && (c.by != place.ByGrowth || widths[n] == 0)
	}
	rows := make([]entry, 0, len(all))
	for n, r := range all {
		name := []string{p.fullName(r.Figure)}
		if n < measured {
			name = nameLines(name[0], room)
		}
		row := entry{id: r.ID, height: min(len(name), 2)}
		if r.Growth != nil {
			if row.beside = r.Growth.ID; below {
				row.height++
			}
		}
		row.draw = func(s *theme.Styles, c cell.Canvas) {
			if len(name) > 1 {
				p.line(c.Line(1)).Cell(s.Row, "  "+name[1], c.W)
			}
			table.Row(c, s.Text, func(column int, c cell.Canvas) {
				if column == 0 {
					table.Write(column, c, s.Row, name[0])
				} else {
					columns[column].draw(c, r, s)
				}
			})
			if r.Growth != nil && below {
				p.growthBelow(c.Line(c.H-1), r, s, room, widths[1])
			}
		}
		rows = append(rows, row)
	}
	return rows, headingsOf(table, w, by...)[1:] // names are under the heading
}

// nameLines is a name beside numbers in w cells, and what of it goes on below them.
func nameLines(name string, w int) []string {
	if w > 0 && cell.Width(name) > w {
		if lines := cell.Wrap(name, w); len(lines) > 1 { // else one wide character
			return []string{lines[0], strings.TrimSpace(strings.TrimPrefix(name, lines[0]))}
		}
	}
	return []string{name}
}

// growthBelow draws the growth of a row on a line of its own, under the name and the value,
// which have so many cells.
func (p Page) growthBelow(c cell.Canvas, r nav.Row, s *theme.Styles, name, value int) {
	if r.Growth.ID == p.at.Sub {
		s = p.style.Cursor
	}
	p.line(c).Cell(s.Label, "  "+p.text.Aside.Growth, name)
	p.value(c.Area(name+chart.ColumnGap, 0, value, 1), r.Growth, s.Label, s)
	c.Ground(s.Text)
	p.hit(c, p.toSub(r.Growth.ID))
}

// widestSeries is the width of the sparklines of figures, 0 if none has one.
func (p Page) widestSeries(figures []*model.Figure) int {
	for _, f := range figures[:min(len(figures), measured)] {
		if len(p.data.Series(f.Indicator)) > 1 {
			return sparkCells
		}
	}
	return 0
}

// The columns of a share after its name: the value, the gauge or what the share is
// a share of, the period.
const (
	valueColumn = 1 + iota
	gaugeColumn
	periodColumn
)

// shareColumns are what shares can be ordered by, a column each.
func shareColumns() []place.Column {
	return []place.Column{place.ByName, place.ByValue, place.ByWhole, place.ByDate}
}

// shareTable is the columns of a list of shares, w cells wide.
func (p Page) shareTable(shares []*model.Figure, w int) chart.Table {
	name := widest(shares, p.figureName) + p.chipWidth()
	whole := chart.Column{Title: p.text.Report.ShareOf, Width: minGauge, Flex: 1, Drop: 1}
	if p.in.Width < narrow {
		whole.Min = leastGauge
	}
	if p.at.Table { // what it is a share of wants more room than a gauge, or goes
		name, whole.Width, whole.Min = min(name, 32), 20, 0
	} else {
		most := w / 2 // leaves a gauge that can be read
		if p.at.View == place.Shares {
			most = p.in.Width / 3 // it is all that is compared there
		}
		name = min(name, most)
	}
	return p.table(
		chart.Column{Title: p.text.Head.Indicator, Width: name, Min: p.leastName()},
		chart.Column{Title: p.text.Head.Value, Width: widest(shares, p.text.Brief) + markWidth, Align: chart.AlignRight},
		whole,
		chart.Column{Title: p.text.Head.Period, Width: widest(shares, shortPeriod), Align: chart.AlignRight},
	)
}

func (p Page) denominator(f *model.Figure) string { return f.Indicator.Denominator.In(p.in.Lang) }

// shareName draws the name of a share, behind the chip of its cluster where shares
// of several clusters are listed.
func (p Page) shareName(c cell.Canvas, f *model.Figure, name string, s *theme.Styles) {
	l := p.line(c)
	if p.chipWidth() > 0 {
		l.Put(s.Chip(f.Indicator.Cluster.Hue), chipGlyph).Put(s.Text, " ")
	}
	l.Cell(s.Row, name, c.W-l.X())
}

func (p Page) chipWidth() int {
	if p.at.View == place.Clusters {
		return 0
	}
	return 2
}

// stacked reports whether a share takes two lines: its name would be cut
// beside the gauge.
func (p Page) stacked() bool { return p.in.Width < narrow }

// shareRow is a share with its gauge; a thin one where rows have no line between
// them.
func (p *Page) shareRow(f *model.Figure, table chart.Table, thin bool) entry {
	gauge := p.gauge
	if thin {
		gauge = p.thinGauge
	}
	if p.stacked() {
		return p.narrowShareRow(f, table)
	}
	return p.shareEntry(f, table, []string{p.figureName(f)}, func(c cell.Canvas, s *theme.Styles) { gauge(c, f, s) })
}

// wrappedShare is a share of a detail: of a name wider than room the rest stands below, as
// in other lists of figures.
func (p *Page) wrappedShare(f *model.Figure, table chart.Table, room int) entry {
	if p.stacked() {
		return p.narrowShareRow(f, table)
	}
	return p.shareEntry(f, table, nameLines(p.figureName(f), room), func(c cell.Canvas, s *theme.Styles) { p.thinGauge(c, f, s) })
}

// shareLine is a share with what it is a share of in place of the gauge.
func (p *Page) shareLine(f *model.Figure, table chart.Table) entry {
	return p.shareEntry(f, table, []string{p.figureName(f)}, func(c cell.Canvas, s *theme.Styles) { table.Write(gaugeColumn, c, s.Label, p.denominator(f)) })
}

// shareEntry is a share with a name of one line or two.
func (p *Page) shareEntry(f *model.Figure, table chart.Table, name []string, gauge func(c cell.Canvas, s *theme.Styles)) entry {
	return entry{id: f.ID, height: min(len(name), 2), draw: func(s *theme.Styles, c cell.Canvas) {
		if len(name) > 1 {
			p.line(c.Line(1)).Cell(s.Row, "  "+name[1], c.W)
		}
		framed(c, table, gaugeColumn, s)
		table.Row(c, s.Text, func(column int, c cell.Canvas) {
			switch column {
			case 0:
				p.shareName(c, f, name[0], s)
			case gaugeColumn:
				gauge(c, s)
			default:
				p.shareCell(table, column, c, f, s)
			}
		})
	}}
}

// framed draws a cell on either side of a column with a gauge on the ground of that,
// as picture does.
func framed(c cell.Canvas, t chart.Table, column int, s *theme.Styles) {
	x, widths := 0, chart.Columns(t.Columns, c.W)
	for _, w := range widths[:column] {
		x += w + chart.ColumnGap
	}
	if w := widths[column]; w > 0 && x > 0 {
		picture(c, x, w, s)
	}
}

// shareCell draws the value or the period of a share.
func (p Page) shareCell(t chart.Table, column int, c cell.Canvas, f *model.Figure, s *theme.Styles) {
	switch column {
	case valueColumn: // beside a gauge a fraction needs no percentage
		p.valued(c, f, p.text.Brief(f), s.Row, s)
	case periodColumn:
		t.Write(column, c, s.Muted, f.Period.Short())
	}
}

// narrowShareRow is a share on two lines: its name, and under it the other
// columns.
func (p *Page) narrowShareRow(f *model.Figure, table chart.Table) entry {
	under := table
	under.Columns = table.Columns[valueColumn:]
	return entry{id: f.ID, height: 2, draw: func(s *theme.Styles, c cell.Canvas) {
		p.shareName(c.Line(0), f, p.figureName(f), s)
		indent := p.chipWidth()
		p.line(c.Line(1)).To(s.Text, indent)
		below := c.Area(indent, 1, c.W-indent, 1)
		framed(below, under, gaugeColumn-valueColumn, s)
		under.Row(below, s.Text, func(column int, c cell.Canvas) {
			if column += valueColumn; column == gaugeColumn {
				p.gauge(c, f, s)
				return
			}
			p.shareCell(table, column, c, f, s)
		})
	}}
}
