// Package verify tells whether a text holds what the dataset says that it
// holds: the numbers as printed, the dates and the names that rest on it.
// It works on the text alone, in English and in Chinese.
package verify

import (
	"strings"

	"anhui-tui/model"
)

// Kind is what an item is.
type Kind uint8

// The kinds of items.
const (
	Number Kind = iota // the words of a figure's number
	Rank               // the words of a figure's rank
	Date               // of publication, or of a statement
	Name               // of somebody quoted
)

// Item is something a text should hold.
type Item struct {
	Kind Kind
	ID   string // of the figure, source, statement or person it is of
	// Words are what is looked for: any of them will do. The first is what to
	// show.
	Words []string
	// Year is the year of a date: some of its words do without.
	Year string
}

// Items are what the dataset rests on a source: its own date; of every figure
// the number and the rank as printed, unless it was derived; and of what
// people said in it, when and who. A date or a name is asked for once.
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

// nameForms are a person's name in the source's language first, and in the
// other, which texts give in brackets.
func nameForms(p *model.Person, language string) []string {
	if language == "zh" {
		return []string{p.Name.ZH, p.Name.EN}
	}
	return []string{p.Name.EN, p.Name.ZH}
}
