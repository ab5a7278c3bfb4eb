package chart

import "anhui-tui/tui/cell"

// labels writes the values beside their points, that under the cursor first,
// then the latest of each series: where there is no room for all it is the old
// ones that go without.
func (p *plot) labels() {
	for _, at := range p.placed {
		ink := p.series[at.series].Style
		if at.Here {
			ink = p.style.Here
		}
		if at.Label != "" {
			p.label(at, p.canvas.ink(ink))
		}
	}
}

// label writes the label of one point at the best place that is free: better
// a cell away from all lines, if need be touching one, and only then on the line
// of a tick, whose number it might be taken for. On that of zero a label is a value
// of zero: no other stands there.
func (p *plot) label(at placed, ink uint8) {
	s, w := at.Label, cell.Width(at.Label)
	x, y, half := (at.x+at.right+1)/2, p.row(at.Y), max(p.beside(), (at.right-at.x+1)/2)
	places := [...]struct{ x, y int }{
		{x - w/2, at.top - 1},
		{x - w/2 + 1, at.top - 1},
		{x - w + 1, at.top - 1},
		{x - w, at.top - 1},
		{x, at.top - 1},
		{x - w/2, at.bottom + 1},
		{x, at.bottom + 1},
		{x + half + 2, y},
		{x - half - w - 1, y},
	}
	for _, pass := range [...]struct {
		next   role
		onTick bool
	}{{grid, false}, {stroke, false}, {grid, true}} {
		next := pass.next
		for _, place := range places {
			aside := place.y >= at.top && place.y <= at.bottom
			if !aside && p.onTick(place.y) != pass.onTick || place.y == p.row(0) && at.Y != 0 {
				continue
			}
			if p.inside(place.x, place.y, w) && p.canvas.room(place.x, place.y, w, next) && p.unmistakable(place.x, place.y, w, at) {
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
// that of its own point: no other is as near to it.
func (p *plot) unmistakable(x, y, w int, of placed) bool {
	for row := y - 1; row <= y+1; row++ {
		for column := x - 2; column <= x+w+1; column++ {
			own := column >= of.x && column <= of.right && row >= of.top && row <= of.bottom
			if !own && p.canvas.roleAt(column, row) == point {
				return false
			}
		}
	}
	return true
}
