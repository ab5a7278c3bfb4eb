package nav_test

import (
	"slices"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// tables are places with a table, and the key's way through the orders of its rows.
func tables() map[string][]string {
	return map[string][]string{
		"shares":                           {"", "cluster", "name", "whole", "date"},
		"trends/pv-revenue":                {"", "name", "value", "date", "years"},
		"cities/hefei":                     {"", "name", "growth"},
		"voices/feng-kejin":                {"", "name", "count", "date"},
		"sources/audit":                    {"", "date", "count", "name", "grade"},
		"clusters/pv":                      {"", "name", "value", "growth", "rank", "years", "date"},
		"cities/hefei/gdp-hefei-2022":      {"", "name", "value", "date"},
		"sources/china-daily-2024-09-18/x": {"", "name", "value", "rank", "years", "date"},
		"trends/pv-revenue/x?as=table":     {"", "value", "status", "rank", "publisher"},
		"trends/pv-revenue/x":              {"", "name", "value", "date", "years"}, // a chart has no rows
		"sources/conflicts/inverters":      {"", "date", "count", "name", "grade"},
		"overview":                         {""},
	}
}

// A key goes through all columns of the table with the cursor and back to its own order;
// in each there are the same rows, and turned twice they are as before.
func TestSortGoesThroughTheColumns(t *testing.T) {
	d := datatest.Embedded(t)
	rows := func(at place.Place) []string {
		return append(nav.Items(d, at, model.EN), nav.Subs(d, at, model.EN)...)
	}
	for link, want := range tables() {
		start := tuitest.At(t, link)
		own := slices.Sorted(slices.Values(rows(start)))
		var got []string
		for at := start; ; at = nav.NextSort(d, at) {
			s := at.Sort
			if s == (place.Sort{}) {
				s = at.Rows
			}
			if got = append(got, s.String()); len(got) > 20 {
				t.Fatalf("%s: it never comes back: %q", link, got)
			}
			if all := slices.Sorted(slices.Values(rows(at))); !slices.Equal(all, own) {
				t.Errorf("%s: %d rows, not %d", at.Link(), len(all), len(own))
			}
			turned := nav.TurnSort(d, at)
			if nav.TurnSort(d, turned) != at {
				t.Errorf("%s, turned twice: %s", at.Link(), nav.TurnSort(d, turned).Link())
			}
			if s != (place.Sort{}) && slices.Equal(rows(turned), rows(at)) && s.By != place.ByStatus && s.By != place.ByRank {
				t.Errorf("%s has the same rows turned", at.Link())
			}
			if next := nav.NextSort(d, at); next == start || next == at {
				break
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s goes through %q, want %q", link, got, want)
		}
	}
}

// What rows are ordered by is what the dataset has, the unknown last either way, and
// what is in other units or territories is not compared.
func TestRowsAreInOrder(t *testing.T) {
	d := datatest.Embedded(t)
	figures := func(link string) []*model.Figure {
		var all []*model.Figure
		at := tuitest.At(t, link)
		for _, id := range append(nav.Items(d, at, model.EN), nav.Subs(d, at, model.EN)...) {
			if f := d.Figure(id); f != nil {
				all = append(all, f)
			}
		}
		return all
	}
	for link, ordered := range map[string]func(a, b *model.Figure) bool{
		"shares?scope=anhui&sort=value":     func(a, b *model.Figure) bool { return lower(a) >= lower(b) },
		"shares?scope=anhui&sort=value.asc": func(a, b *model.Figure) bool { return lower(a) <= lower(b) },
		"shares?scope=anhui&sort=date":      func(a, b *model.Figure) bool { return a.Period.Compare(b.Period) >= 0 },
		"shares?scope=anhui&sort=date.asc":  func(a, b *model.Figure) bool { return a.Period.Compare(b.Period) <= 0 },
		"shares?scope=anhui&sort=name.desc": func(a, b *model.Figure) bool {
			return strings.ToLower(a.Indicator.Name.EN) >= strings.ToLower(b.Indicator.Name.EN) || a.Indicator.Place != b.Indicator.Place
		},
		"sources/anhui-tv-2024-03-11?rows=value": func(a, b *model.Figure) bool {
			return a.Indicator.Unit != b.Indicator.Unit || lower(a) >= lower(b)
		},
		"sources/anhui-tv-2024-03-11?rows=rank":      func(a, b *model.Figure) bool { return b.Rank == 0 || a.Rank > 0 && a.Rank <= b.Rank },
		"sources/anhui-tv-2024-03-11?rows=rank.desc": func(a, b *model.Figure) bool { return b.Rank == 0 || a.Rank >= b.Rank },
	} {
		all := figures(link)
		if len(all) < 5 {
			t.Errorf("%s has %d rows", link, len(all))
		}
		for n := 1; n < len(all); n++ {
			if !ordered(all[n-1], all[n]) {
				t.Errorf("%s: %s before %s", link, all[n-1].ID, all[n].ID)
			}
		}
		units := map[*model.Unit]int{}
		for n, f := range all {
			if last, seen := units[f.Indicator.Unit]; seen && last != n-1 && strings.Contains(link, "rows=value") {
				t.Errorf("%s: %s is away from others in its unit", link, f.ID)
			}
			units[f.Indicator.Unit] = n
		}
	}
}

func lower(f *model.Figure) float64 {
	c, _ := f.Value.Claim()
	return c.Lower
}

// Growth for the same period is a cell of its level's row: down passes it by, right leads
// to it and left back, and down from it stays among growths.
func TestGrowthIsACell(t *testing.T) {
	d := datatest.Embedded(t)
	const level, growth = "pv-glass-output-2023", "pv-glass-output-growth-2023"
	at := tuitest.At(t, "clusters/pv/"+level)
	subs := nav.Subs(d, at, model.EN)
	if n := slices.Index(subs, level); n < 0 || subs[n+1] != growth {
		t.Fatalf("%s does not follow %s: %q", growth, level, subs)
	}
	to := func(at place.Place, by int) place.Place { return nav.Aside(d, at, model.EN, by) }
	down := func(at place.Place, by int) place.Place { return nav.Down(d, at, model.EN, by) }
	cell := to(at, 1)
	if cell.Sub != growth || to(cell, -1) != at || to(cell, 1) != cell || to(at, -1).Sub != "" {
		t.Errorf("right of %s is %s, and left of that %s", at.Sub, cell.Sub, to(cell, -1).Sub)
	}
	if got := nav.Selected(d, cell, model.EN); len(got) != 1 || got[0].ID != growth {
		t.Errorf("what the cursor is on is %v", got)
	}
	if next := down(at, 1); next.Sub == growth || d.Figure(next.Sub).Indicator.GrowthOf != nil {
		t.Errorf("down leads into the cell %s", next.Sub)
	}
	if next := down(cell, 1); d.Figure(next.Sub).Indicator.GrowthOf == nil || down(next, -1) != cell {
		t.Errorf("down from growth leads to %s, and up again to %s", next.Sub, down(next, -1).Sub)
	}
	// Growth for another year than the level's has a row of its own.
	own := tuitest.At(t, "clusters/pv/pv-revenue-growth-2023")
	if up := down(own, -1); up.Sub != "pv-revenue-2024" || to(up, 1) != up {
		t.Errorf("above the growth of 2023 is %s, and right of that %s", up.Sub, to(up, 1).Sub)
	}
	// Wherever the order puts the level, its growth is beside it.
	for _, order := range []string{"growth", "value.asc", "name", "date"} {
		at := tuitest.At(t, "clusters/pv?rows="+order)
		if subs := nav.Subs(d, at, model.EN); subs[slices.Index(subs, level)+1] != growth {
			t.Errorf("by %s: %q", order, subs)
		}
	}
}

// Each order has a name, and the other way round another.
func TestOrdersHaveNames(t *testing.T) {
	for _, lang := range tuitest.Langs() {
		words, seen := text.For(lang), map[string]place.Sort{}
		if len(words.SortBy) != int(place.ColumnCount) {
			t.Fatalf("%d names of %d columns", len(words.SortBy), place.ColumnCount)
		}
		for by := range place.ColumnCount {
			for _, s := range []place.Sort{{By: by}, {By: by, Turned: true}} {
				name := nav.OrderName(words, s)
				if other, ok := seen[name]; ok || name == "" {
					t.Errorf("%v: %s and %s are both %q", lang, other, s, name)
				}
				seen[name] = s
			}
		}
	}
}
