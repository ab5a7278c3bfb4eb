package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/cell"
)

// looked is a drawn chart, of which nothing is known but its cells.
type looked struct {
	*testing.T
	*cell.Frame
	plain      []string
	resolution float64 // of marks, in rows
	zero, unit float64 // rows from the top to zero, and from there to 1
}

func lookAt(t *testing.T, l LineChart, w, h int, g Glyphs) looked {
	t.Helper()
	f := cell.NewFrame(w, h)
	l.Draw(f.Canvas(), g)
	drawn := looked{T: t, Frame: f, plain: f.Plain(), resolution: 1}
	if g.Braille {
		drawn.resolution = 0.25
	}
	var at, ticks []float64
	for y, line := range drawn.plain[:h-1] {
		word, _, _ := strings.Cut(strings.TrimLeft(line, " "), " ")
		if n, err := strconv.ParseFloat(word, 64); err == nil {
			at, ticks = append(at, float64(y)+0.5), append(ticks, n)
		}
	}
	last := len(ticks) - 1
	if last < 1 {
		drawn.Fatalf("no axis:\n%s", strings.Join(drawn.plain, "\n"))
	}
	drawn.unit = (at[last] - at[0]) / (ticks[last] - ticks[0])
	drawn.zero = at[0] - ticks[0]*drawn.unit
	return drawn
}

// height returns where a value belongs by the numbers at the axis, in rows from the
// top: a tick is the middle of its row.
func (l looked) height(v float64) float64 { return l.zero + v*l.unit }

// dots calls f with the middle of each dot of the cells in a style, in cells.
func (l looked) dots(s cell.Style, f func(x, y float64)) {
	left, right := [4]rune{0x01, 0x02, 0x04, 0x40}, [4]rune{0x08, 0x10, 0x20, 0x80}
	for y, line := range l.plain {
		for x, r := range []rune(line) {
			if l.Row(y)[x].Style != s {
				continue
			}
			px, py := float64(x), float64(y)
			for i := range 4 {
				if r > 0x2800 && (r-0x2800)&left[i] != 0 {
					f(px+0.25, py+float64(i)/4+0.125)
				}
				if r > 0x2800 && (r-0x2800)&right[i] != 0 {
					f(px+0.75, py+float64(i)/4+0.125)
				}
			}
			if r == '\'' || r == ':' {
				f(px+0.5, py+0.25)
			}
			if r == '.' || r == ':' {
				f(px+0.5, py+0.75)
			}
			if r < 0x80 && r > ' ' && !strings.ContainsRune("':.", r) {
				f(px+0.5, py+0.5)
			}
		}
	}
}

// mark returns the place that the mark in a style shows. That of a bound is the end
// of its block, two dots high, from which the stem leads away.
func (l looked) mark(s cell.Style, kind PointKind) (x, y float64) {
	l.Helper()
	left, right, high, low := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	l.dots(s, func(dx, dy float64) {
		left, right, high, low = min(left, dx), max(right, dx), min(high, dy), max(low, dy)
	})
	if left > right {
		l.Fatalf("a point is not drawn:\n%s", strings.Join(l.plain, "\n"))
	}
	if x = (left + right) / 2; right-left < 1 { // a mark of one column
		x = math.Floor(x) + 0.5
	}
	switch {
	case l.resolution < 1 && kind == Bound:
		return x, low - 0.125
	case l.resolution < 1 && kind == UpperBound:
		return x, high + 0.125
	}
	return x, (high + low) / 2
}

// rows returns the rows that have a glyph in a style.
func (l looked) rows(glyph string, s cell.Style) (rows []int) {
	for y, line := range l.plain {
		for x, r := range []rune(line) {
			if string(r) == glyph && l.Row(y)[x].Style == s {
				rows = append(rows, y)
			}
		}
	}
	return rows
}

func styled(color uint8) cell.Style { return cell.Look{Fg: ansi.IndexedColor(color)}.Style() }

