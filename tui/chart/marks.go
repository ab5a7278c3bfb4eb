package chart

import (
	"math"
	"slices"
)

// pattern is the shape of a point in dots, four lines of four or, where years are
// close, of two. Height is how many of the lines lie above the value, so that a mark
// is at most half a dot, an eighth of a row, away from it, and all marks are on the
// same side of it: a smaller value is never drawn higher.
type pattern struct {
	dots   [4]uint8 // from the top; the highest bit is the left dot
	height int
}

// patternOf returns the shape of a point of series i, in two dots a line. Exact
// values are solid, each series in its way, those that are about hollow, targets
// dotted; bounds are solid with a stem to the side where the value lies.
func patternOf(i int, kind PointKind) pattern {
	switch kind {
	case Exact:
		return [...]pattern{
			{[4]uint8{0b00, 0b11, 0b11, 0b00}, 2},
			{[4]uint8{0b11, 0b11, 0b11, 0b11}, 2},
			{[4]uint8{0b10, 0b11, 0b11, 0b10}, 2},
			{[4]uint8{0b01, 0b11, 0b11, 0b01}, 2},
		}[i%4]
	case Approximate:
		return pattern{[4]uint8{0b11, 0b00, 0b00, 0b11}, 2}
	case Bound:
		return pattern{[4]uint8{0b10, 0b10, 0b11, 0b11}, 3}
	case UpperBound:
		return pattern{[4]uint8{0b11, 0b11, 0b10, 0b10}, 1}
	case TargetPoint:
	}
	return pattern{[4]uint8{0b10, 0b01, 0b10, 0b01}, 2}
}

// wideOf returns the shape of a point of series i in four dots a line. A target is a
// square ring.
func wideOf(i int, kind PointKind) pattern {
	switch kind {
	case Exact:
		return [...]pattern{
			{[4]uint8{0b0110, 0b1111, 0b1111, 0b0110}, 2},
			{[4]uint8{0b1111, 0b1111, 0b1111, 0b1111}, 2},
			{[4]uint8{0b1100, 0b1111, 0b1111, 0b1100}, 2},
			{[4]uint8{0b0011, 0b1111, 0b1111, 0b0011}, 2},
		}[i%4]
	case Approximate:
		return pattern{[4]uint8{0b0110, 0b1001, 0b1001, 0b0110}, 2}
	case Bound:
		return pattern{[4]uint8{0b1000, 0b1000, 0b1111, 0b1111}, 3}
	case UpperBound:
		return pattern{[4]uint8{0b1111, 0b1111, 0b1000, 0b1000}, 1}
	case TargetPoint:
	}
	return pattern{[4]uint8{0b1111, 0b1001, 0b1001, 0b1111}, 2}
}

// cells returns the dots of the cells, one above the other, that a mark lies in if it
// begins on line top of the upper one: of its first two dots a line, and of the two
// after them if it is wide.
func (m pattern) cells(top int, wide bool) (left, right [2]uint8) {
	for i, line := range m.dots {
		at := top + i
		if wide {
			right[at/4] |= (line>>1&1 | line&1<<4) << (at % 4)
			line >>= 2
		}
		left[at/4] |= (line>>1 | line&1<<4) << (at % 4)
	}
	return left, right
}

// placed is a point that is drawn: the columns of its mark, and the rows.
type placed struct {
	Point
	series      int
	x, right    int
	top, bottom int
}

// points draws the points: that under the cursor, then the series in their order,
// the latest points first. A mark is drawn as a whole or not at all, as half of one
// would stand at another height; where two meet, the second stands beside
// the first, if the years leave room for that.
func (p *plot) points() {
	for _, here := range [...]bool{true, false} {
		for i := range p.series {
			for _, at := range slices.Backward(p.series[i].Points) {
				if at.Here == here {
					p.point(i, at)
				}
			}
		}
	}
}

