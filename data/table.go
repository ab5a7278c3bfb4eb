package data

import (
	"fmt"
	"slices"
	"strings"
)

// tableText is the text of a table, for the positions of faults.
type tableText struct {
	name    string // "sources"
	columns []string
	text    string
}

func (s *tableText) file() string { return s.name + ".csv" }

// fault returns a fault of the cell in the given row, counted from 0, and
// column. It finds the row by counting lines, as only faults need its position.
func (s *tableText) fault(row int, column, message string) Fault {
	rest := s.text
	for range row + 1 {
		_, rest, _ = strings.Cut(rest, "\n")
	}
	line, _, _ := strings.Cut(rest, "\n")
	cells, _, _ := splitLine(line, nil)
	at := cells[slices.Index(s.columns, column)].at
	return Fault{s.file(), row + 2, columnAt(line, at), column, message}
}

// table is the text of a table and its rows decoded to T. If it has no faults,
// row i is on line i+2.
type table[T any] struct {
	tableText
	rows []T
	byID map[string]int
}

// find returns the row with the id.
func (t *table[T]) find(id string) (row T, ok bool) {
	i, ok := t.byID[id]
	if ok {
		row = t.rows[i]
	}
	return row, ok
}

// read decodes the rows of text.
func (t *table[T]) read(text string, from *loader, decode func(*record) T) {
	faults := from.faults
	t.text = text
	n := min(strings.Count(text[:min(len(text), 1<<20)], "\n"), maxRows)
	t.byID, t.rows = make(map[string]int, n), make([]T, 0, n)
	l := lines{rest: text, file: t.file(), faults: faults}
	r := &record{table: &t.tableText, faults: faults, trusted: from.trusted}
	if !l.next() || !r.header(&l) {
		return
	}
	for l.next() {
		if l.number > maxRows+1 {
			l.fault(0, fmt.Sprintf("table has more than %d rows, the most that are read", maxRows))
			return
		}
		if !r.row(&l) {
			continue
		}
		id := r.cells[0].text
		if first, ok := t.byID[id]; ok && id != "" {
			r.fault("id", "id %s is taken by line %d", quote(id), first+2)
		} else {
			t.byID[id] = l.number - 2
		}
		// Rows of a package with faults are only checked, not kept.
		if row := decode(r); len(faults.List) == 0 {
			t.rows = append(t.rows, row)
		}
	}
}

// lines splits a text into lines and checks their form.
type lines struct {
	rest, file string
	faults     *Faults
	line       string // the current one, without its end
	number     int    // of the current one, from 1
	crlf       bool   // whether CR LF was reported; once is enough
}

// next moves to the next line that can be read, and reports whether there is
// one.
func (l *lines) next() bool {
	if l.number == 0 && !l.begin() {
		return false
	}
	for l.rest != "" {
		line, rest, ended := strings.Cut(l.rest, "\n")
		l.line, l.rest = line, rest
		l.number++
		switch {
		case len(l.line) > maxLineBytes:
			l.fault(0, fmt.Sprintf("line is longer than %d KiB, the most that is read", maxLineBytes>>10))
			continue
		case !ended:
			l.fault(len(l.line), "file does not end with a line feed; it may be cut off")
			return false
		}
		l.trimCR()
		if l.line == "" {
			l.fault(0, "line is empty; remove it")
			continue
		}
		return true
	}
	return false
}

// begin checks the beginning of the file, and reports whether it is text.
func (l *lines) begin() bool {
	if what := notText(l.rest); what != "" {
		l.faults.add(Fault{File: l.file, Line: 1, Column: 1, Message: "is " + what + "; export it as CSV in UTF-8"})
		return false
	}
	if l.rest == "" {
		l.faults.add(Fault{File: l.file, Line: 1, Column: 1, Message: "is empty; the first line names the columns"})
	}
	if rest, ok := strings.CutPrefix(l.rest, "\ufeff"); ok {
		l.fault(0, "begins with a byte order mark; save as UTF-8 without BOM")
		l.rest = rest
	}
	return true
}

func (l *lines) trimCR() {
	line, ok := strings.CutSuffix(l.line, "\r")
	if ok && !l.crlf {
		l.crlf = true
		l.fault(len(line), "line ends in CR LF; save the file with LF")
	}
	l.line = line
}

func (l *lines) fault(offset int, message string) {
	if l.faults.full() {
		return
	}
	l.faults.add(Fault{File: l.file, Line: max(1, l.number), Column: columnAt(l.line, offset), Message: message})
}
