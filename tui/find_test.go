package tui

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Questions of an analyst that a search answers: what is typed, in how many keys at
// the most, and what the screen then has.
func TestSearchAnswers(t *testing.T) {
	t.Parallel()
	for _, q := range []struct {
		typed string
		keys  int
		want  []string
	}{
		{"NEV output", 11, []string{"1.794 m*", "16.63 m*"}},
		{"governor", 9, []string{"Wang Qingxian", "Governor of Anhui", "2024-09-18"}},
		{"hydrogen governor", 18, []string{"hydrogen", "Wang Qingxian  2024-09-18"}},
		{"Wang hydrogen", 14, []string{"hydrogen", "Wang Qingxian  2024-09-18"}},
		{"hydrogn", 8, []string{"Nothing for \u201chydrogn\u201d. For \u201chydrogen\u201d:", "Hydrogen industry output value"}},
		{"panel", 6, []string{"share of the world", "10%"}},
		{"sodium", 7, []string{"Fuyang", "Sodium"}},
		{"1st in China", 13, []string{"1st in China"}},
		{"CNY 296.7 bn", 13, []string{"CNY 296.7 bn"}},
		{"17%", 4, []string{"17%"}},
		{"exact 2025", 11, []string{"2025"}},
		{"\u96fb\u6c60", 3, []string{"PV cell"}}, // traditional
		{"governor wuhu", 14, []string{"Nothing for \u201cgovernor wuhu\u201d, but near:", "governor", "wuhu"}},
		{"qqqqqq", 7, []string{"Nothing for \u201cqqqqqq\u201d.", "Type names"}},
	} {
		keys := "/ " + strings.Join(strings.Split(strings.ReplaceAll(q.typed, " ", "_"), ""), " ")
		keys = strings.ReplaceAll(keys, "_", "space")
		if n := len(strings.Fields(keys)); n > q.keys {
			t.Errorf("%q takes %d keys, of %d", q.typed, n, q.keys)
		}
		a, _ := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(100, 30, model.EN), Options{}), keys)
		for _, want := range q.want {
			if !strings.Contains(screenText(a), want) {
				t.Errorf("%q does not show %q:\n%s", q.typed, want, screenText(a))
			}
		}
	}
}

// Of words that find nothing together, one is searched for by itself.
func TestNearIsChosen(t *testing.T) {
	t.Parallel()
	a, _ := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}),
		"/ g o v e r n o r space w u h u down enter")
	if got, want := a.Place().Link(), "overview/pv?card=search&q=wuhu"; got != want {
		t.Errorf("leads to %s, want %s", got, want)
	}
}

// What is empty says what was asked for and, where anything is near, what: each list
// that is narrowed, the search and the palette, on every usual screen.
func TestEmptySaysWhatWasAsked(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		words := text.For(lang)
		nearFits, _, _ := strings.Cut(words.Say.NearFits, "%")
		for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 36}, {200, 50}} {
			for keys, want := range map[string][]string{
				"2 & g l a s s space w u h u": {"glass wuhu", nearFits, "glass 2", "wuhu 1"},
				"2 & g l a s z":               {"glasz", nearFits, "glass 2"},
				"3 & g l a s s space z z":     {"glass zz", nearFits, "glass 2"},
				"5 & w a n g space z z":       {"wang zz", nearFits, "wang 5"},
				"6 & z z":                     {words.QuoteMarks("zz")},
				"1 & c h e r y":               {"chery", nearFits, d.Cluster("auto").Name.In(lang)},
				"/ z z z z":                   {words.QuoteMarks("zzzz")},
				": z z z z":                   {words.QuoteMarks("zzzz")},
			} {
				a, _ := press(t, New(d, place.Place{}, tuitest.Viewport(size[0], size[1], lang), Options{}), keys)
				if strings.HasPrefix(keys, "1 & ") { // what is said is in the detail
					a, _ = press(t, a, "enter")
				}
				s := screenText(a)
				body, _, _ := strings.Cut(s, "\n\u2500\u2500&")
				body = body[:strings.LastIndex(body, "\n")] // not where it is typed
				for _, w := range want {
					if !strings.Contains(tuitest.Squeezed(strings.NewReplacer("\u2502", "", "\u2503", "").Replace(body)), tuitest.Squeezed(w)) {
						t.Errorf("%v, %v: %s: no %q on\n%s", lang, size, keys, w, s)
					}
				}
			}
		}
	}
}
