package chart

import (
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/tui/cell"
)

func revenue() []Point {
	return []Point{
		{X: 2019, Y: 40.66, Label: "40.66"},
		{X: 2020, Y: 64.8, Label: "64.8"},
		{X: 2021, Y: 88.28, Label: "88.28"},
		{X: 2022, Y: 195.49, Label: "195.49"},
		{X: 2023, Y: 296.74, Label: "296.74"},
		{X: 2027, Y: 400, Kind: TargetPoint, Label: "target 400"},
	}
}

func single() LineChart {
	return LineChart{Series: []Series{{Name: "PV revenue", Points: revenue()}}}
}

func several() LineChart {
	return LineChart{Series: []Series{
		{Name: "Vehicles", Points: []Point{
			{X: 2018, Y: 83, Label: "83"},
			{X: 2019, Y: 78},
			{X: 2020, Y: 116, Label: "116"},
			{X: 2021, Y: 150.3, Label: "150.3"},
			{X: 2022, Y: 174.7},
			{X: 2023, Y: 249, Label: "249"},
			{X: 2025, Y: 369, Label: "369"},
		}},
		{Name: "\u65b0\u80fd\u6e90\u6c7d\u8f66", Points: []Point{
			{X: 2020, Y: 10.5},
			{X: 2021, Y: 25.2, Break: true},
			{X: 2022, Y: 52.7},
			{X: 2023, Y: 86.8, Kind: Approximate, Label: "\u224887"},
			{X: 2024, Y: 168.4, Label: "168.4"},
			{X: 2025, Y: 180, Kind: Bound, Label: ">180"},
		}},
		{Name: "Exports", Points: []Point{{X: 2023, Y: 114, Label: "114"}, {X: 2025, Y: 100, Kind: UpperBound}}},
	}}
}

// lines returns a chart drawn in an area of w×h cells.
func lines(l LineChart, w, h int, g Glyphs) []string {
	return drawn(w, h, func(c cell.Canvas) { l.Draw(c, g) })
}

// The drawings are in testdata, because they hold Chinese text. To write them
// anew: UPDATE=1 go test ./tui/chart, and look at them.
func TestLineChartDrawings(t *testing.T) {
	for _, test := range []struct {
		name   string
		chart  LineChart
		w, h   int
		glyphs Glyphs
	}{
		{"single", single(), 72, 17, Unicode()},
		{"single-ascii", single(), 72, 14, ASCII()},
		{"single-small", single(), 40, 8, Unicode()},
		{"several", several(), 90, 18, Unicode()},
		{"several-ascii", several(), 80, 14, ASCII()},
	} {
		got := strings.Join(lines(test.chart, test.w, test.h, test.glyphs), "\n") + "\n"
		file := "testdata/" + test.name + ".txt"
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file) //nolint:gosec // one of the names above
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s:\n%swant\n%s", test.name, got, want)
		}
	}
}

func hostile() LineChart {
	return LineChart{Series: []Series{
		{Name: strings.Repeat("\u5149", 30), Points: []Point{
			{X: 2020, Y: math.NaN()},
			{X: 2021, Y: math.Inf(1)},
			{X: math.MaxInt, Y: 1},
			{X: math.MinInt, Y: 1},
			{X: -9999, Y: -1e300, Label: "\u5149\n\u4f0f"},
			{X: 99999, Y: 1e300, Kind: 99, Label: strings.Repeat("x", 99)},
			{X: 99999, Y: 5e-324},
		}},
		{Name: "", Points: nil},
	}}
}

func TestLineChartSize(t *testing.T) {
	tiny := LineChart{Series: []Series{{Points: []Point{{X: 2020, Y: 5e-324}}}}}
	negative := LineChart{Series: []Series{{Points: []Point{{X: 2020, Y: -3.2}, {X: 2021, Y: -0.5}}}}}
	for _, l := range []LineChart{single(), several(), hostile(), {}, tiny, negative} {
		for _, w := range []int{-1, 0, 1, 5, 23, 24, 31, 40, 41, 80, 150} {
			for _, h := range []int{-1, 0, 1, 5, 6, 7, 13, 30} {
				for _, g := range []Glyphs{Unicode(), ASCII(), {}} {
					beside(t, l, w, h, g)
				}
			}
		}
	}
}

