package data

import (
	"slices"
	"strings"
)

// header checks that the current line names the columns in their order, which
// is fixed so that packages can be compared line by line.
func (r *record) header(l *lines) bool {
	if !r.split(l) {
		return false
	}
	columns := r.table.columns
	got := make([]string, len(r.cells))
	for i, c := range r.cells {
		got[i] = c.text
	}
	if slices.Equal(got, columns) {
		return true
	}
	if len(got) == 1 {
		for _, d := range []struct{ char, name string }{{";", "semicolons"}, {"\t", "tabs"}, {"|", "vertical bars"}} {
			if strings.Contains(got[0], d.char) {
				l.fault(0, "cells are separated by "+d.name+"; separate them by commas")
				return false
			}
		}
	}
	if !r.reportColumns(l, got) {
		for i := range columns {
			if got[i] != columns[i] {
				l.fault(r.cells[i].at, "column "+quote(got[i])+" stands where "+quote(columns[i])+" belongs; the order is "+strings.Join(columns, ","))
				break
			}
		}
	}
	return false
}

// reportColumns adds faults of unknown, repeated and missing columns, and
// reports whether there are any.
func (r *record) reportColumns(l *lines, got []string) bool {
	columns, found := r.table.columns, false
	for i, name := range got {
		switch {
		case !slices.Contains(columns, name):
			l.fault(r.cells[i].at, "unknown column "+quote(name)+didYouMean(name, columns))
		case slices.Contains(got[:i], name):
			l.fault(r.cells[i].at, "column "+quote(name)+" occurs twice")
		default:
			continue
		}
		found = true
	}
	for _, name := range columns {
		if !slices.Contains(got, name) {
			l.fault(0, "column "+quote(name)+" is missing; the columns are "+strings.Join(columns, ","))
			found = true
		}
	}
	return found
}
