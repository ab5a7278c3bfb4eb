package nav

import (
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// Down returns the place with the cursor by entries further down, or up if by is
// negative, and no further than the end.
func Down(data *model.Dataset, at place.Place, lang model.Lang, by int) place.Place {
	if down := viewOf(at.View).down; down != nil {
		return down(data, at, lang, by)
	}
	return down(data, at, lang, by)
}

// down moves the cursor of the list, or of the detail if it is there.
func down(data *model.Dataset, at place.Place, lang model.Lang, by int) place.Place {
	if at.Sub != "" {
		at.Sub = along(Subs(data, at, lang), at.Sub, by)
		return at
	}
	at.Item = along(Items(data, at, lang), at.Item, by)
	return at
}

// along returns the id that many steps after id, and no further than the end.
func along(ids []string, id string, by int) string {
	if len(ids) == 0 {
		return ""
	}
	i := slices.Index(ids, id) + by
	return ids[min(max(i, 0), len(ids)-1)]
}

// HasAside reports whether ← and → move inside a view. In the others they change
// tabs.
func HasAside(v place.View) bool { return viewOf(v).aside != nil }

// Aside returns the place to the right of the cursor (by is 1) or to the left of it
// (-1): the place itself if there is none.
func Aside(data *model.Dataset, at place.Place, lang model.Lang, by int) place.Place {
	if aside := viewOf(at.View).aside; aside != nil {
		return aside(data, at, lang, by)
	}
	return at
}

// inAndOut moves the cursor from the list into the detail beside it, and back.
func inAndOut(data *model.Dataset, at place.Place, lang model.Lang, by int) place.Place {
	switch subs := Subs(data, at, lang); {
	case by < 0:
		at.Sub = ""
	case at.Sub == "" && len(subs) > 0:
		at.Sub = subs[0]
	}
	return at
}

// cells returns the growths that stand beside another figure in a row of a detail, and
// in which.
func cells(data *model.Dataset, at place.Place, lang model.Lang) map[string]string {
	return clusterOf(data, at, lang, data.Cluster(at.Item)).beside
}

// downRows moves the cursor of the list, or from row to row of the detail, in the column
// of growth as long as rows have any.
func downRows(data *model.Dataset, at place.Place, lang model.Lang, by int) place.Place {
	if at.Sub == "" {
		return down(data, at, lang, by)
	}
	beside := cells(data, at, lang)
	rows := slices.DeleteFunc(slices.Clone(Subs(data, at, lang)), func(id string) bool { return beside[id] != "" })
	from, inCell := beside[at.Sub]
	if !inCell {
		from = at.Sub
	}
	at.Sub = along(rows, from, by)
	for growth, row := range beside {
		if inCell && row == at.Sub {
			at.Sub = growth
			break
		}
	}
	return at
}

// asideRows moves the cursor from the list into the detail, there from a figure to the
// growth beside it, and back.
func asideRows(data *model.Dataset, at place.Place, lang model.Lang, by int) place.Place {
	beside := cells(data, at, lang)
	if row, inCell := beside[at.Sub]; inCell {
		if by < 0 {
			at.Sub = row
		}
		return at
	}
	if at.Sub != "" && by > 0 {
		for growth, row := range beside {
			if row == at.Sub {
				at.Sub = growth
				return at
			}
		}
	}
	return inAndOut(data, at, lang, by)
}

// Charted reports whether the item of a place in Trends is drawn as a chart: not
// as the table, and not of a single year.
func Charted(data *model.Dataset, at place.Place) bool {
	return !at.Table && len(data.Series(data.Indicator(at.Item))) > 1
}

// asideTrend moves from year to year on a chart, from the latest outcome if the
// cursor is on none, and into the table and out of it.
func asideTrend(data *model.Dataset, at place.Place, lang model.Lang, by int) place.Place {
	if !Charted(data, at) {
		return inAndOut(data, at, lang, by)
	}
	i := data.Indicator(at.Item)
	years := ids(data.Series(i), figureID)
	from := at.Sub
	if !slices.Contains(years, from) {
		from = data.LatestYear(i).ID
	}
	at.Sub = along(years, from, by)
	return at
}

// downTrends moves from series to series while a chart is shown, and stays in the
// year under the cursor if the next one has it.
func downTrends(data *model.Dataset, at place.Place, lang model.Lang, by int) place.Place {
	if !Charted(data, at) {
		return down(data, at, lang, by)
	}
	next := at
	next.Item, next.Sub = along(Items(data, at, lang), at.Item, by), ""
	if next.Item == at.Item {
		return at
	}
	if f := data.Figure(at.Sub); f != nil {
		for _, g := range data.Series(data.Indicator(next.Item)) {
			if g.Period == f.Period {
				next.Sub = g.ID
			}
		}
	}
	return next
}

// openTrend opens the card of the year under the cursor of a chart, which without
// one is the latest, and moves into a table.
func openTrend(data *model.Dataset, at place.Place, lang model.Lang) place.Place {
	if Charted(data, at) {
		return openCard(data, at, lang)
	}
	return openDetail(data, at, lang)
}

// ToSeries returns the place of the series of a figure under the cursor, or of the
// level whose growth it is, those with a chart before the others; from a series it
// is the place of its figure. Without a series it is the place itself.
func ToSeries(data *model.Dataset, at place.Place, lang model.Lang) place.Place {
	figures := Selected(data, at, lang)
	if at.View == place.Trends && len(figures) > 0 {
		return PlaceOf(data, model.Found{Kind: model.FoundFigure, ID: figures[0].ID})
	}
	for _, years := range []int{2, 0} {
		for _, f := range figures {
			for _, i := range []*model.Indicator{f.Indicator, f.Indicator.GrowthOf} {
				if !slices.Contains(data.Trends(), i) || len(data.Series(i)) < years {
					continue
				}
				to := place.Place{View: place.Trends, Item: i.ID}
				if slices.Contains(trendSubs(data, to, lang), f.ID) {
					to.Sub = f.ID
				}
				return to
			}
		}
	}
	return at
}
