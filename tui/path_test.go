package tui

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// A newcomer asks what share of the nation's PV glass Anhui makes and who says
// so: at most six keys from the start, one more to copy it with its citation,
// one more for the same in Chinese.
func TestFirstMinute(t *testing.T) {
	const most = 6
	d := datatest.Embedded(t)
	for _, keys := range []string{
		"i",         // the Overview starts on photovoltaics
		"2 i",       // Shares starts on the largest
		"1 enter i", // through the clusters
	} {
		a := New(d, place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{})
		if n := len(strings.Fields(keys)); n > most {
			t.Errorf("%q has %d keys", keys, n)
		}
		a, _ = press(t, a, keys)
		for _, want := range []string{"PV glass", ">50%", "more than half", "Feng Kejin", "China Daily", "2024-09-18", "https://"} {
			if !strings.Contains(screenText(a), want) {
				t.Errorf("%q does not show %q:\n%s", keys, want, screenText(a))
			}
		}

		a, e := press(t, a, "y")
		copied := e.Copy
		for _, want := range []string{"PV glass", ">50%", "China Daily", "2024-09-18", "https://"} {
			if !strings.Contains(copied, want) {
				t.Errorf("%q y copies %q, without %q", keys, copied, want)
			}
		}
		for line := range strings.SplitSeq(copied, "\n") {
			if !strings.Contains(tuitest.Squeezed(strings.ReplaceAll(screenText(a), "│", "")), tuitest.Squeezed(line)) {
				t.Errorf("%q y does not show what it copied: %s\n%s", keys, line, screenText(a))
			}
		}

		a, e = press(t, a, "L")
		copied = e.Copy
		for _, want := range []string{"\u5149\u4f0f\u73bb\u7483", "\u8d8550%"} {
			if !strings.Contains(screenText(a), want) {
				t.Errorf("%q y L does not show %q:\n%s", keys, want, screenText(a))
			}
			if !strings.Contains(copied, want) {
				t.Errorf("%q y L copies %q, without %q", keys, copied, want)
			}
		}
	}
}

// A series that was kept on the chart is still there when another is come to from a
// figure: of two that a search finds one makes a chart of both.
func TestKeptOnTheChart(t *testing.T) {
	d := datatest.Embedded(t)
	a, _ := press(t, New(d, place.Place{}, tuitest.Viewport(100, 30, model.EN), Options{}),
		"/ n e v space o u t enter r c n n n n n n r")
	if p := a.Place(); p.View != place.Trends || p.Item != "china-nev-output" || p.With != "nev-output" {
		t.Fatalf("it leads to %s:\n%s", p.Link(), screenText(a))
	}
	for _, want := range []string{"16.63", "1.794"} {
		if !strings.Contains(screenText(a), want) {
			t.Errorf("no %s on\n%s", want, screenText(a))
		}
	}
	if b, _ := press(t, New(d, place.Place{}, tuitest.Viewport(100, 30, model.EN), Options{}), "2 0 1 enter r"); b.Place().View != place.Trends || b.Place().With != "" {
		t.Errorf("where nothing was kept it leads to %s", b.Place().Link())
	}
	if a, _ = press(t, a, "r r"); a.Place().With != "nev-output" {
		t.Errorf("back and forth leads to %s", a.Place().Link())
	}
}
