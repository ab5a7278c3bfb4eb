package chart

import (
	"math"
	"slices"

	"anhui-tui/tui/cell"
)

// Claim is a number as an interval of the number line. All of [0, Lower] is
// claimed, all of [Lower, Upper] is compatible with the claim.
type Claim struct {
	Lower, Upper float64
	Unbounded    bool // nothing bounds it above
	Target       bool // a target: nothing is claimed to have happened
}

// Gauge is a claim on a scale from 0 to Max. Max should be at least the
// largest number drawn; what lies beyond it is cut off and marked so. Marks
// are what disagreeing sources say, the claim's own source included; they are
// drawn only if they differ. With a Max that is not positive, or a claim that
// is not a number, there is only the track.
type Gauge struct {
	Claim Claim
	Marks []float64
	Max   float64
}

// GaugeStyle colours a gauge. Give Hatch the background of Track: the last
// part of the solid part is drawn in it. Solid may have its foreground as
// background too, so that no font shows seams. Where Track has a background
// it is drawn as spaces, else with its glyph.
type GaugeStyle struct {
	Solid, Hatch, Track, Mark cell.Style
}

// What a cell of a gauge shows; from partial on it is that many parts, less one.
const (
	track byte = iota
	solid
	hatch
	soft
	arrow
	beyond
	mark
	marks
	hollow
	partial
)

// Draw draws the gauge over the whole width of the first line of c.
func (g Gauge) Draw(c cell.Canvas, glyphs Glyphs, s GaugeStyle) {
	left, right := glyphs.Left, glyphs.Right
	n := c.W - cell.Width(left) - cell.Width(right)
	if n < 1 {
		left, right, n = "", "", c.W
	}
	if n < 1 {
		return
	}
	var few [128]byte // most gauges need no allocation for their cells
	cells := few[:min(n, len(few))]
	if n > len(few) {
		cells = make([]byte, n)
	}
	g.fill(cells, len(glyphs.Parts)+1)

	x := c.Put(0, 0, s.Track, left)
	for _, kind := range cells {
		text, style := look(kind, &glyphs, &s)
		x = c.Put(x, 0, style, text)
	}
	c.Put(x, 0, s.Track, right)
}

// Text returns the gauge in exactly w cells, without any style.
func (g Gauge) Text(w int, glyphs Glyphs) string {
	if w < 1 {
		return ""
	}
	f := cell.NewFrame(w, 1)
	g.Draw(f.Canvas(), glyphs, GaugeStyle{})
	return f.Plain()[0]
}

// Bar draws a claim on a scale from 0 to top over the whole width of the first
// line of c, without brackets: one of several that are compared with each other.
func Bar(c cell.Canvas, claim Claim, top float64, glyphs Glyphs, s GaugeStyle) {
	glyphs.Left, glyphs.Right = "", ""
	Gauge{Claim: claim, Max: top}.Draw(c, glyphs, s)
}

// Beyond reports whether what is claimed goes on beyond the end of a scale to top, which
// [Glyphs.Beyond] says.
func (c Claim) Beyond(top float64) bool {
	return c.Lower > top || c.Upper > top && !c.Unbounded && !c.Target
}

func look(c byte, g *Glyphs, s *GaugeStyle) (string, cell.Style) {
	switch c {
	case solid:
		return g.Full, s.Solid
	case hatch:
		return g.Hatch, s.Hatch
	case soft:
		return g.Soft, s.Hatch
	case arrow:
		return g.Arrow, s.Hatch
	case beyond:
		return g.Beyond, s.Hatch
	case hollow:
		return g.Hollow, s.Hatch
	case mark:
		return g.Mark, s.Mark
	case marks:
		return g.Marks, s.Mark
	case track:
		if s.Track.Look().Bg != nil {
			return " ", s.Track
		}
		return g.Track, s.Track
	}
	return g.Parts[c-partial], s.Hatch
}

