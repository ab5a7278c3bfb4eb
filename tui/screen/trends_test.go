package screen

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// oneSeries is a dataset of one indicator, with a figure a year from 2020 on.
func oneSeries(t *testing.T, values ...model.Value) *model.Dataset {
	t.Helper()
	name, form := model.Text{EN: "Output", ZH: "\u4ea7\u91cf"}, model.UnitForm{Times: 1}
	source := &model.Source{ID: "source", Publisher: name, Title: "Title", Grade: model.GradeA, URL: "https://example.org/"}
	i := &model.Indicator{
		ID: "output", Cluster: &model.Cluster{ID: "pv", Name: name}, Place: &model.Place{ID: "anhui", Name: name},
		Kind: model.Level, Unit: &model.Unit{ID: "count", English: form, Chinese: form}, Name: name,
	}
	tables := model.Tables{
		Version: "0.0.1", AsOf: "2026-01-01", Clusters: []*model.Cluster{i.Cluster}, Sources: []*model.Source{source},
		Indicators: []*model.Indicator{i},
	}
	for n, v := range values {
		year := strconv.Itoa(2020 + n)
		period, err := model.ParsePeriod(year)
		if err != nil {
			t.Fatal(err)
		}
		tables.Figures = append(tables.Figures, &model.Figure{
			ID: "output-" + year, Indicator: i, Period: period, Value: v, AsPrinted: year, Source: source, Lead: true,
		})
	}
	return model.NewDataset(tables)
}

// What is about a number is not drawn as the number, a bound or a target not as
// a value; and the line, which says that the value went from here to there,
// leads only to what is bounded on both sides and has happened.
func TestOnlyExactIsDrawnAsExact(t *testing.T) {
	const block = "\u28be\u2877" // twelve dots, a round mark
	exact := stated(t, model.Exact, 50).Value
	for _, q := range model.Qualifiers() {
		v := stated(t, q, 50).Value
		if !v.Stated() {
			continue
		}
		screen := strings.Join(Render(oneSeries(t, exact, v, exact), tuitest.At(t, "trends/output"), tuitest.Viewport(120, 40, model.EN)).Plain(), "\n")
		c, _ := v.Claim()
		value, lower, upper := v.Numbers()
		_, one := value.Get()
		_, low := lower.Get()
		_, high := upper.Get()
		points, want := strings.Count(screen, block)-1, 2 // without the legend's
		if c.Lower == c.Upper && !c.Unbounded && !c.Target {
			want = 3
		}
		if points != want {
			t.Errorf("%v: %d points of %d are drawn as exact\n%s", q, points, want, screen)
		}
		dots := 0
		for _, r := range screen {
			if r > 0x2800 && r <= 0x28ff {
				dots++
			}
		}
		line := dots > 10 // cells: more than three marks
		if bounded := one || low && high; line != (bounded && !c.Target) {
			t.Errorf("%v: a line leads to it: %v\n%s", q, line, screen)
		}
	}
}

// A chart says in its labels and below it what its line cannot: bounds, marks,
// where the definition changes, and which figure is under the cursor.
func TestChartSaysWhatItShows(t *testing.T) {
	d := datatest.Embedded(t)
	for link, parts := range map[string][]string{
		"trends/pv-revenue":                     {"target 400*", "195.5*", "! sources", "* 2019\u201322, 2027: from a republished copy"},
		"trends/pv-module-share-china":          {"\u224822.5*", "\u224825!", "! 2023: sources differ"},
		"trends/robot-revenue":                  {"target >70"},
		"trends/wmc-exhibition-area":            {"2024  another definition: "},
		"trends/vehicle-output":                 {"2025  break in method: "},
		"trends/pv-revenue/pv-revenue-2020":     {"2020  CNY 64.8 bn*"},
		"trends/ai-revenue":                     {"Part-year figures and other sources", "2025-01/09"},
		"trends/gdp?as=table":                   {"2015  not stated in these sources", "u low reliability"},
		"trends/pv-cell-output":                 {"as stated, 2023!, People's Weekly"},
		"trends/lithium-revenue?with=gdp":       {"GDP"},
		"trends/nev-output?with=vehicle-output": {"2025  Vehicle output: break in method: "},
		"trends/pv-revenue-growth?with=none":    {"nearly 120"},
	} {
		screen := strings.Join(Render(d, tuitest.At(t, link), tuitest.Viewport(120, 40, model.EN)).Plain(), "\n")
		for _, part := range parts {
			if part == "! sources" { // no figure of this series is contradicted
				if strings.Contains(screen, part) {
					t.Errorf("%s: a conflict that is none:\n%s", link, screen)
				}
				continue
			}
			if !strings.Contains(screen, part) {
				t.Errorf("%s does not say %q:\n%s", link, part, screen)
			}
		}
	}
}

