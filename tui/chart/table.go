package chart

import "strings"

// Table draws the rows of a list that are on screen. It asks only for the
// cells it shows, so that the number of rows does not matter.
type Table struct {
	Columns []Column
	Rows    int // how many rows the whole list has
	// Cell returns the text of a cell. It may be painted, and it is told its
	// width so that it can be a gauge; what is wider is truncated.
	Cell     func(row, column, width int) string
	First    int // the row at the top: see Scroll
	Selected int // the row under the cursor; negative: none
	Spacing  int // empty lines after each row
	NoHeader bool
	Tail     string // ends a truncated text: Glyphs.Tail
	Style    TableStyle
}

// TableStyle colours a table. Selected lies under the whole of its row.
type TableStyle struct {
	Header, Row, Selected Ink
}

// Draw returns exactly h lines of exactly w cells, and for each line the row
// it holds, -1 if none, for mouse clicks.
func (t Table) Draw(w, h int) (lines []string, rows []int) {
	if w <= 0 || h <= 0 {
		return nil, nil
	}
	widths := Columns(t.Columns, w)
	lines = make([]string, 0, h)
	rows = make([]int, 0, h)
	if t.headerLines() > 0 {
		title := func(i int) string { return t.Columns[i].Title }
		lines = append(lines, t.Style.Header.Over(t.line(widths, w, title)))
		rows = append(rows, -1)
	}
	step := 1 + max(t.Spacing, 0)
	for top := len(lines); len(lines) < h; {
		row := max(t.First, 0) + (len(lines)-top)/step
		if (len(lines)-top)%step != 0 || row >= t.Rows {
			lines = append(lines, spaces(w))
			rows = append(rows, -1)
			continue
		}
		lines = append(lines, t.row(row, widths, w))
		rows = append(rows, row)
	}
	return lines, rows
}

// Fits returns how many rows can be seen in h lines.
func (t Table) Fits(h int) int {
	step := 1 + max(t.Spacing, 0)
	return (max(h-t.headerLines(), 0) + step - 1) / step
}

func (t Table) headerLines() int {
	if t.NoHeader {
		return 0
	}
	return 1
}

func (t Table) row(row int, widths []int, w int) string {
	line := t.line(widths, w, func(i int) string {
		if t.Cell == nil {
			return ""
		}
		return t.Cell(row, i, widths[i])
	})
	if row == t.Selected {
		return t.Style.Selected.Over(line)
	}
	return t.Style.Row.Over(line)
}

func (t Table) line(widths []int, w int, cell func(i int) string) string {
	var b strings.Builder
	b.Grow(2 * w)
	used := 0
	for i, width := range widths {
		if width == 0 {
			continue
		}
		if used > 0 {
			b.WriteString(spaces(ColumnGap))
			used += ColumnGap
		}
		used += width
		text, wide := truncate(cell(i), width, t.Tail)
		pad := spaces(width - wide)
		if t.Columns[i].Align == AlignRight {
			b.WriteString(pad)
			pad = ""
		}
		b.WriteString(text)
		b.WriteString(pad)
	}
	b.WriteString(spaces(w - used))
	return b.String()
}

// Scroll returns the first row to show of a list of rows, fits of which can be
// seen at once, so that the selected one can: the list moves only as far as
// it must from where it was, first.
func Scroll(first, selected, rows, fits int) int {
	if fits <= 0 {
		return 0
	}
	if selected >= 0 && selected < rows {
		first = min(max(first, selected-fits+1), selected)
	}
	return max(min(first, rows-fits), 0)
}
