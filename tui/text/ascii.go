package text

import (
	"strings"
	"sync"
)

// signs are all characters that are drawn and written beside letters and
// digits, each followed by the ASCII character that is drawn in its place by
// those whose terminal has no other.
const signs = `·-–-—-‘'’'“"”"…~≈~×x²2≥>≤<↑^↓v←<→>` + // of words
	`│|┃#─-█#▏_╭+╮+╰+╯+` + // of frames
	`▒:▸>»+║H○o●*◆x■#◢@◌~▴^▾v┈-┊|` // of charts

// Plain returns what replaces all signs in a finished line by ASCII: every one
// by a single character, so that nothing moves.
func Plain() *strings.Replacer { return plain() }

// PlainRune returns the ASCII character that is drawn in place of a sign; any
// other as it is.
func PlainRune(r rune) rune {
	if to, ok := plainRunes()[r]; ok {
		return to
	}
	return r
}

// PlainWords returns what replaces the signs of words that are not laid out
// yet by ASCII that says as much: some get wider.
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

// newPlain returns a replacer of all signs, those of the pairs by what they say.
func newPlain(pairs ...string) *strings.Replacer {
	all := strings.Split(signs, "")
	return strings.NewReplacer(append(pairs, all...)...)
}
