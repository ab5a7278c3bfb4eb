package tui

import (
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// A Bubble Tea program that shows an App gets each wish as a message of its own.
func TestEffectsAreCommands(t *testing.T) {
	d := datatest.Embedded(t)
	a := New(d, place.Place{View: place.Shares}, tuitest.Viewport(80, 24, model.EN), Options{})
	for key, want := range map[string]tea.Msg{
		"q":      tea.Quit(),
		"ctrl+l": tea.ClearScreen(),
		"Y":      tea.SetClipboard("shares/" + glass)(),
	} {
		if _, cmd := a.Update(tuitest.KeyPress(t, key)); cmd == nil || !reflect.DeepEqual(cmd(), want) {
			t.Errorf("%s: not %v", key, want)
		}
	}
	if _, cmd := a.Update(tea.FocusMsg{}); cmd == nil || reflect.TypeOf(cmd()) != reflect.TypeOf(tea.RequestBackgroundColor()) {
		t.Error("the background is not asked for")
	}
	if _, cmd := a.Update(tuitest.KeyPress(t, "j")); cmd != nil {
		t.Error("moving the cursor has a command")
	}
}

// Whoever is told a place and a viewport sees what the App there shows, whatever
// the App remembers beside them.
func TestFrameDependsOnPlaceAndViewport(t *testing.T) {
	d := datatest.Embedded(t)
	for _, keys := range []string{
		"j 2 t w L", "/ g l a s s down down enter n n N", "/ g l a s s esc / p v down", ": s h down L", "3 c j c L T i j",
		"2 e j enter L j", ". . down L T", "4 f f 5 ! - - L", "y L esc Y",
	} {
		a := New(d, place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{})
		for key := range strings.FieldsSeq(keys) {
			a, _ = press(t, a, key)
			got, want := a.Frame(), screen.Render(d, a.Place(), a.Viewport())
			if got.String() != want.String() || got.Title != want.Title || !reflect.DeepEqual(got.Hits, want.Hits) {
				t.Errorf("%s, at %s: the App shows\n%s\nthe place is\n%s", keys, key, got, want)
			}
		}
	}
}

// A query is searched for once: moving among its results does not search again.
func TestSearchedOnce(t *testing.T) {
	d := datatest.Embedded(t)
	a, _ := press(t, New(d, place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}), "/ g l a s s down")
	const runs = 20
	search := testing.AllocsPerRun(runs, func() { d.Search("glass", 50) })
	down := testing.AllocsPerRun(runs, func() { a.Page().Choices() })
	fresh := testing.AllocsPerRun(runs, func() { screen.At(d, a.Place(), a.Viewport()).Choices() })
	if search < 1 || fresh-down < search {
		t.Errorf("a search allocates %v times, the results anew %v, and once more %v", search, fresh, down)
	}
}