func (p *plot) point(i int, at Point) {
	c := p.canvas
	ink := c.ink(p.series[i].Style)
	if at.Here {
		ink = c.ink(p.style.Here)
	}
	m := p.drawn(i, at)
	w, h := len(m.glyphs), len(m.glyphs[0])
	aside := [...]int{0, w, -w}
	n := len(aside)
	if p.x.inner < (3*w+1)*(p.to-p.from) {
		n = 1
	}
	for _, dx := range aside[:n] {
		x := p.x.column(at.X) - w/2 + dx
		taken := false
		for y := m.top; y < m.top+h; y++ {
			taken = taken || c.roleAt(x, y) >= point || c.roleAt(x+w-1, y) >= point
		}
		if taken || x < p.left || x+w > p.left+p.width {
			continue
		}
		for column, glyphs := range m.glyphs {
			for row, g := range glyphs {
				c.put(x+column, m.top+row, c.glyph(g), ink, point)
			}
		}
		p.placed = append(p.placed, placed{at, i, x, x + w - 1, m.top, m.top + h - 1})
		return
	}
}

// marks returns where the points were drawn.
func (p *plot) marks() []Mark {
	list := make([]Mark, 0, len(p.placed))
	for _, at := range p.placed {
		if half := p.beside(); p.bars && at.Kind <= Bound {
			at.x, at.right = p.x.column(at.X)-half, p.x.column(at.X)+half
		}
		list = append(list, Mark{at.series, at.X, at.x, at.top, at.right - at.x + 1, at.bottom - at.top + 1})
	}
	return list
}

// drop draws dots from the mark under the cursor down to its year.
func (p *plot) drop() {
	c := p.canvas
	for _, at := range p.placed {
		if !at.Here || p.bars {
			continue
		}
		dot, ink := c.glyph(p.glyphs.Track), c.ink(p.style.Grid)
		for y := at.bottom + 1; y < p.y.rows; y++ {
			if c.roleAt(p.x.column(at.X), y) <= grid {
				c.put(p.x.column(at.X), y, dot, ink, grid)
			}
		}
	}
}

// drawing is a point as it is drawn: the glyphs of its columns, from row top on down.
type drawing struct {
	top    int
	glyphs [][]string
}

// drawn returns the mark of a point of series i.
func (p *plot) drawn(i int, at Point) drawing {
	kind := min(at.Kind, TargetPoint)
	if !p.glyphs.Braille {
		return drawing{p.row(at.Y), [][]string{{p.shape(i, kind)}}}
	}
	shape := patternOf(i, kind)
	if p.wide {
		shape = wideOf(i, kind)
	}
	end, zero := int(math.Round(p.place(at.Y)*4)), int(math.Round(p.place(0)*4))
	if p.bars && kind == Exact { // the end of the bar is the mark
		for j := range shape.dots {
			if end < zero && j < shape.height || end > zero && j >= shape.height {
				shape.dots[j] = 0
			}
		}
	}
	line := end - shape.height + 4 // from one row above the plot on
	left, right := shape.cells(line%4, p.wide)
	m := drawing{top: -1, glyphs: [][]string{nil}}
	if p.wide {
		m.glyphs = append(m.glyphs, nil)
	}
	for j := range left {
		row := line/4 - 1 + j
		if left[j]|right[j] == 0 || row < 0 || row >= p.y.rows { // beyond is but the end of a stem
			continue
		}
		if m.top < 0 {
			m.top = row
		}
		if p.bars && kind != Approximate { // a hollow mark stays a hole in its bar
			left[j] |= p.canvas.dots[row*p.canvas.w+p.x.column(at.X)]
		}
		m.glyphs[0] = append(m.glyphs[0], braille(left[j]))
		if p.wide {
			m.glyphs[1] = append(m.glyphs[1], braille(right[j]))
		}
	}
	return m
}

// shape returns the glyph of a point of series i: colour alone tells nothing where
// there is none.
func (p *plot) shape(i int, kind PointKind) string {
	if p.glyphs.Braille {
		m := patternOf(i, kind)
		left, _ := m.cells(0, false)
		return braille(left[0])
	}
	switch kind {
	case Exact:
		if len(p.glyphs.Points) > 0 {
			return p.glyphs.Points[i%len(p.glyphs.Points)]
		}
		return p.glyphs.Full
	case Approximate:
		return p.glyphs.Approx
	case Bound:
		return p.glyphs.Above
	case UpperBound:
		return p.glyphs.Below
	case TargetPoint:
	}
	return p.glyphs.Hollow
}

// Point returns what stands for points of a kind in a legend.
func (g Glyphs) Point(kind PointKind) string {
	if !g.Braille {
		if kind == TargetPoint {
			return g.Hollow
		}
		return g.Points[0]
	}
	left, right := wideOf(0, kind).cells(0, true)
	return braille(left[0]) + braille(right[0])
}
