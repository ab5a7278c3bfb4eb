package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"anhui-tui/model/suggest"
)

// maxFaults is the number of faults kept.
const maxFaults = 100

// maxShown is the number of characters of a faulty cell that a message quotes.
const maxShown = 40

// Fault is a fault of a data package and its position.
type Fault struct {
	File string
	// Line and Column are where the faulty cell begins, counted from 1, Column in
	// characters. Both are 0 for a fault of the file as a whole.
	Line, Column int
	Field        string // name of the column, "" if the fault is not of one cell
	Message      string
}

// Error returns the fault as "file:line:column: message".
func (f Fault) Error() string {
	if f.Line == 0 {
		return f.File + ": " + f.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message)
}

// Faults is the error of [Load]: the faults of a package, ordered by file and
// line.
type Faults struct {
	List []Fault // the first 100 found
	More int     // number of faults beyond those
}

// Error returns the faults, one a line.
func (f *Faults) Error() string {
	lines := make([]string, 0, len(f.List)+1)
	for _, fault := range f.List {
		lines = append(lines, fault.Error())
	}
	if f.More > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", f.More))
	}
	return strings.Join(lines, "\n")
}

// full reports whether no more faults are kept, and if so counts one more, so
// that its message need not be composed.
func (f *Faults) full() bool {
	if len(f.List) < maxFaults {
		return false
	}
	f.More++
	return true
}

func (f *Faults) add(fault Fault) {
	if !f.full() {
		f.List = append(f.List, fault)
	}
}

// err returns the faults in the order of the files of the package, or nil if
// there are none.
func (f *Faults) err() error {
	if len(f.List) == 0 {
		return nil
	}
	order := slices.Concat([]string{".", descriptorFile}, FileNames())
	slices.SortStableFunc(f.List, func(a, b Fault) int {
		return cmp.Or(
			cmp.Compare(slices.Index(order, a.File), slices.Index(order, b.File)),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
		)
	})
	return f
}

// columnAt returns the column, in characters from 1, of the byte offset in
// line.
func columnAt(line string, offset int) int {
	return utf8.RuneCountInString(line[:offset]) + 1
}

// quote returns s in quotation marks for a message: shortened, with unprintable
// characters escaped.
func quote(s string) string {
	n := 0
	for i := range s {
		if n == maxShown {
			return fmt.Sprintf("%q...", s[:i])
		}
		n++
	}
	return fmt.Sprintf("%q", s)
}

// didYouMean returns `; did you mean "..."?` with the name nearest to s, or ""
// if none is near.
func didYouMean(s string, names []string) string {
	near := suggest.Nearest(s, names)
	if len(near) == 0 {
		return ""
	}
	return "; did you mean " + quote(near[0]) + "?"
}
