package tui

import (
	"fmt"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// mostKeys is how many keys an answer may take.
const mostKeys = 8

// answered presses keys on a start screen and returns the screens that were seen
// from the first key on, without their spaces.
func answered(t *testing.T, lang model.Lang, w, h int, keys string) (App, string) {
	t.Helper()
	if n := len(strings.Fields(keys)); n > mostKeys {
		t.Fatalf("%q are %d keys", keys, n)
	}
	a, seen := New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(w, h, lang), Options{}), ""
	for key := range strings.FieldsSeq(keys) {
		a, _ = press(t, a, key)
		seen += tuitest.Squeezed(screenText(a)) + "\n"
	}
	return a, seen
}

// Which cities lead in what: the answer, found here by looking at each figure, is
// seen within a few keys on every usual screen.
func TestWhichCitiesLeadInWhat(t *testing.T) {
	d := datatest.Embedded(t)
	largest := func(indicator, period string) *model.Figure {
		var largest *model.Figure
		for _, f := range d.Figures {
			of := f.Indicator.Counterpart
			if of == nil || of.ID != indicator || f.Period.String() != period || !f.Lead || f.Indicator.Place.Within != d.Home {
				continue
			}
			v, _ := f.Value.Magnitude()
			if most := 0.0; largest != nil {
				if most, _ = largest.Value.Magnitude(); v <= most {
					continue
				}
			}
			largest = f
		}
		return largest
	}
	for _, lang := range tuitest.Langs() {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 36}, {200, 50}} {
			keys := "4 G enter"
			if size[0] < 80 {
				keys = "4 G enter down down down down"
			}
			_, seen := answered(t, lang, size[0], size[1], keys)
			for indicator, period := range map[string]string{"gdp": "2022", "gdp-growth": "2022", "population": "2024"} {
				f := largest(indicator, period)
				words := text.For(lang)
				for _, want := range []string{words.Name(f.Indicator), words.Value(f)} {
					if !strings.Contains(seen, tuitest.Squeezed(want)) {
						t.Errorf("%v, %v: nothing says %q:\n%s", lang, size, want, seen)
					}
				}
			}
		}
	}
}

// Hefei against Wuhu: what is stated of both stands side by side; where nothing is,
// it says so, with what each has.
func TestTwoCities(t *testing.T) {
	for _, lang := range tuitest.Langs() {
		words := text.For(lang)
		for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 36}, {200, 50}} {
			keys := "4 c down"
			if size[0] >= 120 { // where the map is still there
				keys = "4 c right down"
			}
			a, seen := answered(t, lang, size[0], size[1], keys)
			if got := a.Place().Link(); got != "cities/wuhu?with=hefei" {
				t.Fatalf("%v, %v: %s leads to %s", lang, size, keys, got)
			}
			_, more := answered(t, lang, size[0], size[1], keys+" enter pgdown pgdown")
			for _, id := range []string{"gdp-hefei-2022", "gdp-wuhu-2022"} {
				if want := tuitest.Squeezed(words.Brief(a.data.Figure(id))); !strings.Contains(seen+more, want) {
					t.Errorf("%v, %v: nothing says %q:\n%s", lang, size, want, screenText(a))
				}
			}
			if !strings.Contains(seen+more, tuitest.Squeezed(words.Say.NoneCommon)) {
				t.Errorf("%v, %v: it is not said that nothing is common:\n%s", lang, size, screenText(a))
			}
		}
	}
}

// Two cities chosen are seen side by side whatever was widened before, and widening
// keeps them in sight.
func TestTwoCitiesAreInSight(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {100, 30}, {120, 36}, {200, 50}} {
			for _, keys := range []string{"c down", "g c down", "z g c down", "down z c down", "c z down", "c down z", "c down z z", "z c down z"} {
				a, _ := press(t, New(d, place.Place{View: place.Cities}, tuitest.Viewport(size[0], size[1], lang), Options{}), keys)
				with, item := d.Part(a.Place().With), d.Part(a.Place().Item)
				if with == nil || item == nil || with == item {
					t.Fatalf("%v, %v: %s leads to %s", lang, size, keys, a.Place().Link())
				}
				title := tuitest.Squeezed(fmt.Sprintf(text.For(lang).Head.Compared, with.Name.In(lang), item.Name.In(lang)))
				if s := screenText(a); !strings.Contains(tuitest.Squeezed(s), title) {
					t.Errorf("%v, %v: %s has no %q:\n%s", lang, size, keys, title, s)
				}
			}
		}
	}
}

// The page of a city has each of its figures, once, and so has that of two.
func TestCityHasAllItsFigures(t *testing.T) {
	d := datatest.Embedded(t)
	for _, p := range d.Parts() {
		seen := map[string]int{}
		for _, id := range nav.Subs(d, place.Place{View: place.Cities, Item: p.ID}, model.EN) {
			seen[id]++
		}
		for _, f := range d.Figures {
			if f.Indicator.Place == p && seen[f.ID] != 1 {
				t.Errorf("%s: %s is there %d times", p.ID, f.ID, seen[f.ID])
			}
		}
		for _, other := range d.Parts() {
			seen := map[string]bool{}
			for _, id := range nav.Subs(d, place.Place{View: place.Cities, Item: p.ID, With: other.ID}, model.EN) {
				if seen[id] && p != other {
					t.Errorf("%s and %s: %s is there twice", p.ID, other.ID, id)
				}
				seen[id] = true
			}
		}
	}
}

