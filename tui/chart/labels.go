package chart

import "slices"

// labels writes the values beside their points, the latest first: where there
// is no room for all it is the old ones that go without.
func (p *plot) labels() {
	label := p.canvas.ink(p.style.Label)
	for _, s := range p.series {
		ink := label
		if len(p.series) > 1 {
			ink = p.canvas.ink(s.Ink)
		}
		for _, at := range slices.Backward(s.Points) {
			if at.Label != "" {
				p.label(at, ink)
			}
		}
	}
}

// label writes the label of one point at the best place that is free: better
// a cell away from all lines, if need be touching one.
func (p *plot) label(at Point, ink uint8) {
	s, w := tidy(at.Label)
	x, y := p.x.column(at.X), p.row(at.Y)
	places := [...]struct{ x, y int }{
		{x - w/2, y - 1},
		{x - w + 1, y - 1},
		{x - w, y - 1},
		{x, y - 1},
		{x - w/2, y + 1},
		{x, y + 1},
		{x + 2, y},
		{x - w - 1, y},
	}
	for _, next := range [...]role{grid, stroke} {
		for _, place := range places {
			if p.inside(place.x, place.y, w) && p.canvas.room(place.x, place.y, w, next) && p.unmistakable(place.x, place.y, w, x, y) {
				p.canvas.write(place.x, place.y, s, ink)
				return
			}
		}
	}
}

// inside reports whether a label lies in the plot, and not so close to the
// number of a tick that both read as one.
func (p *plot) inside(x, y, w int) bool {
	left := p.left
	if p.canvas.roleAt(p.left-2, y) >= text {
		left++
	}
	return x >= left && x+w <= p.left+p.width && y < p.y.rows
}

// unmistakable reports whether a label of w cells at x, y can be read only as
// that of the point at ownX, ownY: no other point is as near to it.
func (p *plot) unmistakable(x, y, w, ownX, ownY int) bool {
	for row := y - 1; row <= y+1; row++ {
		for column := x - 2; column <= x+w+1; column++ {
			own := column == ownX && row == ownY
			if !own && p.canvas.roleAt(column, row) == point {
				return false
			}
		}
	}
	return true
}
