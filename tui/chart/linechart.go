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
	Series   []Series
	Style    LineStyle
	From, To int  // the first and last year at the least; 0 leaves them to the series
	Bars     bool // a single series stands in bars on zero, not joined by a line
	// Left is the least width of the numbers at the axis, Before and After of what is
	// free on either side of the years: for what stands under them. 0 leaves them to
	// the chart.
	Left, Before, After int
	// Labelled are the years that are written below; without any, round ones are.
	Labelled []int
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

// Years is where the years of a chart are.
type Years struct {
	From, To int
	Left     int // the first column right of the numbers at the axis
	Pitch    int // columns from year to year, rounded down; 0 if there is one year
	x        years
}

// Column returns the column of a year: its mark and its number are around the left
// edge of it.
func (y Years) Column(year int) int { return y.x.column(year) }

// Years returns where the years are in a chart of a size; false if it is too small
// for an axis.
func (l LineChart) Years(w, h int, g Glyphs) (Years, bool) {
	p, ok := l.plot(w, h, g)
	if !ok {
		return Years{}, false
	}
	y := Years{From: p.from, To: p.to, Left: p.left, x: p.x}
	if p.to > p.from {
		y.Pitch = p.x.inner / (p.to - p.from)
	}
	return y, true
}

// plot returns the chart laid out, with nothing drawn; false if it is too small.
func (l LineChart) plot(w, h int, g Glyphs) (plot, bool) {
	all := l.sorted()
	p, ok := extent(all)
	p.series = all
	if !ok || w < minChartWidth || h < minChartHeight {
		return p, false
	}
	p.canvas = newCanvas(w, h, g.Braille)
	p.glyphs, p.style = g, l.Style
	p.leastLeft, p.before, p.after, p.labelled = l.Left, l.Before, l.After, l.Labelled
	p.bars = l.Bars && len(all) == 1
	if l.From > 0 && l.To > 0 {
		p.from, p.to = min(p.from, l.From), max(p.to, l.To)
	}
	p.layout()
	return p, true
}

// Mark is where on its chart the point of a year is drawn, in cells. A bar is as wide
// as its mark.
type Mark struct {
	Series, Year int
	X, Y, W, H   int
}

// Draw draws the chart over all of c, and returns its marks. In less than 24×6 cells
// it is a sparkline a series, without marks.
func (l LineChart) Draw(c cell.Canvas, g Glyphs) []Mark {
	p, ok := l.plot(c.W, c.H, g)
	all := p.series
	if !ok {
		sparklines(c, all, p, l.Style, g)
		return nil
	}
	p.axes()
	for i := range all {
		p.line(&all[i])
	}
	p.points()
	p.drop()
	p.names()
	p.labels()
	p.canvas.draw(c)
	return p.marks()
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
	wide        bool // marks of two columns
	leastLeft   int
	before      int
	after       int
	labelled    []int
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

// sparklines draws a series a line: what fits of its last years, cut where its line
// is.
func sparklines(c cell.Canvas, all []Series, p plot, style LineStyle, g Glyphs) {
	from := max(p.from, p.to-c.W+1)
	for i, s := range all {
		var values []float64
		var cuts []int
		year := from
		for _, at := range s.Points {
			if at.X < from || at.Kind == TargetPoint {
				continue
			}
			for ; year < at.X; year++ {
				values = append(values, math.NaN())
			}
			if at.Break && len(values) > 0 {
				cuts, values = append(cuts, len(values)), append(values, math.NaN())
			}
			values, year = append(values, at.Y), at.X+1
		}
		line, cut := c.Line(i), style.Break
		if len(all) > 1 {
			cut = s.Style
		}
		Sparkline(line, values, g, s.Style)
		for _, x := range cuts {
			line.Put(x-max(len(values)-c.W, 0), 0, cut, g.Break)
		}
	}
}
