package screen

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// Every view draws something of its own, on every size of screen that differs:
// one that a switch forgot would show another's.
func TestEveryViewIsItsOwn(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}} {
			of := map[string]place.View{}
			for _, v := range place.Views() {
				in := tuitest.Viewport(size[0], size[1], lang)
				p := pageOf(d, place.Place{View: v}, in)
				f := cell.NewFrame(size[0], size[1])
				p.body(f.Canvas())
				shown := strings.Join(f.Plain(), "\n")
				if other, drawn := of[shown]; drawn || strings.TrimSpace(shown) == "" {
					t.Errorf("%v, %v: %v is drawn as %v is:\n%s", lang, size, v, other, shown)
				}
				of[shown] = v
			}
		}
	}
}

func TestViewsAreWhole(t *testing.T) {
	for _, v := range place.Views() {
		if row := (Page{at: place.Place{View: v}}).view(); row.body == nil || len(row.hints) == 0 {
			t.Errorf("%v lacks a body or hints", v)
		}
	}
}
