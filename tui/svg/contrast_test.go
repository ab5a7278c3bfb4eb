package svg

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
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
		"trends/pv-revenue?as=table", "voices", "sources", "sources/conflicts/" + d.Conflicts[0].ID, "overview?card=help",
		"overview?card=palette&q=s", "overview?tour=1",
	} {
		for _, colors := range []place.Colors{place.Colors256, place.Colors16} {
			for _, size := range [][2]int{{100, 30}, {40, 12}, {20, 5}} {
				for y, l := range screen.Render(d, tuitest.At(t, link), high(size[0], size[1], colors)).Lines {
					cells(l, func(glyph string, k look) {
						switch {
						case k.bg == nil:
							t.Fatalf("%s, %v: line %d has no background at %q", link, size, y, glyph)
						case glyph != " " && k.fg != k.bg && (k.fg == nil || contrast(k.fg, k.bg) < 7):
							t.Errorf("%s, %v: line %d has %q in %v on %v", link, size, y, glyph, k.fg, k.bg)
						}
					})
				}
			}
		}
	}
}

// cells calls f with each glyph of a line, and how it looks.
func cells(l string, f func(glyph string, k look)) {
	var k look
	var state byte
	for l != "" {
		seq, width, n, next := ansi.DecodeSequence(l, state, nil)
		if width > 0 {
			f(seq, k)
		} else if strings.HasPrefix(seq, "\x1b[") {
			k = k.sgr(seq[2 : len(seq)-1])
		}
		l, state = l[n:], next
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
