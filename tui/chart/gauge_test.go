package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

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
		{"about 17%", "[###~................]", Gauge{Claim: Claim{Lower: 16.15, Upper: 17.85}}},
		{"about 50%", "[#########~~.........]", Gauge{Claim: Claim{Lower: 47.5, Upper: 52.5}}},
		{"more than half", "[##########:::::::::>]", Gauge{Claim: Claim{Lower: 50, Upper: 50, Unbounded: true}}},
		{"at least 97%", "[###################>]", Gauge{Claim: Claim{Lower: 97, Upper: 97, Unbounded: true}}},
		{"at most 20%", "[~~~~................]", Gauge{Claim: Claim{Upper: 20}}},
		{"nearly 20%", "[###~................]", Gauge{Claim: Claim{Lower: 19, Upper: 20}}},
		{"17 to 31%", "[###~~~~.............]", Gauge{Claim: Claim{Lower: 17, Upper: 31}}},
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
		{"possibly beyond", "[##################~+]", Gauge{Claim: Claim{Lower: 94, Upper: 120}}},
		{"negative", "[....................]", Gauge{Claim: Claim{Lower: -5, Upper: -5}}},
		{"not a number", "[....................]", Gauge{Claim: Claim{Lower: math.NaN(), Upper: 3}}},
		{"nothing", "[....................]", Gauge{}},
	} {
		test.gauge.Max = 100
		if got := test.gauge.Draw(22, ASCII(), GaugeStyle{}); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	if got := (Gauge{}).Draw(5, ASCII(), GaugeStyle{}); got != "[...]" {
		t.Errorf("no claim: %s", got)
	}
	if got := Bar(Claim{Lower: 5, Upper: 5}, 10, 6, ASCII(), GaugeStyle{}); got != "###..." {
		t.Errorf("Bar: %s", got)
	}
	if got := (Gauge{}).Draw(2, ASCII(), GaugeStyle{}); got != ".." {
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
		if got := test.gauge.Draw(20, Unicode(), GaugeStyle{}); got != test.want {
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
							t.Fatalf("%s %v %v in %d cells: %v: %s", name, v, other, w, err, g.Draw(w, glyphs, GaugeStyle{}))
						}
					}
				}
			}
		}
	}
}

// honest checks a drawn gauge against its claim.
func honest(g Gauge, w int, glyphs Glyphs) error {
	line := g.Draw(w, glyphs, GaugeStyle{})
	if got := ansi.StringWidth(line); got != w {
		return fmt.Errorf("%d cells wide", got)
	}
	cells := strings.Split(line, "")
	if glyphs.Left != "" && w >= 3 {
		cells = cells[1 : w-1]
	}
	n := float64(len(cells))
	at := func(v float64) float64 { return v * n / g.Max }
	length, hatches := 0.0, 0
	for i, c := range cells {
		x := float64(i)
		switch part := slices.Index(glyphs.Eighths, c); {
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
			if got := ansi.StringWidth(g.Draw(w, glyphs, GaugeStyle{})); got != max(w, 0) {
				t.Fatalf("%+v in %d cells: %d", g, w, got)
			}
		}
	})
}

// gaugeStyle is a style as a theme makes it.
func gaugeStyle() GaugeStyle {
	back := lipgloss.NewStyle().Background(lipgloss.Color("236"))
	return GaugeStyle{
		Solid: NewInk(back.Foreground(lipgloss.Color("214"))),
		Hatch: NewInk(back.Foreground(lipgloss.Color("214"))),
		Track: NewInk(back),
		Mark:  NewInk(back.Foreground(lipgloss.Color("231"))),
	}
}

func TestGaugePainted(t *testing.T) {
	g := Gauge{Claim: Claim{Lower: 30, Upper: 30}, Max: 100}
	want := "\x1b[38;5;214;48;5;236m███\x1b[m\x1b[48;5;236m       \x1b[m"
	if got := g.Draw(10, Unicode(), gaugeStyle()); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSparkline(t *testing.T) {
	nan := math.NaN()
	for _, test := range []struct {
		values []float64
		w      int
		want   string
	}{
		{[]float64{40.66, 64.8, 88.28, 195.49, 296.74}, 5, "▁▁▂▅█"},
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8}, 8, "▁▂▃▄▅▆▇█"},
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8}, 3, "▆▇█"},
		{[]float64{0, nan, 8}, 5, "▁ █  "},
		{[]float64{-4, 0, 4}, 3, "▁▄█"},
		{[]float64{math.Inf(1), 3}, 2, " █"},
		{[]float64{-math.MaxFloat64, math.MaxFloat64}, 2, "▁█"},
		{[]float64{0, 0}, 2, "▁▁"},
		{nil, 2, "  "},
		{[]float64{1}, 0, ""},
		{[]float64{1}, -1, ""},
	} {
		if got := Sparkline(test.values, test.w, Unicode(), Ink{}); got != test.want {
			t.Errorf("%v in %d: %q, want %q", test.values, test.w, got, test.want)
		}
	}
	if got := Sparkline([]float64{1, 2, 3, 4, 5}, 6, ASCII(), Ink{}); got != "_.-=^ " {
		t.Errorf("ASCII: %q", got)
	}
}

func BenchmarkGauge(b *testing.B) {
	g := Gauge{Claim: Claim{Lower: 16.15, Upper: 17.85}, Max: 100}
	s, glyphs := gaugeStyle(), Unicode()
	b.ReportAllocs()
	for b.Loop() {
		_ = g.Draw(60, glyphs, s)
	}
}

func BenchmarkSparkline(b *testing.B) {
	values := []float64{40.66, 64.8, 88.28, 195.49, 296.74}
	glyphs, ink := Unicode(), gaugeStyle().Solid
	b.ReportAllocs()
	for b.Loop() {
		_ = Sparkline(values, 12, glyphs, ink)
	}
}

// What an Ink saves: see the type.
func BenchmarkLipglossRender(b *testing.B) {
	s := lipgloss.NewStyle().Foreground(lipgloss.Color("214")).Background(lipgloss.Color("236"))
	b.ReportAllocs()
	for b.Loop() {
		_ = s.Render("abc")
	}
}
