package text_test

import (
	"testing"
	"unicode/utf8"

	"anhui-tui/tui/chart"
	"anhui-tui/tui/text"
)

// In ASCII every line stays as wide as it is, and nothing of what is drawn
// stays what a plain terminal lacks.
func TestPlain(t *testing.T) {
	g := chart.Unicode()
	glyphs := append([]string{
		g.Full, g.Hatch, g.Soft, g.Arrow, g.Beyond, g.Track, g.Mark, g.Marks, g.Hollow, g.Tail, g.Approx, g.Above, g.Below, g.Grid, g.Break,
		"≈", "≥", "≤", "–", "—", "“", "”", "‘", "’", "↑", "↓", "←", "→", "×", "²", "─", "╭", "╮", "╰", "╯", "┃", "▏",
	}, g.Points...)
	for _, glyph := range glyphs {
		if got := text.Plain().Replace(glyph); len(got) != 1 || utf8.RuneCountInString(glyph) != 1 || got[0] <= ' ' || got[0] > '~' {
			t.Errorf("%s is drawn as %q", glyph, got)
		}
	}
	if got := text.PlainWords().Replace("≥ 3 · ≤ 4 … “x”"); got != `>= 3 - <= 4 ... "x"` {
		t.Errorf("words: %s", got)
	}
	if got, a := text.Plain().Replace("\u5b89\u5fbd é"), "\u5b89\u5fbd é"; got != a {
		t.Errorf("%s became %s", a, got)
	}
}
