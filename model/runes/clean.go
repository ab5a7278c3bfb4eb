// Package runes cleans foreign text for screens and logs, and folds characters
// that compare equal.
//
// Foreign text is any text not written in this program: rows of a dataset,
// typed and pasted input, file names, and everything a client sends.
package runes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class is the effect of a character when printed.
type Class uint8

// The classes. Only Printable and Space may reach a screen.
const (
	Printable Class = iota
	Space           // a space other than U+0020: no-break, ideographic and so on
	Break           // a tab, or the end of a line
	Control         // may steer a terminal
	Direction       // changes the direction of the text around it
	Separator       // U+2028 and U+2029, of lines and paragraphs
	Invisible       // has no visible form
	Unknown         // private use or unassigned
)

// String returns the name of the class for a message.
func (c Class) String() string {
	return [...]string{
		"character", "space", "control character", "control character", "character that changes the direction of text",
		"line separator", "invisible character", "character without a meaning",
	}[c]
}

// Of returns the class of r.
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

// Line returns s as one line for a screen: tabs and line ends become spaces,
// invalid UTF-8 becomes U+FFFD, and characters that are neither printable nor
// spaces are removed.
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

// Typed returns s as typed into a field of at most limit characters: one line,
// with plain spaces, and none at the beginning.
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
// characters, so that Typed returns it unchanged.
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

// maxLogged is the number of characters of a text in a log.
const maxLogged = 64

// Logged returns s for a log: one line of at most 64 printable characters.
// Other characters, and combining marks, become question marks.
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
