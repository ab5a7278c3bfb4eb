package runes

import "unicode"

// Narrow returns the ASCII character of a full-width letter, digit, sign or
// space, or of the Chinese full stop, as Chinese input methods send them; other
// characters unchanged.
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

// Fold returns the form of r for comparison: narrow and lower case.
func Fold(r rune) rune {
	if r = Narrow(r); r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	} else if r < 0x80 {
		return r
	}
	return unicode.ToLower(r)
}

// Han reports whether r is a Chinese character.
func Han(r rune) bool { return r >= 0x2e80 && unicode.Is(unicode.Han, r) }

// EastAsian reports whether r belongs to a script written without spaces, or is
// its punctuation, so that a line may break beside it.
func EastAsian(r rune) bool { return r >= 0x2e80 && r < 0xffe8 }
