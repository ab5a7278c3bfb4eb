package screen

import (
	"slices"
	"sync"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// maxFound is how many search results are listed.
const maxFound = 50

// Search is a query and what it finds.
type Search struct {
	query string
	// Found returns what the query finds, of what is shown at one place the first
	// only. The dataset is searched at the first call.
	Found func() []model.Found
}

// NewSearch returns the search for a query. It may be shared.
func NewSearch(data *model.Dataset, query string) *Search {
	return &Search{query, sync.OnceValue(func() []model.Found {
		listed := map[place.Place]bool{} // an indicator and its latest figure are one
		return slices.DeleteFunc(data.Search(query, maxFound), func(f model.Found) bool {
			to := nav.PlaceOf(data, f)
			defer func() { listed[to] = true }()
			return listed[to]
		})
	})}
}

// Is reports whether s is the search for a query.
func (s *Search) Is(query string) bool { return s != nil && s.query == query }

func (p Page) searchChoices() Choices {
	s := p.search
	if !s.Is(p.at.Query) {
		s = NewSearch(p.data, p.at.Query)
	}
	found := s.Found()
	return Choices{len(found), func(i int) Choice { return p.foundChoice(found[i]) }}
}

// foundChoice says what was found and where it leads.
func (p Page) foundChoice(f model.Found) Choice {
	t, lang := p.text, p.in.Lang
	c := Choice{Note: t.Found[f.Kind], To: nav.PlaceOf(p.data, f)}
	switch f.Kind {
	case model.FoundCluster:
		c.Name = p.data.Cluster(f.ID).Name.In(lang)
	case model.FoundIndicator:
		i := p.data.Indicator(f.ID)
		c.Name = t.FullName(i)
		if latest := p.data.Latest(i); latest != nil {
			c.Note = t.Value(latest) + marksOf(latest) + "  " + latest.Period.Short()
		}
	case model.FoundFigure:
		figure := p.data.Figure(f.ID)
		c.Name = t.FullName(figure.Indicator) + t.Say.Comma + figure.Source.Publisher.In(lang)
		c.Note = t.Value(figure) + marksOf(figure) + "  " + figure.Period.Short()
	case model.FoundPerson:
		c.Name = t.Speaker(p.data.Person(f.ID))
	case model.FoundStatement:
		s := p.data.Statement(f.ID)
		c.Name, c.Note = s.Text.In(lang), t.Speaker(s.Person)+"  "+s.Date
	case model.FoundSource:
		s := p.data.Source(f.ID)
		c.Name, c.Note = s.Title, s.Publisher.In(lang)+"  "+t.Date(s.Date)
	}
	return c
}
