package text

import (
	"strings"
	"sync"
)

// signs are the non-ASCII characters drawn and written beside letters and
// digits, each followed by its ASCII replacement.
//
// In what is drawn beside figures a sign means one thing, as the glyphs do: ~ is
// about and nothing else, \ text that goes on, # what is claimed, @ the thumb of a
// scroll bar, and * what was read in a copy.
const signs = `·-–-—-‘'’'“"”"…\≈~×x²2≥>≤<↑^↓v←<→>` + // of words
	`│|┃@─-━=▌=▐}█#▏_╭+╮+╰+╯+` + // of frames
	`▒:╍:╸=▸>»+║H○o●O◆x■%◢&◌~▴^▾v▲^▼v┈-┊|` // of charts

// Plain returns a replacer of all signs in a finished line by ASCII, each by a
// single character, so that the layout is kept.
func Plain() *strings.Replacer { return plain() }

// PlainRune returns the ASCII replacement of a sign, other characters
// unchanged.
func PlainRune(r rune) rune {
	if to, ok := plainRunes()[r]; ok {
		return to
	}
	return r
}

// PlainWords returns a replacer of the signs in text not yet laid out by ASCII
// of the same meaning, which may be wider.
func PlainWords() *strings.Replacer { return plainWords() }

//nolint:gochecknoglobals // constants that take code to make
var (
	plain      = sync.OnceValue(func() *strings.Replacer { return newPlain() })
	plainRunes = sync.OnceValue(func() map[rune]rune {
		all, pairs := map[rune]rune{}, []rune(signs)
		for i := 0; i < len(pairs); i += 2 {
			all[pairs[i]] = pairs[i+1]
		}
		return all
	})
	plainWords = sync.OnceValue(func() *strings.Replacer { return newPlain("≥", ">=", "≤", "<=", "…", "...") })
)

// newPlain returns a replacer of all signs, those in pairs by their own
// replacements.
func newPlain(pairs ...string) *strings.Replacer {
	all := strings.Split(signs, "")
	return strings.NewReplacer(append(pairs, all...)...)
}
