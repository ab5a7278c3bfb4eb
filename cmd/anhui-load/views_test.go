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
	const whatever, none, some, another = "", "none", "some", "not the conflicts" // of a place's Item or Sub; else it is the id
	want := map[string]struct {
		view      place.View
		card      place.Card
		item, sub string
	}{
		"overview":       {place.Overview, place.NoCard, whatever, whatever},
		"clusters":       {place.Clusters, place.NoCard, whatever, whatever},
		"shares":         {place.Shares, place.NoCard, whatever, whatever},
		"trends":         {place.Trends, place.NoCard, whatever, whatever},
		"cities":         {place.Cities, place.NoCard, whatever, none},
		"page of a city": {place.Cities, place.NoCard, some, some},
		"voices":         {place.Voices, place.NoCard, whatever, whatever},
		"sources":        {place.Sources, place.NoCard, another, none},
		"conflicts":      {place.Sources, place.NoCard, "conflicts", whatever},
		"search, typed":  {place.Overview, place.SearchCard, whatever, whatever},
	}
	is := func(id, want string) bool {
		switch want {
		case whatever:
			return true
		case none:
			return id == ""
		case some:
			return id != ""
		case another:
			return id != "conflicts"
		}
		return id == want
	}
	if len(stays()) != len(want) {
		t.Errorf("%d stays, want %d", len(stays()), len(want))
	}
	for _, s := range stays() {
		w, ok := want[s.name]
		if !ok {
			t.Errorf("there is a stay %q", s.name)
		}
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
				at := app.Place()
				if at.View != w.view || at.Card != w.card || !is(at.Item, w.item) || !is(at.Sub, w.sub) {
					t.Fatalf("%s: key %d leads to %s", s.name, n, at.Link())
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
