package report

import (
	"fmt"
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/text"
)

// Records are rows of values under named columns, for programs: what CSV and
// JSON print. A value is a string, an int, a float64, a bool, a period, a list
// of strings, or nil where there is none.
type Records struct {
	Columns []string
	Rows    [][]any
}

// column is a column of the records of Ts.
type column[T any] struct {
	name string
	of   func(T) any
}

func names[T any](columns []column[T]) []string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = c.name
	}
	return all
}

func row[T any](columns []column[T], v T) []any {
	values := make([]any, len(columns))
	for i, c := range columns {
		values[i] = c.of(v)
	}
	return values
}

func records[T any](columns []column[T], all []T) Records {
	r := Records{Columns: names(columns), Rows: make([][]any, 0, len(all))}
	for _, v := range all {
		r.Rows = append(r.Rows, row(columns, v))
	}
	return r
}

// stamped returns the records with the dataset they are from in every row, so
// that a row still says so when it has been copied out of its file.
func (r Records) stamped(version, asOf string) Records {
	out := Records{Columns: append(r.Columns[:len(r.Columns):len(r.Columns)], "as_of", "dataset_version")}
	for _, values := range r.Rows {
		out.Rows = append(out.Rows, append(values[:len(values):len(values)], asOf, version))
	}
	return out
}

// briefColumns are the columns that are enough to read a row, and to find it again.
func briefColumns() []string {
	return []string{
		"name", "value", "unit", "period", "qualifier", "worded", "rank", "place", "text", "office", "stated", "reason", "computed_growth", "computed_index",
		"title", "publisher", "date", "grade", "figures", "id", "conflict",
	}
}

// brief returns the records with their main columns alone; the title of a source only
// if the records are sources, which begin with it.
func (r Records) brief() Records {
	var out Records
	var at []int
	for i, name := range r.Columns {
		if slices.Contains(briefColumns(), name) && (name != "title" || i == 0) {
			out.Columns, at = append(out.Columns, name), append(at, i)
		}
	}
	for _, values := range r.Rows {
		cells := make([]any, 0, len(at))
		for _, i := range at {
			cells = append(cells, values[i])
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// number is a number, or nil if it is absent.
func number(n model.Number) any {
	if v, ok := n.Get(); ok {
		return v
	}
	return nil
}

// positive is n, or nil for the 0 that stands for none.
func positive(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func ids[T any](all []*T, id func(*T) string) []string {
	some := make([]string, 0, len(all))
	for _, v := range all {
		some = append(some, id(v))
	}
	return some
}

func figureID(f *model.Figure) string { return f.ID }

// count is one of the counts of the self-audit.
type count struct {
	id, Label string
	value     any // an int or a period
}

// Text is the count as it is printed.
func (c count) Text() string {
	if p, ok := c.value.(model.Period); ok {
		return p.Short()
	}
	return fmt.Sprint(c.value)
}

// auditCounts are the counts of the self-audit.
func auditCounts(a model.Audit, words *text.Texts) []count {
	t := words.Audit
	return []count{
		{"figures", t.Figures, a.Figures},
		{"sourced", t.Sourced, a.Sourced},
		{"grade_a", t.Linked, a.Linked},
		{"low_reliability", t.LowReliability, a.LowReliability},
		{"approximate", t.Approximate, a.Approximate},
		{"targets", t.Targets, a.Targets},
		{"derived", t.Derived, a.Derived},
		{"conflicts", t.Conflicts, a.Conflicts},
		{"indicators", t.Indicators, a.Indicators},
		{"sources", t.Sources, a.Sources},
		{"statements", t.Statements, a.Statements},
		{"people", t.People, a.People},
		{"oldest", t.Oldest, a.Oldest},
		{"newest", t.Newest, a.Newest},
	}
}
