package chart

import (
	"anhui-tui/tui/cell"
)

// YearBar is a year of a series.
type YearBar struct {
	Value float64 // NaN if none is stated
	Break bool    // it cannot be compared with the years before
}

// YearBars draws values as columns over all lines of c, the first line the highest,
// pitch cells from one to the next, on a scale from zero to the largest; heights
// round down to an eighth of a line. A year without a value is a dot, a value
// below zero a minus. One value
// alone has nothing to be compared with and is a point. Where a year cannot be compared with those before
// it, a broken line stands in the cell before it. last is the style of the last bar.
func YearBars(c cell.Canvas, years []YearBar, pitch int, g Glyphs, bar, last, quiet cell.Style) {
	top, stated, newest := 0.0, 0, -1
	for x, y := range years {
		if isNumber(y.Value) {
			top, stated, newest = max(top, y.Value), stated+1, x
		}
	}
	for n, y := range years {
		x, s := n*pitch, bar
		if n == newest {
			s = last
		}
		switch {
		case y.Value < 0:
			c.Put(x, c.H-1, s, "-")
		case !isNumber(y.Value):
			c.Put(x, c.H-1, quiet, g.Gap)
		case stated == 1:
			c.Put(x, c.H-1, s, g.Points[0])
		default:
			column(c, x, y.Value/top, g, s)
			if y.Break && n > 0 && pitch > 1 {
				for line := range c.H {
					c.Put(x-1, line, quiet, g.Break)
				}
			}
		}
	}
}

// column draws a bar of a height from 0 to 1. The highest leaves an eighth of its
// line free, so that it does not touch what is above.
func column(c cell.Canvas, x int, height float64, g Glyphs, s cell.Style) {
	levels := len(g.Levels)
	if levels == 0 {
		return
	}
	steps := min(max(int(height*float64(c.H*levels-1)), 1), c.H*levels)
	for y := c.H - 1; y >= 0 && steps > 0; y-- {
		c.Put(x, y, s, g.Levels[min(steps, levels)-1])
		steps -= levels
	}
}
