package screen

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/text"
)

// There are more headlines than some screens show at a time: the one under the cursor
// is among them, and where all fit on a line each all are.
func TestHeadlinesAreSeen(t *testing.T) {
	data := datatest.Embedded(t)
	headlines := data.Headlines()
	for _, lang := range tuitest.Langs() {
		texts := text.For(lang)
		for _, size := range [][2]int{{40, 12}, {80, 20}, {80, 24}, {100, 36}, {120, 36}, {160, 45}, {200, 50}} {
			for _, under := range headlines {
				screen := strings.Join(Render(data, tuitest.At(t, "overview/"+under.ID), tuitest.Viewport(size[0], size[1], lang)).Plain(), "\n")
				seen := 0
				for _, f := range headlines {
					if strings.Contains(screen, texts.Value(f)) {
						seen++
					} else if f == under {
						t.Errorf("%v %v: %s is not on the screen:\n%s", lang, size, f.ID, screen)
					}
				}
				if all := size[0] == 120 || size[0] == 200; all && seen < len(headlines) || seen < 3 {
					t.Errorf("%v %v: %d headlines are on the screen", lang, size, seen)
				}
			}
		}
	}
}

// A headline, whose cluster nothing says, has its name in full where that fits on its
// line, else the short one.
func TestHeadlinesAreNamedInFull(t *testing.T) {
	data := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		texts, short := text.For(lang), 0
		for _, f := range data.Headlines() {
			full, few := texts.FullName(f.Indicator), texts.Short(f.Indicator)
			for _, w := range []int{40, 70} {
				screen := strings.Join(Render(data, tuitest.At(t, "overview/"+f.ID), tuitest.Viewport(w, 24, lang)).Plain(), "\n")
				switch room := w - 24; {
				case cell.Width(full) <= room && !strings.Contains(screen, full):
					t.Errorf("%v, %d columns: no %q on the screen:\n%s", lang, w, full, screen)
				case cell.Width(full) > room+4 && few != full:
					if short++; strings.Contains(screen, full) || !strings.Contains(screen, few[:len(few)/2]) {
						t.Errorf("%v, %d columns: no %q on the screen:\n%s", lang, w, few, screen)
					}
				}
			}
		}
		if short == 0 {
			t.Errorf("%v: no headline has its short name", lang)
		}
	}
}
