package model

import (
	"cmp"
	"slices"
	"strings"

	"anhui-tui/model/pinyin"
	"anhui-tui/model/runes"
)

// FoundKind is the kind of a search result.
type FoundKind uint8

// The kinds of results, in the order of equally good matches.
const (
	FoundCluster FoundKind = iota
	FoundIndicator
	FoundPerson
	FoundFigure
	FoundStatement
	FoundSource
	foundKindCount
)

// FoundKinds returns all kinds of results, in the order of the constants.
func FoundKinds() []FoundKind {
	all := make([]FoundKind, foundKindCount)
	for i := range all {
		all[i] = FoundKind(i) //nolint:gosec // i < foundKindCount
	}
	return all
}

// Found is a search result; ID is the id in the table of its kind.
type Found struct {
	Kind FoundKind
	ID   string
}

// maxQuery is the number of query words considered.
const maxQuery = 8

// Search returns at most limit results that match every word of the query, the
// best first. A word matches anywhere in a name, in either language or as
// pinyin initials (gf for photovoltaics); in the id of a figure and its number
// as printed or as shown in either language; and in the text of statements and
// the titles of sources. Case and full-width forms are ignored.
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

// The score of one word: a match in a name counts more than one in other text.
const (
	noMatch = 0
	inText  = 1 << iota
	byPinyin
	inName
	startsWord
	startsName
	wholeName
)

// score returns how well the words match the row, noMatch if any of them does
// not.
func (r *searchRow) score(words []word) int {
	total := 0
	for _, w := range words {
		best := noMatch
		for i, n := range r.names {
			score := max(matchName(n.EN, w.text), matchName(n.ZH, w.text), matchPinyin(r.sounds[i], w.letters))
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

// Initials returns name with Chinese characters replaced by the first letters
// of their pinyin, as a key that approximates the order of Chinese lists.
func Initials(name string) string {
	return strings.Map(func(r rune) rune {
		if letter, ok := pinyin.Initial(r); ok {
			return letter
		}
		return runes.Fold(r)
	}, name)
}

// matchPinyin returns the score of the letters of a word as initials of
// consecutive characters of a name. A word has two of them or more.
func matchPinyin(name, letters []pinyin.Letters) int {
	if len(letters) < 2 {
		return noMatch
	}
	for from := 0; from+len(letters) <= len(name); from++ {
		if !spells(name[from:], letters) {
			continue
		}
		if from == 0 && len(name) == len(letters) {
			return startsName
		}
		return byPinyin
	}
	return noMatch
}

func spells(name, letters []pinyin.Letters) bool {
	for i, letter := range letters {
		if name[i]&letter == 0 {
			return false
		}
	}
	return true
}

// soundsOf returns the initials of each character of a folded name.
func soundsOf(name string) []pinyin.Letters {
	sounds := make([]pinyin.Letters, 0, len(name)/3)
	for _, r := range name {
		sounds = append(sounds, pinyin.Of(r))
	}
	return sounds
}
