package terminal

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// seen is what can be seen of a cell: a blank has no colour of text.
func seen(c *uv.Cell) uv.Cell {
	if c == nil || c.Content == "" && c.Width <= 1 || c.Content == " " && !showsOnSpace(&c.Style) {
		return uv.Cell{Content: " ", Width: 1}
	}
	return *c
}

func showsOnSpace(s *uv.Style) bool {
	return s.Bg != nil || s.Underline != uv.UnderlineNone || s.Attrs&(uv.AttrReverse|uv.AttrStrikethrough) != 0
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
		terminal, other := vt.NewEmulator(in.Width, in.Height), vt.NewEmulator(in.Width, in.Height)
		var shown *cell.Frame
		for _, app := range walk(d, in, 40, r) {
			next := app.Frame().Frame
			if r.IntN(8) == 0 {
				last := next.Canvas().Line(next.H - 1)
				last.Fill(0)
				last.Put(0, 0, cell.Look{Attrs: cell.Reverse}.Style(), " a notice \u4e2d\u6587")
			}
			from := shown
			if r.IntN(10) == 0 {
				from = nil
				_, _ = terminal.Write([]byte("\x1b[2;3Hx")) // nothing is known, not even where the cursor is
			}
			_, _ = terminal.Write(Diff(from, next))
			shown = next
			compare(t, terminal, printed(other, next.Lines()), in)
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
// characters of several code points and of no width; and links. What is on the
// terminal is compared with sequences written by hand.
func TestDiffOfForeignText(t *testing.T) {
	in := place.Viewport{Width: 20, Height: 2}
	bold, reverse := cell.Look{Attrs: cell.Bold}.Style(), cell.Look{Attrs: cell.Reverse}.Style()
	red := cell.Look{Fg: ansi.Red, Attrs: cell.Bold}.Style()
	frames := []struct {
		draw  func(top, bottom *cell.Line)
		lines []string
	}{
		{
			func(top, bottom *cell.Line) { top.Put(0, "e\u0301 \u4e2d\u6587abc"); bottom.Put(bold, "x") },
			[]string{"e\u0301 \u4e2d\u6587abc", "\x1b[1mx\x1b[m"},
		},
		{
			func(top, bottom *cell.Line) {
				top.Put(0, "\u4e2de\u0301\u6587abcd")
				bottom.Put(red, "x").Put(0, "xy")
			},
			[]string{"\u4e2de\u0301\u6587abcd", "\x1b[1;31mx\x1b[mxy"},
		},
		{ // a frame numbers its characters: another one has the number of the first before
			func(top, bottom *cell.Line) { top.Put(0, "\u4e2da\u0308\u4e2dabcd"); bottom.Put(0, "e\u0301a\u0308bc") },
			[]string{"\u4e2da\u0308\u4e2dabcd", "e\u0301a\u0308bc"},
		},
		{
			func(top, bottom *cell.Line) { top.Put(0, "a\u4e2d \u6587abcd"); bottom.Put(reverse, "  ").Put(0, "xy") },
			[]string{"a\u4e2d \u6587abcd", "\x1b[7m  \x1b[mxy"},
		},
		{
			func(top, _ *cell.Line) { top.Put(0, "\u200d\u202ea\u0600\x1b[31mb\x9b") },
			[]string{"a[31mb\ufffd", ""},
		},
		{func(_, _ *cell.Line) {}, []string{"", ""}},
		{
			func(top, bottom *cell.Line) {
				top.Put(0, "x ").Area(3).Link("https://a.example/1").Put(0, 0, 0, "a b")
				top.Put(0, " c")
				bottom.Area(16).Link("https://a.example/2").Put(0, 0, 0, "y               ")
			},
			[]string{"x \x1b]8;id=a;https://a.example/1\x1b\\a b\x1b]8;;\x1b\\ c", "\x1b]8;id=a;https://a.example/2\x1b\\y\x1b]8;;\x1b\\"},
		},
		{
			func(top, bottom *cell.Line) {
				top.Put(0, "x ").Area(1).Link("https://a.example/3").Put(0, 0, 0, "a")
				top.Put(0, " b c")
				bottom.Put(0, "y")
			},
			[]string{"x \x1b]8;id=a;https://a.example/3\x1b\\a\x1b]8;;\x1b\\ b c", "y"},
		},
	}
	terminal, other := vt.NewEmulator(in.Width, in.Height), vt.NewEmulator(in.Width, in.Height)
	var shown *cell.Frame
	for i := range 3 * len(frames) {
		f := frames[i%len(frames)]
		next := cell.NewFrame(in.Width, in.Height)
		f.draw(next.Canvas().Line(0).Text(""), next.Canvas().Line(1).Text(""))
		_, _ = terminal.Write(Diff(shown, next))
		shown = next
		compare(t, terminal, printed(other, f.lines), in)
	}
}

func TestDiffOfEqualFrames(t *testing.T) {
	d := datatest.Embedded(t)
	in := at80x24()
	in.Links = true
	for _, at := range []place.Place{{}, {Card: place.SourceCard}, {Card: place.SearchCard, Query: "e\u0301 a\u0308"}} {
		if got := Diff(screen.Render(d, at, in).Frame, screen.Render(d, at, in).Frame); len(got) != 0 {
			t.Errorf("equal frames are %d bytes apart: %q", len(got), got)
		}
	}
}

// What lies between two changes is written again only where that is shorter than
// to go around it.
func TestDiffGoesAroundLongGlyphs(t *testing.T) {
	for between, again := range map[string]bool{"xyz": true, "e" + strings.Repeat("\u0301", 10): false, "\u4e2d\u6587": false} {
		draw := func(text string) *cell.Frame {
			f := cell.NewFrame(20, 1)
			f.Canvas().Put(0, 0, 0, text)
			return f
		}
		got := string(Diff(draw("a"+between+"b"), draw("c"+between+"d")))
		if strings.Contains(got, between) != again {
			t.Errorf("%q", got)
		}
	}
}
