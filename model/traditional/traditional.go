// Package traditional provides the simplified forms of traditional Chinese
// characters, so that either finds the other.
package traditional

import (
	_ "embed"
	"sync"
)

// The table has pairs of characters of the block CJK Unified Ideographs, the
// traditional one first, in its order, 32 pairs a line. It is made of the
// dictionary of github.com/longbridgeapp/opencc (Apache-2.0), which has one for
// each character by itself.
//
//go:generate go run -C testdata/generate . ../../pairs.txt
//go:embed pairs.txt
var pairs string

const first, last = 0x4e00, 0x9fff

// forms is built on first use, as most runs need none of it.
//
//nolint:gochecknoglobals // a constant that takes code to make
var forms = sync.OnceValue(newForms)

func newForms() *[last - first + 1]uint16 {
	var all [last - first + 1]uint16
	from := rune(0)
	for _, r := range pairs {
		switch {
		case r == '\n':
		case from == 0:
			from = r
		default:
			all[from-first], from = uint16(r), 0 //nolint:gosec // of the block
		}
	}
	return &all
}

// Simplified returns the simplified form of a traditional character; other
// characters unchanged. A character with several has its most common one.
func Simplified(r rune) rune {
	if r < first || r > last {
		return r
	}
	if s := forms()[r-first]; s != 0 {
		return rune(s)
	}
	return r
}
