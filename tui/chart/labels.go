package chart

import (
	"slices"

	"anhui-tui/tui/cell"
)

// labels writes the values beside their points, that under the cursor first,
// then the latest: where there is no room for all it is the old ones that go
// without.
func (p *plot) labels() {
	for _, here := range [...]bool{true, false} {
		for _, s := range p.series {
			ink := p.style.Label
			switch {
			case here:
				ink = p.style.Here
			case len(p.series) > 1:
				ink = s.Style
			}
			for _, at := range slices.Backward(s.Points) {
				if at.Label != "" && at.Here == here {
					p.label(at, p.canvas.ink(ink))
				}
			}
		}
	}
}

// label writes the label of one point at the best place that is free: better
// a cell away from all lines, if need be touching one, and only then on the line
// of a tick, whose number it might be taken for.
func (p *plot) label(at Point, ink uint8) {
	s, w := at.Label, cell.Width(at.Label)
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
	for _, pass := range [...]struct {
		next   role
		onTick bool
	}{{grid, false}, {stroke, false}, {grid, true}} {
		next := pass.next
		for _, place := range places {
			if place.y != y && p.onTick(place.y) != pass.onTick {
				continue
			}
			if p.inside(place.x, place.y, w) && p.canvas.room(place.x, place.y, w, next) && p.unmistakable(place.x, place.y, w, x, y) {
				p.canvas.write(place.x, place.y, s, ink)
				return
			}
		}
	}
}

// onTick reports whether a row is that of a tick.
func (p *plot) onTick(row int) bool {
	return (p.y.rows-1-row)%p.y.perTick == 0
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
