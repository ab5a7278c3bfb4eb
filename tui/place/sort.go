package place

import "strings"

// Column is a column of the tables of the dashboard, as what they can be ordered by.
type Column uint8

// The columns.
const (
	NoColumn    Column = iota // a table's own order, which may be by none
	ByValue                   // the largest first; figures of one unit together
	ByCluster                 // in the order of the dataset
	ByName                    // in the language shown
	ByDate                    // of a period or a day, the latest first
	ByCount                   // of figures, of statements: the most first
	ByGrowth                  // as stated beside a value, the largest first
	ByRank                    // as stated, the first first; ranks in one territory together
	ByYears                   // of a series, the most first
	ByWhole                   // what shares are of, by name
	ByPublisher               // by name
	ByStatus                  // the letters of a figure
	ByGrade                   // of a source
	ColumnCount               // how many there are
)

func columnNames() []string {
	return []string{"", "value", "cluster", "name", "date", "count", "growth", "rank", "years", "whole", "publisher", "status", "grade"}
}

// String returns the column's name in links: "value".
func (c Column) String() string { return columnNames()[c%ColumnCount] }

// descending reports whether an order by the column that is not turned has the
// largest, the latest, the most first.
func (c Column) descending() bool {
	switch c {
	case ByValue, ByDate, ByCount, ByGrowth, ByYears:
		return true
	case NoColumn, ByCluster, ByName, ByRank, ByWhole, ByPublisher, ByStatus, ByGrade, ColumnCount:
	}
	return false
}

// Sort is an order of the rows of a table. The zero Sort is the table's own.
type Sort struct {
	By     Column
	Turned bool // the other way round than an order by the column usually is
}

// Descending reports whether the largest is first.
func (s Sort) Descending() bool { return s.By.descending() != s.Turned }

// The directions in links: only of an order that is turned, so that links from before
// there were any mean what they meant.
const upward, downward = ".asc", ".desc"

// String returns the order's name in links: "name", "name.desc".
func (s Sort) String() string {
	switch name := s.By.String(); {
	case !s.Turned:
		return name
	case s.Descending():
		return name + downward
	default:
		return name + upward
	}
}

// parseSort returns the order with a name, and whether there is one.
func parseSort(name string) (Sort, bool) {
	column, up := strings.CutSuffix(name, upward)
	column, down := strings.CutSuffix(column, downward)
	i, ok := index(columnNames(), column)
	if !ok || column == "" || up && down {
		return Sort{}, false
	}
	s := Sort{By: Column(i)}
	s.Turned = up && s.By.descending() || down && !s.By.descending()
	return s, true
}
