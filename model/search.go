package model

import (
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
	index := d.searchable()
	scores := index.scores(words)
	var places [maxQuery*wholeName + 1]int // of the next row of each score among what is found
	for _, score := range scores {
		places[score]++
	}
	found := 0
	for score := len(places) - 1; score > noMatch; score-- {
		places[score], found = found, found+places[score]
	}
	out := make([]Found, max(0, min(limit, found)))
	for i, score := range scores {
		if score == noMatch {
			continue
		}
		if at := places[score]; at < len(out) {
			out[at] = index.rows[i].Found
		}
		places[score]++
	}
	return out
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

// scores returns how well the words match each row, noMatch where any of them does
// not.
func (x *searchIndex) scores(words []word) []uint16 {
	total := make([]uint16, len(x.rows))
	names := make([]uint16, len(x.names))
	for n, w := range words {
		for i := range x.names {
			names[i] = x.names[i].score(&w)
		}
		for i := range x.rows {
			if n > 0 && total[i] == noMatch {
				continue
			}
			if score := x.rows[i].score(&w, names); score > noMatch {
				total[i] += score
			} else {
				total[i] = noMatch
			}
		}
	}
	return total
}

// score returns how well a word matches the row, of names with the given scores.
func (r *searchRow) score(w *word, names []uint16) uint16 {
	best := uint16(noMatch)
	for i, name := range r.names {
		score := names[name]
		if i > 0 { // the first is its own, the others those of what it belongs to
			score = min(score, inText)
		}
		best = max(best, score)
	}
	if best == noMatch && (r.text.holds(w) || r.figure != nil && w.shows(r.figure)) {
		best = inText
	}
	return best
}

func (n *searchName) score(w *word) uint16 {
	return max(matchName(n.en, w), matchName(n.zh, w), matchPinyin(n.sounds, w.letters))
}

// holds reports whether the word is in the text.
func (t *searchText) holds(w *word) bool {
	return w.pairs&^t.pairs == 0 && strings.Contains(t.text, w.text)
}

func matchName(name searchText, w *word) uint16 {
	switch {
	case !name.holds(w):
		return noMatch
	case name.text == w.text:
		return wholeName
	case strings.HasPrefix(name.text, w.text):
		return startsName
	case strings.Contains(name.text, " "+w.text):
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
func matchPinyin(name, letters []pinyin.Letters) uint16 {
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
