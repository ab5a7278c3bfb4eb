package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
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

func shortPeriod(f *model.Figure) string { return f.Period.Short() }

// marksOf are the marks of a figure without room for those it does not have.
func marksOf(f *model.Figure) string { return report.Marks(f) }

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

// value draws the value of a figure with its marks in a column of a table.
func (p Page) value(t chart.Table, column int, c cell.Canvas, f *model.Figure, s *theme.Styles) {
	value, l := p.text.Value(f), p.line(c)
	if w := cell.Width(value) + markWidth; w > c.W {
		value = cell.Truncate(value+marksOf(f), c.W, moreGlyph)
		l.Put(s.Row, value)
		return
	} else if t.Columns[column].Align == chart.AlignRight {
		l.To(s.Text, c.W-w)
	}
	marked(l, f, s.Row, value, s)
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

// figureRows lists figures in w cells: name, value, and where there is room
// rank and series; period. A name that would be cut goes on below.
func (p Page) figureRows(figures []*model.Figure, w int) []entry {
	beside := []figureColumn{
		{chart.Column{Width: widest(figures, p.text.Value) + markWidth, Align: chart.AlignRight}, nil},
		{chart.Column{Width: widest(figures, p.text.RankBeside), Drop: 3}, func(l *cell.Line, f *model.Figure, s *theme.Styles, w int) {
			l.Cell(s.Rank, p.text.RankBeside(f), w)
		}},
		{chart.Column{Width: p.widestSeries(figures), Drop: 4}, func(l *cell.Line, f *model.Figure, s *theme.Styles, w int) {
			p.spark(l.Area(w), f.Indicator, s.Chip(f.Indicator.Cluster.Hue))
		}},
		{chart.Column{Width: widest(figures, shortPeriod), Align: chart.AlignRight}, func(l *cell.Line, f *model.Figure, s *theme.Styles, w int) {
			l.Right(s.Muted, f.Period.Short(), w)
		}},
	}
	name := widest(figures, p.fullName)
	least := p.leastName()
	if p.in.Width >= roomy {
		least = min(name, 30) // else what stands beside goes first
	}
	columns := []chart.Column{{Width: name, Min: least, Flex: 1}}
	drawn := []func(*cell.Line, *model.Figure, *theme.Styles, int){nil}
	for n, c := range beside {
		if last := n == len(beside)-1; n == 0 || last || c.Width > 0 && p.in.Width >= roomy {
			columns, drawn = append(columns, c.Column), append(drawn, c.draw)
		}
	}
	table := p.table(columns...)
	room := chart.Columns(columns, w)[0]
	rows := make([]entry, 0, len(figures))
	for n, f := range figures {
		var more []string // of the name, below the row
		if room > 0 && n < measured && cell.Width(p.fullName(f)) > room {
			if more = cell.Wrap(p.fullName(f), room); len(more) < 2 { // one wide character
				more = nil
			}
		}
		rows = append(rows, entry{id: f.ID, height: max(1, min(len(more), 2)), draw: func(s *theme.Styles, c cell.Canvas) {
			name := p.fullName(f)
			if more != nil {
				name = more[0]
				p.line(c.Line(1)).Cell(s.Row, "  "+more[1], c.W)
			}
			table.Row(c, s.Text, func(column int, c cell.Canvas) {
				switch {
				case column == 0:
					table.Write(column, c, s.Row, name)
				case drawn[column] == nil:
					p.value(table, column, c, f, s)
				default:
					drawn[column](p.line(c), f, s, c.W)
				}
			})
		}})
	}
	return rows
}

// figureColumn is a column of a list of figures, and what draws it; the value draws
// itself.
type figureColumn struct {
	chart.Column
	draw func(l *cell.Line, f *model.Figure, s *theme.Styles, w int)
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

// shareTable is the columns of a list of shares.
func (p Page) shareTable(shares []*model.Figure) chart.Table {
	name := widest(shares, p.figureName) + p.chipWidth()
	if p.at.Table { // what it is a share of wants more room than a gauge
		name = min(name, 32)
	}
	name = min(name, p.in.Width*3/10) // leaves a gauge that can be read
	return p.table(
		chart.Column{Title: p.text.Head.Indicator, Width: name, Min: p.leastName()},
		chart.Column{Title: p.text.Head.Value, Width: widest(shares, p.text.Value) + markWidth, Align: chart.AlignRight},
		chart.Column{Title: p.text.Report.ShareOf, Width: minGauge, Min: leastGauge, Flex: 1, Drop: 1},
		chart.Column{Title: p.text.Head.Period, Width: widest(shares, shortPeriod), Align: chart.AlignRight},
	)
}

func (p Page) denominator(f *model.Figure) string { return f.Indicator.Denominator.In(p.in.Lang) }

// shareName draws the name of a share, behind the chip of its cluster where shares
// of several clusters are listed.
func (p Page) shareName(c cell.Canvas, f *model.Figure, s *theme.Styles) {
	l := p.line(c)
	if p.chipWidth() > 0 {
		l.Put(s.Chip(f.Indicator.Cluster.Hue), chipGlyph).Put(s.Text, " ")
	}
	l.Cell(s.Row, p.figureName(f), c.W-l.X())
}

func (p Page) chipWidth() int {
	if p.at.View == place.Clusters {
		return 0
	}
	return 2
}

// stacked reports whether a share takes two lines: its name would be cut
// beside the gauge.
func (p Page) stacked() bool {
	return p.in.Width < narrow || p.at.View == place.Clusters && p.in.Width < roomy
}

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
	return p.shareEntry(f, table, func(c cell.Canvas, s *theme.Styles) { gauge(c, f, s) })
}

// shareLine is a share with what it is a share of in place of the gauge.
func (p *Page) shareLine(f *model.Figure, table chart.Table) entry {
	return p.shareEntry(f, table, func(c cell.Canvas, s *theme.Styles) { table.Write(gaugeColumn, c, s.Label, p.denominator(f)) })
}

func (p *Page) shareEntry(f *model.Figure, table chart.Table, gauge func(c cell.Canvas, s *theme.Styles)) entry {
	return entry{id: f.ID, height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		framed(c, table, gaugeColumn, s)
		table.Row(c, s.Text, func(column int, c cell.Canvas) {
			switch column {
			case 0:
				p.shareName(c, f, s)
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
	case valueColumn:
		p.value(t, column, c, f, s)
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
		p.shareName(c.Line(0), f, s)
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
