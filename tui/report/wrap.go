package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"anhui-tui/tui/chart"
)

// wrap breaks a text into lines of at most w cells, at spaces and between
// Chinese characters, but not before their punctuation. What cannot be broken
// is longer.
func wrap(s string, w int) []string {
	var lines []string
	var line strings.Builder
	width := 0
	for s != "" {
		space := len(s) - len(strings.TrimLeft(s, " "))
		n := unbreakable(s[space:])
		piece := s[space : space+n]
		s = s[space+n:]
		cells := chart.Width(piece)
		gapped := min(space, 1)
		if width > 0 && width+gapped+cells > w {
			lines = append(lines, line.String())
			line.Reset()
			width = 0
		}
		if width > 0 && gapped > 0 {
			line.WriteByte(' ')
			width++
		}
		line.WriteString(piece)
		width += cells
	}
	return append(lines, line.String())
}

// unbreakable is the length of what s begins with that stays on one line: a
// word, or a Chinese character, and the punctuation after it.
func unbreakable(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r == ' ' || n > 0 && wide(r) && !closing(r) {
			break
		}
		n += size
		if next, _ := utf8.DecodeRuneInString(s[n:]); wide(r) && !closing(next) {
			break
		}
	}
	return n
}

func wide(r rune) bool { return r >= 0x2e80 && r < 0xffe8 }

// closing reports whether r does not begin a line.
func closing(r rune) bool {
	return r >= 0x2018 && (unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune("，。、；：！？％", r))
}
