package chart

import (
	"math"
	"slices"
	"strconv"

	"anhui-tui/tui/cell"
)

// layout divides the canvas: ticks at the left, years below, names at the
// right, the plot between them.
func (p *plot) layout() {
	c := p.canvas
	p.y = newScale(p.low, p.high, c.h-1)
	tick := p.style.Tick
	if tick == nil {
		tick = formatTick
	}
	widest := 0
	for i := range p.y.ticks {
		v, _ := p.y.tick(i)
		p.ticks = append(p.ticks, tick(v))
		widest = max(widest, cell.Width(p.ticks[i]))
	}
	p.left = min(max(widest, p.leastLeft), c.w/4) + 1
	if len(p.series) > 1 && c.w >= namesFrom {
		for _, s := range p.series {
			p.nameWidth = max(p.nameWidth, cell.Width(s.Name))
		}
		p.nameWidth = min(p.nameWidth, c.w/4)
	}
	p.width = c.w - p.left
	if p.nameWidth > 0 {
		p.width -= p.nameWidth + 3 // a gap, the point shape, a space
	}
	margin := 2 // half a label on either side
	if p.bars {
		margin = min(max(p.width/8, margin), widestBar/2+1)
	}
	before, after := margin, margin
	if p.before > 0 {
		before, after = p.before, p.after
	}
	p.x = newYears(p.from, p.to, p.left, p.width, before, after)
	p.wide = p.glyphs.Braille && !p.bars && p.x.inner >= leastPitch*(p.to-p.from)
}

func (p *plot) axes() {
	c := p.canvas
	axis, line := c.ink(p.style.Axis), c.ink(p.style.Grid)
	dash := c.glyph(p.glyphs.Grid)
	for i, label := range p.ticks {
		_, row := p.y.tick(i)
		label = cell.Truncate(label, p.left-1, p.glyphs.Tail)
		c.write(p.left-1-cell.Width(label), row, label, axis)
		for x := p.left; x < p.left+p.width; x += max(p.glyphs.GridStep, 1) {
			c.put(x, row, dash, line, grid)
		}
	}
	p.yearLabels(axis)
}

// yearLabels writes the years asked for, else round years, or if there are not two of
// them in sight, from the first year on.
func (p *plot) yearLabels(ink uint8) {
	write := func(year int) {
		label := strconv.Itoa(year)
		p.canvas.write(p.x.column(year)-len(label)/2, p.canvas.h-1, label, ink)
	}
	for _, year := range p.labelled {
		write(year)
	}
	if len(p.labelled) > 0 {
		return
	}
	stride := p.x.stride(max(len(strconv.Itoa(p.from)), len(strconv.Itoa(p.to))))
	first := p.from + ((-p.from)%stride+stride)%stride
	if first+stride > p.to {
		first = p.from
	}
	for year := first; year <= p.to; year += stride {
		write(year)
	}
}

// leastPitch is how many columns years are apart for marks of two columns.
const leastPitch = 4

// middle returns where the mark of a year is, in columns: with wide marks, and the
// year below them, between two.
func (p *plot) middle(year int) float64 {
	if p.wide {
		return float64(p.x.column(year))
	}
	return float64(p.x.column(year)) + 0.5
}

// place returns how many rows below the top of the plot a value is drawn.
func (p *plot) place(v float64) float64 {
	return min(max(p.y.place(v), 0), float64(p.y.rows)-0.5)
}

// row returns the canvas row of a value.
func (p *plot) row(v float64) int { return int(p.place(v)) }

// Joined reports whether a line leads from a to b, its next point.
func Joined(a, b Point) bool {
	return a.Kind <= Approximate && b.Kind <= Approximate && b.X-a.X == 1 && !b.Break && !a.Apart && !b.Apart
}

// line draws the line or the bars of a series, and where its method changes.
func (p *plot) line(s *Series) {
	ink := p.canvas.ink(s.Style)
	if p.bars {
		for _, at := range s.Points {
			p.bar(s, at)
		}
	}
	for i := 1; i < len(s.Points); i++ {
		a, b := s.Points[i-1], s.Points[i]
		if b.Break {
			p.cut(a, b, ink)
		}
		if Joined(a, b) && !p.bars {
			p.canvas.stroke(p.middle(a.X), p.place(a.Y), p.middle(b.X), p.place(b.Y), ink)
		}
	}
}

// widestBar is how wide a bar is at most, in cells.
const widestBar = 9

// bar draws what a point claims as a bar from zero to its mark: nothing of a target,
// and nothing of an upper bound.
func (p *plot) bar(s *Series, at Point) {
	if at.Kind > Bound {
		return
	}
	c, half := p.canvas, p.beside()
	zero, end := int(math.Round(p.place(0)*float64(c.dotsY))), int(math.Round(p.place(at.Y)*float64(c.dotsY)))
	ink, x := c.ink(s.Style), p.x.column(at.X)
	for y := min(zero, end); y < max(zero, end); y++ {
		for dot := (x - half) * c.dotsX; dot < (x+half+1)*c.dotsX; dot++ {
			c.dot(dot, y, ink)
		}
	}
}

// beside returns how many columns on either side of its mark a bar takes.
func (p *plot) beside() int {
	if !p.bars {
		return 0
	}
	half := min(p.x.left-p.left-1, widestBar/2)
	if span := p.to - p.from; span > 0 {
		half = min(half, max(p.x.inner/span-2, 0)/2)
	}
	return half
}

// cut draws a change of method between two points: over the whole plot if there
// is one series, else only where that series passes, and in its style.
func (p *plot) cut(a, b Point, ink uint8) {
	c := p.canvas
	top, bottom := 0, p.y.rows-1
	if len(p.series) > 1 {
		top = max(p.row(max(a.Y, b.Y))-1, 0)
		bottom = min(p.row(min(a.Y, b.Y))+1, bottom)
	} else {
		ink = c.ink(p.style.Break)
	}
	x, bar := (p.x.column(a.X)+p.x.column(b.X))/2, c.glyph(p.glyphs.Break)
	for y := top; y <= bottom; y++ {
		c.put(x, y, bar, ink, divide)
	}
}

// names writes the name of each series level with its last point, and no two
// on one line.
func (p *plot) names() {
	if p.nameWidth == 0 {
		return
	}
	type name struct{ series, row int }
	list := make([]name, 0, len(p.series))
	for i, s := range p.series {
		if n := len(s.Points); n > 0 {
			list = append(list, name{i, p.row(s.Points[n-1].Y)})
		}
	}
	slices.SortStableFunc(list, func(a, b name) int { return a.row - b.row })
	for i := range list { // down past the one above, then up from the bottom
		if i > 0 {
			list[i].row = max(list[i].row, list[i-1].row+1)
		}
	}
	lowest := p.y.rows - 1
	for i := len(list) - 1; i >= 0; i-- {
		list[i].row = min(list[i].row, lowest)
		lowest = list[i].row - 1
	}
	x := p.left + p.width + 1
	for _, n := range list {
		s := p.series[n.series]
		ink := p.canvas.ink(s.Style)
		p.canvas.write(x, n.row, p.shape(n.series, Exact)+" "+cell.Truncate(s.Name, p.nameWidth, p.glyphs.Tail), ink)
	}
}
