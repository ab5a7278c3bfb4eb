package screen

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// maxFound is how many search results are listed, and maxChosen how many of a query
// that asks for all figures of which something is so: it is a list, not a search.
const (
	maxFound  = 50
	maxChosen = 1000
)

// Search is a query and what it finds. The dataset is searched at the first
// question.
type Search struct {
	query   string
	results func() model.Results
}

// NewSearch returns the search for a query. It may be shared.
func NewSearch(data *model.Dataset, query string) *Search {
	return &Search{query, sync.OnceValue(func() model.Results {
		if model.Chooses(query) {
			return data.Search(query, maxChosen)
		}
		r := data.Search(query, maxFound+maxFound/5)
		all := len(r.Found)
		listed := map[place.Place]bool{} // an indicator and its latest figure are one
		r.Found = slices.DeleteFunc(r.Found, func(f model.Found) bool {
			to := nav.PlaceOf(data, f)
			defer func() { listed[to] = true }()
			return listed[to]
		})
		r.All -= all - len(r.Found)
		r.Found = r.Found[:min(len(r.Found), maxFound)]
		return r
	})}
}

// Most returns how many results it has at the most.
func (s *Search) Most() int {
	if model.Chooses(s.query) {
		return maxChosen
	}
	return maxFound
}

// Is reports whether s is the search for a query.
func (s *Search) Is(query string) bool { return s != nil && s.query == query }

// Found returns what the query finds, of what is shown at one place the first only.
func (s *Search) Found() []model.Found { return s.results().Found }

// searched returns what the query of the place finds.
func (p Page) searched() model.Results {
	s := p.search
	if !s.Is(p.at.Query) {
		s = NewSearch(p.data, p.at.Query)
	}
	return s.results()
}

// searchChoices are the results of the search or, without any, its words that have
// some by themselves.
func (p Page) searchChoices() Choices {
	r := p.searched()
	if len(r.Found) == 0 {
		return Choices{len(r.Near), func(i int) Choice {
			to := p.at
			to.Query, to.Caret, to.Scroll = r.Near[i].Query, 0, 0
			return Choice{Name: r.Near[i].Query, Note: model.FormatNumber(float64(r.Near[i].Count), 1, p.in.Lang), To: to}
		}}
	}
	words := model.FoldedWords(cmp.Or(r.Query, p.at.Query))
	return Choices{len(r.Found), func(i int) Choice { return p.foundChoice(r.Found[i], words) }}
}

// foundCount says how many results there are, and of how many; "" if none.
func (p Page) foundCount() string {
	switch r := p.searched(); {
	case len(r.Found) == 0:
		return ""
	case r.All > len(r.Found):
		return fmt.Sprintf(p.text.Say.FirstOf, len(r.Found), r.All)
	default:
		return model.FormatNumber(float64(r.All), 1, p.in.Lang)
	}
}

// notedQuery is how many cells of a query are repeated below it.
const notedQuery = 24

// quotedQuery is what was typed, in quotation marks.
func (p Page) quotedQuery() string {
	return p.text.QuoteMarks(cell.Truncate(strings.TrimSpace(p.at.Query), notedQuery, moreGlyph))
}

// searchNote says of a query that finds nothing what is listed instead; "" if it finds
// something.
func (p Page) searchNote() string {
	switch r, typed := p.searched(), p.quotedQuery(); {
	case strings.TrimSpace(p.at.Query) == "", len(r.Found) > 0 && r.Query == "":
		return ""
	case r.Query != "":
		return fmt.Sprintf(p.text.Say.FoundFor, typed, p.text.QuoteMarks(r.Query))
	case len(r.Near) > 0:
		return fmt.Sprintf(p.text.Say.FoundNear, typed)
	default:
		return fmt.Sprintf(p.text.Say.FoundNone, typed)
	}
}

// foundChoice says what was found by the words of a query, and where it leads.
func (p Page) foundChoice(f model.Found, words []string) Choice {
	t, lang := p.text, p.in.Lang
	c := Choice{Note: t.Found[f.Kind], To: nav.PlaceOf(p.data, f), Words: words}
	both := func(text model.Text) []string { return []string{text.In(lang), text.In(1 - lang)} }
	switch f.Kind {
	case model.FoundCluster:
		c.Name = p.data.Cluster(f.ID).Name.In(lang)
	case model.FoundPlace:
		c.Name = p.data.Part(f.ID).Name.In(lang)
	case model.FoundIndicator:
		i := p.data.Indicator(f.ID)
		c.Name = t.FullName(i)
		if latest := p.data.Latest(i); latest != nil {
			c.Note, c.Value = t.Value(latest)+report.Marks(latest)+"  "+latest.Period.Short(), true
		}
	case model.FoundFigure:
		figure := p.data.Figure(f.ID)
		c.Name = t.FullName(figure.Indicator) + t.Say.Comma + figure.Source.Publisher.In(lang)
		c.Note, c.Value = t.Value(figure)+report.Marks(figure)+"  "+figure.Period.Short(), true
	case model.FoundPerson:
		person := p.data.Person(f.ID)
		c.Name = t.Speaker(person)
		offices := p.data.OfficesOf(person)
		notes := append(make([]string, 0, 1+len(offices)), c.Note)
		for _, office := range offices {
			notes = append(notes, office.In(lang))
		}
		c.Note = mostHits(words, notes...)
	case model.FoundStatement:
		s := p.data.Statement(f.ID)
		c.Name, c.Note = mostHits(words, both(s.Text)...), s.Person.Name.In(lang)+"  "+s.Date
	case model.FoundSource:
		s := p.data.Source(f.ID)
		c.Name, c.Note = mostHits(words, s.Title, s.Gloss), s.Publisher.In(lang)+"  "+t.Date(s.Date)
	}
	return c
}
