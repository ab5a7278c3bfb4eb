// Package runes says which characters of foreign text may reach a screen or a
// log, and which characters count as the same.
//
// Foreign is all text that is not the program's own: rows of a dataset, what a
// viewer types or pastes, names of files, what a client says of itself.
package runes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class is what a character does where it is printed.
type Class uint8

// The classes. Only what is printable and spaces may reach a screen.
const (
	Printable Class = iota
	Space           // a space other than U+0020: of no break, of the width of a Chinese character
	Break           // a tab, or the end of a line
	Control         // may steer a terminal
	Direction       // turns the text around it
	Separator       // of lines and paragraphs
	Invisible       // cannot be seen
	Unknown         // means nothing that all readers agree on: private use, unassigned
)

// String returns what the class is called in a message.
func (c Class) String() string {
	return [...]string{
		"character", "space", "control character", "control character", "character that changes the direction of text",
		"line separator", "invisible character", "character without a meaning",
	}[c]
}

// Of returns the class of a character.
func Of(r rune) Class {
	switch {
	case r >= ' ' && r < 0x7f, r >= 0x4e00 && r < 0xa000, r > 0x3000 && r < 0x3030, r > 0xff00 && r < 0xff5f:
		return Printable // ASCII, Chinese characters and punctuation: most of all text
	case r >= '\t' && r <= '\r', r == 0x85:
		return Break
	case unicode.IsControl(r):
		return Control
	case r > 0xa0 && r < 0x100 && r != 0xad, r >= 0x2010 && r <= 0x2027, r >= 0x2190 && r < 0x2427, r >= 0x2500 && r < 0x2600:
		return Printable // letters with marks, punctuation, signs, lines
	case unicode.Is(unicode.Bidi_Control, r):
		return Direction
	case unicode.In(r, unicode.Zl, unicode.Zp):
		return Separator
	case unicode.Is(unicode.Zs, r):
		return Space
	case unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
		return Invisible
	case !unicode.IsPrint(r):
		return Unknown
	}
	return Printable
}

// Line returns a text as one line for a screen: tabs and the ends of lines are
// spaces, bytes that are no UTF-8 become U+FFFD, and what is neither printable
// nor a space is left out.
func Line(s string) string {
	return strings.Map(func(r rune) rune {
		switch Of(r) {
		case Printable, Space:
			return r
		case Break, Separator:
			return ' '
		case Control, Direction, Invisible, Unknown:
		}
		return -1
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}

// Typed returns a text as it is typed into a field of at most limit
// characters: one line, with plain spaces, and none at its beginning.
func Typed(s string, limit int) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n == limit {
			break
		}
		class := Of(r)
		if class == Space || class == Break || class == Separator {
			r, class = ' ', Printable
		}
		if class == Printable && (n > 0 || r != ' ') {
			b.WriteRune(r)
			n++
		}
	}
	return b.String()
}

// IsTyped reports whether s can have been typed into a field of at most limit
// characters.
func IsTyped(s string, limit int) bool {
	if !utf8.ValidString(s) || utf8.RuneCountInString(s) > limit {
		return false
	}
	for _, r := range s {
		if Of(r) != Printable {
			return false
		}
	}
	return true
}

// maxLogged is how many characters of a text are logged.
const maxLogged = 64

// Logged returns a foreign text for a log: at most 64 printable characters on
// one line. Every other, and every mark that would pile up on its neighbour,
// becomes a question mark, so that one sees that there was something.
func Logged(s string) string {
	var b strings.Builder
	n := 0
	for i, r := range s {
		if n == maxLogged {
			b.WriteString("...")
			break
		}
		if Of(r) != Printable || unicode.Is(unicode.M, r) || r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd") {
			r = '?'
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}
