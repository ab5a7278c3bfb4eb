package screen

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// In a ranking the decimal points stand under one another, and so do the last whole
// digits of numbers without one, marked or not.
func TestRankingStandsAtItsPoints(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		in := tuitest.Viewport(80, 24, lang)
		p := pageOf(d, place.Place{View: place.Cities, Zoom: place.ListZoom}, in)
		f := p.Frame()
		points, wholes := map[int]int{}, map[int]int{}
		for _, h := range f.Hits {
			id := h.Place.Item
			if s := p.standing(id); s.Place == nil || s.Figure == nil || h.Area.H != 1 || h.Place.View != place.Cities || h.Place.Sort != p.at.Sort {
				continue
			}
			number := p.number(p.standing(id).Figure)
			row := f.Plain()[h.Area.Y]
			at := strings.LastIndex(row, " "+number)
			if at < 0 {
				continue
			}
			before := cell.Width(row[:at+1])
			if point := strings.IndexByte(number, '.'); point >= 0 {
				points[before+point]++
			} else {
				wholes[before+len(number)]++
			}
		}
		if len(points) != 1 || len(wholes) != 1 {
			t.Fatalf("%v: points in columns %v, numbers without one end before %v", lang, points, wholes)
		}
		for at, n := range points {
			if n < 10 || wholes[at] < 3 {
				t.Errorf("%v: %d points in column %d, numbers without one end before %v", lang, n, at, wholes)
			}
		}
	}
}
