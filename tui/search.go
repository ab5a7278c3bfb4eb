package tui

import (
	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// maxFound is how many search results are listed.
const maxFound = 50

func (p page) searchChoices() []choice {
	found := p.data.Search(p.at.Query, maxFound)
	all := make([]choice, 0, len(found))
	listed := map[place.Place]bool{} // an indicator and its latest figure are one
	for _, f := range found {
		if c := p.foundChoice(f); !listed[c.to] {
			all, listed[c.to] = append(all, c), true
		}
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
