package report_test

import (
	"slices"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// What is printed of a link, as text and as records, is in the order of its tables, as
// the cursor goes through them on the screen.
func TestPrintedInOrder(t *testing.T) {
	d := datatest.Embedded(t)
	for _, link := range []string{
		"shares?sort=date.asc", "shares?as=table&sort=whole", "shares?scope=world&sort=name.desc", "trends?sort=value", "clusters/pv?rows=growth",
		"clusters/auto?rows=rank", "cities/xuancheng?rows=value", "cities?sort=growth", "cities?sort=name&filter=hydrogen", "trends/pv-revenue?as=table&rows=value",
		"sources?sort=date.asc", "sources?sort=count&filter=2025", "sources/anhui-tv-2024-03-11?rows=date", "voices?sort=count", "voices?sort=date.asc&topic=pv",
	} {
		at := tuitest.At(t, link)
		doc := report.Of(d, at, model.EN)
		records := doc.Figures
		want := nav.Items(d, at, model.EN)
		id := func(row []any) any { return row[slices.Index(records.Columns, "id")] }
		switch {
		case at.Item != "":
			want = nav.Subs(d, at, model.EN)
		case at.View == place.Sources:
			records = doc.Sources
		case at.View == place.Voices:
			records = doc.Statements
			id = func(row []any) any { return row[slices.Index(records.Columns, "person")] }
		case at.View == place.Cities:
			id = func(row []any) any { return row[slices.Index(records.Columns, "place")] }
		case at.View == place.Trends: // growth is told with the level it is of
			id = func(row []any) any { return row[slices.Index(records.Columns, "indicator")] }
			want = slices.DeleteFunc(want, func(id string) bool { return d.Indicator(id).GrowthOf != nil })
		}
		var got []string
		for _, row := range records.Rows {
			if id, ok := id(row).(string); ok && slices.Contains(want, id) && !slices.Contains(got, id) {
				got = append(got, id)
			}
		}
		want = slices.DeleteFunc(want, func(id string) bool { return !slices.Contains(got, id) })
		if len(got) < 2 || !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", link, got, want)
		}
	}
}