// The card of a figure that was computed says how.
func TestCardOfWhatWasComputed(t *testing.T) {
	d := datatest.Dataset(t)
	screen := strings.Join(Render(d, tuitest.At(t, "sources/china-power-network-2023-11-08/pv-revenue-growth-2022?card=source"), tuitest.Viewport(120, 40, model.EN)).Plain(), "\n")
	if !strings.Contains(screen, "(195.49 / 88.28) - 1, in percent") {
		t.Errorf("the card does not say how the growth was computed:\n%s", screen)
	}
}

// The years on both sides of a change of definition are not joined.
func TestNoLineAcrossDefinitions(t *testing.T) {
	d := datatest.Embedded(t)
	p := pageOf(d, tuitest.At(t, "trends/wmc-exhibition-area"), tuitest.Viewport(120, 40, model.EN))
	apart := false
	for _, at := range p.lines([]*model.Indicator{d.Indicator("wmc-exhibition-area")}).Series[0].Points {
		apart = apart || at.X == 2024 && at.Apart
	}
	if !apart {
		t.Error("the area of 2024, which leaves out what was outdoors, is on the line")
	}
}

// What is computed stands between two figures of one document and one definition,
// and is no figure of the dataset.
func TestComputedGrowth(t *testing.T) {
	d := datatest.Embedded(t)
	p := pageOf(d, tuitest.At(t, "trends/pv-revenue"), tuitest.Viewport(120, 40, model.EN))
	computed, refused := 0, 0
	for _, i := range d.Trends() {
		s := &strip{}
		p.growthRows(s, i)
		of := map[int]*model.Figure{}
		for _, f := range d.Series(i) {
			of[f.Period.Year()] = f
		}
		for _, row := range s.rows {
			if row.label != p.text.Chart.Computed {
				continue
			}
			for year, c := range row.cells {
				from, to := of[year-1], of[year]
				a, _ := from.Value.Magnitude()
				b, _ := to.Value.Magnitude()
				comparable := from.Source == to.Source && !strings.ContainsAny(string(from.Status+to.Status), "bdi") &&
					from.Value.Qualifier() == model.Exact && to.Value.Qualifier() == model.Exact && a > 0
				if !comparable {
					refused++
					if strings.Contains(c.text, "%") || !slices.ContainsFunc(s.letters, func(l string) bool { return strings.HasPrefix(l, c.text+"  ") }) {
						t.Errorf("%s, %d: %q instead of a letter that says why not: %q", i.ID, year, c.text, s.letters)
					}
					continue
				}
				computed++
				percent, err := strconv.ParseFloat(strings.Trim(c.text, "+%"), 64)
				if want := (b/a - 1) * 100; err != nil || math.Abs(percent-want) > math.Abs(want)/100 {
					t.Errorf("%s, %d: %q, want %.2f%%", i.ID, year, c.text, want)
				}
			}
		}
	}
	if computed == 0 || refused == 0 {
		t.Errorf("%d are computed, %d are not: this tests nothing", computed, refused)
	}
}

// Series of other units are not drawn on one scale, but each on its own, with why.
func TestSmallMultiples(t *testing.T) {
	d := datatest.Embedded(t)
	at := tuitest.At(t, "trends/pv-revenue?with=pv-cell-output,emerging-share,pv-revenue")
	screen := strings.Join(Render(d, at, tuitest.Viewport(120, 40, model.EN)).Plain(), "\n")
	for _, part := range []string{"billion yuan", "gigawatts", "percent", "another unit, a scale of its own", "Sources: China Power Network* 2019–22"} {
		if !strings.Contains(screen, part) {
			t.Errorf("%q is missing:\n%s", part, screen)
		}
	}
	if n := strings.Count(screen, " 2025 "); n < 3 { // one axis of years for all
		t.Errorf("2025 is on %d axes:\n%s", n, screen)
	}
}

// An index is of what can be compared, and names the year it is drawn to; where nothing
// can, it says so.
func TestIndex(t *testing.T) {
	d := datatest.Embedded(t)
	for link, part := range map[string]string{
		"trends/pv-revenue?index=100":                   "index, 2019 = 100, computed here",
		"trends/nev-output?index=100":                   "No index",
		"trends/pv-revenue?index=100&with=cxmt-revenue": "index, 2022 = 100, computed here", // the year that both have
	} {
		screen := strings.Join(Render(d, tuitest.At(t, link), tuitest.Viewport(120, 40, model.EN)).Plain(), "\n")
		if !strings.Contains(screen, part) {
			t.Errorf("%s does not say %q:\n%s", link, part, screen)
		}
	}
}

