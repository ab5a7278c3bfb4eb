package screen

import (
	"slices"
	"strings"
	"unicode"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
)

// mostHits returns the first of the texts with the most of the words of a query in it.
func mostHits(words []string, texts ...string) string {
	hits := func(text string) int {
		n, folded := 0, model.Folded(text)
		for _, w := range words {
			if strings.Contains(folded, w) {
				n++
			}
		}
		return n
	}
	return slices.MaxFunc(texts, func(a, b string) int { return hits(a) - hits(b) })
}

// inWords returns which characters of a folded text belong to a word of a query.
func inWords(folded []rune, words []string) []bool {
	marks := make([]bool, len(folded))
	for _, word := range words {
		w := []rune(word)
		for i := 0; i+len(w) <= len(folded); i++ {
			if slices.Equal(folded[i:i+len(w)], w) {
				for j := range w {
					marks[i+j] = true
				}
			}
		}
	}
	return marks
}

// putHits draws a text in exactly w cells, with the words of a query in it in another
// style. What is too long is cut between words, so that the first of those of the query
// is seen with what is around it.
func putHits(l *cell.Line, plain, hit cell.Style, text string, words []string, w int) {
	excerptOf(text, words, w).put(l, plain, hit, w)
}

// excerpt is the part of a text that is seen: its characters, and which of them belong to
// words of a query.
type excerpt struct {
	shown       []rune
	marks       []bool
	cut, goesOn bool // whether there is more before it, and after it
}

// excerptOf returns of a text what w cells hold, with a mark of a cell where it is cut.
func excerptOf(text string, words []string, w int) excerpt {
	all := []rune(text)
	marks := inWords([]rune(model.Folded(text)), words)
	from, to := 0, len(all)
	switch {
	case cell.Width(text) <= w:
	case w < 2: // for the mark, if for that
		to = 0
	default:
		from, to = bounds(all, marks, w)
	}
	return excerpt{all[from:to], marks[from:to], from > 0, to < len(all)}
}

// width is how many cells the excerpt takes.
func (e excerpt) width() int {
	n := cell.Width(string(e.shown))
	for _, cut := range []bool{e.cut, e.goesOn} {
		if cut {
			n++
		}
	}
	return n
}

// put draws the excerpt in exactly w cells.
func (e excerpt) put(l *cell.Line, plain, hit cell.Style, w int) {
	on := l.Area(w).Text("")
	if e.cut {
		on.Put(plain, moreGlyph)
	}
	for i := 0; i < len(e.shown); {
		j := i + 1
		for j < len(e.shown) && e.marks[j] == e.marks[i] {
			j++
		}
		style := plain
		if e.marks[i] {
			style = hit
		}
		on.Put(style, string(e.shown[i:j]))
		i = j
	}
	if e.goesOn {
		on.Put(plain, moreGlyph)
	}
	on.To(plain, w)
}

// bounds returns which characters of a text that is too long are shown in w cells: its
// beginning or, if the first that are marked are beyond, these in the second half.
func bounds(all []rune, marks []bool, w int) (from, to int) {
	before := make([]int, len(all)+1) // cells before each character
	for i := range all {              // which may be wider with the one before it
		one := max(0, i-1)
		before[i+1] = before[i] + cell.Width(string(all[one:i+1])) - cell.Width(string(all[one:i]))
	}
	width := func(from, to int) int { return before[to] - before[from] }
	first := max(0, slices.Index(marks, true))
	last := first
	for last < len(all) && marks[last] {
		last++
	}
	if width(0, last)+1 > w {
		for from = first; from > 0 && (width(from-1, last)+2 <= w*2/3 || width(from-1, len(all))+1 <= w); {
			from--
		}
		word := from
		for cutsWord(all, word) {
			word--
		}
		if width(word, last)+2 <= w {
			from = word
		}
		for from < first && (cutsWord(all, from) || all[from] == ' ') {
			from++
		}
	}
	room := w - 1 // for the mark at the end
	if from > 0 {
		room--
		if width(from, len(all)) <= room+1 {
			return from, len(all)
		}
	}
	for to = from; to < len(all) && width(from, to+1) <= room; {
		to++
	}
	cut := to
	for cut > last && cutsWord(all, cut) {
		cut--
	}
	if cut > from && !cutsWord(all, cut) { // else a word is longer than there is room
		to = cut
	}
	for to > max(from, last) && all[to-1] == ' ' {
		to--
	}
	return from, to
}

// cutsWord reports whether a text that is cut before a character is cut within a word, or
// within a number. Chinese is cut anywhere.
func cutsWord(all []rune, i int) bool {
	within := func(r rune) bool {
		return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r) || strings.ContainsRune(".,'\u2019-%", r)
	}
	return i > 0 && i < len(all) && within(all[i-1]) && within(all[i])
}
