package verify

import (
	"context"
	"strings"
	"unicode/utf8"

	"anhui-tui/model/runes"
)

// nearest returns the part of the text that has the most pairs of neighbouring
// characters in common with words; from is not below to if that is less than
// a third of them. A window a little longer than the words is moved through
// the text, so it takes one pass and a table of fixed size. If the context ends
// the rest of the text is left out.
func (t folded) nearest(ctx context.Context, words string) (from, to int) {
	var need, have [1 << 16]int16
	pairs := 0
	previous := rune(0)
	for _, r := range words {
		if previous != 0 && pairs < 1<<10 {
			need[pair(previous, r)]++
			pairs++
		}
		previous = r
	}
	length := pairs + 1 + pairs/4
	common, best := 0, (pairs+2)/3-1
	var tail, runes int // where the window begins, and how many it holds
	previous = 0
	var left rune // the first character of the window
	walk := pace{ctx: ctx}
	for head, r := range t.text {
		if walk.ended(head) {
			break
		}
		if runes == 0 {
			left = r
		} else {
			p := pair(previous, r)
			if have[p] < need[p] {
				common++
			}
			have[p]++
		}
		previous = r
		runes++
		if runes > length {
			tail += utf8.RuneLen(left)
			second, _ := utf8.DecodeRuneInString(t.text[tail:])
			p := pair(left, second)
			have[p]--
			if have[p] < need[p] {
				common--
			}
			left = second
			runes--
		}
		if common > best {
			best, from, to = common, tail, head+utf8.RuneLen(r)
		}
	}
	return from, to
}

// pair is a table index for two neighbouring characters. Different pairs may
// share one; that makes a passage look a little nearer than it is.
func pair(a, b rune) uint16 {
	return uint16(uint32(a)*31 + uint32(b)) //nolint:gosec // a hash: what is cut off does not matter
}

// around is how many characters of the text a passage shows on either side,
// and maxPassage how many bytes of the text it is made of at most: between two
// characters of the folded text there may be megabytes that cannot be seen.
const (
	around     = 16
	maxPassage = 4 << 10
)

// passage is the original text of a part of the folded one, with a little on
// either side, as one line without anything that could steer a terminal.
func (t folded) passage(text string, from, to int) string {
	begin, end := int(t.at[from]), len(text)
	if to < len(t.at) {
		end = int(t.at[to])
	}
	if end > begin+maxPassage {
		for end = begin + maxPassage; end > begin && !utf8.RuneStart(text[end]); {
			end--
		}
	}
	last := end
	for range around {
		_, size := utf8.DecodeLastRuneInString(text[:begin])
		begin -= size
		_, size = utf8.DecodeRuneInString(text[end:])
		end += size
	}
	// Whole words, where there are spaces to tell them by.
	if i := strings.IndexAny(text[begin:t.at[from]], " \n"); begin > 0 && i >= 0 {
		begin += i + 1
	}
	if i := strings.LastIndexAny(text[last:end], " \n"); end < len(text) && i >= 0 {
		end = last + i
	}
	return strings.Join(strings.Fields(runes.Line(text[begin:end])), " ")
}
