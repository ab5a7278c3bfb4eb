package screen

import (
	"slices"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

// heading is the title of a column of a table. A click on it puts the rows in the
// order of the column, a second one the other way round.
type heading struct {
	by    place.Column
	title string
	at, w int // the cells of the column
	align chart.Align
}

// The marks of the column in whose order the rows are: the smallest first, the
// largest first.
const (
	upGlyph   = "▲"
	downGlyph = "▼"
)

// sortMark is the mark of a column of a pane; "" if its rows are in the order of
// another.
func (p Page) sortMark(in nav.Pane, by place.Column) string {
	before := ""
	if p.in.ASCII { // where it is a letter
		before = " "
	}
	switch s := nav.Sorted(p.at, in); {
	case s.By != by || by == place.NoColumn:
		return ""
	case s.Descending():
		return before + downGlyph
	default:
		return before + upGlyph
	}
}

// headings draws titles of columns of a pane on the first line of c, from a cell on. A
// title wider than its column goes on over the room beside it, and those before it make
// way; one that has no room is left out.
func (p Page) headings(c cell.Canvas, in nav.Pane, from int, all []heading) {
	starts, limit := make([]int, len(all)), c.W
	for n, h := range slices.Backward(all) {
		w := cell.Width(h.title + p.sortMark(in, h.by))
		starts[n] = min(h.at, limit-w)
		if h.align == chart.AlignRight {
			starts[n] = min(h.at+h.w, limit) - w
		}
		if starts[n] >= from {
			limit = starts[n] - 1
		} else {
			starts[n] = -1
		}
	}
	for n, h := range all {
		if starts[n] < 0 {
			continue
		}
		mark, style := p.sortMark(in, h.by), p.style.Page.Muted
		if mark != "" {
			style = p.style.Page.Label
		}
		x, w := starts[n], cell.Width(h.title+mark)
		c.Put(x-1, 0, style, " ") // of the rule
		c.Put(c.Put(c.Put(x, 0, style, h.title), 0, p.style.Page.Accent, mark), 0, style, " ")
		p.hit(c.Area(x, 0, w, 1), nav.SortBy(p.at, in, h.by))
	}
}

// headingsOf are the titles of the columns of a table that is w cells wide, and what
// each is the order by; those without a title, or with nothing in them, have none.
func headingsOf(t chart.Table, w int, by ...place.Column) []heading {
	var all []heading
	x := 0
	for n, width := range chart.Columns(t.Columns, w) {
		if width == 0 {
			continue
		}
		if x > 0 {
			x += chart.ColumnGap
		}
		if column := t.Columns[n]; column.Title != "" && column.Width > 0 {
			all = append(all, heading{by[n], column.Title, x, width, column.Align})
		}
		x += width
	}
	return all
}

// titled is an entry with the titles of the columns of the table below it on its last
// line, from a cell on.
func (p *Page) titled(above entry, from int, titles []heading) entry {
	draw := above.draw
	above.draw = func(s *theme.Styles, c cell.Canvas) {
		draw(s, c)
		p.headings(c.Line(c.H-1), nav.Detail, from, titles)
	}
	return above
}
