package nav

import (
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// Row is a figure in a table, and the growth stated of it that stands beside it; nil if
// none does.
type Row struct {
	*model.Figure
	Growth *model.Figure
}

// rowsOf returns figures as rows of a table: growth stands beside the level it is of if
// both are among them for one period, and else in a row of its own. Of several
// for one level the first stands there.
func rowsOf(figures []*model.Figure) []Row {
	type at struct {
		of     *model.Indicator
		period model.Period
	}
	growths := map[at]*model.Figure{}
	for _, f := range figures {
		if of := (at{f.Indicator.GrowthOf, f.Period}); of.of != nil && growths[of] == nil {
			growths[of] = f
		}
	}
	rows, beside := make([]Row, 0, len(figures)), map[*model.Figure]bool{}
	for _, f := range figures {
		row := Row{Figure: f}
		if g := growths[at{f.Indicator, f.Period}]; g != nil && !beside[g] && f.Indicator.GrowthOf == nil {
			row.Growth, beside[g] = g, true
		}
		rows = append(rows, row)
	}
	return slices.DeleteFunc(rows, func(r Row) bool { return beside[r.Figure] })
}

// RowsIn returns the figures of a table of a view as its rows.
func RowsIn(v place.View, figures []*model.Figure) []Row {
	if viewOf(v).tables[Detail].has(place.ByGrowth) {
		return rowsOf(figures)
	}
	return alone(figures)
}

// flat returns the figures of rows, growth after what it stands beside.
func flat(rows []Row) []*model.Figure {
	figures := make([]*model.Figure, 0, len(rows))
	for _, r := range rows {
		figures = append(figures, present(r.Figure, r.Growth)...)
	}
	return figures
}

// alone returns figures as rows that are of one figure each.
func alone(figures []*model.Figure) []Row {
	rows := make([]Row, 0, len(figures))
	for _, f := range figures {
		rows = append(rows, Row{Figure: f})
	}
	return rows
}

// inOrder returns figures in the order of the tables of a place's detail.
func inOrder(data *model.Dataset, at place.Place, lang model.Lang, figures []*model.Figure) []*model.Figure {
	if at.Rows == (place.Sort{}) {
		return figures
	}
	return flat(sorted(query{data: data, lang: lang}, alone(figures), at.Rows, figureKeys))
}

// under returns the figures of ordered under the headings of figures, and in the order
// of these.
func under(figures, ordered []*model.Figure, heading func(*model.Indicator) string) []*model.Figure {
	headings := map[string]int{}
	for _, f := range figures {
		if h := heading(f.Indicator); headings[h] == 0 {
			headings[h] = len(headings) + 1
		}
	}
	slices.SortStableFunc(ordered, func(a, b *model.Figure) int {
		return headings[heading(a.Indicator)] - headings[heading(b.Indicator)]
	})
	return ordered
}
