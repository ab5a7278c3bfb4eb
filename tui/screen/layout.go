package screen

import (
	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
)

// Area is a rectangle of cells; X and Y count from the top left corner of the
// screen.
type Area struct{ X, Y, W, H int }

// of returns the area of a canvas.
func (a Area) of(c cell.Canvas) cell.Canvas { return c.Area(a.X, a.Y, a.W, a.H) }

// contains reports whether the cell at x, y is in the area.
func (a Area) contains(x, y int) bool {
	return x >= a.X && x < a.X+a.W && y >= a.Y && y < a.Y+a.H
}

// top cuts n lines off the top of a.
func (a Area) top(n int) (cut, rest Area) {
	n = min(max(n, 0), a.H)
	return Area{a.X, a.Y, a.W, n}, Area{a.X, a.Y + n, a.W, a.H - n}
}

// left cuts n columns off the left of a.
func (a Area) left(n int) (cut, rest Area) {
	n = min(max(n, 0), a.W)
	return Area{a.X, a.Y, n, a.H}, Area{a.X + n, a.Y, a.W - n, a.H}
}

// margin takes n columns off both sides.
func (a Area) margin(n int) Area {
	n = min(n, a.W/2)
	return Area{a.X + n, a.Y, a.W - 2*n, a.H}
}

// screen is where the parts of a frame lie. A part with no height is not
// drawn.
type screen struct {
	Tabs, Rule, Body, FootRule, Footer Area
}

// The heights and widths, in cells, from which a screen has more.
const (
	shortScreen = 8  // tabs and a footer; below it a number is all there is
	tallScreen  = 16 // rules
	airyScreen  = 30 // an empty line below the tabs

	tinyWidth    = 30  // a list; below it a number is all there is
	narrow       = 60  // rows of several numbers; below it a row takes two lines
	bandWidth    = 76  // headlines beside one another above the clusters
	wideScreen   = 80  // a list and a detail beside it
	roomy        = 96  // periods in full, ranks in lists
	dockedScreen = 160 // a panel at the right that follows the cursor
	bandHeight   = 16  // of a body: headlines above the clusters
)

// layout divides a screen. It is arithmetic on the size and on nothing else.
func layout(v place.Viewport) screen {
	rest := Area{0, 0, v.Width, v.Height}
	var s screen
	tabs, rules, air, footer := 1, 1, 0, 1
	if v.Height >= airyScreen {
		air = 1
	}
	if v.Height < tallScreen {
		rules = 0
	}
	if v.Height < shortScreen {
		tabs, footer = 0, 0
	}
	s.Tabs, rest = rest.top(tabs)
	s.Rule, rest = rest.top(rules + air)
	s.Body, rest = rest.top(rest.H - rules - footer)
	s.FootRule, s.Footer = rest.top(rules)
	return s
}

// tiny reports whether the screen has room for one number only.
func tiny(v place.Viewport) bool { return v.Height < shortScreen || v.Width < tinyWidth }

// panes are the parts of a view with a list and a detail beside it. On a
// screen too narrow for both the list is one line above the detail: one item
// at a time. The list is as wide as the view's names want, at most two fifths.
type panes struct {
	List, Detail Area
	Beside       bool // the two are beside one another
}

// stacked has one line of the list above the detail.
func stacked(body Area) panes {
	above, rest := body.top(2)
	above.H = min(above.H, 1)
	return panes{List: above, Detail: rest}
}

func split(body Area, list int) panes {
	if body.W < wideScreen-2 {
		return stacked(body)
	}
	left, rest := body.left(min(list, body.W*2/5))
	_, detail := rest.left(1)
	return panes{left, detail, true}
}
