package screen

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// sorts returns the targets of a frame that change the order and nothing else.
func sorts(f Frame, from place.Place) []Hit {
	var found []Hit
	for _, h := range f.Hits {
		to := h.Place
		to.Sort, to.Rows = from.Sort, from.Rows
		if to == from && h.Place != from {
			found = append(found, h)
		}
	}
	return found
}

// What is drawn in a target, an area of one line.
func under(f Frame, h Hit) string {
	return ansi.Cut(f.Plain()[h.Area.Y], h.Area.X, h.Area.X+h.Area.W)
}

// Each column of a table has a title; a click on it puts the rows in its order, which
// the title then says, and another click turns them.
func TestTitlesSort(t *testing.T) {
	d := datatest.Embedded(t)
	for link, want := range map[string][]string{
		"shares":                      {"name", "value", "date"},
		"shares?as=table":             {"name", "value", "whole", "date"},
		"trends":                      {"name", "value", "date", "years"},
		"trends/pv-revenue?as=table":  {"name", "value", "date", "years", "date", "value", "status", "rank", "publisher"},
		"cities":                      {"name", "value", "growth", "value", "date"},
		"voices":                      {"name", "count", "date"},
		"sources":                     {"name", "grade", "count"},
		"sources?sort=name":           {"name", "date", "grade", "count"},
		"sources/anhui-tv-2024-03-11": {"name", "grade", "count", "value", "rank", "years", "date"},
		"clusters/pv/pv-revenue-2024": {"value", "growth", "rank", "years", "date"},
	} {
		for _, lang := range tuitest.Langs() {
			in := tuitest.Viewport(140, 150, lang) // so that no table is scrolled away
			page := pageOf(d, tuitest.At(t, link), in)
			f := page.Frame()
			var got []string
			for _, h := range sorts(f, page.Place()) {
				by := h.Place.Sort
				if h.Place.Rows != page.Place().Rows {
					by = h.Place.Rows
				}
				if by == (place.Sort{}) {
					by = page.Place().Sort
				}
				if h.Place.Sort != page.Place().Sort || h.Place.Rows != page.Place().Rows {
					got = append(got, by.By.String())
				}
				title := strings.TrimRight(under(f, h), upGlyph+downGlyph)
				clicked := pageOf(d, h.Place, in)
				marked := slices.IndexFunc(sorts(clicked.Frame(), clicked.Place()), func(h Hit) bool {
					return strings.HasPrefix(under(clicked.Frame(), h), title) && strings.ContainsAny(under(clicked.Frame(), h), upGlyph+downGlyph)
				})
				if marked < 0 {
					t.Errorf("%v %s: a click on %q leads to %s, which has no mark on it:\n%s", lang, link, title, h.Place.Link(), strings.Join(clicked.Frame().Plain(), "\n"))
					continue
				}
				before := sorts(clicked.Frame(), clicked.Place())[marked]
				turned := pageOf(d, before.Place, in)
				after := slices.IndexFunc(sorts(turned.Frame(), turned.Place()), func(h Hit) bool {
					return strings.HasPrefix(under(turned.Frame(), h), title) && strings.ContainsAny(under(turned.Frame(), h), upGlyph+downGlyph)
				})
				if after < 0 {
					t.Errorf("%v %s: a second click on %q leaves no mark", lang, link, title)
				} else if now := under(turned.Frame(), sorts(turned.Frame(), turned.Place())[after]); now == under(clicked.Frame(), before) {
					t.Errorf("%v %s: a second click on %q leaves it %q", lang, link, title, now)
				}
			}
			slices.Sort(got)
			if lang == tuitest.Langs()[0] && !slices.Equal(slices.Compact(got), slices.Compact(slices.Sorted(slices.Values(want)))) {
				t.Errorf("%s can be ordered by %q, want %q:\n%s", link, got, want, strings.Join(f.Plain(), "\n"))
			}
		}
	}
}

