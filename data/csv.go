package data

import "strings"

// cell is one cell of a line of CSV.
type cell struct {
	text string
	at   int // offset in the line of the cell, including its quote
}

// splitLine appends the cells of a line to cells. It reads the CSV of RFC 4180
// without line breaks in cells, so that a line is a row, and an unclosed quote
// affects one line and not the rest of the file. If the line is malformed it
// returns the offset and a description of the fault.
func splitLine(line string, cells []cell) (_ []cell, at int, wrong string) {
	quoted := strings.Contains(line, `"`)
	for at = 0; ; at++ {
		var c cell
		if quoted && strings.HasPrefix(line[at:], `"`) {
			var size int
			if c, size, wrong = quotedCell(line[at:]); wrong != "" {
				return cells, at, wrong
			}
			c.at = at
			at += size
		} else {
			c = cell{line[at:], at}
			if comma := strings.IndexByte(c.text, ','); comma >= 0 {
				c.text = c.text[:comma]
			}
			if quoted && strings.Contains(c.text, `"`) {
				return cells, at, `quotation mark inside a cell that is not quoted; write the whole cell in quotation marks and double those inside`
			}
			at += len(c.text)
		}
		cells = append(cells, c)
		if at == len(line) {
			return cells, 0, ""
		}
	}
}

// quotedCell returns the quoted cell at the beginning of s and its size in
// bytes, or a description of its fault.
func quotedCell(s string) (c cell, size int, wrong string) {
	doubled := false
	for end := 1; ; end += 2 {
		i := strings.IndexByte(s[end:], '"')
		if i < 0 {
			return cell{}, 0, "quotation mark is not closed on this line; a cell cannot hold a line break"
		}
		end += i
		switch {
		case strings.HasPrefix(s[end+1:], `"`):
			doubled = true
		case end+1 < len(s) && s[end+1] != ',':
			return cell{}, 0, "text after the closing quotation mark; double a quotation mark that is part of the cell"
		default:
			c.text = s[1:end]
			if doubled {
				c.text = strings.ReplaceAll(c.text, `""`, `"`)
			}
			return c, end + 1, ""
		}
	}
}
