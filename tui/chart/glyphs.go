package chart

import (
	"sync"

	words "anhui-tui/tui/text"
)

// Glyphs are the characters a chart is drawn with, one cell each unless said
// otherwise. Legends take them from here, so that they show what is drawn.
type Glyphs struct {
	Full   string   // claimed
	Parts  []string // of Full, in equal steps: 1/8 to 7/8; empty: whole cells only
	Hatch  string   // compatible with the claim
	Soft   string   // the same where the claim is bounded above
	Arrow  string   // nothing bounds the claim
	Beyond string   // goes on beyond the end of the scale
	Track  string   // rest of the scale, where no background colour shows it
	Mark   string   // what one of several sources says
	Marks  string   // what several of them say within one cell
	Hollow string   // a target
	Gap    string   // a year nobody states
	Left   string   // before a gauge, may be empty
	Right  string   // after a gauge, may be empty
	Levels []string // sparkline heights from lowest to highest
	Tail   string   // stands for text that was cut

	GridStep int    // cells from one Grid to the next
	Grid     string // line of an axis tick
	Break    string // change of method
	Braille  bool   // lines and points are braille dots, 2×4 a cell; else lines are 1×2 of . and '

	// Points of charts not in braille.
	Points []string // a stated value, one shape a series
	Approx string   // an approximate value
	Above  string   // at least this
	Below  string   // at most this
}

// Unicode returns the glyphs of a terminal with a Unicode font. Its lists are
// shared and read-only.
func Unicode() Glyphs { return unicode() }

func newUnicode() Glyphs {
	return Glyphs{
		Full:     "█",
		Parts:    []string{"▏", "▎", "▍", "▌", "▋", "▊", "▉"},
		Hatch:    "▒",
		Soft:     "▒",
		Arrow:    "▸",
		Beyond:   "»",
		Track:    "·",
		Mark:     "│",
		Marks:    "║",
		Hollow:   "○",
		Gap:      "·",
		Levels:   []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		Tail:     "…",
		Points:   []string{"●", "◆", "■", "◢"},
		Approx:   "◌",
		Above:    "▴",
		Below:    "▾",
		Grid:     "┈",
		GridStep: 1,
		Break:    "┊",
		Braille:  true,
	}
}

// Thin returns the glyphs with those of a gauge lower than a line, so that the
// gauges of rows without a line between them don't run into one another.
func (g Glyphs) Thin() Glyphs {
	if len(g.Parts) > 0 {
		g.Full, g.Parts, g.Hatch, g.Soft, g.Track = "━", []string{"╸"}, "╍", "╍", "─"
	}
	return g
}

// ASCII returns glyphs that every terminal, pipe and screen reader has: what is
// written in ASCII for those of [Unicode], but for what is told apart by more
// than a glyph there.
func ASCII() Glyphs { return ascii() }

//nolint:gochecknoglobals // a constant that takes code to make
var unicode = sync.OnceValue(newUnicode)

//nolint:gochecknoglobals // a constant that takes code to make
var ascii = sync.OnceValue(func() Glyphs {
	g, plain := newUnicode(), words.Plain()
	for _, glyph := range []*string{
		&g.Full, &g.Hatch, &g.Arrow, &g.Beyond, &g.Mark, &g.Marks, &g.Hollow, &g.Tail, &g.Approx, &g.Above, &g.Below, &g.Grid, &g.Break,
		&g.Points[0], &g.Points[1], &g.Points[2], &g.Points[3],
	} {
		*glyph = plain.Replace(*glyph)
	}
	g.Parts, g.Levels = nil, []string{"_", "-", `"`, g.Full}
	g.Soft, g.Track, g.Gap, g.Left, g.Right = g.Hatch, ".", ".", "[", "]"
	g.GridStep, g.Braille = 4, false
	return g
})
