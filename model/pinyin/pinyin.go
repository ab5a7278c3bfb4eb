// Package pinyin provides the initial letters of the readings of Chinese
// characters, in Hanyu Pinyin without tones.
package pinyin

import (
	_ "embed"
	"sync"
)

// The table has all 20,992 characters of the block CJK Unified Ideographs, in
// their order, 64 a line: for each the first letters of its readings, the most
// common reading first, the last letter a capital; a dot if none is known. It
// is made of the readings that github.com/mozillazg/go-pinyin (MIT) has.
//
//go:generate go run -C testdata/generate . ../../initials.txt
//go:embed initials.txt
var initials string

const first, last = 0x4e00, 0x9fff

// entry is the letters of one character: bit 0 for a, and from bit 26 on the
// letter of the most common reading.
type entry uint32

const letterBits = 1<<26 - 1

// entries is built on first use, as most runs need none of it.
//
//nolint:gochecknoglobals // a constant that takes code to make
var entries = sync.OnceValue(newEntries)

func newEntries() *[last - first + 1]entry {
	var all [last - first + 1]entry
	n := 0
	for i := range len(initials) {
		letter := initials[i] | 0x20 // lower case
		switch c := initials[i]; {
		case c == '\n':
			continue
		case letter >= 'a' && letter <= 'z':
			if all[n] == 0 {
				all[n] = entry(letter-'a') << 26
			}
			all[n] |= 1 << (letter - 'a')
			if c == letter { // more follow
				continue
			}
		}
		n++
	}
	return &all
}

func entryOf(r rune) entry {
	if r == 0x3007 { // the round zero, which reads like the other
		r = 0x96f6
	}
	if r < first || r > last {
		return 0
	}
	return entries()[r-first]
}

// Initial returns the first letter of the most common reading of r; false if r
// is not a Chinese character, or a very rare one.
func Initial(r rune) (rune, bool) {
	e := entryOf(r)
	return 'a' + rune(e>>26), e != 0
}

// Letters are letters from a to z, as bits.
type Letters uint32

// Of returns the letters that readings of a character begin with; of a letter from
// a to z that letter.
func Of(r rune) Letters {
	if r >= 'a' && r <= 'z' {
		return 1 << (r - 'a')
	}
	return Letters(entryOf(r) & letterBits)
}
