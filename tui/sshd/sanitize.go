package sshd

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxForeign is the length at which Clean cuts a text, in runes.
const maxForeign = 64

// Clean returns s made safe to log and to show: one line of at most 64 printable
// runes, without controls (C0, C1, DEL), direction marks and other invisible
// formatting, combining marks, private use and invalid UTF-8. Each rune that is
// not kept becomes a question mark; "..." marks a cut.
//
// It is for what clients say about themselves. What they type is cleaned where it
// is drawn or printed.
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

// safe reports whether r is kept; rest begins with it.
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
