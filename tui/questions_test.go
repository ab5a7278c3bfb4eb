package tui

import (
	"io"
	"maps"
	"strconv"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Questions of an analyst are answered within eight keys from the start, in both
// languages: what is new, what is exact, a chart for a report, a citation as Chinese
// journals print it. Those on cities are asked in cities_test.go, those with words to
// search in TestSearchAnswers, and those on all figures of which something is so below.
func TestQuestionsOfAnAnalyst(t *testing.T) {
	d := datatest.Embedded(t)
	save := func(name string, _ func(io.Writer) error) (string, error) { return name, nil }
	for _, c := range []struct {
		question, keys string
		saved          string   // the file that is asked for
		copied         string   // a part of what is copied
		seen, unseen   []string // indicators
	}{
		{question: "what is new in shares", keys: "2 & + enter", seen: []string{"wuhu-vehicle-exports-share-china"}, unseen: []string{"pv-topcon-share-china"}},
		{question: "which shares of China are exact", keys: "2 & = enter", seen: []string{"pv-cell-share-china"}, unseen: []string{"pv-glass-share-china", "pv-topcon-share-china"}},
		{question: "a chart for a report", keys: "3 e G enter", saved: "chart"},
		{question: "a citation after GB/T 7714", keys: "y y", copied: "/OL]"},
	} {
		if n := len(strings.Fields(c.keys)); n > mostKeys {
			t.Errorf("%s: %d keys", c.question, n)
		}
		for _, lang := range tuitest.Langs() {
			a, e := press(t, New(d, place.Place{}, tuitest.Viewport(120, 50, lang), Options{Save: save}), c.keys)
			shows := func(id string) bool {
				i := d.Indicator(id)
				return i != nil && strings.Contains(screenText(a), text.For(lang).Name(i)+" ")
			}
			for _, id := range c.seen {
				if !shows(id) {
					t.Errorf("%v, %s: no %s on the screen:\n%s", lang, c.question, id, screenText(a))
				}
			}
			for _, id := range c.unseen {
				if d.Indicator(id) == nil || shows(id) {
					t.Errorf("%v, %s: %s is on the screen:\n%s", lang, c.question, id, screenText(a))
				}
			}
			if string(e.Save) != c.saved || !strings.Contains(e.Copy, c.copied) {
				t.Errorf("%v, %s: saved %q, copied %q", lang, c.question, e.Save, e.Copy)
			}
			if c.copied != "" && !strings.Contains(screenText(a), c.copied) {
				t.Errorf("%v, %s: it is not on the screen:\n%s", lang, c.question, screenText(a))
			}
		}
	}
}

// inYear reports whether a figure is for a year or a part of it, or was reported then
// without a period, by how the tables write that.
func inYear(f *model.Figure, year string) bool {
	period := strings.TrimPrefix(f.Period.String(), "reported ")
	return strings.HasPrefix(period, year) && !strings.HasPrefix(period, year+"/")
}

// All exact figures of a year, whatever they are of, are listed within a few keys, and
// no others; Enter opens the one under the cursor. So are those that are new, and
// those in conflicts.
func TestFiguresByWhatIsSoOfThem(t *testing.T) {
	d := datatest.Embedded(t)
	for _, c := range []struct {
		keys string
		fits func(*model.Figure) bool
	}{
		{"/ = 2 0 2 5", func(f *model.Figure) bool {
			return f.Value.Qualifier() == model.Exact && inYear(f, "2025")
		}},
		{"/ +", func(f *model.Figure) bool { return f.Since == d.Version }},
		{"/ ! 2 0 2 4", func(f *model.Figure) bool { return f.Conflict != nil && inYear(f, "2024") }},
	} {
		if n := len(strings.Fields(c.keys)) + 1; n > mostKeys {
			t.Errorf("%q are %d keys", c.keys, n)
		}
		want := map[string]bool{}
		for _, f := range d.Figures {
			if c.fits(f) {
				want[f.ID] = true
			}
		}
		for _, lang := range tuitest.Langs() {
			start := New(d, place.Place{}, tuitest.Viewport(100, 40, lang), Options{})
			a, _ := press(t, start, c.keys)
			listed, _ := a.Page().Choices()
			got := map[string]bool{}
			for i := range listed.Len {
				got[listed.At(i).To.Sub] = true
			}
			if len(want) == 0 || !maps.Equal(got, want) || listed.Len != len(want) {
				t.Errorf("%v, %q lists %d figures, want %d", lang, c.keys, listed.Len, len(want))
			}
			if count := " " + strconv.Itoa(len(want)) + " "; !strings.Contains(screenText(a), count) {
				t.Errorf("%v, %q: nobody says%sof them:\n%s", lang, c.keys, count, screenText(a))
			}
			opened, _ := press(t, a, "down enter")
			if f := d.Figure(opened.Place().Sub); opened.Place().Card != place.NoCard || f == nil || !want[f.ID] {
				t.Errorf("%v, %q: Enter opens %s", lang, c.keys, opened.Place().Link())
			}
		}
	}
}

// What can be typed is said where it is typed, on every usual screen.
func TestSignsAreTold(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 50}} {
			for _, keys := range []string{"/", "2 &", "2 & =", "?"} {
				a, _ := press(t, New(d, place.Place{}, tuitest.Viewport(size[0], size[1], lang), Options{}), keys)
				want, _, _ := strings.Cut(text.For(lang).Say.FilterSigns, "!") // it may go on in the next line
				want = tuitest.Squeezed(strings.TrimRight(want, ",\u3001 "))
				if keys == "?" {
					want = "=2025"
				}
				if !strings.Contains(tuitest.Squeezed(strings.ReplaceAll(screenText(a), "\u2502", "")), want) {
					t.Errorf("%v, %v, %s: no %q on\n%s", lang, size, keys, want, screenText(a))
				}
			}
		}
	}
}
