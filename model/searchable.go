package model

import (
	"math"
	"strconv"
	"strings"

	"anhui-tui/model/pinyin"
	"anhui-tui/model/runes"
)

// searchIndex is what can be searched, folded. A name that many rows have, as that
// of a place, is in it once.
type searchIndex struct {
	names []searchName
	rows  []searchRow // ties ordered by kind
}

type searchName struct {
	en, zh searchText
	sounds []pinyin.Letters // of the name in Chinese
}

type searchRow struct {
	Found
	names  []int32 // in the index: its own first, then those of what it belongs to
	text   searchText
	figure *Figure // matched by its number too; nil for other kinds
}

// searchText is a text to search in, and the pairs of bytes in it: most of what does
// not hold a word lacks one of the word's.
type searchText struct {
	text  string
	pairs uint64
}

func newSearchText(parts ...string) searchText {
	text := strings.Map(runes.Fold, strings.Join(parts, "\n")) // which is in no word
	return searchText{text, pairsOf(text)}
}

// pairsOf returns a set of the pairs of neighbouring bytes of a text. Some share a
// bit.
func pairsOf(text string) (set uint64) {
	for i := range max(0, len(text)-1) {
		pair := uint32(text[i])<<8 | uint32(text[i+1])
		set |= 1 << (pair * 2654435761 >> 26) // Knuth's multiplicative hash
	}
	return set
}

// searchable returns the search index. It is built on the first search.
func (d *Dataset) searchable() *searchIndex {
	d.searchOnce.Do(func() {
		x := searchIndex{rows: make([]searchRow, 0, len(d.Clusters)+len(d.Indicators)+len(d.People)+len(d.Figures)+len(d.Statements)+len(d.Sources))}
		known := map[Text]int32{}
		add := func(kind FoundKind, id string, names []Text, texts ...string) {
			row := searchRow{Found: Found{kind, id}, names: make([]int32, len(names)), text: newSearchText(texts...)}
			for i, n := range names {
				at, ok := known[n]
				if !ok {
					at = int32(len(x.names)) //nolint:gosec // rows of a table in memory
					known[n] = at
					name := searchName{en: newSearchText(n.EN), zh: newSearchText(n.ZH)}
					name.sounds = soundsOf(name.zh.text)
					x.names = append(x.names, name)
				}
				row.names[i] = at
			}
			x.rows = append(x.rows, row)
		}
		for _, c := range d.Clusters {
			add(FoundCluster, c.ID, []Text{c.Name})
		}
		for _, i := range d.Indicators {
			add(FoundIndicator, i.ID, []Text{i.Name, i.Place.Name, i.Cluster.Name}, i.Denominator.EN, i.Denominator.ZH)
		}
		for _, p := range d.People {
			terms := d.TermsOf(p)
			offices := make([]string, 0, 2*len(terms))
			for _, t := range terms {
				offices = append(offices, t.Office.EN, t.Office.ZH)
			}
			add(FoundPerson, p.ID, []Text{p.Name}, offices...)
		}
		for _, f := range d.Figures {
			add(FoundFigure, f.ID, nil, f.ID, f.AsPrinted)
			x.rows[len(x.rows)-1].figure = f
		}
		for _, t := range d.Statements {
			add(FoundStatement, t.ID, nil, t.Text.EN, t.Text.ZH)
		}
		for _, src := range d.Sources {
			add(FoundSource, src.ID, []Text{src.Publisher}, src.Title, src.Gloss)
		}
		d.search = &x
	})
	return d.search
}

// word is a folded word of a query, and the number it denotes.
type word struct {
	text     string
	pairs    uint64
	letters  []pinyin.Letters // nil if it is no word of letters
	number   float64
	decimals int
	numeric  bool
}

func newWord(text string) word {
	w := word{text: text, pairs: pairsOf(text)}
	if strings.Trim(text, "abcdefghijklmnopqrstuvwxyz") == "" {
		w.letters = soundsOf(text)
	}
	digits := strings.ReplaceAll(strings.TrimSuffix(text, "%"), ",", "")
	whole, decimals, _ := strings.Cut(digits, ".")
	if numerator, denominator, ok := strings.Cut(digits, "/"); ok {
		n, err := strconv.ParseUint(numerator, 10, 16)
		of, err2 := strconv.ParseUint(denominator, 10, 16)
		if w.numeric = err == nil && err2 == nil && n < of; w.numeric {
			w.number, w.decimals = 100*float64(n)/float64(of), 2
		}
		return w
	}
	// Whole numbers below a hundred match too many figures.
	if strings.Trim(whole+decimals, "0123456789") != "" || len(whole)+len(decimals) < 3 {
		return w
	}
	n, err := strconv.ParseFloat(digits, 64)
	w.number, w.decimals, w.numeric = n, len(decimals), err == nil
	return w
}

// shows reports whether the word is the number of the figure in either
// language.
func (w word) shows(f *Figure) bool {
	if !w.numeric {
		return false
	}
	value, lower, upper := f.Value.Numbers()
	for _, n := range [...]Number{value, lower, upper} {
		for _, lang := range [...]Lang{EN, ZH} {
			form := f.Indicator.Unit.Form(lang)
			written := n.value * form.Times
			if n.ok && (w.is(written) || form.AfterLarge != "" && w.is(written/step(lang))) {
				return true
			}
		}
	}
	return false
}

func (w word) is(n float64) bool {
	scale := math.Pow10(w.decimals)
	return math.Abs(math.Round(n*scale)-w.number*scale) < 1
}