// asDrawn checks marks drawn at heights against where their values belong.
func (l looked) asDrawn(points []Point, heights []float64) {
	l.Helper()
	for i, p := range points {
		want := l.height(p.Y)
		if math.Abs(heights[i]-want) > l.resolution/2+1e-9 {
			l.Fatalf("%v (%d) is drawn %.3f rows below the top, not %.3f\n%s", p.Y, p.Kind, heights[i], want, strings.Join(l.plain, "\n"))
		}
		for j, q := range points {
			if p.Y > q.Y && heights[i] > heights[j] {
				l.Fatalf("%v is drawn below %v\n%s", p.Y, q.Y, strings.Join(l.plain, "\n"))
			}
			if l.height(q.Y)-want > l.resolution+1e-9 && heights[i] >= heights[j] {
				l.Fatalf("%v is drawn level with %v\n%s", p.Y, q.Y, strings.Join(l.plain, "\n"))
			}
		}
	}
}

// heights are values as they come: with zero, with hardly any difference, the
// largest the end of the axis, and negative.
func heights() [][]float64 {
	return [][]float64{
		{40.66, 64.8, 88.28, 195.49, 296.74, 400},
		{20.8, 22.9, 27, 29.7, 34.1, 36.8, 38, 42.6, 45, 47, 50.6, 52.99},
		{0, 0.27, 0.527, 0.868, 1.684, 1.794, 0},
		{99.99, 100, 99, 98.5, 1, 0.4},
		{-3.2, -0.5, 0, 12.1, -12.4, 12},
		{-7, -1, -6.5},
	}
}

// Whatever its size, a chart draws marks where their values belong, and a line
// from the one to the other.
func TestHeights(t *testing.T) {
	t.Parallel()
	line, here := styled(1), styled(2)
	for _, values := range heights() {
		for kind := Exact; kind <= TargetPoint; kind++ {
			points := make([]Point, 0, len(values))
			for i, v := range values {
				points = append(points, Point{X: 2010 + i, Y: v, Kind: kind})
			}
			for _, w := range []int{minChartWidth, 40, 77, 150} {
				for h := minChartHeight; h < 56; h += 1 + h/8 {
					for _, g := range []Glyphs{Unicode(), ASCII()} {
						var l looked
						columns, rows := make([]float64, len(points)), make([]float64, len(points))
						for i := range points {
							cursor := slices.Clone(points)
							cursor[i].Here = true
							l = lookAt(t, LineChart{Series: []Series{{Style: line, Points: cursor}}, Style: LineStyle{Here: here}}, w, h, g)
							columns[i], rows[i] = l.mark(here, kind)
						}
						l.asDrawn(points, rows)
						if kind <= Approximate {
							l.onLine(line, points, columns)
						}
					}
				}
			}
		}
	}
}

// The same of every series of the built-in tables, in the room they have on screens
// of 80×24, 120×36 and 200×50.
func TestHeightsOfDataset(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	here := styled(2)
	for _, i := range d.Trends() {
		points := make([]Point, 0, len(d.Series(i)))
		for _, f := range d.Series(i) {
			v, _ := f.Value.Magnitude()
			at := Point{X: f.Period.Year(), Y: v}
			if f.Value.Qualifier() == model.Target {
				at.Kind = TargetPoint
			}
			points = append(points, at)
		}
		if len(points) < 2 {
			continue
		}
		for _, size := range [][2]int{{46, 9}, {73, 17}, {153, 37}} {
			for _, g := range []Glyphs{Unicode(), ASCII()} {
				var l looked
				rows := make([]float64, len(points))
				for n := range points {
					cursor := slices.Clone(points)
					cursor[n].Here = true
					chart := LineChart{
						Series: []Series{{Style: styled(1), Points: cursor}}, Left: 8, Before: 3, After: 3,
						Style: LineStyle{Here: here, Tick: func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }},
					}
					l = lookAt(t, chart, size[0], size[1], g)
					_, rows[n] = l.mark(here, points[n].Kind)
				}
				l.asDrawn(points, rows)
			}
		}
	}
}

