package tui

import (
	"slices"
	"sync"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// maxFound is how many search results are listed.
const maxFound = 50

// search is a query and what it finds, which is looked for once, when it is first
// asked for. Copies of an App share it.
type search struct {
	query string
	found func() []model.Found
}

func newSearch(data *model.Dataset, query string) *search {
	return &search{query, sync.OnceValue(func() []model.Found {
		listed := map[place.Place]bool{} // an indicator and its latest figure are one
		return slices.DeleteFunc(data.Search(query, maxFound), func(f model.Found) bool {
			to := report.PlaceOf(data, f)
			defer func() { listed[to] = true }()
			return listed[to]
		})
	})}
}

func (s *search) isFor(query string) bool { return s != nil && s.query == query }

func (p page) searchChoices() []choice {
	s := p.search
	if !s.isFor(p.at.Query) {
		s = newSearch(p.data, p.at.Query)
	}
	found := s.found()
	all := make([]choice, 0, len(found))
	for _, f := range found {
		all = append(all, p.foundChoice(f))
	}
	return all
}

// foundChoice says what was found and where it leads.
func (p page) foundChoice(f model.Found) choice {
	t, lang := p.text, p.in.Lang
	c := choice{note: t.Found[f.Kind], to: report.PlaceOf(p.data, f)}
	switch f.Kind {
	case model.FoundCluster:
		c.name = p.data.Cluster(f.ID).Name.In(lang)
	case model.FoundIndicator:
		i := p.data.Indicator(f.ID)
		c.name = t.FullName(i)
		if latest := p.data.Latest(i); latest != nil {
			c.note = t.Value(latest) + marksOf(latest) + "  " + latest.Period.Short()
		}
	case model.FoundFigure:
		figure := p.data.Figure(f.ID)
		c.name = t.FullName(figure.Indicator) + t.Say.Comma + figure.Source.Publisher.In(lang)
		c.note = t.Value(figure) + marksOf(figure) + "  " + figure.Period.Short()
	case model.FoundPerson:
		c.name = t.Speaker(p.data.Person(f.ID))
	case model.FoundStatement:
		s := p.data.Statement(f.ID)
		c.name, c.note = s.Text.In(lang), t.Speaker(s.Person)+"  "+s.Date
	case model.FoundSource:
		s := p.data.Source(f.ID)
		c.name, c.note = s.Title, s.Publisher.In(lang)+"  "+t.Date(s.Date)
	}
	return c
}
