package screen

import (
	"slices"
	"strings"

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
// style. If they are beyond, the text is cut before them.
func putHits(l *cell.Line, plain, hit cell.Style, text string, words []string, w int) {
	folded := model.Folded(text)
	if !slices.ContainsFunc(words, func(word string) bool { return word != "" && strings.Contains(folded, word) }) {
		l.Cell(plain, text, w)
		return
	}
	all, marks, end := []rune(text), inWords([]rune(folded), words), l.X()+w
	first := slices.Index(marks, true)
	last := first
	for last < len(all) && marks[last] {
		last++
	}
	from := 0
	if cell.Width(text) > w && cell.Width(string(all[:last]))+1 > w {
		from = first
		for from > 0 && (cell.Width(string(all[from-1:last])) <= w*2/3 || cell.Width(string(all[from-1:])) < w) {
			from--
		}
	}
	if from > 0 {
		l.Put(plain, moreGlyph)
	}
	room := func() int { return max(0, end-l.X()) }
	for from < len(all) && room() > 0 {
		to := from + 1
		for to < len(all) && marks[to] == marks[from] {
			to++
		}
		run, style := string(all[from:to]), plain
		if marks[from] {
			style = hit
		}
		if to < len(all) && cell.Width(run) == room() { // something follows
			run += " "
		}
		l.Put(style, cell.Truncate(run, room(), moreGlyph))
		from = to
	}
	l.To(plain, end)
}
