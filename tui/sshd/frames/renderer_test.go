package frames

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

func at80x24() place.Viewport { return place.Viewport{Width: 80, Height: 24, Colors: place.Colors256} }

// page is a place at 80×24, even one that is not there.
func page(d *model.Dataset, at place.Place) screen.Page { return screen.At(d, at, at80x24()) }

// TestNotice shows a frame with a notice on a terminal: it covers the last line
// and nothing else, from edge to edge, however long it is.
func TestNotice(t *testing.T) {
	r, d := NewRenderer(0, 0), datatest.Embedded(t)
	in := at80x24()
	plain := vt.NewEmulator(in.Width, in.Height)
	_, _ = plain.WriteString(strings.Join(screen.Render(d, place.Place{}, in).Lines(), "\r\n"))
	for _, notice := range []string{"a notice \u4e2d\u6587", strings.Repeat("long ", 50)} {
		e := vt.NewEmulator(in.Width, in.Height)
		_, _ = e.Write(r.Diff(nil, r.Frame(page(d, place.Place{}), notice).Frame))
		got, want := strings.Split(e.String(), "\n"), strings.Split(plain.String(), "\n")
		last := in.Height - 1
		for y := range last {
			if got[y] != want[y] {
				t.Errorf("line %d is %q, want %q", y, got[y], want[y])
			}
		}
		if want := (" " + notice)[:min(len(notice)+1, in.Width)]; !strings.HasPrefix(got[last], want) {
			t.Errorf("the last line is %q, want %q", got[last], want)
		}
		for x := range in.Width {
			if c := e.CellAt(x, last); c != nil && c.Width > 0 && c.Style.Attrs == 0 {
				t.Errorf("column %d of the notice is not reversed", x)
			}
		}
	}
}

// TestFramesAreShared returns one frame and one diff to all who ask, and new
// ones after a purge.
func TestFramesAreShared(t *testing.T) {
	r, d := NewRenderer(0, 0), datatest.Embedded(t)
	a, b := r.Frame(page(d, place.Place{}), ""), r.Frame(page(d, place.Place{View: place.Shares}), "")
	if a == b || a != r.Frame(page(d, place.Place{}), "") {
		t.Error("a place has two frames, or two places one")
	}
	first, again := r.Diff(a.Frame, b.Frame), r.Diff(a.Frame, b.Frame)
	if len(first) == 0 || &first[0] != &again[0] {
		t.Error("a diff is made twice")
	}
	r.Purge()
	if frames, diffs := r.Stats(); frames.Entries+frames.Bytes+diffs.Entries+diffs.Bytes != 0 {
		t.Errorf("left after a purge: %+v, %+v", frames, diffs)
	}
	if a == r.Frame(page(d, place.Place{}), "") {
		t.Error("a frame is there after a purge")
	}
}
