package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"anhui-tui/model/runes"
)

// Results are what a search finds, or what it would find with other words.
type Results struct {
	Found []Found
	All   int // how many there are, found beyond the limit too
	// Query is what was searched for, if nothing matches the query itself: its words
	// apart, if Chinese was typed without spaces; else with those corrected that no row
	// has and that are an edit away from one, and without those that match nothing, if
	// two or more remain.
	Query string
	// Near are the words that match something by themselves, if all of them together
	// match nothing.
	Near []Near
}

// Near is a word that matches something, and how many rows.
type Near struct {
	Query string
	Count int
}

// maxNear is the number of words of a query that are looked for by themselves: each
// costs as much as a search.
const maxNear = 3

// Search returns at most limit results that match every word of the query, the
// best first, sources after all that they state, and if there are none those near by.
// A word matches anywhere in a name, in either language or as pinyin initials (gf for
// photovoltaics), also in those of what a row belongs to: the indicator, place, unit,
// rank and publisher of a figure, the speaker and the office of a statement; in the id
// of a figure and its number as printed or as shown in either language; and in the
// text of statements and the titles of sources. Case, full-width and traditional forms
// are ignored. With a sign or a span of years among the words, figures are found that
// fit these, and the periods beside them, as [Dataset.Words] says: =2025, ! hydrogen.
func (d *Dataset) Search(query string, limit int) Results {
	var r Results
	if r.Found, r.All = d.find(query, limit); r.All > 0 {
		return r
	}
	typed := typedWords(query)
	if apart := strings.Join(d.apart(typed), " "); apart != strings.Join(typed, " ") {
		if found, all := d.find(apart, limit); all > 0 {
			return Results{Found: found, All: all, Query: apart}
		}
	}
	kept, changed := slices.Clone(typed), false
	for i, word := range typed[:min(len(typed), maxNear)] {
		if !chooses(word) {
			word = trimmed(Folded(word))
		}
		n := 0
		if word != query { // which finds nothing
			_, n = d.find(word, 0)
		}
		if n == 0 {
			word, changed = d.Corrected(word), true
			if kept[i] = word; word == "" {
				continue
			}
			_, n = d.find(word, 0)
		}
		if n > 0 && !slices.ContainsFunc(r.Near, func(other Near) bool { return other.Query == word }) {
			r.Near = append(r.Near, Near{word, n})
		}
	}
	kept = slices.DeleteFunc(kept, func(word string) bool { return word == "" })
	if changed && len(kept) >= min(len(typed), 2) {
		near := strings.Join(kept, " ")
		if found, all := d.find(near, limit); all > 0 {
			return Results{Found: found, All: all, Query: near}
		}
	}
	return r
}

// apart returns words that are written without spaces in Chinese: what is before and
// after a number or Latin letters, and after the name of a place. A number of years is
// without the character for year.
func (d *Dataset) apart(typed []string) []string {
	var words []string
	for _, word := range typed {
		for word != "" {
			first, _ := utf8.DecodeRuneInString(word)
			n := strings.IndexFunc(word, func(r rune) bool { return runes.Han(r) != runes.Han(first) })
			if n < 0 {
				n = len(word)
			}
			n = cmp.Or(d.placeNamed(word), n)
			words = append(words, word[:n])
			word = strings.TrimPrefix(word[n:], yearInChinese)
		}
	}
	return words
}

// placeNamed returns the length of the longest Chinese name of a place that a text
// begins with, 0 if none.
func (d *Dataset) placeNamed(text string) int {
	longest := 0
	for _, p := range d.Places {
		for _, name := range [...]string{p.Name.ZH, p.Short().ZH} {
			if strings.HasPrefix(text, name) {
				longest = max(longest, len(name))
			}
		}
	}
	return longest
}

const yearInChinese = "\u5e74"

// Corrected returns the word a mistyped one stands for, folded; "" if none is near.
func (d *Dataset) Corrected(word string) string { return d.search().correct(Folded(word)) }

// shortestCorrected is the length of the shortest word that is corrected: shorter
// ones are an edit away from too many.
const shortestCorrected = 4

// correct returns the most frequent word of the index that is an edit away from a word
// of letters; "" if there is none.
func (x *searchIndex) correct(text string) string {
	if len(text) < shortestCorrected || strings.Trim(text, letters) != "" {
		return ""
	}
	x.spellingsOnce.Do(func() { x.spellings = x.spelled() })
	for _, s := range x.spellings {
		if oneEdit(s, text) {
			return s
		}
	}
	return ""
}

// spelled returns the words of letters in the index, the most frequent first.
func (x *searchIndex) spelled() []string {
	times := map[string]int{}
	add := func(t searchText) {
		for w := range strings.FieldsFuncSeq(t.text, func(r rune) bool { return r < 'a' || r > 'z' }) {
			if len(w) >= shortestCorrected {
				times[w]++
			}
		}
	}
	for i := range x.names {
		add(x.names[i].en)
	}
	for i := range x.rows {
		if x.rows[i].figure == nil { // their ids repeat what names have
			add(x.rows[i].text)
		}
	}
	words := make([]string, 0, len(times))
	for w := range times {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(times[b], times[a]), cmp.Compare(a, b))
	})
	return words
}

// oneEdit reports whether a byte more, a byte less, another byte, or two neighbours
// swapped turn a into b. It is not true of equal texts.
func oneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
