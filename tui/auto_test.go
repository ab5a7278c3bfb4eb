package tui

import (
	"testing"
	"time"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
)

// A tour that goes on by itself steps from stop to stop and round again, until a key
// is pressed; what was to come then does not.
func TestTourGoesOnByItself(t *testing.T) {
	d := datatest.Embedded(t)
	a := New(d, nav.TourStart(d), tuitest.Viewport(80, 24, model.EN), Options{Auto: 20 * time.Second})
	e := a.Start()
	for n := range 2 * len(d.Tour) {
		if e.Auto.After != 20*time.Second {
			t.Fatalf("after %d steps: %+v", n, e)
		}
		if at, want := a.Place().Tour, n%len(d.Tour)+1; at != want {
			t.Fatalf("at stop %d, not %d", at, want)
		}
		a, e = a.Step(e.Auto.Msg)
	}
	late := e.Auto.Msg
	at := a.Place().Tour
	a, e = press(t, a, "space")
	if a.Place().Tour != at+1 || e.Auto.After != 0 {
		t.Errorf("Space leads to stop %d, and then %+v", a.Place().Tour, e.Auto)
	}
	if b, e := a.Step(late); b.Place() != a.Place() || e != (Effect{}) {
		t.Error("it goes on after a key")
	}
	if e := New(d, nav.TourStart(d), tuitest.Viewport(80, 24, model.EN), Options{}).Start(); e.Auto.After != 0 {
		t.Error("a tour goes on by itself that was not to")
	}
}
