// Package verify checks whether the text of a source contains what a dataset
// takes from it: the numbers as printed, the dates and the names. It needs no
// more than the text, in English or in Chinese.
package verify

import (
	"strings"

	"anhui-tui/model"
)

// Kind is the kind of an item.
type Kind uint8

// The kinds of items.
const (
	Number Kind = iota // the words of a figure's number
	Rank               // the words of a figure's rank
	Date               // of publication, or of a statement
	Name               // of a speaker
)

// Item is something the text of a source should contain.
type Item struct {
	Kind Kind
	ID   string // of the figure, source, statement or person it is of
	// Words are equivalent forms of the item. The first is the one to show.
	Words []string
	// Year is the year of a date, which some of its forms omit.
	Year string
}

// Items returns what the text of s should contain: its date; the number and
// rank of each figure as printed, unless it is derived; and the date and
// speaker of each statement. Repeated dates and names are dropped.
func Items(data *model.Dataset, s *model.Source) []Item {
	l := list{seen: map[string]bool{}}
	for _, f := range data.FiguresFrom(s) {
		l.add(Number, f.ID, f.AsPrinted)
		l.add(Rank, f.ID, f.RankAsPrinted)
	}
	l.date(s.ID, s.Date)
	for _, f := range data.FiguresFrom(s) {
		if f.SaidBy != nil {
			l.once(Name, f.SaidBy.ID, nameForms(f.SaidBy, s.Language))
		}
	}
	for _, said := range data.Statements {
		if said.Source == s {
			l.date(said.ID, said.Date)
			l.once(Name, said.Person.ID, nameForms(said.Person, s.Language))
		}
	}
	return l.items
}

type list struct {
	items []Item
	seen  map[string]bool
}

func (l *list) add(kind Kind, id, words string) {
	if words != "" {
		l.items = append(l.items, Item{Kind: kind, ID: id, Words: []string{words}})
	}
}

func (l *list) once(kind Kind, id string, words []string) {
	if len(words) > 0 && !l.seen[words[0]] {
		l.seen[words[0]] = true
		l.items = append(l.items, Item{Kind: kind, ID: id, Words: words})
	}
}

func (l *list) date(id, date string) {
	n := len(l.items)
	l.once(Date, id, dateForms(date))
	for i := n; i < len(l.items); i++ {
		l.items[i].Year, _, _ = strings.Cut(date, "-")
	}
}

// nameForms returns the name of a person in the given language first, and in
// the other, which texts print in brackets.
func nameForms(p *model.Person, language string) []string {
	if language == "zh" {
		return []string{p.Name.ZH, p.Name.EN}
	}
	return []string{p.Name.EN, p.Name.ZH}
}
