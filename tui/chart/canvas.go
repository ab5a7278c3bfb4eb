package chart

import (
	"math"

	"anhui-tui/tui/cell"
)

// role says what a cell of a canvas is taken by; what comes later in the list
// is drawn over what comes before.
type role uint8

const (
	free role = iota
	grid
	divide // a change of method
	stroke // dots of a line
	point
	text
	covered // by the text that starts left of it
)

// canvas is a block of cells to draw on.
type canvas struct {
	w, h  int
	cells []canvasCell
	dots  []uint8 // per cell, bit column*4+row of its braille or half-cell dots
	texts []string
	inks  []cell.Style
	// Dots a cell has, and what a cell with given dots looks like.
	dotsX, dotsY int
	braille      bool
}

type canvasCell struct {
	text int32 // in texts
	ink  uint8 // in inks
	role role
}

func newCanvas(w, h int, braille bool) *canvas {
	c := &canvas{w: w, h: h, braille: braille, dotsX: 1, dotsY: 2}
	if braille {
		c.dotsX, c.dotsY = 2, 4
	}
	c.cells = make([]canvasCell, w*h)
	c.dots = make([]uint8, w*h)
	c.texts = append(make([]string, 0, 64), " ")
	c.inks = append(make([]cell.Style, 0, 8), 0)
	return c
}

// ink makes k known to the canvas; a canvas takes 255.
func (c *canvas) ink(k cell.Style) uint8 {
	for i, have := range c.inks {
		if have == k || i == 255 {
			return uint8(i) //nolint:gosec // i <= 255
		}
	}
	c.inks = append(c.inks, k)
	return uint8(len(c.inks) - 1) //nolint:gosec // at most 255
}

// glyph makes s known to the canvas.
func (c *canvas) glyph(s string) int32 {
	c.texts = append(c.texts, s)
	return int32(len(c.texts) - 1) //nolint:gosec // a few per cell
}

func (c *canvas) inside(x, y int) bool {
	return x >= 0 && y >= 0 && x < c.w && y < c.h
}

// put draws a glyph, unless something of a later role is there.
func (c *canvas) put(x, y int, glyph int32, ink uint8, r role) {
	if !c.inside(x, y) {
		return
	}
	if at := &c.cells[y*c.w+x]; at.role <= r {
		*at = canvasCell{glyph, ink, r}
	}
}

// write draws a text that must lie inside the canvas.
func (c *canvas) write(x, y int, s string, ink uint8) {
	w := cell.Width(s)
	if w == 0 || x < 0 || x+w > c.w || y < 0 || y >= c.h {
		return
	}
	c.cells[y*c.w+x] = canvasCell{c.glyph(s), ink, text}
	for i := 1; i < w; i++ {
		c.cells[y*c.w+x+i] = canvasCell{role: covered}
	}
}

// room reports whether a text of w cells can stand at x, y: nothing but grid
// under it, and beside it nothing of a role above next.
func (c *canvas) room(x, y, w int, next role) bool {
	if !c.inside(x, y) || !c.inside(x+w-1, y) {
		return false
	}
	for i := x; i < x+w; i++ {
		if c.roleAt(i, y) > grid {
			return false
		}
	}
	return c.roleAt(x-1, y) <= next && c.roleAt(x+w, y) <= next
}

// roleAt returns what takes a cell; outside the canvas all is free.
func (c *canvas) roleAt(x, y int) role {
	if !c.inside(x, y) {
		return free
	}
	return c.cells[y*c.w+x].role
}

// dot draws one dot of a line, in dots from the top left. The ink of a cell
// is that of the first line in it.
func (c *canvas) dot(x, y int, ink uint8) {
	if x < 0 || y < 0 {
		return
	}
	col, row := x/c.dotsX, y/c.dotsY
	if !c.inside(col, row) {
		return
	}
	i := row*c.w + col
	c.dots[i] |= 1 << (x%c.dotsX*4 + y%c.dotsY)
	if c.cells[i].role < stroke {
		c.cells[i] = canvasCell{ink: ink, role: stroke}
	}
}

// stroke draws a straight line between two places, in cells from the top left.
func (c *canvas) stroke(x1, y1, x2, y2 float64, ink uint8) {
	dotsX, dotsY := float64(c.dotsX), float64(c.dotsY)
	steps := int(max(math.Abs(x2-x1)*dotsX, math.Abs(y2-y1)*dotsY, 1))
	for i := range steps + 1 {
		way := float64(i) / float64(steps)
		c.dot(int((x1+(x2-x1)*way)*dotsX), int((y1+(y2-y1)*way)*dotsY), ink)
	}
}

// draw draws the canvas on an area of its size.
func (c *canvas) draw(on cell.Canvas) {
	for i, at := range c.cells {
		x, y := i%c.w, i/c.w
		switch at.role {
		case stroke:
			on.Put(x, y, c.inks[at.ink], c.look(c.dots[i]))
		case covered:
		case free, grid, divide, point, text:
			on.Put(x, y, c.inks[at.ink], c.texts[at.text])
		}
	}
}

// look returns the glyph of a cell with these dots.
func (c *canvas) look(dots uint8) string {
	if !c.braille {
		return [...]string{" ", "'", ".", ":"}[dots&3]
	}
	return braille(dots)
}

// braille returns the glyph with these dots.
func braille(dots uint8) string {
	// Unicode numbers the dots 1 2 3 7 down the left, 4 5 6 8 down the right.
	weights := [8]rune{0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80}
	r := rune(0x2800)
	for i, weight := range weights {
		if dots&(1<<i) != 0 {
			r += weight
		}
	}
	return string(r)
}