// onLine checks that there is a line, and that it passes where the values between
// two points belong. Its cells are those in a style but for the marks, which are
// left out with the columns they stand in.
func (l looked) onLine(s cell.Style, points []Point, columns []float64) {
	l.Helper()
	n := 0
	l.dots(s, func(x, y float64) {
		next := slices.IndexFunc(columns, func(c float64) bool { return c > x })
		if next < 1 || x-columns[next-1] < 1.1 || columns[next]-x < 1.1 {
			return
		}
		n++
		height := func(x float64) float64 {
			way := (x - columns[next-1]) / (columns[next] - columns[next-1])
			return l.height(points[next-1].Y)*(1-way) + l.height(points[next].Y)*way
		}
		half, off := 0.25, 0.125+1e-9 // of a dot, in columns and rows
		if l.resolution == 1 {
			half, off = 0.5, 0.25+1e-9
		}
		a, b := height(x-half), height(x+half)
		if y < min(a, b)-off || y > max(a, b)+off {
			l.Fatalf("the line at %v,%v is to lie between %v and %v\n%s", x, y, a, b, strings.Join(l.plain, "\n"))
		}
	})
	if n == 0 && columns[1]-columns[0] > 3 {
		l.Fatalf("no line:\n%s", strings.Join(l.plain, "\n"))
	}
}

// A bar reaches from zero to its value, and nothing of a target or an upper bound
// stands in one.
func TestHeightsOfBars(t *testing.T) {
	t.Parallel()
	body := styled(1)
	for _, values := range heights() {
		for i, v := range values {
			for kind := Exact; kind <= TargetPoint; kind++ {
				// The others are targets, and so only marks, in the style of the cursor.
				points := make([]Point, 0, len(values))
				for j, other := range values {
					points = append(points, Point{X: 2010 + j, Y: other, Kind: TargetPoint, Here: true})
				}
				points[i].Kind = kind
				for _, size := range [][2]int{{minChartWidth, 6}, {40, 17}, {77, 24}, {150, 50}} {
					for _, g := range []Glyphs{Unicode(), ASCII()} {
						points[i].Here = kind != Exact || !g.Braille // else its mark is the end of its bar
						chart := LineChart{Series: []Series{{Style: body, Points: points}}, Style: LineStyle{Here: styled(2)}, Bars: true}
						l := lookAt(t, chart, size[0], size[1], g)
						step := 0.25
						if l.resolution == 1 {
							step = 0.5
						}
						high, low := math.Inf(1), math.Inf(-1)
						l.dots(body, func(_, y float64) { high, low = min(high, y-step/2), max(low, y+step/2) })
						top, bottom := min(l.height(v), l.height(0)), max(l.height(v), l.height(0))
						switch drawn := low > high; {
						case kind > Bound && drawn:
							t.Fatalf("%v (%d) stands in a bar\n%s", v, kind, strings.Join(l.plain, "\n"))
						case kind > Bound || bottom-top < 1 || points[i].Here && size[0] < 77: // its mark may hide it
						case !drawn || math.Abs(high-top) > step/2+1e-9 || math.Abs(low-bottom) > step/2+1e-9:
							t.Fatalf("the bar of %v reaches from %v to %v, not %v to %v\n%s", v, high, low, top, bottom, strings.Join(l.plain, "\n"))
						}
					}
				}
			}
		}
	}
}

// Marks of several series that meet in a year are each drawn as a whole, if need be
// side by side.
func TestHeightsOfSeveral(t *testing.T) {
	t.Parallel()
	const w = minChartWidth // too narrow for names beside the plot
	for _, values := range [][3]float64{{0, 0, 0}, {9, 9.4, 0}, {17, 16, 15}, {18.4, 18, 18.9}, {30, 29, -1}, {12, 3, 11}} {
		for kind := Exact; kind <= TargetPoint; kind++ {
			for h := minChartHeight; h < 40; h++ {
				for _, g := range []Glyphs{Unicode(), ASCII()} {
					var chart LineChart
					points := make([]Point, 0, len(values))
					for i, v := range values {
						points = append(points, Point{X: 2020, Y: v, Kind: (kind + PointKind(i)) % (TargetPoint + 1)}) //nolint:gosec // 0 to 2
						chart.Series = append(chart.Series, Series{Style: styled(uint8(i + 1)), Points: points[i:]})   //nolint:gosec // 0 to 2
					}
					l := lookAt(t, chart, w, h, g)
					rows := make([]float64, len(points))
					for i, p := range points {
						_, rows[i] = l.mark(chart.Series[i].Style, p.Kind)
					}
					l.asDrawn(points, rows)
				}
			}
		}
	}
}
