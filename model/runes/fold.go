package runes

import "unicode"

// Narrow returns the ASCII character for a full-width letter, digit, sign or
// space and for the Chinese full stop, all of which a Chinese input method
// sends; any other character as it is.
func Narrow(r rune) rune {
	switch {
	case r < 0x3000:
		return r
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xff01 + '!'
	case r == 0x3000:
		return ' '
	case r == '\u3002', r == '\uff61': // the second is half as wide
		return '.'
	}
	return r
}

// Fold returns the one form in which characters are compared: narrow, and in
// lower case.
func Fold(r rune) rune {
	if r = Narrow(r); r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	} else if r < 0x80 {
		return r
	}
	return unicode.ToLower(r)
}

// Han reports whether a character is a Chinese one.
func Han(r rune) bool { return r >= 0x2e80 && unicode.Is(unicode.Han, r) }

// EastAsian reports whether a character is of a script that is written without
// spaces, or of its punctuation: lines may break beside it.
func EastAsian(r rune) bool { return r >= 0x2e80 && r < 0xffe8 }
