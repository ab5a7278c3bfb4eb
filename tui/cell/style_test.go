package cell

import (
	"image/color"
	"slices"
	"strings"
	"sync"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// looks are all sets of attributes, in all kinds of colours.
func looks() []Look {
	colours := []color.Color{nil, ansi.Red, ansi.BrightRed, ansi.IndexedColor(3), ansi.IndexedColor(214), color.RGBA{1, 2, 3, 255}}
	all := append(make([]Look, 0, 128), Look{})
	for i := range Strikethrough << 1 {
		all = append(all, Look{Fg: colours[int(i)%6], Bg: colours[int(i/3)%6], Attrs: i})
	}
	for _, fg := range colours {
		for _, bg := range colours {
			all = append(all, Look{Fg: fg, Bg: bg})
		}
	}
	return all
}

// on is a look as a terminal has it.
func on(l Look) uv.Style {
	s := uv.Style{Fg: l.Fg, Bg: l.Bg}
	for bit, attr := range map[Attrs]uint8{
		Bold: uv.AttrBold, Faint: uv.AttrFaint, Italic: uv.AttrItalic, Reverse: uv.AttrReverse, Strikethrough: uv.AttrStrikethrough,
	} {
		if l.Attrs&bit != 0 {
			s.Attrs |= attr
		}
	}
	if l.Attrs&Underline != 0 {
		s.Underline = uv.UnderlineSingle
	}
	return s
}

func sameColour(a, b color.Color) bool {
	if a == nil || b == nil {
		return a == b
	}
	r, g, bl, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	return r == r2 && g == g2 && bl == b2
}

// A transition is what a terminal needs to get from one look to the other, and
// no longer than starting anew.
func TestTransition(t *testing.T) {
	terminal := vt.NewEmulator(2, 1)
	all := looks()
	for _, from := range all {
		for _, to := range all {
			if from == to {
				continue
			}
			turn := transition(from, to)
			_, _ = terminal.WriteString("\x1b[m\x1b[H" + transition(Look{}, from) + "a" + turn + "b")
			for x, want := range []uv.Style{on(from), on(to)} {
				got := terminal.CellAt(x, 0).Style
				if got.Attrs != want.Attrs || got.Underline != want.Underline || !sameColour(got.Fg, want.Fg) || !sameColour(got.Bg, want.Bg) {
					t.Fatalf("from %+v to %+v by %q: column %d is %+v, want %+v", from, to, turn, x, got, want)
				}
			}
			if anew := ansi.ResetStyle + transition(Look{}, to); len(turn) > len(anew) {
				t.Errorf("from %+v to %+v is %q, longer than %q", from, to, turn, anew)
			}
		}
	}
}

func TestTransitionsByHand(t *testing.T) {
	bold, faint, both := Look{Attrs: Bold}.Style(), Look{Attrs: Faint}.Style(), Look{Attrs: Bold | Faint}.Style()
	every := Look{Fg: ansi.Red, Bg: ansi.Green, Attrs: Bold | Faint | Italic | Underline | Reverse | Strikethrough}.Style()
	redOnGreen := Look{Fg: ansi.Red, Bg: ansi.Green}.Style()
	for _, test := range []struct {
		from, to Style
		want     string
	}{
		{0, 0, ""},
		{0, bold, "\x1b[1m"},
		{bold, 0, "\x1b[m"},
		{bold, faint, "\x1b[;2m"},
		{both, bold, "\x1b[;1m"},
		{every, redOnGreen, "\x1b[;31;42m"},
		{Look{Fg: ansi.Red}.Style(), redOnGreen, "\x1b[42m"},
	} {
		for range 2 { // found out, and remembered
			if got := Transition(test.from, test.to); got != test.want {
				t.Errorf("from %+v to %+v: %q, want %q", test.from.Look(), test.to.Look(), got, test.want)
			}
		}
	}
	codes := strings.Split(strings.TrimSuffix(strings.TrimPrefix(Transition(0, every), "\x1b["), "m"), ";")
	slices.Sort(codes)
	if want := []string{"1", "2", "3", "31", "4", "42", "7", "9"}; !slices.Equal(codes, want) {
		t.Errorf("%q, want the codes %q", Transition(0, every), want)
	}
}

func TestStylesAreNumbers(t *testing.T) {
	a, b := Look{Fg: ansi.Red, Attrs: Bold}, Look{Fg: ansi.Red, Attrs: Faint}
	number := a.Style()
	if a.Style() != number || number == b.Style() || a.Style().Look() != a || (Look{}).Style() != 0 {
		t.Errorf("%d and %d", a.Style(), b.Style())
	}
	for l, want := range map[Look]bool{
		{}: false, {Fg: ansi.Red}: false, {Attrs: Bold | Faint | Italic}: false,
		{Bg: ansi.Red}: true, {Attrs: Underline}: true, {Attrs: Reverse}: true, {Attrs: Strikethrough}: true,
	} {
		if l.Style().Shows() != want {
			t.Errorf("a space in %+v: %v", l, !want)
		}
	}
}

func TestOver(t *testing.T) {
	ground := Look{Fg: ansi.White, Bg: ansi.Black, Attrs: Underline}
	for _, test := range []struct{ over, under, want Look }{
		{Look{}, ground, ground},
		{ground, Look{}, ground},
		{ground, ground, ground},
		{Look{Fg: ansi.Red}, ground, Look{Fg: ansi.Red, Bg: ansi.Black, Attrs: Underline}},
		{Look{Bg: ansi.Blue, Attrs: Bold}, ground, Look{Fg: ansi.White, Bg: ansi.Blue, Attrs: Bold | Underline}},
		{Look{Attrs: Upright | Bold}, Look{Attrs: Reverse}, Look{Attrs: Bold}}, // is not reversed with its ground
		{Look{Attrs: Reverse | Bold}, Look{Attrs: Reverse}, Look{Attrs: Reverse | Bold}},
		{ground, Look{Fg: ansi.Red, Attrs: Bold}, Look{Fg: ansi.White, Bg: ansi.Black, Attrs: Bold | Underline}},
	} {
		for range 2 { // found out, and remembered
			if got := test.over.Style().Over(test.under.Style()).Look(); got != test.want {
				t.Errorf("%+v over %+v is %+v", test.over, test.under, got)
			}
		}
	}
}

// The table has room for so many styles; others look like the terminal's, and
// those there were stay as they are.
func TestStyleTableIsBounded(t *testing.T) {
	styles := newStyles()
	look := func(i int) Look { return Look{Fg: color.RGBA{uint8(i), uint8(i >> 8), 0, 255}} } //nolint:gosec // two bytes of it
	for i := range 2 * maxStyles {
		s := styles.number(look(i))
		if beyond := i+1 >= maxStyles; (s == 0) != beyond {
			t.Fatalf("style %d has number %d", i, s)
		}
	}
	if n := len(*styles.looks.Load()); n != maxStyles || len(styles.numbers) != maxStyles {
		t.Errorf("%d looks, %d numbers", n, len(styles.numbers))
	}
	for i := range maxStyles - 1 {
		if got := (*styles.looks.Load())[styles.number(look(i))/2]; got != look(i) {
			t.Fatalf("style %d is %+v", i, got)
		}
	}
}

// Viewers make styles at the same time, and look them up.
func TestStylesOfManyViewers(t *testing.T) {
	var wg sync.WaitGroup
	for viewer := range 4 {
		wg.Go(func() {
			for i := range 64 {
				l := Look{Fg: color.RGBA{9, uint8(i), uint8(viewer % 2), 255}, Attrs: Bold} //nolint:gosec // small
				ground := Look{Bg: color.RGBA{8, uint8(i % 4), 0, 255}}                     //nolint:gosec // small
				if got := l.Style().Over(ground.Style()).Look(); got != (Look{l.Fg, ground.Bg, Bold}) {
					t.Errorf("%+v over %+v is %+v", l, ground, got)
				}
				if got, want := Transition(ground.Style(), l.Style()), transition(ground, l); got != want {
					t.Errorf("from %+v to %+v by %q, not %q", ground, l, got, want)
				}
			}
		})
	}
	wg.Wait()
}
