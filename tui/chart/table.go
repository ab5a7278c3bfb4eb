package chart

import "strings"

// Table lays out rows in columns. It knows nothing of how many rows there are
// or which are on screen: whoever lists them asks for one at a time.
type Table struct {
	Columns []Column
	Tail    string // ends a truncated text: Glyphs.Tail
}

// Row returns a row of exactly w cells, with ink under all of it. cell returns
// the text of a column; it may be painted, and it is told its width so that
// it can be a gauge. What is wider is truncated.
func (t Table) Row(w int, ink Ink, cell func(column, width int) string) string {
	var b strings.Builder
	b.Grow(2 * max(w, 0))
	used := 0
	for i, width := range Columns(t.Columns, w) {
		if width == 0 {
			continue
		}
		if used > 0 {
			b.WriteString(spaces(ColumnGap))
			used += ColumnGap
		}
		used += width
		text, wide := truncate(cell(i, width), width, t.Tail)
		pad := spaces(width - wide)
		if t.Columns[i].Align == AlignRight {
			b.WriteString(pad)
			pad = ""
		}
		b.WriteString(text)
		b.WriteString(pad)
	}
	b.WriteString(spaces(w - used))
	return ink.Over(b.String())
}

// Header returns the titles of the columns as a row.
func (t Table) Header(w int, ink Ink) string {
	return t.Row(w, ink, func(i, _ int) string { return t.Columns[i].Title })
}
