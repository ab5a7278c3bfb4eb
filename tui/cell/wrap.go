package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"anhui-tui/model/runes"
)

// Wrap breaks a text into lines of at most w cells: at spaces, and beside
// Chinese characters unless the next line would begin with a mark that closes,
// this one end with one that opens, or a number lose its unit. A word longer
// than a line is broken anywhere.
func Wrap(text string, w int) []string {
	if w < 1 || text == "" {
		return nil
	}
	var lines []string
	for s := range strings.SplitSeq(text, "\n") {
		s, width := tidy(s)
		if s = strings.Trim(s, " "); width <= w {
			lines = append(lines, s)
			continue
		}
		lines = wrapLine(lines, s, w)
	}
	return lines
}

// wrapLine adds the lines of s, which are all parts of it.
func wrapLine(lines []string, s string, w int) []string {
	from, to, width := 0, 0, 0 // the line so far
	for at := 0; at < len(s); at = to {
		begin := len(s) - len(strings.TrimLeft(s[at:], " "))
		n, cells := piece(s[begin:])
		if n == 0 {
			break
		}
		if to > from && width+begin-at+cells > w {
			lines = append(lines, s[from:to])
			to = from
		}
		if to == from {
			from, at, width = begin, begin, 0
		}
		width += begin - at + cells
		to = begin + n
		for width > w {
			n, cells := head(s[from:to], w)
			if from+n == to {
				break
			}
			lines = append(lines, s[from:from+n])
			from, width = from+n, width-cells
		}
	}
	return append(lines, s[from:to])
}

// piece returns the length and the width of what s begins with that stays on
// one line.
func piece(s string) (n, cells int) {
	var last rune
	for n < len(s) {
		size, width, _ := token(s[n:])
		r, _ := utf8.DecodeRuneInString(s[n:])
		if r == ' ' || last > 0 && breaks(last, r) {
			break
		}
		last = r
		n, cells = n+size, cells+width
	}
	return n, cells
}

// head returns the length and the width of the beginning of s that fits on a
// line: at least one character, however narrow the line.
func head(s string, w int) (n, cells int) {
	for n < len(s) {
		size, width, _ := token(s[n:])
		if cells > 0 && cells+width > w {
			break
		}
		n, cells = n+size, cells+width
	}
	return n, cells
}

// breaks reports whether a line may end between two characters of a text.
func breaks(a, b rune) bool {
	const first, last = 0x4e00, 0x9fff // of the Chinese characters
	switch {
	case a >= first && a <= last && b >= first && b <= last: // most
		return true
	case !runes.EastAsian(a) && !runes.EastAsian(b):
		return false
	case unicode.In(a, unicode.Ps, unicode.Pi), unicode.In(b, unicode.Pe, unicode.Pf, unicode.Po):
		return false
	}
	return a < '0' || a > '9'
}
