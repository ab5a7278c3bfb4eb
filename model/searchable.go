package model

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"anhui-tui/model/pinyin"
)

// searchIndex is what can be searched, folded. A name that many rows have, as that
// of a place, is in it once.
type searchIndex struct {
	names   []searchName
	rows    []searchRow     // ties ordered by kind
	sources int             // the first row of a source, which are the last
	units   map[string]bool // words that units are written with

	// What is looked at of each name and of each row's text first, so that a word does
	// not go through all of the memory they take.
	sieves []sieve
	pairs  []uint64

	spellingsOnce sync.Once
	spellings     []string // words of letters, the most frequent first

	scratch sync.Pool // of scores, to be used again
}

// sieve is the pairs of bytes in a name, and the letters it may be spelled with as
// pinyin initials.
type sieve struct {
	en, zh uint64
	sounds pinyin.Letters
}

// mayHold reports whether a word may be in the name. Most are not.
func (s *sieve) mayHold(w *word) bool {
	return w.pairs&^s.en == 0 || w.pairs&^s.zh == 0 || len(w.letters) > 1 && w.sounds&^s.sounds == 0
}

type searchName struct {
	en, zh searchText
	sounds []pinyin.Letters // of the name in Chinese
	whose  []int32          // the rows it is the name of; of figures, the rank
	within []int32          // the rows that belong to what it is the name of
}

type searchRow struct {
	Found
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
	text := Folded(strings.Join(parts, "\n")) // which is in no word
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

func (d *Dataset) newSearchIndex() *searchIndex {
	x := &searchIndex{rows: make([]searchRow, 0, len(d.Clusters)+len(d.Indicators)+len(d.People)+len(d.Figures)+len(d.Statements)+len(d.Sources))}
	known := map[Text]int{}
	name := func(n Text) *searchName {
		at, ok := known[n]
		if !ok {
			at = len(x.names)
			known[n] = at
			name := searchName{en: newSearchText(n.EN), zh: newSearchText(n.ZH)}
			name.sounds = soundsOf(name.zh.text)
			x.names = append(x.names, name)
		}
		return &x.names[at]
	}
	add := func(kind FoundKind, id string, own Text, of []Text, texts ...string) {
		row := int32(len(x.rows)) //nolint:gosec // of a table in memory
		x.rows = append(x.rows, searchRow{Found: Found{kind, id}, text: newSearchText(texts...)})
		if own != (Text{}) {
			n := name(own)
			n.whose = append(n.whose, row)
		}
		for _, of := range of {
			n := name(of)
			n.within = append(n.within, row)
		}
	}
	for _, c := range d.Clusters {
		add(FoundCluster, c.ID, c.Name, nil)
	}
	for _, p := range d.Parts() {
		add(FoundPlace, p.ID, p.Name, nil)
	}
	for _, i := range d.Indicators {
		add(FoundIndicator, i.ID, i.Name, []Text{i.Place.Name, i.Cluster.Name}, i.Denominator.EN, i.Denominator.ZH)
	}
	for _, p := range d.People {
		add(FoundPerson, p.ID, p.Name, d.OfficesOf(p))
	}
	for _, f := range d.Figures {
		add(FoundFigure, f.ID, rankName(f), belongings(f), f.ID, f.AsPrinted, f.RankAsPrinted)
		x.rows[len(x.rows)-1].figure = f
	}
	for _, t := range d.Statements {
		add(FoundStatement, t.ID, Text{}, []Text{t.Person.Name, t.Office}, t.Text.EN, t.Text.ZH)
	}
	x.sources = len(x.rows)
	newestFirst := func(a, b *Source) int { return strings.Compare(b.Date, a.Date) }
	for _, src := range slices.SortedStableFunc(slices.Values(d.Sources), newestFirst) {
		add(FoundSource, src.ID, src.Publisher, nil, src.Title, src.Gloss)
	}
	x.units = map[string]bool{}
	for _, i := range d.Indicators {
		n := i.Unit.notation()
		for _, w := range strings.Fields(Folded(n.EN + " " + n.ZH)) {
			x.units[w] = true
		}
	}
	for _, n := range x.names {
		x.sieves = append(x.sieves, sieve{n.en.pairs, n.zh.pairs, anyOf(n.sounds)})
	}
	for _, r := range x.rows {
		x.pairs = append(x.pairs, r.text.pairs)
	}
	return x
}

// belongings returns the names of what a figure belongs to, and of what is shown
// beside its number.
func belongings(f *Figure) []Text {
	i := f.Indicator
	of := []Text{i.Name, i.Place.Name, i.Cluster.Name, f.Source.Publisher, i.Unit.notation(), {EN: f.Value.Qualifier().String()}}
	if f.SaidBy != nil {
		of = append(of, f.SaidBy.Name)
	}
	return of
}

// notation returns what the unit writes around numbers.
func (u *Unit) notation() Text {
	around := func(name string, f UnitForm) string {
		return strings.Join([]string{name, f.Before, f.After, f.AfterLarge}, " ")
	}
	return Text{EN: around(u.Name.EN, u.English), ZH: around(u.Name.ZH, u.Chinese)}
}

// rankName returns the rank of a figure in words, which is as much as a figure has of
// a name.
func rankName(f *Figure) Text {
	if f.Rank == 0 {
		return Text{}
	}
	n := strconv.Itoa(f.Rank)
	name := Text{EN: n + Ordinal(f.Rank), ZH: "\u7b2c" + n + "\u4f4d"}
	if in := f.Indicator.RankedIn; in != nil {
		name.EN, name.ZH = name.EN+" in "+in.Name.EN, in.Name.ZH+name.ZH
	}
	return name
}
