package verify

import (
	"context"
	"strings"
	"unicode/utf8"

	"anhui-tui/model/runes"
)

// folded is a text in the one form that texts and words are compared in:
//
//   - lower case;
//   - full-width letters, digits and signs as their ASCII ones, and the
//     Chinese full stop as a dot;
//   - a run of dashes of any kind as one "-", of waves as one "~";
//   - quotation marks of any kind as straight ones;
//   - a run of white space as one space, and as none beside a Chinese
//     character, between a digit and a letter or percent sign, and where a line
//     was broken after a hyphen or within a number;
//   - a space that does not break a line, between digits, as the comma of a
//     number;
//   - characters that cannot be seen left out.
//
// Traditional and simplified characters stay different: which of them a
// source prints is part of what it prints.
type folded struct {
	text string
	// at is, for each byte of text, the offset of its character in the original.
	at []uint32
}

// fold returns s folded, or only its beginning if ctx is cancelled. s must be
// shorter than 4 GiB.
func fold(ctx context.Context, s string) folded {
	f := folder{}
	f.out.Grow(len(s))
	f.at = make([]uint32, 0, len(s))
	walk := pace{ctx: ctx}
	for i, r := range s {
		if walk.ended(i) {
			break
		}
		f.add(uint32(i), r) //nolint:gosec // see above
	}
	return folded{f.out.String(), f.at}
}

// foldWords returns the folded text of s.
func foldWords(s string) string { return fold(context.Background(), s).text }

type folder struct {
	out   strings.Builder
	at    []uint32
	last  rune // written last
	prior rune // written before it
	space bool // white space came since
	line  bool // which had the end of a line in it
	tight bool // which was one space that does not break a line
	where uint32
}

func (f *folder) add(at uint32, r rune) {
	was := r
	r = foldRune(r)
	switch {
	case r == 0:
		return
	case r == ' ':
		f.tight = !f.space && strings.ContainsRune("\u00a0\u2007\u2009\u202f", was)
		f.line = f.line && f.space || was == '\n'
		if !f.space {
			f.space, f.where = true, at
		}
		return
	case (r == '-' || r == '~') && r == f.last && !f.space:
		return
	}
	if f.space {
		f.space = false
		switch {
		case f.tight && digit(f.last) && digit(r):
			f.write(f.where, ',')
		case f.spaced(r):
			f.write(f.where, ' ')
		}
	}
	f.write(at, r)
}

// spaced reports whether the white space between the last character and r is
// significant.
func (f *folder) spaced(r rune) bool {
	switch last := f.last; {
	case last == 0, runes.Han(last), runes.Han(r):
		return false
	case digit(last) && (letter(r) || r == '%'), letter(last) && digit(r):
		return false
	case f.line && last == '-' && letter(r) && letter(f.prior):
		return false
	case f.line && (last == ',' || last == '.') && digit(f.prior) && digit(r):
		return false
	}
	return true
}

func (f *folder) write(at uint32, r rune) {
	before := f.out.Len()
	f.out.WriteRune(r)
	for range f.out.Len() - before {
		f.at = append(f.at, at)
	}
	f.prior, f.last = f.last, r
}

// foldRune returns the character that stands for r: a space for white space, 0
// for invisible characters.
func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		switch {
		case r == '`':
			return '\''
		case r == ' ' || r >= '\t' && r <= '\r':
			return ' '
		case r < ' ' || r == 0x7f:
			return 0
		}
		return runes.Fold(r)
	}
	if narrow := runes.Narrow(r); narrow != r {
		return foldRune(narrow)
	}
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '─', '━':
		return '-'
	case '〜', '∼':
		return '~'
	case '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '〝', '〞', '〟', '″':
		return '"'
	case '‘', '’', '‚', '‛', '′', 'ʼ':
		return '\''
	case '﹪', '٪':
		return '%'
	case '‧', '•', '・', '･', '∙', '⋅':
		return '·'
	}
	switch runes.Of(r) {
	case runes.Space, runes.Break, runes.Separator:
		return ' '
	case runes.Control, runes.Direction, runes.Invisible:
		return 0
	case runes.Printable, runes.Unknown:
	}
	return runes.Fold(r)
}
