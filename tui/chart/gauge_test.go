package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/tui/cell"
)

// drawn returns what is drawn in an area of w×h cells, without styles.
func drawn(w, h int, draw func(cell.Canvas)) []string {
	w, h = max(w, 0), max(h, 0)
	f := cell.NewFrame(w, h)
	draw(f.Canvas())
	return f.Plain()
}

// claims has one claim a qualifier, as package model makes them.
func claims(v float64) map[string]Claim {
	return map[string]Claim{
		"exact":     {Lower: v, Upper: v},
		"approx":    {Lower: v * 0.95, Upper: v * 1.05},
		"nearly":    {Lower: v * 0.95, Upper: v},
		"more-than": {Lower: v, Upper: v, Unbounded: true},
		"at-most":   {Upper: v},
		"range":     {Lower: v, Upper: v + 3},
		"target":    {Lower: v, Upper: v, Target: true},
		"target>=":  {Lower: v, Upper: v, Unbounded: true, Target: true},
		"zero":      {},
	}
}

// The table of design.md §4. Where its drawings round up, ours do not.
func TestGaugeASCII(t *testing.T) {
	for _, test := range []struct {
		name, want string
		gauge      Gauge
	}{
		{"exactly 23.4%", "[####................]", Gauge{Claim: Claim{Lower: 23.4, Upper: 23.4}}},
		{"about 17%", "[###:................]", Gauge{Claim: Claim{Lower: 16.15, Upper: 17.85}}},
		{"about 50%", "[#########::.........]", Gauge{Claim: Claim{Lower: 47.5, Upper: 52.5}}},
		{"more than half", "[##########:::::::::>]", Gauge{Claim: Claim{Lower: 50, Upper: 50, Unbounded: true}}},
		{"at least 97%", "[###################>]", Gauge{Claim: Claim{Lower: 97, Upper: 97, Unbounded: true}}},
		{"at most 20%", "[::::................]", Gauge{Claim: Claim{Upper: 20}}},
		{"nearly 20%", "[###:................]", Gauge{Claim: Claim{Lower: 19, Upper: 20}}},
		{"17 to 31%", "[###::::.............]", Gauge{Claim: Claim{Lower: 17, Upper: 31}}},
		{"one-third", "[######..............]", Gauge{Claim: Claim{Lower: 100.0 / 3, Upper: 100.0 / 3}}},
		{"target 40%", "[........o...........]", Gauge{Claim: Claim{Lower: 40, Upper: 40, Target: true}}},
		{"target 100%", "[...................o]", Gauge{Claim: Claim{Lower: 100, Upper: 100, Target: true}}},
		{"target 40% or more", "[........o>..........]", Gauge{Claim: Claim{Lower: 40, Target: true, Unbounded: true}}},
		{"target beyond", "[...................+]", Gauge{Claim: Claim{Lower: 140, Target: true}}},
		{"two sources", "[###|..|.............]", Gauge{Claim: Claim{Lower: 31, Upper: 31}, Marks: []float64{16.8, 31}}},
		{"two in a cell", "[###H................]", Gauge{Claim: Claim{Lower: 17, Upper: 17}, Marks: []float64{17, 16}}},
		{"two that agree", "[###.................]", Gauge{Claim: Claim{Lower: 17, Upper: 17}, Marks: []float64{17, 17, math.NaN()}}},
		{"a mark at the end", "[###|...............|]", Gauge{Claim: Claim{Lower: 17, Upper: 17}, Marks: []float64{math.NaN(), 17, 100}}},
		{"one source says less than none", "[...|................]", Gauge{Claim: Claim{Lower: 17, Upper: 17}, Marks: []float64{17, -2}}},
		{"beyond the scale", "[###################+]", Gauge{Claim: Claim{Lower: 120, Upper: 120}}},
		{"possibly beyond", "[##################:+]", Gauge{Claim: Claim{Lower: 94, Upper: 120}}},
		{"negative", "[....................]", Gauge{Claim: Claim{Lower: -5, Upper: -5}}},
		{"not a number", "[....................]", Gauge{Claim: Claim{Lower: math.NaN(), Upper: 3}}},
		{"nothing", "[....................]", Gauge{}},
	} {
		test.gauge.Max = 100
		if got := test.gauge.Text(22, ASCII()); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	if got := (Gauge{}).Text(5, ASCII()); got != "[...]" {
		t.Errorf("no claim: %s", got)
	}
	bar := func(c cell.Canvas) { Bar(c, Claim{Lower: 5, Upper: 5}, 10, ASCII(), GaugeStyle{}) }
	if got := drawn(6, 1, bar)[0]; got != "###..." {
		t.Errorf("Bar: %s", got)
	}
	if got := (Gauge{}).Text(2, ASCII()); got != ".." {
		t.Errorf("no room for brackets: %s", got)
	}
}

func TestGaugeUnicode(t *testing.T) {
	for _, test := range []struct {
		want  string
		gauge Gauge
	}{
		{"████▋···············", Gauge{Claim: Claim{Lower: 23.4, Upper: 23.4}}},
		{"███▒················", Gauge{Claim: Claim{Lower: 16.15, Upper: 17.85}}},
		{"███▉▒···············", Gauge{Claim: Claim{Lower: 19.5, Upper: 20.5}}},
		{"██████████▒▒▒▒▒▒▒▒▒▸", Gauge{Claim: Claim{Lower: 50, Upper: 50, Unbounded: true}}},
		{"██████████▌▒▒▒▒▒▒▒▒▸", Gauge{Claim: Claim{Lower: 52.5, Upper: 52.5, Unbounded: true}}},
		{"███│··│·············", Gauge{Claim: Claim{Lower: 31, Upper: 31}, Marks: []float64{16.8, 31}}},
		{"████████████████████", Gauge{Claim: Claim{Lower: 100, Upper: 100}}},
	} {
		test.gauge.Max = 100
		if got := test.gauge.Text(20, Unicode()); got != test.want {
			t.Errorf("%+v: %s, want %s", test.gauge, got, test.want)
		}
	}
}

// A gauge is exactly w cells, and claims no more than the claim: checked on
// what is drawn, for every claim, width and alphabet.
func TestGaugeClaimsNoMore(t *testing.T) {
	t.Parallel()
	for _, v := range []float64{0.04, 7.3, 23.4, 100.0 / 3, 50, 97, 100, 130} {
		for name, claim := range claims(v) {
			for _, other := range [][]float64{nil, {v, v * 0.7}} {
				for w := range 201 {
					g := Gauge{Claim: claim, Marks: other, Max: 100}
					for _, glyphs := range []Glyphs{Unicode(), ASCII()} {
						if err := honest(g, w, glyphs); err != nil {
							t.Fatalf("%s %v %v in %d cells: %v: %s", name, v, other, w, err, g.Text(w, glyphs))
						}
					}
				}
			}
		}
	}
}

// honest checks a drawn gauge against its claim.
func honest(g Gauge, w int, glyphs Glyphs) error {
	line := g.Text(w, glyphs)
	if got := ansi.StringWidth(line); got != w {
		return fmt.Errorf("%d cells wide", got)
	}
	cells := strings.Split(line, "")
	if strings.Contains(line, " ") {
		return fmt.Errorf("not all of it is drawn")
	}
	if glyphs.Left != "" && w >= 3 {
		if cells[0] != glyphs.Left || cells[w-1] != glyphs.Right {
			return fmt.Errorf("not between its brackets")
		}
		cells = cells[1 : w-1]
	}
	n := float64(len(cells))
	at := func(v float64) float64 { return v * n / g.Max }
	length, hatches := 0.0, 0
	for i, c := range cells {
		x := float64(i)
		switch part := slices.Index(glyphs.Parts, c); {
		case c == glyphs.Full:
			length = x + 1
		case part >= 0:
			length = x + float64(part+1)/8
			if g.Claim.Unbounded && i+1 == len(cells) {
				return fmt.Errorf("open claim ends in an eighth")
			}
			if g.Claim.Upper > g.Claim.Lower && x+1 < n && cells[i+1] == glyphs.Track {
				return fmt.Errorf("an eighth before track looks exact")
			}
		case c == glyphs.Hatch || c == glyphs.Soft:
			hatches++
			if x+1 <= at(g.Claim.Lower) || x >= at(g.Claim.Upper) && x > at(g.Claim.Lower) && !g.Claim.Unbounded {
				return fmt.Errorf("hatch in cell %d", i)
			}
		case c == glyphs.Arrow || c == glyphs.Beyond || c == glyphs.Mark || c == glyphs.Marks:
			hatches++
		}
	}
	claimed := g.Claim.Lower
	if _, differ := g.conflict(); differ {
		claimed = min(claimed, slices.Min(g.Marks))
		if marks := strings.Count(line, glyphs.Mark) + strings.Count(line, glyphs.Marks); w > 0 && marks == 0 {
			return fmt.Errorf("sources differ, no mark")
		}
	}
	if g.Claim.Target {
		claimed = 0
	}
	if length > at(max(claimed, 0)) {
		return fmt.Errorf("solid %v cells, claimed %v", length, at(claimed))
	}
	uncertain := g.Claim.Unbounded || g.Claim.Upper > g.Claim.Lower
	if uncertain && !g.Claim.Target && w > 0 && hatches == 0 {
		return fmt.Errorf("looks exact")
	}
	return nil
}

func FuzzGauge(f *testing.F) {
	f.Add(16.0, 18.0, 100.0, 17.0, 20, false, false)
	f.Add(math.MaxFloat64, math.Inf(1), math.MaxFloat64, math.NaN(), 1, true, false)
	f.Add(5e-324, 1e-323, 5e-324, 0.0, 3, true, true)
	f.Fuzz(func(t *testing.T, sure, possible, top, other float64, w int, open, isTarget bool) {
		w %= 300
		g := Gauge{Claim: Claim{sure, possible, open, isTarget}, Max: top, Marks: []float64{sure, other}}
		for _, glyphs := range []Glyphs{Unicode(), ASCII()} {
			if got := ansi.StringWidth(g.Text(w, glyphs)); got != max(w, 0) {
				t.Fatalf("%+v in %d cells: %d", g, w, got)
			}
		}
	})
}

// gaugeStyle is a style as a theme makes it.
func gaugeStyle() GaugeStyle {
	const hue, back, front = ansi.IndexedColor(214), ansi.IndexedColor(236), ansi.IndexedColor(231)
	return GaugeStyle{
		Solid: cell.Look{Fg: hue, Bg: back}.Style(),
		Hatch: cell.Look{Fg: hue, Bg: back}.Style(),
		Track: cell.Look{Bg: back}.Style(),
		Mark:  cell.Look{Fg: front, Bg: back}.Style(),
	}
}

func TestGaugePainted(t *testing.T) {
	g, s := Gauge{Claim: Claim{Lower: 30, Upper: 30}, Max: 100}, gaugeStyle()
	f := cell.NewFrame(12, 1)
	g.Draw(f.Canvas().Area(1, 0, 10, 1), Unicode(), s)
	if got, want := f.Plain()[0], " ███        "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	want := []cell.Style{0, s.Solid, s.Solid, s.Solid, s.Track, s.Track, s.Track, s.Track, s.Track, s.Track, s.Track, 0}
	for x, c := range f.Row(0) {
		if c.Style != want[x] {
			t.Errorf("column %d is in %+v, want %+v", x, c.Style.Look(), want[x].Look())
		}
	}
}

func TestSparkline(t *testing.T) {
	nan := math.NaN()
	for _, test := range []struct {
		values []float64
		w      int
		want   string
	}{
		{[]float64{40.66, 64.8, 88.28, 195.49, 296.74}, 5, "▁▁▂▄▇"},
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8}, 8, "▁▁▂▃▄▅▆▇"},
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8}, 3, "▅▆▇"},
		{[]float64{0, nan, 8}, 5, "▁ ▇  "},
		{[]float64{-4, 0, 4}, 3, "▁▃▇"},
		{[]float64{math.Inf(1), 3}, 2, " ▇"},
		{[]float64{-math.MaxFloat64, math.MaxFloat64}, 2, "▁▇"},
		{[]float64{0, 0}, 2, "▁▁"},
		{nil, 2, "  "},
		{[]float64{1}, 0, ""},
		{[]float64{1}, -1, ""},
	} {
		got := drawn(test.w, 1, func(c cell.Canvas) { Sparkline(c, test.values, Unicode(), 0) })[0]
		if got != test.want {
			t.Errorf("%v in %d: %q, want %q", test.values, test.w, got, test.want)
		}
	}
	five := func(c cell.Canvas) { Sparkline(c, []float64{1, 2, 3, 4, 5}, ASCII(), 0) }
	if got := drawn(6, 1, five)[0]; got != `___-" ` {
		t.Errorf("ASCII: %q", got)
	}
}

func BenchmarkGauge(b *testing.B) {
	g := Gauge{Claim: Claim{Lower: 16.15, Upper: 17.85}, Max: 100}
	s, glyphs, c := gaugeStyle(), Unicode(), cell.NewFrame(60, 1).Canvas()
	b.ReportAllocs()
	for b.Loop() {
		g.Draw(c, glyphs, s)
	}
}

func BenchmarkSparkline(b *testing.B) {
	values := []float64{40.66, 64.8, 88.28, 195.49, 296.74}
	glyphs, style, c := Unicode(), gaugeStyle().Solid, cell.NewFrame(12, 1).Canvas()
	b.ReportAllocs()
	for b.Loop() {
		Sparkline(c, values, glyphs, style)
	}
}