func TestLineChartSmall(t *testing.T) {
	got := lines(single(), 6, 2, Unicode())
	if want := []string{"▄▇    ", "      "}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// beside draws a chart in the middle of a page, and checks that the page around it
// is as it was, and the lines are as wide as before.
func beside(t *testing.T, l LineChart, w, h int, g Glyphs) {
	t.Helper()
	f := cell.NewFrame(max(w, 0)+4, max(h, 0)+2)
	for y := range f.H {
		f.Canvas().Put(0, y, 0, strings.Repeat("#", f.W))
	}
	area := f.Canvas().Area(2, 1, w, h)
	area.Fill(0)
	l.Draw(area, g)
	for y, line := range f.Plain() {
		if got := ansi.StringWidth(line); got != f.W {
			t.Fatalf("%d×%d: %d cells: %q", w, h, got, line)
		}
		around := strings.HasPrefix(line, "##") && strings.HasSuffix(line, "##")
		if out := y == 0 || y == f.H-1; !around || out && strings.Trim(line, "#") != "" {
			t.Fatalf("%d×%d: drawn beside: %q", w, h, line)
		}
	}
}

// Only neighbouring years of one method with a known value are joined.
func TestJoined(t *testing.T) {
	for _, test := range []struct {
		a, b Point
		want bool
	}{
		{Point{X: 2020}, Point{X: 2021}, true},
		{Point{X: 2020}, Point{X: 2021, Kind: Approximate}, true},
		{Point{X: 2020}, Point{X: 2022}, false},
		{Point{X: 2020}, Point{X: 2020}, false},
		{Point{X: 2020}, Point{X: 2021, Break: true}, false},
		{Point{X: 2020, Break: true}, Point{X: 2021}, true},
		{Point{X: 2020}, Point{X: 2021, Kind: TargetPoint}, false},
		{Point{X: 2020, Kind: Bound}, Point{X: 2021}, false},
	} {
		if got := Joined(test.a, test.b); got != test.want {
			t.Errorf("%+v to %+v: %v", test.a, test.b, got)
		}
	}
}

// A change of method cuts its own series: with others on the chart the cut has its
// style, and reaches a row beyond its two points.
func TestCut(t *testing.T) {
	own, other, all := styled(1), styled(2), styled(3)
	cut := Series{Style: own, Points: []Point{{X: 2020, Y: 10}, {X: 2021, Y: 12, Break: true}}}
	above := Series{Style: other, Points: []Point{{X: 2020, Y: 90}, {X: 2021, Y: 100}}}
	for _, g := range []Glyphs{Unicode(), ASCII()} {
		for _, h := range []int{12, 24, 37} {
			alone := lookAt(t, LineChart{Series: []Series{cut}, Style: LineStyle{Break: all}}, 60, h, g)
			if rows := alone.rows(g.Break, all); len(rows) != h-1 {
				t.Errorf("alone it is cut in rows %v of %d", rows, h)
			}
			l := lookAt(t, LineChart{Series: []Series{cut, above}, Style: LineStyle{Break: all}}, 60, h, g)
			rows := l.rows(g.Break, own)
			if len(rows) == 0 || len(l.rows(g.Break, other))+len(l.rows(g.Break, all)) > 0 {
				t.Fatalf("the cut is in another style:\n%s", strings.Join(l.plain, "\n"))
			}
			high, low := int(l.height(12))-1, int(l.height(10))+1
			if rows[0] != high || rows[len(rows)-1] != min(low, h-2) {
				t.Errorf("cut in rows %v, not %d to %d:\n%s", rows, high, low, strings.Join(l.plain, "\n"))
			}
		}
	}
}

func TestScale(t *testing.T) {
	for _, test := range []struct {
		low, high float64
		rows      int
		want      string
	}{
		{0, 400, 16, "0 100 200 300 400"},
		{0, 296.74, 12, "0 100 200 300"},
		{0, 369, 7, "0 200 400"},
		{0, 0.93, 16, "0 0.2 0.4 0.6 0.8 1"},
		{0, 23.4, 9, "0 10 20 30"},
		{0, 1, 2, "0 1"},
		{0, 0, 10, "0 0.5 1"},
		{-3.2, -0.5, 9, "-4 -2 0"},
		{-5, 12, 16, "-5 0 5 10 15"},
		{0, 1.4e12, 9, "0 5e+11 1e+12 1.5e+12"},
	} {
		s := newScale(test.low, test.high, test.rows)
		ticks := make([]string, 0, s.ticks)
		for i := range s.ticks {
			v, row := s.tick(i)
			ticks = append(ticks, formatTick(v))
			if got := int(s.place(v)); got != row || row < 0 {
				t.Errorf("%v: tick %v in row %d, placed in %d", test, v, row, got)
			}
		}
		if got := strings.Join(ticks, " "); got != test.want {
			t.Errorf("%v to %v in %d rows: %s, want %s", test.low, test.high, test.rows, got, test.want)
		}
	}
	for high := 1e-12; high < 1e15; high *= 1.37 {
		for rows := 2; rows < 60; rows++ {
			if s := newScale(-high/3, high, max(rows, 3)); s.place(high) < 0 || s.place(-high/3) > float64(max(rows, 3)) {
				t.Fatalf("%v in %d rows: beyond the plot", high, rows)
			}
		}
	}
}

// Year labels never touch, and there is always one.
func TestYearLabels(t *testing.T) {
	for span := 0; span < 130; span += 1 + span/8 {
		for w := minChartWidth; w < 150; w += 11 {
			points := []Point{{X: 1950, Y: 1}, {X: 1950 + span, Y: 2}}
			last := lines(LineChart{Series: []Series{{Points: points}}}, w, 8, ASCII())[7]
			years := strings.Fields(last)
			if len(years) == 0 {
				t.Fatalf("%d years in %d cells: no label", span, w)
			}
			for _, year := range years {
				if n, err := strconv.Atoi(year); err != nil || n < 1950 || n > 1950+span {
					t.Fatalf("%d years in %d cells: %q", span, w, last)
				}
			}
		}
	}
}

func FuzzLineChart(f *testing.F) {
	f.Add(1.0, 2.0, 3.0, 2020, 3, 60, 12, uint8(1), "label")
	f.Add(-1e300, 1e300, math.NaN(), -9999, 60000, 24, 6, uint8(2), "\u5b89\u5fbd\u5149\u4f0f")
	f.Fuzz(func(t *testing.T, a, b, c float64, from, step, w, h int, kind uint8, label string) {
		w, h = w%150, h%60
		points := []Point{
			{X: from, Y: a, Label: label},
			{X: from + step, Y: b, Kind: PointKind(kind), Label: label},
			{X: from + 1, Y: c, Break: kind%2 == 0, Label: label},
		}
		l := LineChart{Series: []Series{{Name: label, Points: points}, {Name: "x", Points: points[:1]}}}
		for _, g := range []Glyphs{Unicode(), ASCII()} {
			beside(t, l, w, h, g)
		}
	})
}

func BenchmarkLineChart(b *testing.B) {
	l, g, s := several(), Unicode(), gaugeStyle()
	l.Style = LineStyle{Axis: s.Mark, Grid: s.Track, Break: s.Track}
	for i := range l.Series {
		l.Series[i].Style = s.Hatch
	}
	c := cell.NewFrame(100, 30).Canvas()
	b.ReportAllocs()
	for b.Loop() {
		l.Draw(c, g)
	}
}
