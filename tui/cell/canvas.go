package cell

import (
	"strings"
	"unicode/utf8"
)

// Canvas is an area of a frame to draw in. What falls outside of it is not drawn.
// Columns and lines count from its top left corner.
type Canvas struct {
	W, H int

	frame *Frame
	x, y  int // its top left corner on the frame
	// What of the frame may be drawn on: the part of the area that lies within all
	// areas it is a part of.
	left, top, right, bottom int
	link                     uint8
}

// Canvas returns the whole frame to draw in.
func (f *Frame) Canvas() Canvas {
	return Canvas{W: f.W, H: f.H, frame: f, right: f.W, bottom: f.H}
}

// Area returns a part of c, which may reach beyond it.
func (c Canvas) Area(x, y, w, h int) Canvas {
	c.x, c.y, c.W, c.H = c.x+x, c.y+y, max(w, 0), max(h, 0)
	c.left, c.top = max(c.left, c.x), max(c.top, c.y)
	c.right, c.bottom = min(c.right, c.x+c.W), min(c.bottom, c.y+c.H)
	return c
}

// Line returns line y of c as an area.
func (c Canvas) Line(y int) Canvas { return c.Area(0, y, c.W, 1) }

// Top cuts n lines off the top of c.
func (c Canvas) Top(n int) (cut, rest Canvas) {
	n = min(max(n, 0), c.H)
	return c.Area(0, 0, c.W, n), c.Area(0, n, c.W, c.H-n)
}

// Left cuts n columns off the left of c.
func (c Canvas) Left(n int) (cut, rest Canvas) {
	n = min(max(n, 0), c.W)
	return c.Area(0, 0, n, c.H), c.Area(n, 0, c.W-n, c.H)
}

// Margin takes n columns off both sides of c.
func (c Canvas) Margin(n int) Canvas {
	n = min(n, c.W/2)
	return c.Area(n, 0, c.W-2*n, c.H)
}

// Visible returns the part of the frame that c draws on: its top left corner, and
// how large it is.
func (c Canvas) Visible() (x, y, w, h int) {
	return c.left, c.top, max(c.right-c.left, 0), max(c.bottom-c.top, 0)
}

// Link returns c with what is drawn in it leading to an address of the web; with
// another address it leads nowhere.
func (c Canvas) Link(address string) Canvas {
	c.link = c.frame.link(address)
	return c
}

// Put draws text on line y from column x on, and returns the column after it.
// What must not reach a screen is left out; half of a wide glyph is a space.
func (c Canvas) Put(x, y int, s Style, text string) int {
	text = strings.ToValidUTF8(text, string(utf8.RuneError))
	for text != "" {
		if b := text[0]; b > ' ' && b < 0x7f && (len(text) == 1 || text[1] < 0x80) { // most of it
			if to := c.at(x, y); to != nil && to.Width == 1 {
				*to = Cell{Glyph: Glyph(b), Style: s, Link: c.link, Width: 1}
			} else if to != nil {
				c.set(x, y, Cell{Glyph: Glyph(b), Style: s, Width: 1})
			}
			x++
			text = text[1:]
			continue
		}
		n, width, ok := token(text)
		switch {
		case ok:
			c.glyph(x, y, s, text[:n], width)
			x += width
		case text[0] >= '\t' && text[0] <= '\r':
			c.set(x, y, Cell{Glyph: ' ', Style: s, Width: 1})
			x++
		}
		text = text[max(n, 1):]
	}
	return x
}

// glyph draws a character.
func (c *Canvas) glyph(x, y int, s Style, text string, width int) {
	if width == 2 && (!c.holds(x, y) || !c.holds(x+1, y)) {
		blank := Cell{Glyph: ' ', Style: s, Width: 1}
		c.set(x, y, blank)
		c.set(x+1, y, blank)
		return
	}
	if !c.holds(x, y) {
		return
	}
	c.set(x, y, Cell{Glyph: c.frame.number(text, width), Style: s, Width: uint8(width)}) //nolint:gosec // 1 or 2
	if width == 2 {
		c.set(x+1, y, Cell{Style: s})
	}
}

// holds reports whether a cell may be drawn on.
func (c *Canvas) holds(x, y int) bool {
	x, y = c.x+x, c.y+y
	return x >= c.left && x < c.right && y >= c.top && y < c.bottom
}

// at returns a cell; nil if it may not be drawn on.
func (c *Canvas) at(x, y int) *Cell {
	if !c.holds(x, y) {
		return nil
	}
	return &c.frame.rows[c.y+y][c.x+x]
}

// set draws a cell, if it may be drawn on. Of a wide glyph that loses one half
// the other becomes a space.
func (c *Canvas) set(x, y int, to Cell) {
	if !c.holds(x, y) {
		return
	}
	x += c.x
	row := c.frame.Row(c.y + y)
	if row[x].Width == 0 && to.Width != 0 && x > 0 && row[x-1].Width == 2 {
		row[x-1] = space(row[x-1].Style)
	}
	if row[x].Width == 2 && x+1 < len(row) && row[x+1].Width == 0 {
		row[x+1] = space(row[x+1].Style)
	}
	if to.Width == 1 && to.Glyph == ' ' {
		to = space(to.Style)
	}
	if to.Style.Shows() || to.Glyph != ' ' {
		to.Link = c.link
	}
	row[x] = to
	if c.frame.joins(row, x) {
		row[x].Glyph = standIn(to.Width)
	}
}

// space is a space in a style, which is none if nobody sees it.
func space(s Style) Cell {
	c := Blank()
	if s.Shows() {
		c.Style = s
	}
	return c
}

// Fill draws spaces in a style over all of c.
func (c Canvas) Fill(s Style) {
	blank := space(s)
	if blank.Style.Shows() {
		blank.Link = c.link
	}
	for y := c.top; y < c.bottom && c.left < c.right; y++ {
		c.set(c.left-c.x, y-c.y, blank) // halves of wide glyphs are at the edges
		c.set(c.right-1-c.x, y-c.y, blank)
		row := c.frame.Row(y)[c.left:c.right]
		for x := range row {
			row[x] = blank
		}
	}
}

// Ground lays a style under all of c: what is drawn there is over it.
func (c Canvas) Ground(under Style) {
	if under == 0 {
		return
	}
	var over, both Style // of the last cell: most are in runs
	for y := c.top; y < c.bottom; y++ {
		row := c.frame.Row(y)
		for x := c.left; x < c.right; x++ {
			at := &row[x]
			if at.Style != over || both == 0 {
				over, both = at.Style, at.Style.Over(under)
			}
			if at.Style = both; at.Glyph == ' ' && !both.Shows() {
				at.Style = 0
			}
		}
	}
}
