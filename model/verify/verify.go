package verify

import (
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
// time in proportion to the length of the text times the number of items.
func Text(text string, items []Item) []Finding {
	t := fold(text)
	lines := lineCounter{text: text, line: 1}
	findings := make([]Finding, 0, len(items))
	missing := 0
	for _, item := range items {
		f := Finding{Item: item}
		at := -1
		for _, words := range item.Words {
			if at = t.find(words, item.Year); at >= 0 {
				f.Held, f.As = true, words
				break
			}
		}
		if at < 0 && missing < maxNearest {
			missing++
			var from, to int
			if from, to = t.nearest(foldWords(item.Words[0])); from < to {
				at = from
				f.Nearest = t.passage(text, from, to)
			}
		}
		if at >= 0 {
			f.Line = lines.at(int(t.at[at]))
		}
		findings = append(findings, f)
	}
	return findings
}

// find returns where words stand in the text, -1 if they do not. Words in which
// something is left out, which three dots say, stand there if their parts do,
// close to one another. Of a date without its year, another year must not stand
// beside it.
func (t folded) find(words, year string) int {
	const near = 200 // bytes
	parts := strings.FieldsFunc(foldWords(words), func(r rune) bool { return r == leftOut })
	if len(parts) == 0 {
		return -1
	}
	for from := 0; ; {
		begin, end := t.next(parts[0], from)
		if begin < 0 {
			return -1
		}
		whole := !t.otherYear(begin, end, year)
		for _, part := range parts[1:] {
			at, to := t.next(part, end)
			whole, end = whole && at >= 0 && at-end <= near, to
		}
		if whole {
			return begin
		}
		_, size := utf8.DecodeRuneInString(t.text[begin:])
		from = begin + size
	}
}

// next returns where words stand from an offset on, -1 if they do not. Words
// that begin or end within a word or a number do not count: 7 does not stand in
// 57, 296 not in 296.74, and third not in thirds.
func (t folded) next(words string, from int) (begin, end int) {
	for words != "" && from >= 0 {
		i := strings.Index(t.text[from:], words)
		if i < 0 {
			break
		}
		begin, end = from+i, from+i+len(words)
		if !t.goesOn(begin) && !t.goesOn(end) && !t.joined(begin) {
			return begin, end
		}
		_, size := utf8.DecodeRuneInString(t.text[begin:])
		from = begin + size
	}
	return -1, -1
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
