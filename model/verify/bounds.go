package verify

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"anhui-tui/model/runes"
)

// leftOut marks an ellipsis in words of the source.
const leftOut = '\u2026'

// insideWord reports whether the offset is inside a word or a number.
func (t folded) insideWord(at int) bool {
	if at == 0 || at == len(t.text) {
		return false
	}
	before, size := utf8.DecodeLastRuneInString(t.text[:at])
	after, next := utf8.DecodeRuneInString(t.text[at:])
	switch {
	case letter(before) && letter(after), digit(before) && digit(after), numeral(before) && numeral(after):
		return true
	case digit(before):
		beyond, _ := utf8.DecodeRuneInString(t.text[at+next:])
		return numberPunct(after) && digit(beyond) || numeral(after)
	case digit(after):
		beyond, _ := utf8.DecodeLastRuneInString(t.text[:at-size])
		return numberPunct(before) && digit(beyond)
	}
	return false
}

// hyphenated reports whether the words at the offset are joined to what
// precedes them by a hyphen (third in twenty-third), or have a minus sign.
func (t folded) hyphenated(at int) bool {
	before, ok := strings.CutSuffix(t.text[:at], "-")
	if !ok {
		return false
	}
	first, _ := utf8.DecodeRuneInString(t.text[at:])
	last, _ := utf8.DecodeLastRuneInString(before)
	return letter(first) && letter(last) || digit(first) && (before == "" || last == ' ' || last == '(')
}

// otherYear reports whether a date has a year beside it that is not the given
// one.
func (t folded) otherYear(begin, end int, year string) bool {
	if year == "" || strings.Contains(t.text[begin:end], year) {
		return false
	}
	after := strings.TrimLeft(t.text[end:], ", ")
	if n := digits(after); n == len(year) && after[:n] != year {
		return true
	}
	before := strings.TrimSuffix(strings.TrimRight(t.text[:begin], " "), yearMark)
	if len(before) < len(year) || len(before) == len(strings.TrimRight(t.text[:begin], " ")) {
		return false
	}
	last := before[len(before)-len(year):]
	return digits(last) == len(year) && last != year
}

// digits returns the number of digits at the beginning of s.
func digits(s string) int {
	return len(s) - len(strings.TrimLeft(s, "0123456789"))
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// numberPunct reports whether r occurs between the digits of a number, a
// fraction, a ratio or a date.
func numberPunct(r rune) bool { return strings.ContainsRune(".,'/:", r) }

// numeral reports whether r is a Chinese digit, or a power of ten.
func numeral(r rune) bool {
	return r >= 0x2e80 && strings.ContainsRune("\u96f6\u3007\u4e00\u4e8c\u4e24\u5169\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"+
		"\u5341\u767e\u5343\u4e07\u842c\u4ebf\u5104", r)
}

// letter reports whether r is part of a word separated by spaces.
func letter(r rune) bool { return unicode.IsLetter(r) && !runes.Han(r) }
