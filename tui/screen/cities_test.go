package screen

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
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

// On the page of a city the numbers of a list stand beside all names or below all: a
// list has rows of one line, or none.
func TestListsOfACityHaveOneRhythm(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		p := pageOf(d, tuitest.At(t, "cities/hefei"), tuitest.Viewport(120, 36, lang))
		for w := leastPage; w <= mostPage; w += 6 {
			var list []entry
			for _, e := range append(p.detail(w), blank()) {
				if f := d.Figure(e.id); f != nil {
					if f.Indicator.Kind != model.Share { // which have a gauge on a line
						list = append(list, e)
					}
					continue
				}
				one := 0
				for _, e := range list {
					if e.height == 1 {
						one++
					}
				}
				if one != 0 && one != len(list) {
					t.Errorf("%v, %d cells: %d of %d rows have one line, from %s on", lang, w, one, len(list), list[0].id)
				}
				list = nil
			}
		}
	}
}

// Where the ranking is wide, who leads in what stands below it, and not below the map.
func TestLeadersStandBelowTheRanking(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		head := pageOf(d, place.Place{View: place.Cities}, tuitest.Viewport(200, 50, lang)).text.Head
		ranking, leading := -1, -1
		for _, line := range Render(d, place.Place{View: place.Cities}, tuitest.Viewport(200, 50, lang)).Plain() {
			if at := strings.Index(line, head.Ranking); at >= 0 && ranking < 0 {
				ranking = cell.Width(line[:at])
			}
			if at := strings.Index(line, head.Leading); at >= 0 {
				leading = cell.Width(line[:at])
			}
		}
		if ranking < 0 || leading != ranking {
			t.Errorf("%v: the ranking begins in column %d, who leads in what in %d", lang, ranking, leading)
		}
	}
}
