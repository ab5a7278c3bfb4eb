package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model/runes"
)

// token measures the first indivisible piece of s: an escape sequence (width
// 0, esc true) or a character as the reader sees it, with its combining marks
// (width 1 or 2 cells). n is its length in bytes; ok is false where s
// starts with something that must not reach a screen: see clean. s is valid
// UTF-8 and not empty.
//
// The common cases are decided here, because asking x/ansi costs 22 ns a
// character and every cell of a screen is measured more than once. A fuzz
// test holds both together.
func token(s string) (n, width int, esc, ok bool) {
	c := s[0]
	switch {
	case c == 0x1b:
		n = escape(s)
		return n, 0, true, n > 0
	case c < ' ' || c == 0x7f:
		return 1, 0, false, false
	case c < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf):
		return 1, 1, false, true
	}
	r, size := utf8.DecodeRuneInString(s)
	if width = plainWidth(r); width > 0 && !mayJoin(s[size:]) {
		return size, width, false, true
	}
	if class := runes.Of(r); class != runes.Printable && class != runes.Space || joinsNext(r) || joinsPrevious(r) {
		return size, 0, false, false
	}
	cluster, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return len(cluster), width, false, width > 0
}

// plainWidth is the width of the characters that make up most of a screen and
// never join the character before them; 0 for all others.
func plainWidth(r rune) int {
	switch {
	case r >= ' ' && r < 0x7f:
		return 1
	case r >= 0x2500 && r <= 0x259f, r >= 0x2801 && r <= 0x28ff: // lines, blocks, braille
		return 1
	case r >= 0x4e00 && r <= 0x9fff, r >= 0xff01 && r <= 0xff60: // Han, full-width forms
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
	return r >= 0x300 && (unicode.Is(unicode.M, r) || r == 0xff9e || r == 0xff9f || r >= 0x1f3fb && r <= 0x1f3ff)
}

func mayJoin(rest string) bool {
	if rest == "" || rest[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return plainWidth(r) == 0
}

// escape returns the length of the colour (CSI ... m) or hyperlink (OSC 8)
// sequence that s starts with, 0 if it is neither: nothing else has a place
// inside a line, and half a sequence would swallow the text after it.
func escape(s string) int {
	switch {
	case strings.HasPrefix(s, "\x1b["):
		for i := 2; i < len(s); i++ {
			if c := s[i]; c == 'm' {
				return i + 1
			} else if (c < '0' || c > '9') && c != ';' && c != ':' {
				return 0
			}
		}
	case strings.HasPrefix(s, "\x1b]8;"):
		for i := 4; i < len(s); i++ {
			switch c := s[i]; {
			case c == 0x07:
				return i + 1
			case c == 0x1b && strings.HasPrefix(s[i:], "\x1b\\"):
				return i + 2
			case c < ' ' || c >= 0x7f:
				return 0
			}
		}
	}
	return 0
}

// clean makes s a single line: white space becomes a space, and bytes that are
// no UTF-8 become U+FFFD. Other control characters and sequences go, and so do
// invisible ones (direction marks, variation selectors without a character).
func clean(s string) string {
	s = strings.ToValidUTF8(s, string(utf8.RuneError))
	var b strings.Builder
	for s != "" {
		n, _, _, ok := token(s)
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
	if !utf8.ValidString(s) {
		return 0, false
	}
	width := 0
	for s != "" {
		if n := plain(s); n > 0 {
			width += n
			s = s[n:]
			continue
		}
		n, w, _, ok := token(s)
		if !ok {
			return 0, false
		}
		width += w
		s = s[n:]
	}
	return width, true
}

// plain returns how many characters of ASCII s begins with, without the last
// one if something may be combined with it.
func plain(s string) int {
	n := 0
	for n < len(s) && s[n] >= ' ' && s[n] < 0x7f {
		n++
	}
	if n < len(s) && s[n] >= utf8.RuneSelf {
		n--
	}
	return n
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

// Width returns how many cells s takes on a line; colours and links take none.
func Width(s string) int {
	_, w := tidy(s)
	return w
}