// From any city all others are reached over the map, and what is left is come back
// to in the other direction or in a neighbouring row.
func TestMapIsWalked(t *testing.T) {
	d := datatest.Embedded(t)
	for _, from := range d.Parts() {
		reached := map[string]bool{from.ID: true}
		for open := []string{from.ID}; len(open) > 0; {
			at := place.Place{View: place.Cities, Item: open[0]}
			open = open[1:]
			for _, by := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				if to := nav.Beside(d, at, by[0], by[1]).Item; !reached[to] {
					reached[to] = true
					open = append(open, to)
				}
			}
		}
		if want := len(d.Parts()) + 1; len(reached) != want {
			t.Errorf("from %s %d of %d places are reached", from.ID, len(reached), want)
		}
	}
}

// Links of versions before the view open what they opened.
func TestOldLinksOpen(t *testing.T) {
	d := datatest.Embedded(t)
	for _, link := range []string{
		"voices/feng-kejin", "sources/audit", "sources/conflicts", "trends/pv-revenue?with=gdp&as=table", "shares/" + glass + "?sort=cluster", "shares/" + glass + "?sort=name",
		"trends/gdp?sort=date", "trends/gdp?sort=name", "cities/wuhu?sort=name", "voices/feng-kejin?sort=date", "voices/feng-kejin?sort=count", "sources/audit?sort=count", "clusters/pv?zoom=detail",
	} {
		a := New(d, tuitest.At(t, link), tuitest.Viewport(80, 24, model.EN), Options{})
		if got := a.Place().Link(); got != link {
			t.Errorf("%s opens %s", link, got)
		}
	}
	for link, want := range map[string]string{
		"cities?by=gdp":                  "cities/hefei",
		"shares?sort=value":              "shares/" + glass, // the order it has
		"shares?sort=growth":             "shares/" + glass, // which it does not have
		"cities/wuhu?by=population":      "cities/wuhu?by=population",
		"cities/wuhu?by=nonsense&with=x": "cities/wuhu",
		"cities/nowhere?with=wuhu":       "cities/hefei?with=wuhu",
	} {
		opened := New(d, tuitest.At(t, link), tuitest.Viewport(80, 24, model.EN), Options{})
		if got := opened.Place().Link(); got != want {
			t.Errorf("%s opens %s, want %s", link, got, want)
		}
	}
	for _, wrong := range []string{"cities/hefe", "cities?by=gdpp", "cities/wuhu?with=hefe"} {
		if err := nav.Check(d, tuitest.At(t, wrong)); err == nil || !strings.Contains(fmt.Sprint(err), "did you mean") {
			t.Errorf("%s: %v", wrong, err)
		}
	}
}

// In each cluster that two cities have figures in, it says that no measure is common
// to both exactly where no figures have one name and one period.
func TestNothingCommonIsSaid(t *testing.T) {
	d := datatest.Embedded(t)
	common, have := map[*model.Cluster]int{}, map[*model.Cluster]map[string]bool{}
	for _, f := range d.Figures {
		p := f.Indicator.Place.ID
		if p != "hefei" && p != "wuhu" || !f.Lead {
			continue
		}
		c := f.Indicator.Cluster
		if have[c] == nil {
			have[c] = map[string]bool{}
		}
		have[c][p] = true
		for _, g := range d.Figures {
			if p == "hefei" && g.Lead && g.Indicator.Place.ID == "wuhu" && g.Indicator.Name == f.Indicator.Name && g.Period == f.Period {
				common[c]++
			}
		}
	}
	for _, lang := range tuitest.Langs() {
		words := text.For(lang)
		a, _ := press(t, New(d, place.Place{}, tuitest.Viewport(160, 300, lang), Options{}), "4 c right down")
		said, sections := map[string]bool{}, 0
		under := ""
		for _, l := range a.Frame().Plain() {
			_, l, _ = strings.Cut(l, "\u2502")
			for _, c := range d.Clusters {
				if strings.Contains(l, "\u258c "+c.Name.In(lang)+" ") {
					under = c.ID
				}
			}
			if strings.Contains(l, words.Say.NoneCommon) {
				said[under] = true
			}
		}
		for _, c := range d.Clusters {
			if both := len(have[c]) == 2; both && said[c.ID] != (common[c] == 0) {
				t.Errorf("%v, %s: %d measures are common, and that none is: %v", lang, c.ID, common[c], said[c.ID])
			} else if both {
				sections++
			}
		}
		if sections < 2 {
			t.Errorf("%v: both have figures in %d clusters", lang, sections)
		}
	}
}

// A filter leaves the cities with figures that fit, on the map and in the ranking, and
// of these what fits.
func TestCitiesAreNarrowed(t *testing.T) {
	d := datatest.Embedded(t)
	for filter, fits := range map[string]func(*model.Figure) bool{
		"!":          func(f *model.Figure) bool { return f.Conflict != nil },
		"2011..2015": func(f *model.Figure) bool { return f.Period.Year() >= 2011 && f.Period.Year() <= 2015 },
		"A exact": func(f *model.Figure) bool {
			return f.Source.Grade == model.GradeA && f.Value.Qualifier() == model.Exact
		},
	} {
		want := map[string]bool{}
		for _, f := range d.Figures {
			if p := f.Indicator.Place; p.Within == d.Home && fits(f) {
				want[p.ID] = true
			}
		}
		at := place.Place{View: place.Cities, Filter: filter}
		items := nav.Items(d, at, model.EN)
		if len(items) == 0 || len(items) != len(want) {
			t.Errorf("%s leaves %q, want %v", filter, items, want)
		}
		for _, at.Item = range items {
			if !want[at.Item] {
				t.Errorf("%s leaves %s", filter, at.Item)
			}
			for _, sub := range nav.Subs(d, at, model.EN) {
				if f := d.Figure(sub); f != nil && d.Conflict(sub) == nil && !fits(f) {
					t.Errorf("%s leaves %s of %s", filter, sub, at.Item)
				}
			}
			for _, by := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				if to := nav.Beside(d, at, by[0], by[1]).Item; !want[to] {
					t.Errorf("%s: %v of %s is %s", filter, by, at.Item, to)
				}
			}
		}
	}
	a, seen := answered(t, model.EN, 120, 36, "4 & 2 0 1 1 enter")
	if a.Place().Filter != "2011" || !strings.Contains(seen, "Copper") {
		t.Errorf("what is typed leads to %s:\n%s", a.Place().Link(), screenText(a))
	}
}

// Cities are compared by all that is stated of two of them, by one definition for one
// period, and it is said of how many.
func TestAllThatCompares(t *testing.T) {
	d := datatest.Embedded(t)
	want := map[string]int{}
	for _, home := range d.Indicators {
		of := map[string]map[string]bool{}
		for _, f := range d.Figures {
			if i := f.Indicator; home.Place == d.Home && i.Place.Within == d.Home && i.Counterpart == home && f.Lead && f.Value.Stated() && f.Value.Qualifier() != model.Target && home.Kind != model.Rank {
				if of[f.Period.String()] == nil {
					of[f.Period.String()] = map[string]bool{}
				}
				of[f.Period.String()][i.Place.ID] = true
			}
		}
		for _, places := range of {
			if len(places) > 1 {
				want[home.ID] = max(want[home.ID], len(places))
			}
		}
	}
	screen := strings.Join(strings.Fields(strings.Join(screenOf(t, "cities", 120, 40), "\n")), " ")
	for _, m := range d.Measures() {
		if want[m.Indicator.ID] != m.Stated {
			t.Errorf("%s is stated of %d, want %d", m.Indicator.ID, m.Stated, want[m.Indicator.ID])
		}
		if said := fmt.Sprintf("%d/%d %s", m.Stated, len(d.Parts()), m.Period.Short()); !strings.Contains(screen, said) {
			t.Errorf("%s: %q is not said:\n%s", m.Indicator.ID, said, screen)
		}
	}
	if len(want) != len(d.Measures()) || len(want) < 4 {
		t.Errorf("%d are offered, want %v", len(d.Measures()), want)
	}
}

func screenOf(t *testing.T, link string, w, h int) []string {
	t.Helper()
	opened := New(datatest.Embedded(t), tuitest.At(t, link), tuitest.Viewport(w, h, model.EN), Options{})
	return opened.Frame().Plain()
}

// The pane with the cursor has the width of both while it is zoomed; a list that is
// zoomed makes room while the cursor is in the detail.
func TestZoomedPane(t *testing.T) {
	for link, want := range map[string][2]bool{ // whether the list is seen, and the detail
		"clusters/pv":                         {true, true},
		"clusters/pv?zoom=list":               {true, false},
		"clusters/pv?zoom=detail":             {false, true},
		"clusters/pv/" + glass + "?zoom=list": {false, true},
	} {
		screen := strings.Join(screenOf(t, link, 100, 30), "\n")
		if got := [2]bool{strings.Contains(screen, "Hydrogen"), strings.Contains(screen, "PV glass output")}; got != want {
			t.Errorf("%s: list and detail are seen: %v, want %v:\n%s", link, got, want, screen)
		}
	}
	for keys, want := range map[string]string{
		"4 z":       "cities/hefei?zoom=list",
		"4 enter z": "cities/hefei/gdp-hefei-2022?zoom=detail",
		"3 z":       "trends/pv-revenue?zoom=list",
		"3 l z":     "trends/pv-revenue/pv-revenue-2027?zoom=detail",
		"2 z":       "shares/" + glass,
	} {
		a, _ := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(120, 36, model.EN), Options{}), keys)
		if got := a.Place().Link(); got != want {
			t.Errorf("%s leads to %s, want %s", keys, got, want)
		}
	}
}
