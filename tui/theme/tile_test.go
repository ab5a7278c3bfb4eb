package theme

import (
	"fmt"
	"math"
	"testing"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
)

// tiles are the styles of tiles by what they are of.
func tiles(th *Theme) map[string]*TileStyles {
	all := map[string]*TileStyles{"empty": th.EmptyTile(), "cursor": th.TileUnderCursor()}
	for class := range 6 {
		all[fmt.Sprint("class ", class)] = th.Tile(class)
	}
	return all
}

// What is written on a tile can be read on its ground, whatever its class.
func TestTilesCanBeRead(t *testing.T) {
	for name, backgrounds := range grounds() {
		th := New(name, place.Colors256)
		for what, s := range tiles(th) {
			for which, k := range map[string]cell.Style{"name": s.Text, "strong": s.Strong, "label": s.Label} {
				l := lookOf(t, k)
				behind := backgrounds
				if l.background != nil {
					behind = behind[:0:0]
					behind = append(behind, l.background)
				}
				for _, b := range behind {
					if c := contrast(l.foreground, b); c < enough(name) {
						t.Errorf("%v: the %s of %s has a contrast of %.2f", name, which, what, c)
					}
				}
			}
			if bar := lookOf(t, s.Bar.Hatch); what == "class 0" || what == "cursor" {
				behind := bar.background
				if behind == nil {
					behind = backgrounds[0]
				}
				if c := contrast(bar.foreground, behind); c < 3 {
					t.Errorf("%v: the bar of %s has a contrast of %.2f", name, what, c)
				}
			}
		}
	}
}

// Grounds of classes go one way, from the ground of the screen on, and the ones of
// neighbouring classes can be told apart.
func TestClassesAreInOrder(t *testing.T) {
	for _, name := range []place.Theme{place.Dark, place.Light} {
		th := New(name, place.Colors256)
		before := luminance(grounds()[name][0])
		for class := 1; class <= 5; class++ {
			ground := lookOf(t, th.Tile(class).Text).background
			now := luminance(ground)
			if (now > before) != (name == place.Dark) {
				t.Errorf("%v: class %d goes the other way", name, class)
			}
			if class > 1 {
				a, b := lab(ground, eyes()["all"]), lab(lookOf(t, th.Tile(class-1).Text).background, eyes()["all"])
				if d := math.Abs(a[0] - b[0]); d < 4 {
					t.Errorf("%v: classes %d and %d differ by %.1f", name, class-1, class, d)
				}
			}
			before = now
		}
	}
}
