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
	terms := data.TermsOf(p)
	names := append(make([]string, 0, 2+2*len(terms)), p.Name.EN, p.Name.ZH)
	for _, term := range terms {
		names = append(names, term.Office.EN, term.Office.ZH)
	}
	if w.FitsText("", names...) {
		return true
	}
	return slices.ContainsFunc(data.StatementsBy(p, nil), func(s *model.Statement) bool { return fitsStatement(w, s) })
}

func fitsStatement(w model.Words, s *model.Statement) bool {
	texts := append(
		make([]string, 0, 8+2*len(s.Topics)),
		s.Person.Name.EN, s.Person.Name.ZH, s.Office.EN, s.Office.ZH, s.Text.EN, s.Text.ZH, s.Source.Publisher.EN, s.Source.Publisher.ZH,
	)
	for _, c := range s.Topics {
		texts = append(texts, c.Name.EN, c.Name.ZH)
	}
	return w.FitsText(s.Date, texts...)
}

func fitsSource(data *model.Dataset, w model.Words, s *model.Source) bool {
	return w.FitsText(s.Date, s.Publisher.EN, s.Publisher.ZH, s.Title, string(s.Grade)) || w.FitsAny(data.FiguresFrom(s))
}

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