// fill says what each cell shows. All cells must be track.
func (g Gauge) fill(cells []byte, parts int) {
	c, n := g.Claim, len(cells)
	if !(g.Max > 0) || math.IsInf(g.Max, 0) || math.IsNaN(c.Lower) || math.IsInf(c.Lower, 0) || math.IsNaN(c.Upper) {
		return
	}
	if c.Target {
		g.target(cells)
		g.drawMarks(cells)
		return
	}
	sure := c.Lower
	if least, differ := g.conflict(); differ {
		sure = min(sure, least)
	}
	whole, part := g.solid(sure, n, parts)
	for i := range whole {
		cells[i] = solid
	}
	first, last, glyph := g.hatched(n)
	if part > 0 && (last < first || first < last || whole < first) {
		// An end within a cell that the hatch needs too is left to the hatch:
		// it has no other, and an approximate must not look exact.
		cells[whole] = partial + byte(part) - 1 //nolint:gosec // part is at most 7
		first = max(first, whole+1)
	}
	for i := first; i <= last; i++ {
		cells[i] = glyph
	}
	switch {
	case c.Beyond(g.Max):
		cells[n-1] = beyond
	case c.Unbounded:
		cells[n-1] = arrow
	}
	g.drawMarks(cells)
}

// solid returns how many whole cells of n are claimed, and how many of the parts of
// the next. It rounds down: the solid part is never longer than the claim.
func (g Gauge) solid(sure float64, n, parts int) (whole, part int) {
	if !(sure > 0) {
		return 0, 0
	}
	if sure >= g.Max {
		return n, 0
	}
	at := cellOf(sure, g.Max, parts*n)
	return at / parts, at % parts
}

// hatched returns the first and the last cell that (Lower, Upper] reaches
// into, none if last < first.
func (g Gauge) hatched(n int) (first, last int, glyph byte) {
	c := g.Claim
	if !c.Unbounded && !(c.Upper > c.Lower) || c.Lower >= g.Max || !c.Unbounded && c.Upper <= 0 {
		return 0, -1, hatch
	}
	first = cellOf(max(c.Lower, 0), g.Max, n)
	if c.Unbounded {
		return first, n - 1, hatch
	}
	if c.Upper >= g.Max {
		return first, n - 1, soft
	}
	end := c.Upper * float64(n) / g.Max
	if math.IsInf(end, 0) {
		end = c.Upper / g.Max * float64(n)
	}
	return first, min(max(int(math.Ceil(end))-1, first), n-1), soft
}

// target draws a hollow mark, and after it an arrow if the target is "at
// least" so much. There is no solid and no hatch: nothing has happened.
func (g Gauge) target(cells []byte) {
	n := len(cells)
	switch at := g.Claim.Lower; {
	case at < 0:
	case at > g.Max:
		cells[n-1] = beyond
	default:
		i := min(cellOf(at, g.Max, n), n-1)
		cells[i] = hollow
		if g.Claim.Unbounded && i+1 < n {
			cells[i+1] = arrow
		}
	}
}

// conflict returns the smallest mark, and whether there are marks to draw:
// numbers that differ.
func (g Gauge) conflict() (least float64, differ bool) {
	least, most := math.Inf(1), math.Inf(-1)
	for _, m := range g.Marks {
		if !math.IsNaN(m) {
			least, most = min(least, m), max(most, m)
		}
	}
	return least, least < most
}

func (g Gauge) drawMarks(cells []byte) {
	if _, differ := g.conflict(); !differ {
		return
	}
	for i, m := range g.Marks {
		if !(m >= 0) || slices.Contains(g.Marks[:i], m) {
			continue
		}
		at := len(cells) - 1
		if m < g.Max {
			at = cellOf(m, g.Max, len(cells))
		}
		if cells[at] == mark || cells[at] == marks {
			cells[at] = marks
		} else {
			cells[at] = mark
		}
	}
}

// cellOf returns which of the n cells of [0, top) v lies in, 0 <= v < top.
func cellOf(v, top float64, n int) int {
	x := v * float64(n) / top // in this order whole percents come out exact
	if math.IsInf(x, 0) {
		x = v / top * float64(n)
	}
	return min(int(x), n-1)
}
