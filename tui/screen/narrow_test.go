package screen

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// Names of figures are whole in the details of clusters, sources and cities and in the
// tables of shares, however narrow: each of their words is on one line, in the cells of
// their row, and no mark stands for a part of them.
func TestNarrowNamesAreWhole(t *testing.T) {
	d := datatest.Embedded(t)
	for _, link := range []string{
		"shares?as=table", "shares?as=table&scope=world", "cities/hefei?with=wuhu", "cities/wuhu?with=hefei", "clusters/pv", "clusters/auto",
		"clusters/it", "clusters/province", "sources/anhui-tv-2024-03-11", "sources/china-daily-2024-09-18", "sources/xinhua-2026-01-25",
	} {
		for _, width := range []int{32, 36, 40, 44, 50, 56, 60, 80} {
			for _, lang := range tuitest.Langs() {
				page := pageOf(d, tuitest.At(t, link), tuitest.Viewport(width, 800, lang))
				f, rows := page.Frame(), 0
				for _, h := range f.Hits {
					figure := shownFigure(d, h.Place)
					if figure == nil || h.Place.View != page.at.View || h.Area.X > 0 && width >= wideScreen && page.at.View == place.Cities && h.Place.Sub == "" {
						continue
					}
					to := h.Place
					to.Item, to.Sub = page.at.Item, page.at.Sub
					if to != page.at || figure.Indicator.GrowthOf != nil { // whose name is that of its column
						continue
					}
					rows++
					var lines []string
					for _, l := range f.Plain()[h.Area.Y : h.Area.Y+h.Area.H] {
						lines = append(lines, ansi.Cut(l, h.Area.X, h.Area.X+h.Area.W))
					}
					row := strings.Join(lines, "\n")
					if strings.Contains(row, moreGlyph) {
						t.Errorf("%s, %d wide, %v: a row is cut:\n%s", link, width, lang, row)
					}
					if lang != model.EN {
						continue
					}
					whole := func(text string) bool { // but for words that no line of names has room for
						return !slices.ContainsFunc(strings.Fields(text), func(word string) bool {
							return len(word) <= 14 && !slices.Contains(strings.Fields(row), word)
						})
					}
					of := figure.Indicator
					if named := []string{page.text.Measured(of), page.text.Name(of), page.text.FullName(of)}; !slices.ContainsFunc(named, whole) {
						t.Errorf("%s, %d wide: none of %q is whole in\n%s", link, width, named, row)
					}
					if page.at.Table && !whole(of.Denominator.EN) {
						t.Errorf("%s, %d wide: %q is not whole in\n%s", link, width, of.Denominator.EN, row)
					}
				}
				if rows == 0 {
					t.Errorf("%s, %d wide: no row was seen:\n%s", link, width, strings.Join(f.Plain(), "\n"))
				}
			}
		}
	}
}

// Numbers of two cities are whole on the narrowest screen, with their periods.
func TestNarrowPairsAreWhole(t *testing.T) {
	d := datatest.Embedded(t)
	for width := tinyWidth; width < narrow; width++ {
		screen := strings.Join(Render(d, tuitest.At(t, "cities/hefei?with=wuhu"), tuitest.Viewport(width, 400, model.EN)).Plain(), "\n")
		for _, want := range []string{" GDP ", " 2022 ", "CNY 450.2 bn", "CNY 1.201 tn", "Wuhu", "Hefei", "43.44 GWh", " 2023-H1 "} {
			if !strings.Contains(screen, want) {
				t.Errorf("%d wide: no %q:\n%s", width, want, screen)
			}
		}
	}
}

// A title of a column is whole or not there.
func TestTitlesAreWhole(t *testing.T) {
	d := datatest.Embedded(t)
	titles := map[string]bool{}
	seen := map[string]bool{}
	for _, link := range []string{
		"shares", "shares?as=table", "trends/pv-revenue?as=table", "cities", "voices", "sources", "sources?sort=name", "clusters/auto",
		"sources/anhui-tv-2024-03-11", "sources/anhui-tv-2024-03-11?rows=date", "clusters/pv?rows=value", "cities/hefei",
	} {
		for width := tinyWidth; width <= 130; width += 5 {
			for _, lang := range tuitest.Langs() {
				page := pageOf(d, tuitest.At(t, link), tuitest.Viewport(width, 36, lang))
				if len(titles) == 0 || !seen[lang.String()] {
					seen[lang.String()] = true
					head, report := page.text.Head, page.text.Report
					for _, title := range []string{head.Indicator, head.Value, head.Growth, head.Rank, head.Series, head.Period, head.Publisher, head.Number, head.City, report.ShareOf, report.Date, report.Grade, report.Status} {
						titles[title] = true
					}
				}
				f := page.Frame()
				for _, h := range sorts(f, page.Place()) {
					title := strings.TrimRight(under(f, h), upGlyph+downGlyph)
					if strings.Contains(title, moreGlyph) && (page.at.View != place.Cities || titles[title]) {
						t.Errorf("%s, %d wide, %v: the title %q is cut:\n%s", link, width, lang, title, strings.Join(f.Plain(), "\n"))
					}
				}
			}
		}
	}
}

// Why there is no index is said in full where charts stand below one another.
func TestWhyNoIndexIsWhole(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		page := pageOf(d, tuitest.At(t, "trends/nev-output?with=pv-revenue&index=100"), tuitest.Viewport(80, 24, lang))
		var chart strings.Builder
		for _, l := range page.Frame().Plain() {
			if _, right, found := strings.Cut(strings.ReplaceAll(l, "┃", "│"), "│"); found {
				chart.WriteString(strings.TrimSpace(right) + " ")
			}
		}
		if want := page.text.Chart.NoIndex; !strings.Contains(tuitest.Squeezed(chart.String()), tuitest.Squeezed(want)) {
			t.Errorf("%v: %q is not in %q", lang, want, chart.String())
		}
	}
}

// A name has what its value leaves of the column of values.
func TestNameHasWhatTheValueLeaves(t *testing.T) {
	screen := strings.Join(Render(datatest.Embedded(t), tuitest.At(t, "clusters/pv"), tuitest.Viewport(80, 60, model.EN)).Plain(), "\n")
	if !regexp.MustCompile(`Chuzhou · PV cell capacity +6%`).MatchString(screen) {
		t.Errorf("the name is broken beside empty columns:\n%s", screen)
	}
}
