package report

import (
	"slices"

	"anhui-tui/model"
)

// List is all records of one kind.
type List struct {
	Records Records
	brief   []string // the columns a reader gets; programs get all of them
}

// Kinds are the kinds of records there are lists of.
func Kinds() []string {
	return []string{"clusters", "indicators", "figures", "sources", "statements", "conflicts", "places"}
}

// ListOf returns the list of a kind; false if there is no such kind.
func ListOf(data *model.Dataset, kind string, lang model.Lang) (List, bool) {
	var l List
	switch kind {
	case "clusters":
		l.Records = records(clusterColumns(data, lang), data.Clusters)
		l.brief = []string{"id", "indicators", "figures", "statements", "name"}
	case "indicators":
		l.Records = records(indicatorColumns(data, lang), data.Indicators)
		l.brief = []string{"id", "cluster", "kind", "scope", "unit", "figures", "name"}
	case "figures":
		return FigureList(data, data.Figures, lang), true
	case "sources":
		l.Records = records(sourceColumns(data, lang), data.Sources)
		l.brief = []string{"id", "date", "grade", "figures", "publisher", "title"}
	case "statements":
		l.Records = records(statementColumns(lang), data.Statements)
		l.brief = []string{"id", "name", "topics", "speech", "text"}
	case "conflicts":
		l.Records = records(conflictColumns(lang), data.Conflicts)
		l.brief = []string{"id", "lead", "figures", "name"}
	case "places":
		l.Records = records(placeColumns(data, lang), data.Places)
		l.brief = []string{"id", "within", "indicators", "figures", "name"}
	default:
		return List{}, false
	}
	l.Records = l.Records.stamped(data.Version, data.AsOf)
	return l, true
}

// FigureList returns the list of some of the figures.
func FigureList(data *model.Dataset, figures []*model.Figure, lang model.Lang) List {
	isNew := column[*model.Figure]{"new", func(f *model.Figure) any { return data.IsNew(f) }}
	return List{
		Records: records(append(figureColumns(data, lang), isNew), figures).stamped(data.Version, data.AsOf),
		brief:   []string{"id", "period", "worded", "as_printed", "status", "new", "source"},
	}
}

// table is the list for a reader, under the names programs know the columns
// by.
func (l List) table() Table {
	var t Table
	at := make([]int, 0, len(l.brief))
	for _, name := range l.brief {
		i := slices.Index(l.Records.Columns, name)
		at = append(at, i)
		numeric := len(l.Records.Rows) > 0
		for _, values := range l.Records.Rows {
			_, isInt := values[i].(int)
			numeric = numeric && isInt
		}
		t.Columns = append(t.Columns, Column{name, numeric})
	}
	for _, values := range l.Records.Rows {
		cells := make([]string, len(at))
		for i, from := range at {
			cells[i] = plain(values[from])
			if is, ok := values[from].(bool); ok {
				cells[i] = ""
				if is { // marked by the column's name
					cells[i] = l.brief[i]
				}
			}
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
