package screen

import (
	"math"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

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
	name := chart.Column{Title: p.text.Head.Indicator, Width: widest(shares, p.figureName) + p.chipWidth(), Min: p.leastName()}
	value := chart.Column{Title: p.text.Head.Value, Width: widest(shares, p.text.Brief) + markWidth, Align: chart.AlignRight}
	whole := chart.Column{Title: p.text.Report.ShareOf, Width: minGauge, Flex: 1, Drop: 1}
	when := chart.Column{Title: p.text.Head.Period, Width: widest(shares, shortPeriod), Align: chart.AlignRight}
	if p.in.Width < narrow {
		whole.Min = leastGauge
	}
	switch room := w - value.Width - when.Width - 3*chart.ColumnGap; {
	case p.at.Table && p.stacked(): // what it is a share of has lines of its own
		whole.Min = 1
	case p.at.Table && room < 2*leastBeside: // it goes
		whole.Width, whole.Min = w, 0
	case p.at.Table:
		name.Width = p.parted(shares, value.Width, room)
		whole.Width, whole.Min = room-name.Width, 0
	case p.at.View == place.Shares:
		name.Width = min(name.Width, p.in.Width/3) // it is all that is compared there
	default:
		name.Width = min(name.Width, w/2) // leaves a gauge that can be read
	}
	return p.table(name, value, whole, when)
}

// parted is the width of the column of names of shares that, with what they are shares
// of, has so much room, before a column of values: that with which the fewest rows do not
// fit, and of those by the least.
func (p Page) parted(shares []*model.Figure, value, room int) int {
	shares = shares[:min(len(shares), measured)]
	names, wholes := make([]int, len(shares)), make([]int, len(shares))
	for n, f := range shares {
		left := value - cell.Width(p.text.Brief(f)) - markWidth
		names[n], wholes[n] = cell.Width(p.figureName(f))+p.chipWidth()-left, cell.Width(p.denominator(f))
	}
	best, least := leastBeside, math.MaxInt
	for w := leastBeside; w <= room-leastBeside; w++ {
		cost := 0
		for n := range shares {
			if over := max(names[n]-w, 0) + max(wholes[n]-(room-w), 0); over > 0 {
				cost += over + 1000 // rows before cells
			}
		}
		if cost < least {
			best, least = w, cost
		}
	}
	return best
}

func (p Page) denominator(f *model.Figure) string { return f.Indicator.Denominator.In(p.in.Lang) }

// shareName draws the lines of the name of a share, the first in room cells, behind the
// chip of its cluster where shares of several clusters are listed.
func (p Page) shareName(c cell.Canvas, f *model.Figure, name []string, room int, s *theme.Styles) {
	indent := p.chipWidth()
	if indent > 0 {
		p.line(c).Put(s.Chip(f.Indicator.Cluster.Hue), chipGlyph).Put(s.Text, " ")
	}
	for y := range name[1:] {
		p.line(c.Line(1+y)).To(s.Text, indent)
	}
	p.name(c.Area(indent, 0, c.W-indent, c.H), name, room, s)
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

// shareRow is a share in w cells with its gauge; a thin one where rows have no line
// between them.
func (p *Page) shareRow(f *model.Figure, table chart.Table, w int, thin bool) entry {
	gauge := p.gauge
	if thin {
		gauge = p.thinGauge
	}
	if p.stacked() {
		return p.narrowShareRow(f, table, w)
	}
	room := p.besideShare(f, table, w)
	return p.shareEntry(f, table, []string{p.figureName(f)}, room, func(c cell.Canvas, s *theme.Styles) { gauge(c, f, s) })
}

// wrappedShare is a share of a detail: of a name wider than its room the rest stands below,
// as in other lists of figures.
func (p *Page) wrappedShare(f *model.Figure, table chart.Table, w int) entry {
	if p.stacked() {
		return p.narrowShareRow(f, table, w)
	}
	room := p.besideShare(f, table, w)
	return p.shareEntry(f, table, nameLines(p.figureName(f), room, w-p.chipWidth()), room, func(c cell.Canvas, s *theme.Styles) { p.thinGauge(c, f, s) })
}

// besideShare is the room of the name of a share, beside its chip.
func (p Page) besideShare(f *model.Figure, table chart.Table, w int) int {
	return besideValue(chart.Columns(table.Columns, w), cell.Width(p.text.Brief(f))+markWidth) - p.chipWidth()
}

// shareLine is a share with what it is a share of in place of the gauge. Both go on
// below where they would be cut.
func (p *Page) shareLine(f *model.Figure, table chart.Table, w int) entry {
	if p.stacked() {
		return p.narrowShareRow(f, table, w)
	}
	widths, room := chart.Columns(table.Columns, w), p.besideShare(f, table, w)
	at := widths[0] + chart.ColumnGap + widths[valueColumn]
	name, whole := nameLines(p.figureName(f), room, at-p.chipWidth()), cell.Wrap(p.denominator(f), widths[gaugeColumn])
	for len(name) < len(whole) {
		name = append(name, "")
	}
	row := p.shareEntry(f, table, name, room, func(c cell.Canvas, s *theme.Styles) { table.Write(gaugeColumn, c, s.Label, whole[0]) })
	draw := row.draw
	row.draw = func(s *theme.Styles, c cell.Canvas) {
		draw(s, c)
		for y := 1; y < len(whole); y++ {
			c.Put(at+chart.ColumnGap, y, s.Label, whole[y])
		}
	}
	return row
}

// shareEntry is a share with the lines of its name, the first in room cells beside its
// chip.
func (p *Page) shareEntry(f *model.Figure, table chart.Table, name []string, room int, gauge func(c cell.Canvas, s *theme.Styles)) entry {
	return entry{id: f.ID, height: len(name), draw: func(s *theme.Styles, c cell.Canvas) {
		framed(c, table, gaugeColumn, s)
		table.Row(c, s.Text, func(column int, c cell.Canvas) {
			switch column {
			case 0:
			case gaugeColumn:
				gauge(c, s)
			default:
				p.shareCell(table, column, c, f, s)
			}
		})
		p.shareName(c, f, name, room, s)
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

// narrowShareRow is a share in w cells under its name, in the table with what it is a
// share of, and the other columns on its last line.
func (p *Page) narrowShareRow(f *model.Figure, table chart.Table, w int) entry {
	under, indent := table, p.chipWidth()
	under.Columns = table.Columns[valueColumn:]
	name, whole := cell.Wrap(p.figureName(f), max(w-indent, 1)), []string(nil)
	if p.at.Table {
		whole = cell.Wrap(p.denominator(f), max(w-indent, 1))
	}
	return entry{id: f.ID, height: len(name) + len(whole) + 1, draw: func(s *theme.Styles, c cell.Canvas) {
		p.shareName(c, f, name, c.W-indent, s)
		for y, l := range whole {
			p.line(c.Line(len(name)+y)).To(s.Text, indent).Cell(s.Label, l, c.W-indent)
		}
		p.line(c.Line(c.H-1)).To(s.Text, indent)
		below := c.Area(indent, c.H-1, c.W-indent, 1)
		if !p.at.Table {
			framed(below, under, gaugeColumn-valueColumn, s)
		}
		under.Row(below, s.Text, func(column int, c cell.Canvas) {
			switch column += valueColumn; {
			case column != gaugeColumn:
				p.shareCell(table, column, c, f, s)
			case !p.at.Table:
				p.gauge(c, f, s)
			}
		})
	}}
}
