package chart

import (
	"math"

	"anhui-tui/tui/cell"
)

// Sparkline draws the last values there is room for as columns on the first line
// of c. NaN and infinities are gaps. The scale starts at zero, or at the smallest
// value if that is negative, and ends at the largest; heights round down. The
// lowest height also stands for zero, so that a zero is not a gap, and the highest
// does not fill the line, so that it does not touch what is above.
func Sparkline(c cell.Canvas, values []float64, g Glyphs, s cell.Style) {
	values = values[max(len(values)-c.W, 0):]
	low, high := 0.0, 0.0
	for _, v := range values {
		if isNumber(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	levels := g.Levels
	if n := len(levels); n > 1 && levels[n-1] == g.Full {
		levels = levels[:n-1]
	}
	for x, v := range values {
		if isNumber(v) && len(levels) > 0 {
			c.Put(x, 0, s, levels[level(v, low, high, len(levels))])
		}
	}
}

// level returns which of n heights v has, 0 to n-1, in [low, high].
func level(v, low, high float64, n int) int {
	span := high/2 - low/2 // halves: the span of two huge numbers is finite
	if !(span > 0) {
		return 0
	}
	return min(max(int((v/2-low/2)/span*float64(n))-1, 0), n-1)
}

func isNumber(v float64) bool {
	return !math.IsNaN(v) && !math.IsInf(v, 0)
}
