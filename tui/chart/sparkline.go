package chart

import "math"

// Sparkline returns the last w values as columns of one line, in exactly w
// cells, filled up at the right. NaN and infinities are gaps. The scale starts
// at zero, or at the smallest value if that is negative, and ends at the
// largest; heights round down. The lowest height also stands for zero, so
// that a zero is not a gap.
func Sparkline(values []float64, w int, g Glyphs, ink Ink) string {
	if w <= 0 {
		return ""
	}
	values = values[max(len(values)-w, 0):]
	low, high := 0.0, 0.0
	for _, v := range values {
		if isNumber(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	var p pen
	p.b.Grow(3*len(values) + w + 16)
	for _, v := range values {
		if !isNumber(v) || len(g.Levels) == 0 {
			p.put(Ink{}, " ")
			continue
		}
		p.put(ink, g.Levels[level(v, low, high, len(g.Levels))])
	}
	p.put(Ink{}, spaces(w-len(values)))
	return p.line()
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
