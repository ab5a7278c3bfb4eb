package verify

import (
	"strings"
	"unicode"
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
			if at = t.find(foldWords(words)); at >= 0 {
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

// find returns where words stand in the text, -1 if they do not. Words that
// begin or end with a letter or a digit must not go on: 7 does not stand in
// 57, 296 not in 296.74, and third not in thirds.
func (t folded) find(words string) int {
	if words == "" {
		return -1
	}
	for from := 0; ; {
		i := strings.Index(t.text[from:], words)
		if i < 0 {
			return -1
		}
		begin := from + i
		end := begin + len(words)
		if !t.goesOn(begin) && !t.goesOn(end) {
			return begin
		}
		_, size := utf8.DecodeRuneInString(t.text[begin:])
		from = begin + size
	}
}

// goesOn reports whether a word or a number goes on over a boundary of two
// characters.
func (t folded) goesOn(at int) bool {
	before, size := utf8.DecodeLastRuneInString(t.text[:at])
	after, next := utf8.DecodeRuneInString(t.text[at:])
	if at == 0 || at == len(t.text) {
		return false
	}
	switch {
	case letter(before) && letter(after), digit(before) && digit(after):
		return true
	case digit(before) && (after == '.' || after == ','):
		r, _ := utf8.DecodeRuneInString(t.text[at+next:])
		return digit(r)
	case (before == '.' || before == ',') && digit(after):
		r, _ := utf8.DecodeLastRuneInString(t.text[:at-size])
		return digit(r)
	}
	return false
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// letter reports whether r is part of a word that is set off by spaces.
func letter(r rune) bool { return unicode.IsLetter(r) && !chinese(r) }

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
