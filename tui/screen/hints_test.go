package screen

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// The footer says where the keys of the sides lead from where the cursor is.
func TestFooterNamesTheSides(t *testing.T) {
	d := datatest.Embedded(t)
	for link, want := range map[string]func(text.AsideTexts) string{
		"trends/pv-revenue":                          func(a text.AsideTexts) string { return a.Years },
		"trends/pv-revenue?as=table":                 func(a text.AsideTexts) string { return a.Detail },
		"trends/pv-revenue/pv-revenue-2020":          func(a text.AsideTexts) string { return a.Years },
		"cities/hefei":                               func(a text.AsideTexts) string { return a.Cities },
		"cities/hefei/gdp-hefei-2022":                func(a text.AsideTexts) string { return a.List },
		"clusters/pv":                                func(a text.AsideTexts) string { return a.Detail },
		"clusters/pv/pv-glass-output-2023":           func(a text.AsideTexts) string { return a.Growth },
		"clusters/pv/pv-glass-output-growth-2023":    func(a text.AsideTexts) string { return a.Value },
		"trends/pv-revenue/pv-revenue-2020?as=table": func(a text.AsideTexts) string { return a.List },
		"voices/feng-kejin":                          func(a text.AsideTexts) string { return a.Detail },
		"sources/audit":                              nil, // which has no rows
		"shares":                                     nil,
	} {
		for _, lang := range tuitest.Langs() {
			page := pageOf(d, tuitest.At(t, link), tuitest.Viewport(140, 40, lang))
			lines := page.Frame().Plain()
			foot := lines[len(lines)-1]
			_, after, named := strings.Cut(foot, "\u2190\u2192 ")
			if want == nil {
				if named {
					t.Errorf("%v %s: %q", lang, link, foot)
				}
			} else if word := want(page.text.Aside); !strings.HasPrefix(after, word+" ") {
				t.Errorf("%v %s: %q, want %q", lang, link, foot, word)
			}
		}
	}
}

// What a presenter points at has its mark before the tile of it.
func TestTilesArePointedAt(t *testing.T) {
	d := datatest.Embedded(t)
	for _, c := range []struct {
		link, figure string
		w, h         int
	}{
		{"overview", d.Headlines()[1].ID, 80, 24},
		{"overview", d.Headlines()[1].ID, 120, 40},
		{"overview", d.Headlines()[2].ID, 200, 50},
		{"cities/hefei", "gdp-wuhu-2022", 80, 24},
		{"cities/hefei", "gdp-wuhu-2022", 200, 50},
		{"cities/hefei?by=gdp-growth", "gdp-growth-wuhu-2022", 120, 36},
	} {
		at := tuitest.At(t, c.link)
		in := tuitest.Viewport(c.w, c.h, tuitest.Langs()[0])
		item := c.figure
		if at.View == place.Cities {
			item = "wuhu"
		}
		at.Mark = c.figure
		page := pageOf(d, at, in)
		f := page.Frame()
		var tile Area
		for _, h := range f.Hits {
			if h.Place.Item == item && h.Place.View == at.View && h.Place.Sub == "" && tile == (Area{}) {
				tile = h.Area
			}
		}
		if tile == (Area{}) {
			t.Fatalf("%s at %d has no tile of %s:\n%s", c.link, c.w, item, strings.Join(f.Plain(), "\n"))
		}
		got := ""
		for y := range tile.H {
			got += f.Text(f.Row(tile.Y + y)[tile.X-1])
		}
		if !strings.Contains(got, markGlyph) {
			t.Errorf("%s at %d: before the tile of %s stands %q:\n%s", c.link, c.w, item, got, strings.Join(f.Plain(), "\n"))
		}
	}
}
