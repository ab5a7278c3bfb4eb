package terminal

import (
	"math/rand/v2"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// seen is what can be seen of a cell: a blank has no colour of text.
func seen(c *uv.Cell) uv.Cell {
	if c == nil || c.Content == "" && c.Width <= 1 || c.Content == " " && invisibleOnSpace(&c.Style) {
		return uv.Cell{Content: " ", Width: 1}
	}
	return *c
}

// walk presses random keys and returns the places it comes through.
func walk(d *model.Dataset, in place.Viewport, n int, r *rand.Rand) []tui.App {
	keys := []string{"j", "k", "2", "3", "4", "5", "1", "0", "i", "?", "t", "w", "s", "g", "G", "/", "e", "x", "z", "esc"}
	app := tui.New(d, place.Place{}, in, tui.Options{})
	apps := append(make([]tui.App, 0, n+1), app)
	for range n {
		k := tea.KeyPressMsg{Code: tea.KeyEscape}
		if name := keys[r.IntN(len(keys))]; name != "esc" {
			k = tea.KeyPressMsg{Code: rune(name[0]), Text: name}
		}
		next, _ := app.Update(k)
		app, _ = next.(tui.App)
		apps = append(apps, app)
	}
	return apps
}

// TestDiff checks that every diff to a frame leaves the same on a terminal as
// its lines printed on an empty one.
func TestDiff(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	r := rand.New(rand.NewPCG(1, 2))
	for range 24 {
		in := place.Viewport{
			Width: 1 + r.IntN(130), Height: 1 + r.IntN(45), Colors: place.Colors(r.IntN(3)),
			Theme: place.Theme(r.IntN(4)), Lang: model.Lang(r.IntN(2)), ASCII: r.IntN(4) == 0, Links: r.IntN(2) == 0,
		}
		styles := NewStyleTable()
		terminal, other := vt.NewEmulator(in.Width, in.Height), vt.NewEmulator(in.Width, in.Height)
		var shown *Frame
		for _, app := range walk(d, in, 40, r) {
			lines := app.Frame().Lines
			if r.IntN(8) == 0 {
				lines[len(lines)-1] = "\x1b[7m" + ansi.Truncate(" a notice \u4e2d\u6587", in.Width, "") + "\x1b[m"
			}
			next := NewFrame(styles, "", lines, in.Width)
			from := shown
			if r.IntN(10) == 0 {
				from = nil
				_, _ = terminal.Write([]byte("\x1b[2;3Hx")) // nothing is known, not even where the cursor is
			}
			_, _ = terminal.Write(styles.Diff(from, next))
			shown = next
			compare(t, terminal, printed(other, lines), in)
			if p := terminal.CursorPosition(); p.X != 0 || p.Y != 0 {
				t.Fatalf("the cursor is at %v", p)
			}
		}
	}
}

// printed empties a terminal and prints lines on it one by one.
func printed(e *vt.Emulator, lines []string) *vt.Emulator {
	_, _ = e.WriteString("\x1bc")
	for i, l := range lines {
		if i > 0 {
			_, _ = e.WriteString("\r\n")
		}
		_, _ = e.WriteString(l)
	}
	return e
}

func compare(t *testing.T, got, want *vt.Emulator, in place.Viewport) {
	t.Helper()
	for y := range in.Height {
		for x := range in.Width {
			if g, w := seen(got.CellAt(x, y)), seen(want.CellAt(x, y)); !g.Equal(&w) {
				t.Fatalf("%d×%d: cell %d,%d is %+v, want %+v\n%s\n\n%s",
					in.Width, in.Height, x, y, g, w, got.String(), want.String())
			}
		}
	}
}

// TestDiffOfForeignText checks frames with what a viewer may have typed:
// characters of several code points and of no width; and links.
func TestDiffOfForeignText(t *testing.T) {
	in := place.Viewport{Width: 20, Height: 2}
	lines := [][]string{
		{"e\u0301 \u4e2d\u6587abc", "\x1b[1mx\x1b[m"},
		{"\u4e2de\u0301\u6587abcd", "\x1b[1;31mx\x1b[mxy"},
		{"a\u4e2d \u6587abcd", "\x1b[7m  \x1b[mxy"},
		{"", ""},
		{"x \x1b]8;id=1;https://a.example/1\x1b\\a b\x1b]8;;\x1b\\ c", "\x1b]8;;https://a.example/2\x1b\\y               "},
		{"x \x1b]8;id=1;https://a.example/3\x1b\\a\x1b]8;;\x1b\\ b c", "y"},
	}
	styles := NewStyleTable()
	terminal, other := vt.NewEmulator(in.Width, in.Height), vt.NewEmulator(in.Width, in.Height)
	var shown *Frame
	for i := range 3 * len(lines) {
		next := NewFrame(styles, "", lines[i%len(lines)], in.Width)
		_, _ = terminal.Write(styles.Diff(shown, next))
		shown = next
		compare(t, terminal, printed(other, lines[i%len(lines)]), in)
	}
}

func TestDiffOfEqualFrames(t *testing.T) {
	styles := NewStyleTable()
	lines := screen.Render(datatest.Embedded(t), place.Place{}, at80x24()).Lines
	if got := styles.Diff(NewFrame(styles, "", lines, 80), NewFrame(styles, "", lines, 80)); len(got) != 0 {
		t.Errorf("equal frames are %d bytes apart: %q", len(got), got)
	}
}
