package verify

import (
	"context"
	"strings"
	"unicode/utf8"

	"anhui-tui/model/runes"
)

// nearest returns the window of the text that shares the most pairs of
// neighbouring characters with words; from >= to if it shares fewer than a
// third of them. It takes one pass with a table of fixed size, and stops early
// if ctx is cancelled.
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

// pair returns a table index for two neighbouring characters. Different pairs
// may share one, which makes a passage look slightly nearer than it is.
func pair(a, b rune) uint16 {
	return uint16(uint32(a)*31 + uint32(b)) //nolint:gosec // a hash: what is cut off does not matter
}

// around is the number of characters shown on either side of a passage, and
// maxPassage its largest size in bytes of the original, which may have
// megabytes of invisible characters between two of the folded text.
const (
	around     = 16
	maxPassage = 4 << 10
)

// passage returns the original text of a part of the folded one, with some
// context on either side, as one line that is safe to print.
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
