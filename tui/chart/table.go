package chart

import "anhui-tui/tui/cell"

// Table lays out rows in columns. It knows nothing of how many rows there are
// or which are on screen: whoever lists them asks for one at a time.
type Table struct {
	Columns []Column
	Tail    string // ends a truncated text: Glyphs.Tail
}

// Row draws a row on the first line of c, with a style under all of it. draw
// draws the cell of a column.
func (t Table) Row(c cell.Canvas, under cell.Style, draw func(column int, c cell.Canvas)) {
	x := 0
	for i, width := range Columns(t.Columns, c.W) {
		if width == 0 {
			continue
		}
		if x > 0 {
			x += ColumnGap
		}
		draw(i, c.Area(x, 0, width, 1))
		x += width
	}
	c.Line(0).Ground(under)
}

// Write writes a text in a column as that is aligned.
func (t Table) Write(column int, c cell.Canvas, s cell.Style, text string) {
	if t.Columns[column].Align == AlignRight {
		c.Text(t.Tail).Right(s, text, c.W)
	} else {
		c.Text(t.Tail).Cell(s, text, c.W)
	}
}
