package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"anhui-tui/model/suggest"
)

// maxFaults is how many faults are kept; a package with more is broken in a
// way that reading on does not make clearer.
const maxFaults = 100

// maxShown is how many characters of a faulty cell a message repeats.
const maxShown = 40

// Fault is one thing that is wrong with a data package.
type Fault struct {
	File string
	// Line and Column say where the faulty cell begins, from 1 and in
	// characters, as an editor counts them. Both are 0 if the fault is the
	// file's as a whole.
	Line, Column int
	Field        string // name of the column, "" if it is not one cell's fault
	Message      string
}

// Error returns the fault as "file:line:column: message".
func (f Fault) Error() string {
	if f.Line == 0 {
		return f.File + ": " + f.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message)
}

// Faults is the error of [Load]: everything found wrong, by file and line.
type Faults struct {
	List []Fault // the first 100 found
	More int     // how many there are besides
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

// full counts one more fault and reports whether there is no room to keep it,
// so that nobody works out a message that is not shown.
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

// err returns the faults in the order of the package's files, or nil if there
// are none.
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

// columnAt returns the column of the byte at an offset of a line.
func columnAt(line string, offset int) int {
	return utf8.RuneCountInString(line[:offset]) + 1
}

// quote returns s in quotation marks for a message: shortened, and with
// everything escaped that does not print.
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

// didYouMean returns `; did you mean "..."?` for the name nearest to s, or ""
// if none is near.
func didYouMean(s string, names []string) string {
	near := suggest.Nearest(s, names)
	if len(near) == 0 {
		return ""
	}
	return "; did you mean " + quote(near[0]) + "?"
}
