package screen

import (
	"image/color"
	"math"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// high is a viewport in high contrast.
func high(w, h int, colors place.Colors) place.Viewport {
	in := tuitest.Viewport(w, h, model.EN)
	in.Theme, in.Colors = place.HighContrast, colors
	return in
}

// In high contrast every cell has a background, and what is drawn in it a
// contrast of 7, in 256 colours and in the usual 16.
func TestHighContrastOnScreen(t *testing.T) {
	d := datatest.Embedded(t)
	for _, link := range []string{
		"overview", "clusters/pv", "shares", "shares?card=source", "shares?as=table", "trends/nev-output?with=vehicle-output",
		"trends/pv-revenue?as=table", "cities", "cities/wuhu?by=gdp-growth", "cities/wuhu?with=hefei", "voices", "sources", "sources/conflicts/" + d.Conflicts[0].ID, "overview?card=help",
		"overview?card=palette&q=s", "overview?tour=1",
	} {
		for _, colors := range []place.Colors{place.Colors256, place.Colors16} {
			for _, size := range [][2]int{{100, 30}, {40, 12}, {20, 5}} {
				f := Render(d, tuitest.At(t, link), high(size[0], size[1], colors))
				for i := range f.W * f.H {
					c := f.Row(i / f.W)[i%f.W]
					k := c.Style.Look()
					if k.Attrs&cell.Reverse != 0 {
						k.Fg, k.Bg = k.Bg, k.Fg
					}
					switch glyph, y := f.Text(c), i/f.W; {
					case k.Bg == nil:
						t.Fatalf("%s, %v: line %d has no background at %q", link, size, y, glyph)
					case c.Width > 0 && glyph != " " && k.Fg != k.Bg && (k.Fg == nil || contrast(k.Fg, k.Bg) < 7):
						t.Errorf("%s, %v: line %d has %q in %v on %v", link, size, y, glyph, k.Fg, k.Bg)
					}
				}
			}
		}
	}
}

// contrast is that of WCAG 2.
func contrast(a, b color.Color) float64 {
	luminance := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		linear := func(v uint32) float64 {
			if x := float64(v) / 0xffff; x > 0.04045 {
				return math.Pow((x+0.055)/1.055, 2.4)
			}
			return float64(v) / 0xffff / 12.92
		}
		return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
