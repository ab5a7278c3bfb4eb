package screen

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// drawing is a screen's areas as letters. Where two areas overlap it has an X,
// and a space where there is none.
func drawing(v place.Viewport, list int) string {
	cells := make([][]byte, v.Height)
	for y := range cells {
		cells[y] = []byte(strings.Repeat(" ", v.Width))
	}
	fill := func(a Area, letter byte) {
		for y := a.Y; y < a.Y+a.H; y++ {
			for x := a.X; x < a.X+a.W; x++ {
				if cells[y][x] != ' ' {
					letter = 'X'
				}
				cells[y][x] = letter
			}
		}
	}
	s := layout(v)
	fill(s.Tabs, 't')
	fill(s.Rule, '-')
	fill(s.FootRule, '-')
	fill(s.Footer, 'f')
	if panes := split(s.Body.margin(1), list); tiny(v) {
		fill(s.Body, 'b')
	} else {
		fill(panes.List, 'L')
		fill(panes.Detail, 'D')
	}
	var b strings.Builder
	for _, line := range cells {
		b.Write(append([]byte{'|'}, line...))
		b.WriteString("|\n")
	}
	return b.String()
}

// The layouts as drawings: tabs t, list L, detail D, footer f; b is
// a body too small for panes. Look at them when they change, then -update.
func TestLayoutDrawings(t *testing.T) {
	for _, size := range [][2]int{{20, 5}, {40, 12}, {80, 24}, {120, 40}, {200, 50}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			golden.RequireEqual(t, drawing(tuitest.Viewport(size[0], size[1], model.EN), Page{at: place.Place{View: place.Clusters}}.view().list))
		})
	}
}

// Whatever the size, the parts cover the screen line by line and none
// overlaps another.
func TestLayoutCoversTheScreen(t *testing.T) {
	t.Parallel()
	for w := 1; w <= 130; w += 3 {
		for h := 1; h <= 60; h++ {
			s := layout(tuitest.Viewport(w, h, model.EN))
			y := 0
			for _, a := range []Area{s.Tabs, s.Rule, s.Body, s.FootRule, s.Footer} {
				if a.X != 0 || a.W != w || a.Y != y || a.H < 0 {
					t.Fatalf("%d×%d: a part at %+v, want it on line %d", w, h, a, y)
				}
				y += a.H
			}
			if y != h || s.Body.H < 1 {
				t.Fatalf("%d×%d: the parts have %d lines, the body %d of them", w, h, y, s.Body.H)
			}
			for _, list := range []int{0, 25, 40, 1000} {
				p := split(s.Body, list)
				if strings.Contains(drawing(tuitest.Viewport(w, h, model.EN), list), "X") {
					t.Fatalf("%d×%d: panes overlap: %+v", w, h, p)
				}
				if p.Beside && (p.List.W > s.Body.W*2/5 || p.Detail.W < p.List.W) {
					t.Fatalf("%d×%d: the list has more room than the detail: %+v", w, h, p)
				}
			}
		}
	}
}

// What the line of a list names is not named again below it, where lines are few.
func TestDetailIsNamedOnce(t *testing.T) {
	d := datatest.Embedded(t)
	for link, name := range map[string]string{"clusters/pv": "Photovoltaics", "voices/feng-kejin": "Feng Kejin", "sources/conflicts": "Conflicts", "clusters/pv?zoom=detail": "Photovoltaics"} {
		drawn := Render(d, tuitest.At(t, link), tuitest.Viewport(60, 12, model.EN)).Plain()
		if n := strings.Count(strings.Join(drawn, "\n"), name); n != 1 {
			t.Errorf("%s: %q is named %d times:\n%s", link, name, n, strings.Join(drawn, "\n"))
		}
	}
}
