package nav

import (
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// narrow returns those of all that fit the words the place's list is narrowed by.
func narrow[T any](data *model.Dataset, at place.Place, all []*T, fits func(model.Words, *T) bool) []*T {
	if at.Filter == "" {
		return all
	}
	words := data.Words(at.Filter)
	return slices.DeleteFunc(slices.Clone(all), func(v *T) bool { return !fits(words, v) })
}

// fitsPerson reports whether somebody's name, offices and statements have the words.
func fitsPerson(data *model.Dataset, w model.Words, p *model.Person) bool {
	if w.FitsFolded("", textsOf(data).people[p]) {
		return true
	}
	fits := fitsStatement(data)
	return slices.ContainsFunc(data.StatementsBy(p, nil), func(s *model.Statement) bool { return fits(w, s) })
}

// namesOf returns somebody's name and offices.
func namesOf(data *model.Dataset, p *model.Person) []string {
	terms := data.TermsOf(p)
	names := append(make([]string, 0, 2+2*len(terms)), p.Name.EN, p.Name.ZH)
	for _, term := range terms {
		names = append(names, term.Office.EN, term.Office.ZH)
	}
	return names
}

// fitsStatement tells the statements that have the words.
func fitsStatement(data *model.Dataset) func(model.Words, *model.Statement) bool {
	said := textsOf(data).said
	return func(w model.Words, s *model.Statement) bool { return w.FitsFolded(s.Date, said[s]) }
}

func saidText(s *model.Statement) string {
	texts := append(
		make([]string, 0, 8+2*len(s.Topics)),
		s.Person.Name.EN, s.Person.Name.ZH, s.Office.EN, s.Office.ZH, s.Text.EN, s.Text.ZH, s.Source.Publisher.EN, s.Source.Publisher.ZH,
	)
	for _, c := range s.Topics {
		texts = append(texts, c.Name.EN, c.Name.ZH)
	}
	return folded(s.Date, texts)
}

func fitsSource(data *model.Dataset, w model.Words, s *model.Source) bool {
	return w.FitsFolded(s.Date, textsOf(data).sources[s]) || w.FitsAny(data.FiguresFrom(s))
}

func folded(date string, texts []string) string {
	return model.Folded(date + " " + strings.Join(texts, " "))
}

// narrowed is the folded texts of what lists are narrowed to: a frame asks for them many
// times, and a viewer types many words.
type narrowed struct {
	sources map[*model.Source]string
	said    map[*model.Statement]string
	people  map[*model.Person]string
}

func findNarrowed(data *model.Dataset, _ narrowedKey) *narrowed {
	n := &narrowed{map[*model.Source]string{}, map[*model.Statement]string{}, map[*model.Person]string{}}
	for _, s := range data.Sources {
		n.sources[s] = folded(s.Date, []string{s.Publisher.EN, s.Publisher.ZH, s.Title, string(s.Grade)})
	}
	for _, s := range data.Statements {
		n.said[s] = saidText(s)
	}
	for _, p := range data.People {
		n.people[p] = folded("", namesOf(data, p))
	}
	return n
}

type narrowedKey struct{}

func textsOf(data *model.Dataset) *narrowed { return model.Derived(data, narrowedKey{}, findNarrowed) }

// maxNear is how many proposals are made in place of what nothing fits.
const maxNear = 3

// Near returns what fits instead, if nothing fits the words of a place's list, with how
// much does: the clusters in which something fits, where the words are for the detail
// of one; else those of the words that fit something by themselves, the mistyped ones
// corrected.
func Near(data *model.Dataset, at place.Place, lang model.Lang) []model.Near {
	var near []model.Near
	add := func(name string, n int) bool {
		if found := (model.Near{Query: name, Count: n}); n > 0 && !slices.Contains(near, found) {
			near = append(near, found)
		}
		return n > 0
	}
	count := func(filter string) int {
		at.Filter = filter
		if at.View == place.Clusters {
			return len(Subs(data, at, lang))
		}
		return len(Items(data, at, lang))
	}
	words := strings.Fields(at.Filter)
	if at.View == place.Clusters {
		for _, c := range data.Clusters {
			other := at
			other.Item = c.ID
			if add(c.Name.In(lang), len(Subs(data, other, lang))) && len(near) == maxNear {
				return near
			}
		}
		if len(near) > 0 {
			return near
		}
	}
	for _, word := range words[:min(len(words), maxNear)] {
		if len(words) > 1 && add(word, count(word)) {
			continue
		}
		if word = data.Corrected(word); word != "" {
			add(word, count(word))
		}
	}
	return near
}
