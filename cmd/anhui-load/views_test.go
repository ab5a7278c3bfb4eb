package main

import (
	"testing"
	"time"

	"anhui-tui/data/datatest"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// The keys of a stay lead there, and those of its walks never out of it.
func TestStays(t *testing.T) {
	d := datatest.Embedded(t)
	for _, s := range stays() {
		p := plan{Sessions: 5, Width: 80, Height: 24, Rate: 1, Keys: 8 * time.Second, Seed: 1, stay: s}
		for _, walk := range p.walks(d, func(int, int) {}) {
			if len(walk) != p.walkLength() {
				t.Errorf("%s: a walk of %d keys, want %d", s.name, len(walk), p.walkLength())
			}
			app := tui.New(d, place.Place{}, p.viewport(), tui.Options{})
			for _, key := range s.begin {
				app, _ = app.Step(keyPress(key))
			}
			for n, step := range walk {
				if !s.here(app.Place()) {
					t.Fatalf("%s: key %d leads to %s", s.name, n, app.Place().Link())
				}
				app, _ = app.Step(keyPress(step.key))
			}
		}
	}
}

func TestRangeOfRounds(t *testing.T) {
	of := func(r result) float64 { return r.KeyCPU }
	if got := spreadIn([]result{{KeyCPU: 3}, {KeyCPU: 1}, {KeyCPU: 2}}, of).text("%.0f"); got != "2 (1\u20133)" {
		t.Errorf("of three rounds %s", got)
	}
	if got := spreadIn([]result{{KeyCPU: 3}}, of).text("%.0f"); got != "3" {
		t.Errorf("of one round %s", got)
	}
}
