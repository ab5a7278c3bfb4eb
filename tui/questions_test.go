package tui

import (
	"io"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// Questions of an analyst are answered within eight keys from the start: what is new,
// what is exact for a year, a chart for a report, a citation as Chinese journals
// print it. Those on cities are asked in package screen, those with words to search in
// TestSearchAnswers.
func TestQuestionsOfAnAnalyst(t *testing.T) {
	d := datatest.Embedded(t)
	save := func(name string, _ func(io.Writer) error) (string, error) { return name, nil }
	for _, c := range []struct {
		question, keys string
		saved          string // the file that is asked for
		copied         string // a part of what is copied
		seen           []string
		unseen         []string
	}{
		{question: "what is new in shares", keys: "2 & n e w enter", seen: []string{"& new: ", "Vehicle exports"}, unseen: []string{"TOPCon"}},
		{question: "which shares of China are exact", keys: "2 & e x a c t enter", seen: []string{"& exact: ", "14.7%"}, unseen: []string{"PV glass output", "\u224817%"}},
		{question: "a chart for a report", keys: "3 e G enter", saved: "chart"},
		{question: "a citation after GB/T 7714", keys: "y y", copied: "/OL]"},
	} {
		if n := len(strings.Fields(c.keys)); n > 8 {
			t.Errorf("%s: %d keys", c.question, n)
		}
		a, e := press(t, New(d, place.Place{}, tuitest.Viewport(100, 40, model.EN), Options{Save: save}), c.keys)
		s := screenText(a)
		for _, want := range c.seen {
			if !strings.Contains(s, want) {
				t.Errorf("%s: no %q on the screen:\n%s", c.question, want, s)
			}
		}
		for _, not := range c.unseen {
			if strings.Contains(s, not) {
				t.Errorf("%s: %q is on the screen:\n%s", c.question, not, s)
			}
		}
		if string(e.Save) != c.saved || !strings.Contains(e.Copy, c.copied) {
			t.Errorf("%s: saved %q, copied %q", c.question, e.Save, e.Copy)
		}
	}
}
