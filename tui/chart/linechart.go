package chart

import (
	"math"
	"slices"

	"anhui-tui/tui/cell"
)

// PointKind says what is known of the value of a point.
type PointKind uint8

// The kinds of points. Only exact and approximate ones are joined by a line:
// where a value between two bounds lies is not known, and a target has not
// happened.
const (
	Exact PointKind = iota
	Approximate
	Bound       // at least, or more than, Y
	UpperBound  // at most, or less than, Y
	TargetPoint // aimed at or forecast
)

// Point is the value of one year. A NaN, an infinity, a Y beyond ±1e300 and an
// X outside -9999 to 99999 are not drawn.
type Point struct {
	X     int // year
	Y     float64
	Kind  PointKind
	Break bool   // counted by another method than the years before
	Apart bool   // of another definition than its neighbours: no line leads to it
	Here  bool   // under the cursor
	Label string // the value in words; drawn where there is room
}

// Series is one line of a chart.
type Series struct {
	Name   string
	Style  cell.Style
	Points []Point
}

// LineChart draws series of one unit over the years. Its scale starts at zero.
// In braille a point is drawn, and a line passes, at most an eighth of a row from
// its value. Without, a mark says no more than the row in which the value lies,
// and the line the half of it. A missing year leaves the line open. With more than one series each has a
// point shape and its name at the right; more than four are hard to read.
type LineChart struct {
	Series []Series
	Style  LineStyle
	Bars   bool // a single series stands in bars on zero, not joined by a line
}

// LineStyle colours what belongs to no series, and the point under the cursor.
// A break is in Break if there is one series, else in the style of its own.
type LineStyle struct {
	Axis, Grid, Break, Here cell.Style
	// Tick writes the number of a tick; nil for plain digits.
	Tick func(float64) string
}

// A plot smaller than this says less than a sparkline.
const (
	minChartWidth  = 24
	minChartHeight = 6
	namesFrom      = 40 // width from which series are named at the right
)

// Draw draws the chart over all of c. In less than 24×6 cells it is a sparkline a
// series.
func (l LineChart) Draw(c cell.Canvas, g Glyphs) {
	all := l.sorted()
	p, ok := extent(all)
	if !ok || c.W < minChartWidth || c.H < minChartHeight {
		sparklines(c, all, p, g)
		return
	}
	p.canvas = newCanvas(c.W, c.H, g.Braille)
	p.glyphs, p.style, p.series = g, l.Style, all
	p.bars = l.Bars && len(all) == 1
	p.layout()
	p.axes()
	for i := range all {
		p.line(&all[i])
	}
	p.points()
	p.names()
	p.labels()
	p.canvas.draw(c)
}

// sorted returns the series with only the points that can be drawn, by year.
func (l LineChart) sorted() []Series {
	all := slices.Clone(l.Series)
	for i := range all {
		points := make([]Point, 0, len(all[i].Points))
		for _, p := range all[i].Points {
			if math.Abs(p.Y) <= 1e300 && p.X >= -9999 && p.X <= 99999 {
				points = append(points, p)
			}
		}
		slices.SortStableFunc(points, func(a, b Point) int { return a.X - b.X })
		all[i].Points = points
	}
	return all
}

// plot is a chart being drawn: the area of the lines, its scales and canvas.
type plot struct {
	low, high   float64
	from, to    int // years
	left, width int // columns of the plot
	nameWidth   int // columns of the names, 0 if there are none
	bars        bool
	y           scale
	x           years
	ticks       []string
	canvas      *canvas
	glyphs      Glyphs
	style       LineStyle
	series      []Series
	placed      []placed
}

// extent returns a plot that only knows what is in it; false if nothing is.
func extent(all []Series) (plot, bool) {
	p := plot{from: math.MaxInt, to: math.MinInt}
	for _, s := range all {
		for _, at := range s.Points {
			p.low, p.high = min(p.low, at.Y), max(p.high, at.Y)
			p.from, p.to = min(p.from, at.X), max(p.to, at.X)
		}
	}
	return p, p.from <= p.to
}

// sparklines draws a series a line: what fits of its last years.
func sparklines(c cell.Canvas, all []Series, p plot, g Glyphs) {
	from := max(p.from, p.to-c.W+1)
	for i, s := range all {
		if len(s.Points) == 0 {
			continue
		}
		values := make([]float64, max(p.to-from+1, 0))
		for j := range values {
			values[j] = math.NaN()
		}
		for _, at := range s.Points {
			if at.X >= from && at.Kind != TargetPoint {
				values[at.X-from] = at.Y
			}
		}
		Sparkline(c.Line(i), values, g, s.Style)
	}
}