// Under a chart stands one row of years, at every size, those of the axis; the year
// under the cursor is among them, over its value.
func TestOneRowOfYears(t *testing.T) {
	d := datatest.Embedded(t)
	row := regexp.MustCompile(`(?:^|[\x{2502}\x{2503}]) *(?:[12]\d{3} +)+[12]\d{3}$`)
	charts := 0
	for _, size := range [][2]int{{40, 12}, {60, 20}, {70, 40}, {80, 24}, {96, 30}, {120, 36}, {159, 50}, {200, 50}, {300, 80}} {
		in := tuitest.Viewport(size[0], size[1], model.EN)
		for n, i := range d.Trends() {
			in.Lang = tuitest.Langs()[n%2]
			series := d.Series(i)
			at := place.Place{View: place.Trends, Item: i.ID, With: []string{"", "gdp", "nev-output,vehicle-output"}[n%3]}
			if len(series) < 2 {
				continue
			}
			at.Sub = series[n%len(series)].ID
			page := pageOf(d, at, in)
			if len(nav.Charts(d, at)) > 1 { // each has its axis
				continue
			}
			lines := page.Frame().Plain()
			found := 0
			for _, l := range lines {
				if at := strings.LastIndex(l, "\u2502"); page.docked() && at >= 0 {
					l = l[:at] // without the panel
				}
				if row.MatchString(strings.TrimRight(l, " ")) {
					found++
				}
			}
			if found > 1 {
				t.Errorf("%v %s: %d rows of years:\n%s", size, at.Link(), found, strings.Join(lines, "\n"))
			}
			charts += found
		}
	}
	if charts < 400 {
		t.Errorf("%d charts have years", charts)
	}
}

// What a bar that ends in a mark means is said where one does, and nowhere else.
func TestBeyondTheScaleIsSaid(t *testing.T) {
	d := datatest.Embedded(t)
	drawn := 0
	for _, w := range []int{40, 80, 120} {
		for _, i := range d.Trends() {
			at := place.Place{View: place.Trends, Item: i.ID, Table: true}
			screen := strings.Join(Render(d, at, tuitest.Viewport(w, 200, model.EN)).Plain(), "\n")
			said := strings.Contains(screen, "\u00bb goes on beyond the scale")
			n := strings.Count(screen, "\u00bb")
			if said != (n > 1) || !said && n > 0 {
				t.Errorf("%d columns, %s: said %v, %d times on the screen:\n%s", w, i.ID, said, n, screen)
			}
			drawn += n
		}
	}
	if drawn == 0 {
		t.Error("no bar goes beyond its scale")
	}
}

// The list says under a cluster's heading what its series are called without what the
// heading says, so few names are cut where a row has all its columns: in English those
// of cities, behind the city, and of growths whose measure takes many words.
func TestSeriesAreNamedWhole(t *testing.T) {
	data := datatest.Embedded(t)
	for _, of := range []struct {
		in   place.Viewport
		most int
	}{
		{tuitest.Viewport(120, 36, model.EN), 20},
		{tuitest.Viewport(120, 36, model.ZH), 4},
		{tuitest.Viewport(200, 50, model.EN), 6},
		{tuitest.Viewport(200, 50, model.ZH), 4},
	} {
		cut := map[string]bool{}
		series := nav.Items(data, place.Place{View: place.Trends}, of.in.Lang)
		for n := 0; n < len(series); n += 10 {
			for _, list := range seriesRows(data, of.in, series[n]) {
				if strings.Contains(list, moreGlyph) {
					cut[list] = true
				}
			}
		}
		if len(cut) > of.most {
			t.Errorf("%v: %d of %d names are cut: %v", of.in, len(cut), len(series), cut)
		}
	}
}

// seriesRows are the lines of the list with a series under the cursor.
func seriesRows(data *model.Dataset, in place.Viewport, id string) []string {
	rows := Render(data, place.Place{View: place.Trends, Item: id}, in).Plain()
	for y, line := range rows {
		rows[y] = line[:max(0, strings.IndexAny(line, "\u2502\u2503"))]
	}
	return rows
}

// A series is called by its short name only where its name does not fit.
func TestSeriesAreNamedInFull(t *testing.T) {
	data := datatest.Embedded(t)
	full, short := 0, 0
	for _, lang := range tuitest.Langs() {
		texts, same := text.For(lang), map[string]int{}
		for _, i := range data.Trends() {
			same[texts.Short(i)]++
		}
		for _, w := range []int{80, 120, 200} {
			for _, i := range data.Trends() {
				whole, few := "  "+texts.Measured(i), "  "+texts.Short(i)
				switch before := i.Place; {
				case before.Home:
				case lang == model.ZH:
					whole = "  " + before.Short().ZH + "\u00b7" + texts.Measured(i)
				default:
					whole = "  " + before.Name.EN + " \u00b7 " + texts.Measured(i)
				}
				if whole == few || same[texts.Short(i)] > 1 { // in another cluster
					continue
				}
				for _, row := range seriesRows(data, tuitest.Viewport(w, 36, lang), i.ID) {
					row = strings.TrimPrefix(row, " ")
					switch rest, called := strings.CutPrefix(row, few+" "); {
					case strings.HasPrefix(row, whole+" "):
						full++
					case called:
						short++
						free := len(rest) - len(strings.TrimLeft(rest, " "))
						if cell.Width(few)+free > cell.Width(whole) {
							t.Errorf("%v, %d columns: there is room for %q in %q", lang, w, whole, row)
						}
					}
				}
			}
		}
	}
	if full < 100 || short < 100 {
		t.Errorf("%d series are called by their names, %d by short ones", full, short)
	}
}
