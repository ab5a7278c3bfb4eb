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

// leastBeside is the room with which names stand beside their numbers. In less of it
// they stand above them.
const leastBeside = 14

// besideValue is the room of a name before a value of so many cells: its column, the
// first of widths, and what the value leaves of the second.
func besideValue(widths []int, value int) int { return widths[0] + max(widths[1]-value, 0) }

// figureRows lists figures in w cells: name, value, and where there is room growth, rank
// and series; period. A name that would be cut goes on below, and so does growth without
// a column; where names have hardly room, they stand above. It returns the titles of the
// columns too.
func (p *Page) figureRows(figures []*model.Figure, w int) ([]entry, []heading) {
	all := nav.RowsIn(p.at.View, figures)
	columns := p.figureColumns(all)
	table, by := p.tableOf(columns)
	widths := chart.Columns(table.Columns, w)
	room := func(f *model.Figure) int { return besideValue(widths, cell.Width(p.text.Value(f))+markWidth) }
	above := widths[0] < leastBeside && slices.ContainsFunc(figures[:min(len(figures), measured)], func(f *model.Figure) bool { return cell.Width(p.fullName(f)) > room(f) })
	if above {
		columns = columns[1:]
		columns[0].Min, columns[0].Flex = leastBeside, 1
		table, by = p.tableOf(columns)
		widths = chart.Columns(table.Columns, w)
		room = func(*model.Figure) int { return w }
	}
	growthColumn := slices.Index(by, place.ByGrowth)
	below := growthColumn < 0 || widths[growthColumn] == 0 // stands growth
	rows := make([]entry, 0, len(all))
	for n, r := range all {
		name := []string{p.fullName(r.Figure)}
		room, numbers := room(r.Figure), 0
		switch {
		case above:
			name = cell.Wrap(name[0], w)
			numbers = len(name)
		case n < measured:
			name = nameLines(name[0], room, w)
		}
		row := entry{id: r.ID, height: max(len(name), numbers+1)}
		if r.Growth != nil {
			if row.beside = r.Growth.ID; below {
				row.height++
			}
		}
		row.draw = func(s *theme.Styles, c cell.Canvas) {
			table.Row(c.Line(numbers), s.Text, func(column int, c cell.Canvas) {
				if draw := columns[column].draw; draw != nil {
					draw(c, r, s)
				}
			})
			p.name(c, name, room, s)
			if above && cell.Width(p.text.Value(r.Figure))+markWidth > widths[0] { // it has what its period leaves
				p.value(c.Area(0, numbers, w-1-cell.Width(r.Period.Short()), 1), r.Figure, s.Row, s)
			}
			if r.Growth != nil && below {
				label, value := widths[0], widths[1]
				if above {
					label = cell.Width("  " + p.text.Aside.Growth)
					value = max(widths[0]-label-chart.ColumnGap, cell.Width(p.text.Value(r.Growth))+markWidth)
				}
				p.growthBelow(c.Line(c.H-1), r, s, label, value)
			}
		}
		rows = append(rows, row)
	}
	titles := headingsOf(table, w, by...)
	if !above { // names are under the heading
		titles = titles[1:]
	}
	return rows, titles
}

// tableOf is the table of columns, and what each is the order by.
func (p Page) tableOf(columns []figureColumn) (table chart.Table, by []place.Column) {
	for _, c := range columns {
		table.Columns, by = append(table.Columns, c.Column), append(by, c.by)
	}
	table.Tail = moreGlyph
	return table, by
}

// name draws the lines of a name, the first in so many cells.
func (p Page) name(c cell.Canvas, lines []string, room int, s *theme.Styles) {
	p.line(c).Cell(s.Row, lines[0], room)
	for y, l := range lines[1:] {
		p.line(c.Line(1+y)).Cell(s.Row, l, c.W)
	}
}

// nameLines is a name beside numbers in room cells, and what of it goes on below them,
// indented, in w.
func nameLines(name string, room, w int) []string {
	if room > 0 && cell.Width(name) > room {
		if lines := cell.Wrap(name, room); len(lines) > 1 { // else one wide character
			rest := cell.Wrap(strings.TrimPrefix(name, lines[0]), max(w-2, 1))
			for n, l := range rest {
				rest[n] = "  " + l
			}
			return append(lines[:1], rest...)
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
