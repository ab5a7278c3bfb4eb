package chart

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

const reset = "\x1b[m"

// Ink is a style reduced to what one run of cells needs: the escape sequence
// that turns it on. lipgloss.Style.Render takes about 3 µs and 12 allocations
// however short the text is, and a screen has hundreds of runs; with an Ink a
// run costs a few copied bytes. Make inks once, with the theme. The zero Ink
// draws text as it is.
type Ink struct {
	open   string
	ground bool // has a background colour: a space is visible in it
}

// NewInk returns the ink of s: its colours and attributes. Whatever concerns
// size and place (width, padding, borders, alignment) is left out.
func NewInk(s lipgloss.Style) Ink {
	var a ansi.Style
	if s.GetBold() {
		a = a.Bold()
	}
	if s.GetFaint() {
		a = a.Faint()
	}
	if s.GetItalic() {
		a = a.Italic(true)
	}
	if s.GetUnderline() {
		a = a.Underline(true)
	}
	if s.GetReverse() {
		a = a.Reverse(true)
	}
	if s.GetStrikethrough() {
		a = a.Strikethrough(true)
	}
	if c := s.GetForeground(); isColor(c) {
		a = a.ForegroundColor(c)
	}
	ground := isColor(s.GetBackground())
	if ground {
		a = a.BackgroundColor(s.GetBackground())
	}
	if len(a) == 0 {
		return Ink{}
	}
	return Ink{open: a.String(), ground: ground || s.GetReverse()}
}

func isColor(c color.Color) bool {
	_, none := c.(lipgloss.NoColor)
	return c != nil && !none
}

// Paint returns plain text in this ink.
func (k Ink) Paint(text string) string {
	if k.open == "" || text == "" {
		return text
	}
	return k.open + text + reset
}

// Over returns a line that may hold painted runs of its own with this ink
// under all of it, so that a selected row stays selected behind a gauge: where
// a run ends, the line falls back to this ink and not to the terminal's.
func (k Ink) Over(line string) string {
	if k.open == "" || line == "" {
		return line
	}
	if strings.Contains(line, "\x1b") {
		line = strings.ReplaceAll(line, "\x1b[0m", reset)
		line = strings.ReplaceAll(line, reset, reset+k.open)
	}
	return k.open + line + reset
}

// pen writes runs of cells: it changes the ink only where it differs.
type pen struct {
	b    strings.Builder
	open string
}

func (p *pen) put(k Ink, text string) {
	if k.open != p.open {
		if p.open != "" {
			p.b.WriteString(reset)
		}
		p.b.WriteString(k.open)
		p.open = k.open
	}
	p.b.WriteString(text)
}

// line ends the last run and returns what was written.
func (p *pen) line() string {
	p.put(Ink{}, "")
	return p.b.String()
}
