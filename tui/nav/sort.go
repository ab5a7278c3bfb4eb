package nav

import (
	"cmp"
	"fmt"
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Pane is one of the two parts of a view.
type Pane uint8

// The panes.
const (
	List   Pane = iota // of items
	Detail             // of the item under the cursor of the list
	paneCount
)

// table is what the rows of a pane can be ordered by: nothing if it has no columns.
type table struct {
	columns []place.Column // in the order in which a key goes through them
	own     place.Sort     // what its own order is by; the zero Sort if by none of them
	// shown reports whether the pane is a table at a place; nil if it always is.
	shown func(*model.Dataset, place.Place) bool
}

// has reports whether the rows can be ordered by a column.
func (t *table) has(c place.Column) bool { return slices.Contains(t.columns, c) }

// at returns the order by a column as it is when one comes to it.
func (t *table) at(c place.Column) place.Sort {
	if c == t.own.By {
		return t.own
	}
	return place.Sort{By: c}
}

// Sorted returns what the rows of a pane are in the order of; the zero Sort if by none
// of their columns.
func Sorted(at place.Place, in Pane) place.Sort {
	if s := *order(&at, in); s != (place.Sort{}) {
		return s
	}
	return viewOf(at.View).tables[in].own
}

// order is the field of a place that has the order of a pane.
func order(at *place.Place, in Pane) *place.Sort {
	if in == Detail {
		return &at.Rows
	}
	return &at.Sort
}

// withOrder returns the place with the rows of a pane in an order, which is not named
// if it is their own.
func withOrder(at place.Place, in Pane, s place.Sort) place.Place {
	t := &viewOf(at.View).tables[in]
	if s == t.own || !t.has(s.By) {
		s = place.Sort{}
	}
	*order(&at, in) = s
	return at
}

// SortBy returns the place with the rows of a pane in the order of a column, the other
// way round if they are in that already.
func SortBy(at place.Place, in Pane, c place.Column) place.Place {
	s := Sorted(at, in)
	if s.By == c {
		s.Turned = !s.Turned
	} else {
		s = viewOf(at.View).tables[in].at(c)
	}
	return withOrder(at, in, s)
}

// IsTable reports whether the rows of a pane can be ordered at a place.
func IsTable(data *model.Dataset, at place.Place, in Pane) bool {
	t := &viewOf(at.View).tables[in]
	return len(t.columns) > 0 && (t.shown == nil || t.shown(data, at))
}

// IsSorted reports whether a view has rows that can be ordered.
func IsSorted(v place.View) bool {
	return slices.ContainsFunc(viewOf(v).tables[:], func(t table) bool { return len(t.columns) > 0 })
}

// Sortable returns the pane whose order keys change: that with the cursor, or the
// other if it alone is a table. It returns false if none is.
func Sortable(data *model.Dataset, at place.Place) (Pane, bool) {
	panes := [paneCount]Pane{List, Detail}
	if at.Sub != "" {
		panes = [paneCount]Pane{Detail, List}
	}
	for _, in := range panes {
		if IsTable(data, at, in) {
			return in, true
		}
	}
	return List, false
}

// NextSort returns the place with the rows of a pane in the order of its next column;
// after the last it is their own.
func NextSort(data *model.Dataset, at place.Place) place.Place {
	in, ok := Sortable(data, at)
	if !ok {
		return at
	}
	t := &viewOf(at.View).tables[in]
	columns := t.columns
	if t.own.By == place.NoColumn {
		columns = append([]place.Column{place.NoColumn}, columns...)
	}
	return withOrder(at, in, t.at(columns[(slices.Index(columns, Sorted(at, in).By)+1)%len(columns)]))
}

// TurnSort returns the place with the rows of a pane the other way round: the place
// itself if they are in the order of no column.
func TurnSort(data *model.Dataset, at place.Place) place.Place {
	in, ok := Sortable(data, at)
	if s := Sorted(at, in); ok && s.By != place.NoColumn {
		return SortBy(at, in, s.By)
	}
	return at
}

// OrderName returns what an order is called.
func OrderName(t *text.Texts, s place.Sort) string {
	switch by := t.SortBy[s.By]; {
	case !s.Turned:
		return by
	case s.Descending():
		return fmt.Sprintf(t.SortedOff, by)
	default:
		return fmt.Sprintf(t.SortedUp, by)
	}
}

// key is what a row is compared by. Rows without one are last, whichever way round.
type key struct {
	of    string // the key is compared with keys of the same only; others stay in order
	n, m  float64
	text  string
	when  model.Period
	known bool
}

// countKey is a number that is none at all if it is zero.
func countKey(n int) key { return key{n: float64(n), known: n > 0} }

func textKey(s string) key { return key{text: s, known: s != ""} }

// nameKey compares names as a list in their language has them: Chinese ones by pinyin.
func nameKey(name string) key { return textKey(model.Initials(name) + "\x00" + name) }

// keys are what rows of one kind are compared by, for each of their columns.
type keys[T any] map[place.Column]func(q query, row T) key

// query is what a key is asked of.
type query struct {
	data  *model.Dataset
	lang  model.Lang
	topic *model.Cluster // of statements
}

func (q query) text() *text.Texts { return text.For(q.lang) }

// sorted returns rows in an order, those that are equal in it as before.
func sorted[T any](q query, rows []T, s place.Sort, by keys[T]) []T {
	of := by[s.By]
	if of == nil {
		return rows
	}
	type keyed struct {
		row T
		key
		group int
	}
	all, groups := make([]keyed, len(rows)), map[string]int{}
	for n, row := range rows {
		k := of(q, row)
		if _, seen := groups[k.of]; !seen && k.known {
			groups[k.of] = len(groups)
		}
		all[n] = keyed{row, k, groups[k.of]}
	}
	way := 1
	if s.Descending() {
		way = -1
	}
	slices.SortStableFunc(all, func(a, b keyed) int {
		switch {
		case !a.known || !b.known:
			return unknown(a.key) - unknown(b.key)
		case a.group != b.group:
			return a.group - b.group
		}
		return way * cmp.Or(cmp.Compare(a.n, b.n), cmp.Compare(a.m, b.m), cmp.Compare(a.text, b.text), a.when.Compare(b.when))
	})
	rows = make([]T, len(all))
	for n := range all {
		rows[n] = all[n].row
	}
	return rows
}

func unknown(k key) int {
	if k.known {
		return 0
	}
	return 1
}

// The keys of each kind of rows.
//
//nolint:gochecknoglobals // tables of functions
var (
	figureKeys = keys[Row]{
		place.ByValue:     func(_ query, r Row) key { return valueKey(r.Figure) },
		place.ByGrowth:    func(_ query, r Row) key { return valueKey(r.Growth) },
		place.ByName:      func(q query, r Row) key { return nameKey(q.text().FullName(r.Indicator)) },
		place.ByDate:      func(_ query, r Row) key { return key{when: r.Period, known: true} },
		place.ByRank:      func(_ query, r Row) key { return rankKey(r.Figure) },
		place.ByYears:     func(q query, r Row) key { return yearsKey(q, r.Indicator) },
		place.ByCluster:   func(q query, r Row) key { return clusterKey(q, r.Indicator) },
		place.ByWhole:     func(q query, r Row) key { return nameKey(r.Indicator.Denominator.In(q.lang)) },
		place.ByPublisher: func(q query, r Row) key { return nameKey(r.Source.Publisher.In(q.lang)) },
		place.ByStatus:    func(_ query, r Row) key { return textKey(string(r.Status)) },
	}
	indicatorKeys = keys[*model.Indicator]{
		place.ByCluster: clusterKey,
		place.ByName:    func(q query, i *model.Indicator) key { return nameKey(q.text().FullName(i)) },
		place.ByValue:   func(q query, i *model.Indicator) key { return valueKey(Shown(q.data, i)) },
		place.ByDate: func(q query, i *model.Indicator) key {
			year, _ := q.data.LastYear(i)
			return countKey(year)
		},
		place.ByYears: yearsKey,
	}
	standingKeys = keys[model.Standing]{
		place.ByValue:  func(_ query, s model.Standing) key { return valueKey(s.Figure) },
		place.ByGrowth: func(_ query, s model.Standing) key { return valueKey(s.Growth) },
		place.ByName:   func(q query, s model.Standing) key { return nameKey(s.Place.Name.In(q.lang)) },
	}
	sourceKeys = keys[*model.Source]{
		place.ByName:  func(q query, s *model.Source) key { return nameKey(s.Publisher.In(q.lang)) },
		place.ByDate:  func(_ query, s *model.Source) key { return textKey(s.Date) },
		place.ByGrade: func(_ query, s *model.Source) key { return textKey(string(s.Grade)) },
		place.ByCount: func(q query, s *model.Source) key { return countKey(len(q.data.FiguresFrom(s))) },
	}
	personKeys = keys[*model.Person]{
		place.ByName:  func(q query, p *model.Person) key { return nameKey(p.Name.In(q.lang)) },
		place.ByCount: func(q query, p *model.Person) key { return countKey(len(q.data.StatementsBy(p, q.topic))) },
		place.ByDate: func(q query, p *model.Person) key {
			last := ""
			for _, s := range q.data.StatementsBy(p, q.topic) {
				last = max(last, s.Date)
			}
			return textKey(last)
		},
	}
)

// Shown returns the figure that stands for a series in the list: the latest of a whole
// year, else the latest.
func Shown(data *model.Dataset, i *model.Indicator) *model.Figure {
	if f := data.LatestYear(i); f != nil {
		return f
	}
	return data.Latest(i)
}

// valueKey compares what figures in one unit claim.
func valueKey(f *model.Figure) key {
	if f == nil {
		return key{}
	}
	c, ok := f.Value.Claim()
	return key{of: f.Indicator.Unit.ID, n: c.Lower, m: c.Upper, known: ok}
}

// rankKey compares ranks in one territory.
func rankKey(f *model.Figure) key {
	k := countKey(f.Rank)
	k.of = f.Indicator.RankedIn.String()
	return k
}

func yearsKey(q query, i *model.Indicator) key { return countKey(len(q.data.Series(i))) }

func clusterKey(q query, i *model.Indicator) key {
	return countKey(1 + slices.Index(q.data.Clusters, i.Cluster))
}
