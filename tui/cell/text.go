package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model/runes"
)

// token measures the character s begins with, as a reader sees it: with its
// combining marks, 1 or 2 cells wide. n is its length in bytes; ok is false where
// s begins with something that must not reach a screen: see clean. s is valid
// UTF-8 and not empty.
//
// The common cases are decided here, because asking x/ansi costs 22 ns a
// character and every text of a screen is measured. A fuzz test holds both
// together.
func token(s string) (n, width int, ok bool) {
	c := s[0]
	switch {
	case c < ' ' || c == 0x7f:
		return 1, 0, false
	case c < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf):
		return 1, 1, true
	}
	r, size := utf8.DecodeRuneInString(s)
	if width = plainWidth(r); width > 0 && !mayJoin(s[size:]) {
		return size, width, true
	}
	if class := runes.Of(r); class != runes.Printable && class != runes.Space || joinsNext(r) || joinsPrevious(r) {
		return size, 0, false
	}
	cluster, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return len(cluster), width, width > 0
}

// number returns the glyph of a character, which is made one of the frame's if
// it is made of several runes.
func (f *Frame) number(text string, width int) Glyph {
	if r, n := utf8.DecodeRuneInString(text); n == len(text) {
		return Glyph(r) //nolint:gosec // a rune
	}
	return f.glyph(text, width)
}

// plainWidth is the width of the characters that make up most of a screen and
// never join the character before or after them; 0 for all others.
func plainWidth(r rune) int {
	switch {
	case r < 0x7f:
		if r >= ' ' {
			return 1
		}
	case r >= 0x4e00: // Han, full-width forms
		if r <= 0x9fff || r >= 0xff01 && r <= 0xff60 {
			return 2
		}
	case r >= 0xb0 && r <= 0x2af: // Latin letters, the middle dot
		return 1
	case r >= 0x2010 && r <= 0x2027: // dashes, quotation marks, the ellipsis
		return 1
	case r >= 0x2190 && r <= 0x2193, r >= 0x2200 && r <= 0x22ff: // arrows, mathematical signs
		return 1
	case r >= 0x2500 && r <= 0x25cf: // lines, blocks, shapes without those that can be emoji
		if r != 0x25aa && r != 0x25ab && r != 0x25b6 && r != 0x25c0 {
			return 1
		}
	case r >= 0x2801 && r <= 0x28ff: // braille
		return 1
	case r >= 0x3001 && r <= 0x3020: // Chinese punctuation
		return 2
	}
	return 0
}

// joinsNext reports whether r makes one character with whatever follows it,
// even a space (grapheme break property Prepend): with such a character at its
// end a line could not be filled up.
func joinsNext(r rune) bool {
	switch r {
	case 0x0d4e, 0x111c2, 0x111c3, 0x113d1, 0x1193f, 0x11941, 0x11d46, 0x11f02:
		return true
	}
	return r >= 0x11a84 && r <= 0x11a89 || r >= 0x600 && unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// joinsPrevious reports whether r makes one character with whatever precedes
// it, even a space: at the beginning of a text it would take a cell away from
// what the text is put behind.
func joinsPrevious(r rune) bool {
	if r < 0x300 || plainWidth(r) > 0 {
		return false
	}
	if unicode.Is(unicode.M, r) {
		return true
	}
	if r >= 0x2010 && r <= 0xa66e { // punctuation, symbols, Kana: of these only marks do
		return false
	}
	after := utf8.AppendRune(append(make([]byte, 0, 1+utf8.UTFMax), 'a'), r)
	first, _ := ansi.FirstGraphemeCluster(after, ansi.GraphemeWidth)
	return len(first) > 1
}

func mayJoin(rest string) bool {
	if rest == "" || rest[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return plainWidth(r) == 0
}

// clean makes s a single line: white space becomes a space, and bytes that are
// no UTF-8 become U+FFFD. Other control characters and sequences go, and so do
// invisible ones (direction marks, variation selectors without a character).
func clean(s string) string {
	s = strings.ToValidUTF8(s, string(utf8.RuneError))
	var b strings.Builder
	for s != "" {
		n, _, ok := token(s)
		switch {
		case ok:
			b.WriteString(s[:n])
		case s[0] >= '\t' && s[0] <= '\r':
			b.WriteByte(' ')
		}
		s = s[max(n, 1):]
	}
	return b.String()
}

// measure returns the width of s in cells; false if s must be cleaned first.
func measure(s string) (int, bool) {
	width, last, lastWidth := 0, 0, 0
	for at, r := range s {
		w := 1
		if r < ' ' || r > '~' {
			w = plainWidth(r)
		}
		if w == 0 { // it may join the last one
			rest, ok := measureAny(s[last:])
			return width - lastWidth + rest, ok
		}
		width, last, lastWidth = width+w, at, w
	}
	return width, true
}

// measureAny is measure of what may begin with any character.
func measureAny(s string) (int, bool) {
	if !utf8.ValidString(s) {
		return 0, false
	}
	width := 0
	for s != "" {
		n, w, ok := token(s)
		if !ok {
			return 0, false
		}
		width += w
		s = s[n:]
	}
	return width, true
}

// tidy returns s, cleaned if it must be, and its width.
func tidy(s string) (string, int) {
	w, ok := measure(s)
	if !ok {
		s = clean(s)
		w, _ = measure(s)
	}
	return s, w
}

// Width returns how many cells s takes on a line.
func Width(s string) int {
	_, w := tidy(s)
	return w
}

// Truncate returns s in at most w cells; what does not fit is replaced by the
// tail.
func Truncate(s string, w int, tail string) string {
	s, have := tidy(s)
	if have <= w {
		return s
	}
	if w <= 0 {
		return ""
	}
	tail, tw := tidy(tail)
	if tw > w {
		tail, tw = "", 0
	}
	s, _ = cut(s, w-tw)
	return s + tail
}

// Fit returns s in exactly w cells, cut or filled up with spaces at the right.
// Of a wide character that is cut in half a space is left.
func Fit(s string, w int) string {
	s, have := cut(s, w)
	return s + spaces(w-have)
}

// FitRight returns s in exactly w cells, filled up with spaces at the left, or
// cut at the right.
func FitRight(s string, w int) string {
	if tidied, have := tidy(s); have < w {
		return spaces(w-have) + tidied
	}
	return Fit(s, w)
}

// cut returns the characters of s that are whole within w cells, and how many
// they take.
func cut(s string, w int) (string, int) {
	s, have := tidy(s)
	if have <= w {
		return s, have
	}
	n := 0
	for have = 0; n < len(s); {
		size, width, _ := token(s[n:])
		if have+width > w {
			break
		}
		n, have = n+size, have+width
	}
	return s[:n], have
}

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }
