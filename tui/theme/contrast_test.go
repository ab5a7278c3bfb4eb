package theme

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
)

const bold, underlined = 1, 4 // codes of sequences

// Whatever high contrast draws has a contrast of 7, lines and empty parts of
// gauges included: on what it stands on, in 256 colours and in the usual 16.
func TestHighContrast(t *testing.T) {
	for _, colors := range []place.Colors{place.Colors256, place.Colors16} {
		th := New(place.HighContrast, colors)
		ground := lookOf(t, th.Ground)
		if ground.background == nil || luminance(ground.background) != 0 {
			t.Fatalf("in %d colours, the background is %v", colors, ground.background)
		}
		for what, k := range every(th) {
			l := lookOf(t, k)
			if l.background == nil {
				l.background = ground.background
			}
			if l.foreground == l.background { // the solid part of a gauge
				l.background = ground.background
			}
			if l.foreground == nil || contrast(l.foreground, l.background) < 7 {
				t.Errorf("in %d colours, %s is %v on %v", colors, what, l.foreground, l.background)
			}
		}
		cursor, tab := lookOf(t, th.Cursor.Text).codes, lookOf(t, th.ActiveTab).codes
		if !slices.Contains(cursor, bold) || !slices.Contains(tab, bold) || !slices.Contains(tab, underlined) {
			t.Errorf("in %d colours, only colour shows the row under the cursor or the open tab", colors)
		}
	}
	for _, other := range []place.Theme{place.Dark, place.Light, place.Mono} {
		if New(other, place.Colors256).Ground != 0 {
			t.Errorf("%v paints the terminal's background", other)
		}
	}
}

// eyes are those of people who see all colours, and of those who lack one kind
// of cone, as matrices on linear RGB (Machado, Oliveira and Fernandes 2009).
func eyes() map[string][3][3]float64 {
	return map[string][3][3]float64{
		"all":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"protan": {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
		"deutan": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
		"tritan": {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	}
}

// lab is what eyes see of a colour, in CIELAB, where 2 is the least difference
// that can be told side by side.
func lab(c color.Color, eyes [3][3]float64) [3]float64 {
	r, g, b, _ := c.RGBA()
	var linear, seen [3]float64
	for i, v := range [3]uint32{r, g, b} {
		x := float64(v) / 0xffff
		linear[i] = math.Pow((x+0.055)/1.055, 2.4)
		if x <= 0.04045 {
			linear[i] = x / 12.92
		}
	}
	for i, row := range eyes {
		seen[i] = min(max(row[0]*linear[0]+row[1]*linear[1]+row[2]*linear[2], 0), 1)
	}
	f := func(x, y, z float64) float64 {
		v := x*seen[0] + y*seen[1] + z*seen[2]
		if v > 0.008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16.0/116
	}
	x, y, z := f(0.4339, 0.3762, 0.1899), f(0.2126, 0.7152, 0.0722), f(0.0177, 0.1095, 0.8728)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// apart returns by how much the less alike two of each pair of inks are, as
// the eyes see them.
func apart(t *testing.T, a, b cell.Style, eyes [3][3]float64) float64 {
	p, q := lab(lookOf(t, a).foreground, eyes), lab(lookOf(t, b).foreground, eyes)
	return math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2])
}

// The hues of high contrast stay apart for the colour-blind: those of series,
// those of as many clusters as can, and those of any clusters side by side.
func TestHuesStayApart(t *testing.T) {
	s := New(place.HighContrast, place.Colors256).Page
	var chips []cell.Style
	for h := model.Hue(1); h <= 8; h++ {
		chips = append(chips, s.Chip(h))
	}
	for name, e := range eyes() {
		for what, c := range map[string]struct {
			inks  []cell.Style
			least float64
		}{"series": {s.Compared[:], 40}, "clusters": {chips, 15}} {
			for i, a := range c.inks {
				for _, b := range c.inks[:i] {
					if d := apart(t, a, b, e); d < c.least {
						t.Errorf("%s eyes: the %s %v and %v differ by %.1f", name, what, lookOf(t, a).foreground, lookOf(t, b).foreground, d)
					}
				}
			}
		}
	}
}

// Each hue means one thing: a cluster, a series laid over another one, keys and the
// cursor, sources that differ. Twenty clusters differ at a glance side by side, and
// none looks like another; in high contrast neighbours differ for all eyes.
func TestHuesMeanOneThing(t *testing.T) {
	for name := range grounds() {
		s := New(name, place.Colors256).Page
		means := map[string]cell.Style{"accent": s.Accent, "conflict": s.Conflict}
		for i, c := range s.Compared {
			means[fmt.Sprint("compared ", i)] = c
		}
		for h := model.Hue(1); h <= 8; h++ {
			means[fmt.Sprint("cluster ", h)] = s.Chip(h)
		}
		for a, x := range means {
			for b, y := range means {
				if d := apart(t, x, y, eyes()["all"]); a < b && d < 20 {
					t.Errorf("%v: %s and %s differ by %.1f", name, a, b, d)
				}
			}
		}
		for h := model.Hue(1); h <= model.Hues; h++ {
			next := h%model.Hues + 1
			for who, e := range eyes() {
				least := 20.0
				if who != "all" {
					least = 15
				}
				if d := apart(t, s.Chip(h), s.Chip(next), e); d < least && (who == "all" || name == place.HighContrast) {
					t.Errorf("%v, %s eyes: the hues %d and %d differ by %.1f", name, who, h, next, d)
				}
			}
			for other := h + 1; other <= model.Hues; other++ {
				if d := apart(t, s.Chip(h), s.Chip(other), eyes()["all"]); d < 8 {
					t.Errorf("%v: the hues %d and %d differ by %.1f", name, h, other, d)
				}
			}
		}
	}
	// With fewer colours hues come again, but never side by side.
	for _, name := range []place.Theme{place.Dark, place.Light, place.HighContrast} {
		s := New(name, place.Colors16).Page
		for h := model.Hue(1); h <= model.Hues; h++ {
			if next := h%model.Hues + 1; s.Chip(h) == s.Chip(next) {
				t.Errorf("%v in 16 colours: the hues %d and %d are the same", name, h, next)
			}
		}
	}
}

// The hues of the eight clusters of the built-in tables are chosen, not found.
func TestFirstHues(t *testing.T) {
	for name, want := range map[place.Theme][]int{
		place.Dark:         {214, 77, 75, 141, 180, 204, 45, 250},
		place.Light:        {130, 28, 26, 92, 58, 162, 24, 240},
		place.HighContrast: {208, 47, 81, 141, 193, 203, 158, 212},
	} {
		for i, n := range want {
			if got := lookOf(t, New(name, place.Colors256).Page.Chip(model.Hue(i+1))).foreground; got != ansi.IndexedColor(n) {
				t.Errorf("%v: hue %d is %v, want %d", name, i+1, got, n)
			}
		}
	}
}
