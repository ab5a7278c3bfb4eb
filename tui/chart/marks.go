package chart

import (
	"math"
	"slices"
)

// pattern is the shape of a point in dots, four lines of two. Height is how many of
// the lines lie above the value, so that a mark is at most half a dot, an eighth
// of a row, away from it, and all marks are on the same side of it: a smaller
// value is never drawn higher.
type pattern struct {
	dots   [4]uint8 // from the top; 0b10 is the left dot, 0b01 the right one
	height int
}

// patternOf returns the shape of a point of series i. Exact values are solid, each
// series in its way, those that are about hollow, targets dotted; bounds are
// solid with a stem to the side where the value lies.
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

// cells returns the dots of the two cells, one above the other, that a mark
// lies in if it begins on line top of the upper one.
func (m pattern) cells(top int) (cells [2]uint8) {
	for i, line := range m.dots {
		at := top + i
		cells[at/4] |= (line>>1 | line&1<<4) << (at % 4)
	}
	return cells
}

// placed is a point that is drawn: the column of its mark, and the rows.
type placed struct {
	Point
	series         int
	x, top, bottom int
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
	top, glyphs := p.drawn(i, at)
	aside := [...]int{0, 1, -1}
	n := len(aside)
	if p.x.inner < 4*(p.to-p.from) {
		n = 1
	}
	for _, dx := range aside[:n] {
		x := p.x.column(at.X) + dx
		taken := func(row int) bool { return c.roleAt(x, row) >= point }
		if taken(top) || taken(top+len(glyphs)-1) {
			continue
		}
		for j, g := range glyphs {
			c.put(x, top+j, c.glyph(g), ink, point)
		}
		p.placed = append(p.placed, placed{at, i, x, top, top + len(glyphs) - 1})
		return
	}
}

// drawn returns the mark of a point of series i: the glyphs of its cells, from row
// top on down.
func (p *plot) drawn(i int, at Point) (top int, glyphs []string) {
	kind := min(at.Kind, TargetPoint)
	if !p.glyphs.Braille {
		return p.row(at.Y), []string{p.shape(i, kind)}
	}
	m := patternOf(i, kind)
	end, zero := int(math.Round(p.place(at.Y)*4)), int(math.Round(p.place(0)*4))
	if p.bars && kind == Exact { // the end of the bar is the mark
		for j := range m.dots {
			if end < zero && j < m.height || end > zero && j >= m.height {
				m.dots[j] = 0
			}
		}
	}
	line := end - m.height + 4 // from one row above the plot on
	for j, dots := range m.cells(line % 4) {
		if row := line/4 - 1 + j; dots != 0 && row >= 0 && row < p.y.rows { // beyond is but the end of a stem
			if glyphs == nil {
				top = row
			}
			if p.bars && kind != Approximate { // a hollow mark stays a hole in its bar
				dots |= p.canvas.dots[row*p.canvas.w+p.x.column(at.X)]
			}
			glyphs = append(glyphs, braille(dots))
		}
	}
	return top, glyphs
}

// shape returns the glyph of a point of series i: colour alone tells nothing where
// there is none.
func (p *plot) shape(i int, kind PointKind) string {
	if p.glyphs.Braille {
		m := patternOf(i, kind)
		return braille(m.cells(0)[0])
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
