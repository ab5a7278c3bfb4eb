package sshd

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxForeign is how much of a foreign text is kept, in runes.
const maxForeign = 64

// Clean makes a foreign text safe to log and to show: one line of printable
// runes, no controls (C0, C1, DEL), no direction marks or other invisible
// formatting, no private use, no invalid UTF-8, at most 64 runes. What is not
// kept becomes a question mark, so that one sees that there was something.
//
// What a client says of itself goes to the log through it. What it types is
// cleaned by those who draw or print it.
func Clean(s string) string {
	var b strings.Builder
	n := 0
	for i, r := range s {
		if n == maxForeign {
			b.WriteString("...")
			break
		}
		if !safe(r, s[i:]) {
			r = '?'
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// safe reports whether r, with which rest begins, can be kept.
func safe(r rune, rest string) bool {
	if r == utf8.RuneError {
		if _, size := utf8.DecodeRuneInString(rest); size == 1 {
			return false
		}
	}
	// Graphic leaves out C (controls, format, surrogates, private use) and
	// the line and paragraph separators; of the rest, combining marks could
	// pile up on their neighbours.
	return r == ' ' || unicode.IsPrint(r) && !unicode.Is(unicode.M, r)
}
