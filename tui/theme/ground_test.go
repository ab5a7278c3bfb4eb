package theme

import (
	"testing"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
)

// On a ground of its own all text of a theme can be read.
func TestGround(t *testing.T) {
	for _, colors := range []place.Colors{place.Colors256, place.Colors16} {
		for _, name := range []place.Theme{place.Dark, place.Light} {
			ground := Ground(name, colors)
			page := New(name, colors).Page
			for what, c := range map[string]struct {
				style cell.Style
				least float64
			}{"text": {page.Text, 7}, "strong text": {page.Strong, 7}, "a label": {page.Label, 4.5}, "muted text": {page.Muted, 3.9}} {
				l := lookOf(t, c.style.Over(ground))
				if l.foreground == nil || l.background == nil || contrast(l.foreground, l.background) < c.least {
					t.Errorf("%v in %d colours: %s is %v on %v", name, colors, what, l.foreground, l.background)
				}
			}
		}
		for _, name := range []place.Theme{place.HighContrast, place.Mono} {
			if Ground(name, colors) != 0 {
				t.Errorf("%v has another ground", name)
			}
		}
	}
	if Ground(place.Light, place.NoColors) != 0 {
		t.Error("without colours there is a ground")
	}
}
