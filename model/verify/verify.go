package verify

import (
	"context"
	"strings"
	"unicode/utf8"
)

// Finding says whether a text holds an item.
type Finding struct {
	Item
	Held bool
	As   string // the one of the item's words that was found
	Line int    // where it begins, or the nearest passage does, from 1; 0: nowhere
	// Nearest is the passage of the text most like the item's words, if those
	// are missing and anything is like them; one line of it.
	Nearest string
}

// maxNearest bounds for how many missing items the nearest passage is looked
// for, each of which takes a walk through the text.
const maxNearest = 100

// Text looks for items in a text and returns a finding for each. It takes
// time in proportion to the length of the text times the number of items, and
// returns the context's error soon after the context has ended.
func Text(ctx context.Context, text string, items []Item) ([]Finding, error) {
	t := fold(ctx, text)
	lines := lineCounter{text: text, line: 1}
	findings := make([]Finding, 0, len(items))
	missing := 0
	for _, item := range items {
		f := Finding{Item: item}
		at := -1
		for _, words := range item.Words {
			if at = t.find(ctx, words, item.Year); at >= 0 {
				f.Held, f.As = true, words
				break
			}
		}
		if at < 0 && missing < maxNearest {
			missing++
			var from, to int
			if from, to = t.nearest(ctx, foldWords(item.Words[0])); from < to {
				at = from
				f.Nearest = t.passage(text, from, to)
			}
		}
		// What was found in a part of the text says nothing about the whole.
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if at >= 0 {
			f.Line = lines.at(int(t.at[at]))
		}
		findings = append(findings, f)
	}
	return findings, nil
}

// stride is how many bytes of a text are gone through between two looks at
// the context.
const stride = 4 << 10

// pace looks at a context on the way through a text.
type pace struct {
	ctx  context.Context
	next int // the offset of the next look
}

// ended reports whether the walk, which has come to an offset, is to end.
func (p *pace) ended(at int) bool {
	if at < p.next {
		return false
	}
	p.next = at + stride
	return p.ctx.Err() != nil
}

// find returns the offset of words in the text, or -1. Words in which
// something is left out, which three dots say, stand there if their parts do,
// each at most near bytes after the one before. Of a date without its year,
// another year must not stand beside it.
func (t folded) find(ctx context.Context, words, year string) int {
	const near = 200
	split := strings.FieldsFunc(foldWords(words), func(r rune) bool { return r == leftOut })
	if len(split) == 0 {
		return -1
	}
	parts := make([]part, len(split))
	for i := range parts {
		parts[i] = part{words: split[i], begin: -1, pace: pace{ctx: ctx}}
	}
	first := &parts[0]
	for from := 0; ; {
		if !first.seek(t, from) {
			return -1
		}
		whole, end := !t.otherYear(first.begin, first.end, year), first.end
		for i := range parts[1:] {
			p := &parts[1+i]
			if !p.seek(t, end) {
				return -1 // nor does it stand after any later place of the others
			}
			whole, end = whole && p.begin-end <= near, p.end
		}
		if whole {
			return first.begin
		}
		_, size := utf8.DecodeRuneInString(t.text[first.begin:])
		from = first.begin + size
	}
}

// part is some words on their way through a text. It only ever goes on, so
// that however often it is asked for, the text is walked through once.
type part struct {
	words      string
	begin, end int // where it stands; -1 before the first seek
	pace       pace
}

// seek goes to the first place at or after an offset where the words stand,
// and reports whether there is one. The offset is not below that of the seek
// before. Words that begin or end within a word or a number do not count: 7
// does not stand in 57, 296 not in 296.74, and third not in thirds.
func (p *part) seek(t folded, from int) bool {
	if p.begin >= from {
		return true
	}
	for from < len(t.text) && !p.pace.ended(from) {
		next := min(from+stride, len(t.text))
		i := strings.Index(t.text[from:min(next+len(p.words)-1, len(t.text))], p.words)
		if i < 0 {
			from = next
			continue
		}
		p.begin, p.end = from+i, from+i+len(p.words)
		if !t.goesOn(p.begin) && !t.goesOn(p.end) && !t.joined(p.begin) {
			return true
		}
		_, size := utf8.DecodeRuneInString(t.text[p.begin:])
		from = p.begin + size
	}
	return false
}

// lineCounter tells the lines of offsets, quickly if they are asked for in
// order.
type lineCounter struct {
	text   string
	offset int
	line   int
}

func (c *lineCounter) at(offset int) int {
	if offset < c.offset {
		c.offset, c.line = 0, 1
	}
	c.line += strings.Count(c.text[c.offset:offset], "\n")
	c.offset = offset
	return c.line
}
