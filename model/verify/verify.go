package verify

import (
	"context"
	"strings"
	"unicode/utf8"
)

// Finding is the result of looking for an item.
type Finding struct {
	Item
	Held bool
	As   string // the form of the item that was found
	Line int    // of the item, or of the nearest passage, from 1; 0 if there is neither
	// Nearest is the passage most similar to a missing item, as one line; "" if
	// none is similar.
	Nearest string
}

// maxNearest is the number of missing items for which the nearest passage is
// searched, each in one pass over the text.
const maxNearest = 100

// Text returns a finding for each of the items in text. It takes time
// proportional to the length of the text times the number of items, and returns
// the error of ctx soon after it is cancelled.
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
		// Findings in a part of the text say nothing about the whole.
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

// stride is the number of bytes processed between checks of the context.
const stride = 4 << 10

// pace checks a context at intervals of stride.
type pace struct {
	ctx  context.Context
	next int // offset of the next check
}

// ended reports whether the context is cancelled, checking it if the offset at
// has reached the next check.
func (p *pace) ended(at int) bool {
	if at < p.next {
		return false
	}
	p.next = at + stride
	return p.ctx.Err() != nil
}

// find returns the offset of words, or -1. An ellipsis in words matches a gap
// of up to near bytes. A date without a year does not match beside a year other
// than the given one.
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
				return -1 // nor does it match after any later match of the others
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

// part is a sequence of words on its way through a text. It only moves forward,
// so that all seeks together take one pass.
type part struct {
	words      string
	begin, end int // of the last match; -1 before the first seek
	pace       pace
}

// seek moves to the first match at or after the offset from, which must not
// decrease between calls, and reports whether there is one. Matches that begin
// or end inside a word or a number do not count: 7 does not match in 57, 296
// not in 296.74, third not in thirds.
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
		if !t.insideWord(p.begin) && !t.insideWord(p.end) && !t.hyphenated(p.begin) {
			return true
		}
		_, size := utf8.DecodeRuneInString(t.text[p.begin:])
		from = p.begin + size
	}
	return false
}

// lineCounter returns the line numbers of offsets, fast if they ascend.
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