// The mark of an order is one of ASCII where others cannot be shown, apart from the title,
// as it is a letter.
func TestSortMarkInASCII(t *testing.T) {
	in := tuitest.Viewport(80, 24, tuitest.Langs()[0])
	in.ASCII = true
	for link, want := range map[string]string{"shares?sort=name": "INDICATOR ^", "shares": "VALUE v", "shares?sort=date.asc": "PERIOD ^", "cities": "CNY bn v"} {
		if f := pageOf(datatest.Embedded(t), tuitest.At(t, link), in).Frame(); !strings.Contains(strings.Join(f.Plain(), "\n"), want) {
			t.Errorf("%s has no %s:\n%s", link, want, strings.Join(f.Plain(), "\n"))
		}
	}
}

// The growth beside a value is a target of its own, and has the cursor alone.
func TestGrowthHasTheCursor(t *testing.T) {
	d := datatest.Embedded(t)
	const level, growth = "pv-glass-output-2023", "pv-glass-output-growth-2023"
	for _, w := range []int{80, 120} {
		in := tuitest.Viewport(w, 40, tuitest.Langs()[0])
		page := pageOf(d, tuitest.At(t, "clusters/pv/"+growth), in)
		f := page.Frame()
		cursor := page.style.Cursor
		at := slices.IndexFunc(f.Hits, func(h Hit) bool { return h.Place == page.Place() })
		row := slices.IndexFunc(f.Hits, func(h Hit) bool { return h.Place.Sub == level })
		if at < 0 || row < 0 {
			t.Fatalf("%d columns: no target for %s or %s:\n%s", w, level, growth, strings.Join(f.Plain(), "\n"))
		}
		if cell := under(f, f.Hits[at]); !strings.Contains(cell, "52.5%") {
			t.Errorf("%d columns: the cell is %q", w, cell)
		}
		seen := false
		for x := f.Hits[at].Area.X; x < f.Hits[at].Area.X+f.Hits[at].Area.W; x++ {
			s := f.Row(f.Hits[at].Area.Y)[x].Style
			seen = seen || s == cursor.Label || s == cursor.Text
		}
		if !seen {
			t.Errorf("%d columns: the cell is not under the cursor", w)
		}
		if first := f.Row(f.Hits[row].Area.Y)[f.Hits[row].Area.X].Style; first == cursor.Text {
			t.Errorf("%d columns: the name is under the cursor", w)
		}
	}
}

// In the ranking of cities a number is whole or not there, at every size.
func TestRankingCutsNoNumber(t *testing.T) {
	d := datatest.Embedded(t)
	at := tuitest.At(t, "cities/hefei")
	with, without := 0, 0
	for w := tinyWidth; w < 130; w++ {
		for _, h := range []int{10, 12, 16, 24, 36} {
			page := pageOf(d, at, tuitest.Viewport(w, h, tuitest.Langs()[0]))
			f := page.Frame()
			row := slices.IndexFunc(f.Hits, func(h Hit) bool { return h.Place.Item == "wuhu" && h.Area.H == 1 && h.Place.View == place.Cities })
			if row < 0 {
				t.Fatalf("%d×%d: no row of Wuhu:\n%s", w, h, strings.Join(f.Plain(), "\n"))
			}
			has := strings.Contains(under(f, f.Hits[row]), "4.1%")
			if titled := slices.ContainsFunc(sorts(f, page.Place()), func(h Hit) bool { return h.Place.Sort.By == place.ByGrowth }); titled && !has || !strings.Contains(under(f, f.Hits[row]), "450.2") {
				t.Errorf("%d×%d: the row of Wuhu is %q:\n%s", w, h, under(f, f.Hits[row]), strings.Join(f.Plain(), "\n"))
			}
			if has {
				with++
			} else {
				without++
			}
		}
	}
	if with == 0 || without == 0 {
		t.Errorf("growth is in %d rows and not in %d", with, without)
	}
}

// The order of the ranking is that of a column on the screen, which says so, also
// where not all of them have room beside the map.
func TestRankingShowsItsOrder(t *testing.T) {
	d := datatest.Embedded(t)
	for _, link := range []string{"cities", "cities?sort=name", "cities?sort=growth"} {
		for _, width := range []int{80, 100, 120, 160} {
			for _, lang := range tuitest.Langs() {
				text := strings.Join(Render(d, tuitest.At(t, link), tuitest.Viewport(width, 24, lang)).Plain(), "\n")
				if !strings.ContainsAny(text, upGlyph+downGlyph) {
					t.Errorf("%s, %d wide, %v: no title has the order:\n%s", link, width, lang, text)
				}
			}
		}
	}
}
