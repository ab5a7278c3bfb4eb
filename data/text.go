package data

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"anhui-tui/model/runes"
)

// badCharacter describes the first character of s that could steer a terminal,
// is invisible, or changes the direction of text; "" if there is none.
func badCharacter(s string) string {
	for i := 0; i < len(s); {
		if s[i] >= ' ' && s[i] < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			return fmt.Sprintf("byte 0x%02X is not UTF-8; save the file as UTF-8", s[i])
		}
		switch class := runes.Of(r); {
		case r == 0:
			return "NUL character U+0000; remove it"
		case r == utf8.RuneError:
			return "replacement character U+FFFD; restore the original"
		case class != runes.Printable && class != runes.Space:
			return fmt.Sprintf("%v U+%04X; remove it", class, r)
		}
		i += size
	}
	return ""
}

// html returns the first HTML tag or entity in s, or "".
func html(s string) string {
	if i := strings.IndexByte(s, '<'); i >= 0 && i+1 < len(s) {
		if c := s[i+1]; c == '/' || c == '!' || isLetter(c) {
			return s[i:]
		}
	}
	_, after, found := strings.Cut(s, "&")
	for found {
		if name, _, ok := strings.Cut(after, ";"); ok && isEntity(name) {
			return "&" + name + ";"
		}
		_, after, found = strings.Cut(after, "&")
	}
	return ""
}

func isEntity(name string) bool {
	if len(name) < 2 || len(name) > 8 {
		return false
	}
	for _, c := range []byte(strings.TrimPrefix(name, "#")) {
		if !isLetter(c) && !isDigit(c) {
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// validDecimal reports whether s is a number in plain digits: 0, -1.5, 22000.
func validDecimal(s string) bool {
	whole, decimals, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if len(s) > 20 || !allDigits(whole) || (point && !allDigits(decimals)) {
		return false
	}
	return whole == "0" || whole[0] != '0'
}

func allDigits(s string) bool {
	for _, c := range []byte(s) {
		if !isDigit(c) {
			return false
		}
	}
	return s != ""
}

// wordCount returns the number of words in s, two Chinese characters counting
// as one, the usual length of a Chinese word.
func wordCount(s string) int {
	words, chinese, inWord := 0, 0, false
	for _, r := range s {
		switch {
		case runes.Han(r):
			chinese++
			inWord = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !inWord {
				words++
			}
			inWord = true
		case unicode.IsSpace(r):
			inWord = false
		}
	}
	return words + (chinese+1)/2
}
