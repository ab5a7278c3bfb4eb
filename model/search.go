package model

import (
	"cmp"
	"slices"
	"strings"

	"anhui-tui/model/pinyin"
	"anhui-tui/model/runes"
)

// FoundKind is what a search found.
type FoundKind uint8

// The kinds, in the order of equally good matches.
const (
	FoundCluster FoundKind = iota
	FoundIndicator
	FoundPerson
	FoundFigure
	FoundStatement
	FoundSource
	foundKindCount
)

// FoundKinds returns all kinds of what a search finds.
func FoundKinds() []FoundKind {
	all := make([]FoundKind, foundKindCount)
	for i := range all {
		all[i] = FoundKind(i) //nolint:gosec // i < foundKindCount
	}
	return all
}

// Found is one thing a search found; the ID is of the table of its kind.
type Found struct {
	Kind FoundKind
	ID   string
}

// maxQuery is how many words of a query count.
const maxQuery = 8

// Search finds what all words of the query match, the best match first, at
// most limit of them. Words match anywhere in a name, in either language, and
// by the first letters of its characters' pinyin (gf finds photovoltaics);
// figures match by id and by the number as printed or as shown in either
// language, statements and sources by their text and title. Case and full-width
// forms do not matter.
func (d *Dataset) Search(query string, limit int) []Found {
	fields := strings.Fields(strings.Map(runes.Fold, query))
	if len(fields) == 0 {
		return nil
	}
	words := make([]word, 0, maxQuery)
	for _, w := range fields[:min(len(fields), maxQuery)] {
		words = append(words, newWord(w))
	}
	var found []scored
	index := d.searchable()
	for i := range index {
		if score := index[i].score(words); score > noMatch {
			found = append(found, scored{index[i].Found, score})
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	out := make([]Found, 0, min(limit, len(found)))
	for _, f := range found[:cap(out)] {
		out = append(out, f.Found)
	}
	return out
}

type scored struct {
	Found
	score int
}

// How good a match of one word is. A word in a name counts more than one in
// other texts.
const (
	noMatch = 0
	inText  = 1 << iota
	byPinyin
	inName
	startsWord
	startsName
	wholeName
)

// score is how well all words match, noMatch if one of them does not.
func (r *searchRow) score(words []word) int {
	total := 0
	for _, w := range words {
		best := noMatch
		for i, n := range r.names {
			score := max(matchName(n.EN, w.text), matchName(n.ZH, w.text), matchPinyin(n.ZH, w.text))
			if i > 0 { // the first is its own, the others those of what it belongs to
				score = min(score, inText)
			}
			best = max(best, score)
		}
		if best == noMatch && (r.holds(w.text) || r.figure != nil && w.shows(r.figure)) {
			best = inText
		}
		if best == noMatch {
			return noMatch
		}
		total += best
	}
	return total
}

func (r *searchRow) holds(w string) bool {
	for _, t := range r.texts {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

func matchName(name, w string) int {
	at := strings.Index(name, w)
	switch {
	case at < 0:
		return noMatch
	case name == w:
		return wholeName
	case at == 0:
		return startsName
	case strings.Contains(name, " "+w):
		return startsWord
	}
	return inName
}

// Initials returns a name with the first letters of its characters' pinyin in
// their place: the order of Chinese lists, near enough.
func Initials(name string) string {
	return strings.Map(func(r rune) rune {
		if letter, ok := pinyin.Initial(r); ok {
			return letter
		}
		return runes.Fold(r)
	}, name)
}

// matchPinyin matches a word of two or more letters with consecutive
// characters.
func matchPinyin(name, w string) int {
	if len(w) < 2 || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
		return noMatch
	}
	characters := []rune(name)
	for from := 0; from+len(w) <= len(characters); from++ {
		if spells(characters[from:from+len(w)], w) {
			if from == 0 && len(characters) == len(w) {
				return startsName
			}
			return byPinyin
		}
	}
	return noMatch
}

func spells(name []rune, w string) bool {
	for i, r := range name {
		if r != rune(w[i]) && !pinyin.Begins(r, w[i]) {
			return false
		}
	}
	return true
}
