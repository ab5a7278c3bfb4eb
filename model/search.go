package model

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
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
)

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
// figures match by id and by the number as printed, statements and sources by
// their text and title. Case and full-width forms do not matter.
func (d *Dataset) Search(query string, limit int) []Found {
	words := strings.Fields(strings.Map(fold, query))
	if len(words) == 0 {
		return nil
	}
	s := searcher{words: words[:min(len(words), maxQuery)], letters: pinyinLetters()}
	for _, c := range d.Clusters {
		s.add(FoundCluster, c.ID, []Text{c.Name})
	}
	for _, i := range d.Indicators {
		s.add(FoundIndicator, i.ID, []Text{i.Name, i.Place.Name, i.Cluster.Name}, i.Denominator.EN, i.Denominator.ZH)
	}
	for _, p := range d.People {
		s.add(FoundPerson, p.ID, []Text{p.Name})
	}
	for _, f := range d.Figures {
		s.add(FoundFigure, f.ID, nil, f.ID, f.AsPrinted)
	}
	for _, t := range d.Statements {
		s.add(FoundStatement, t.ID, nil, t.Text.EN, t.Text.ZH)
	}
	for _, src := range d.Sources {
		s.add(FoundSource, src.ID, []Text{src.Publisher}, src.Title)
	}
	slices.SortStableFunc(s.found, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	out := make([]Found, 0, min(limit, len(s.found)))
	for _, f := range s.found[:cap(out)] {
		out = append(out, f.Found)
	}
	return out
}

// Narrow makes ASCII of full-width letters, digits, signs and spaces, which a
// Chinese input method sends.
func Narrow(r rune) rune {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0
	case r == 0x3000:
		return ' '
	}
	return r
}

// fold makes lower-case letters of upper-case and full-width ones.
func fold(r rune) rune { return unicode.ToLower(Narrow(r)) }

type scored struct {
	Found
	score int
}

type searcher struct {
	words   []string
	letters map[rune]uint32
	found   []scored
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

// add adds a row if every word matches one of its names or texts.
func (s *searcher) add(kind FoundKind, id string, names []Text, texts ...string) {
	total := 0
	for _, w := range s.words {
		best := noMatch
		for i, n := range names {
			score := max(matchName(n.EN, w), matchName(n.ZH, w), s.matchPinyin(n.ZH, w))
			if i > 0 { // the first is its own, the others those of what it belongs to
				score = min(score, inText)
			}
			best = max(best, score)
		}
		for _, t := range texts {
			if best == noMatch && containsFold(t, w) {
				best = inText
			}
		}
		if best == noMatch {
			return
		}
		total += best
	}
	s.found = append(s.found, scored{Found{kind, id}, total})
}

// containsFold reports whether text, folded, has w. Folding makes no text
// longer, so most of a large dataset is passed over without it.
func containsFold(text, w string) bool {
	return len(text) >= len(w) && (strings.Contains(text, w) || strings.Contains(strings.Map(fold, text), w))
}

func matchName(name, w string) int {
	if len(name) < len(w) {
		return noMatch
	}
	name = strings.Map(fold, name)
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

//go:embed initials.txt
var initials string

// pinyinLetters has for each character the set of letters its readings begin
// with, bit 0 for a. The table has the characters of our dataset.
//
//nolint:gochecknoglobals // a constant that takes code to make
var pinyinLetters = sync.OnceValue(func() map[rune]uint32 {
	letters := make(map[rune]uint32, 1024)
	for line := range strings.Lines(initials) {
		letter := line[0]
		for _, r := range strings.TrimSpace(line[1:]) {
			letters[r] |= 1 << (letter - 'a')
		}
	}
	return letters
})

// matchPinyin matches a word of two or more letters with consecutive
// characters.
func (s *searcher) matchPinyin(name, w string) int {
	if len(w) < 2 || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
		return noMatch
	}
	runes := []rune(strings.Map(fold, name))
	for from := 0; from+len(w) <= len(runes); from++ {
		if s.spells(runes[from:from+len(w)], w) {
			if from == 0 && len(runes) == len(w) {
				return startsName
			}
			return byPinyin
		}
	}
	return noMatch
}

func (s *searcher) spells(runes []rune, w string) bool {
	for i, r := range runes {
		if r != rune(w[i]) && s.letters[r]&(1<<(w[i]-'a')) == 0 {
			return false
		}
	}
	return true
}
