package model

import (
	"cmp"
	"slices"
	"strings"

	"anhui-tui/model/pinyin"
	"anhui-tui/model/runes"
	"anhui-tui/model/traditional"
)

// FoundKind is the kind of a search result.
type FoundKind uint8

// The kinds of results, in the order of equally good matches.
const (
	FoundCluster FoundKind = iota
	FoundPlace
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

// find returns the results of a search, and how many there are without a limit.
func (d *Dataset) find(query string, limit int) (found []Found, all int) {
	chosen, texts := d.chosen(query)
	if len(texts) == 0 && len(chosen.words) == 0 {
		return nil, 0
	}
	index := d.search()
	scores := index.scores(newWords(texts, index.units), chosen)
	defer index.scored(scores)
	return index.best(*scores, limit)
}

// Chooses reports whether a query asks for figures only, by what is so of them.
func Chooses(query string) bool { return slices.ContainsFunc(typedWords(query), chooses) }

// searchForm returns the form of a character that is searched.
func searchForm(r rune) rune { return traditional.Simplified(runes.Fold(r)) }

// Folded returns a text in the form that is searched, which has as many characters.
func Folded(s string) string { return strings.Map(searchForm, s) }

// FoldedWords returns the words of a query in the form that is searched, without the
// signs around a number, and no more of them than are considered.
func FoldedWords(query string) []string {
	words := typedWords(query)
	for i, w := range words {
		words[i] = trimmed(Folded(w))
	}
	return words
}

// trimmed returns a folded word without the signs around it.
func trimmed(word string) string { return cmp.Or(strings.Trim(word, signs), word) }

// best returns at most limit of the rows with a score, the best first and sources
// last, and how many have one.
func (x *searchIndex) best(scores []uint16, limit int) (out []Found, all int) {
	out, all = x.appendBest(nil, scores[:x.sources], 0, limit)
	out, sources := x.appendBest(out, scores[x.sources:], x.sources, limit-len(out))
	return out, all + sources
}

// appendBest appends at most limit of the rows with a score, the best first, and
// returns how many have one. The first score is that of a row.
func (x *searchIndex) appendBest(out []Found, scores []uint16, first, limit int) (_ []Found, all int) {
	var places [maxQuery*wholeName + 1]int // of the next row of each score among what is found
	for _, score := range scores {
		places[score]++
	}
	for score := len(places) - 1; score > noMatch; score-- {
		places[score], all = all, all+places[score]
	}
	before := len(out)
	out = append(out, make([]Found, max(0, min(limit, all)))...)
	for i, score := range scores {
		if score == noMatch {
			continue
		}
		if at := before + places[score]; at < len(out) {
			out[at] = x.rows[first+i].Found
		}
		places[score]++
	}
	return out, all
}

// The score of one word: a match in a name counts more than one in other text.
const (
	noMatch = 0
	related = 1               // of a figure: in the name of what it belongs to; never all words
	inPart  = 1 << (iota - 1) // a number within a longer one, or rounded to it
	inText
	byPinyin // or a figure's period, the whole of it
	inName
	startsWord
	startsName
	wholeName
)

// scores returns how well the words match each row, noMatch where any of them does
// not, or what was chosen does not fit. They are given back with scored.
func (x *searchIndex) scores(words []word, chosen Words) *[]uint16 {
	total, one := x.noScores(), x.noScores()
	defer x.scored(one)
	for n := range words {
		clear(*one)
		x.score(&words[n], *one)
		for i, score := range *one {
			if n > 0 && (*total)[i] == noMatch || score == noMatch {
				(*total)[i] = noMatch
			} else {
				(*total)[i] += score
			}
		}
	}
	for i, score := range *total {
		switch f := x.rows[i].figure; {
		case len(chosen.words) == 0:
			if int(score) == len(words)*related { // nothing of the figure's own
				(*total)[i] = noMatch
			}
		case f == nil || !chosen.Fits(f):
			(*total)[i] = noMatch
		case len(words) == 0:
			(*total)[i] = related
		}
	}
	return total
}

// noScores returns a score for each row, and scored takes it back.
func (x *searchIndex) noScores() *[]uint16 {
	if s, ok := x.scratch.Get().(*[]uint16); ok {
		clear(*s)
		return s
	}
	s := make([]uint16, len(x.rows))
	return &s
}

func (x *searchIndex) scored(s *[]uint16) { x.scratch.Put(s) }

// score finds out how well a word matches each row: by its own name, else by its text
// or number, else by the names of what it belongs to.
func (x *searchIndex) score(w *word, rows []uint16) {
	var matched []int // names of what rows belong to
	for i := range x.names {
		if !x.sieves[i].mayHold(w) {
			continue
		}
		n := &x.names[i]
		score := n.score(w)
		if score == noMatch {
			continue
		}
		for _, row := range n.whose {
			if rows[row] = score; x.rows[row].figure != nil {
				rows[row] = inText
			}
		}
		if len(n.within) > 0 {
			matched = append(matched, i)
		}
	}
	for i := range rows {
		if rows[i] == noMatch && (w.pairs&^x.pairs[i] == 0 || len(w.numbers) > 0) {
			rows[i] = x.rows[i].score(w)
		}
	}
	for _, i := range matched {
		for _, row := range x.names[i].within {
			if x.rows[row].figure == nil {
				rows[row] = max(rows[row], inText)
			} else {
				rows[row] = max(rows[row], related)
			}
		}
	}
}

// score returns how well a word matches the row's text, or number.
func (r *searchRow) score(w *word) uint16 {
	best := uint16(noMatch)
	if r.figure != nil && r.figure.Period.String() == w.text {
		return byPinyin
	}
	if r.text.holds(w) {
		if best = inPart; w.whole(r.text.text) {
			best = inText
		}
	}
	if best < inText && r.figure != nil {
		best = max(best, w.shows(r.figure))
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
	case w.ordinal: // 1st is not in 21st
		return noMatch
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

// anyOf returns all of the letters.
func anyOf(letters []pinyin.Letters) (all pinyin.Letters) {
	for _, l := range letters {
		all |= l
	}
	return all
}

// soundsOf returns the initials of each character of a folded name.
func soundsOf(name string) []pinyin.Letters {
	sounds := make([]pinyin.Letters, 0, len(name)/3)
	for _, r := range name {
		sounds = append(sounds, pinyin.Of(r))
	}
	return sounds
}
