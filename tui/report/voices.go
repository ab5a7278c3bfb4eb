package report

import (
	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// voices is what one person said, or all of them, on one topic or on all.
func (w *writer) voices() {
	topic := w.data.Cluster(w.at.Topic)
	people := chosen(nav.Speakers(w.data, w.at, w.lang), w.data.Person(w.at.Item))
	if len(people) > 1 && w.at.Sort == (place.Sort{}) {
		w.add(Section{Lines: []string{w.text.Report.Order}})
	}
	for _, person := range people {
		s := Section{Heading: w.text.Speaker(person), Level: 1}
		for _, t := range w.data.TermsOf(person) {
			s.Lines = append(s.Lines, w.text.Term(t, w.data.AsOf))
			s.cites = append(s.cites, t.Source)
			if t.UntilSource != nil {
				s.cites = append(s.cites, t.UntilSource)
			}
		}
		s.Statements = w.data.StatementsBy(person, topic)
		w.add(s)
	}
}

// statementNote is a statement with its date, the office held then, and how
// the words are to be taken.
func (w *writer) statementNote(s *model.Statement) Note {
	return Note{
		Label: s.Date,
		Lines: []string{s.Office.In(w.lang) + " · " + w.text.Speech[s.Speech], w.text.Said(s) + " " + w.say(s)},
		To:    place.Place{View: place.Voices, Item: s.Person.ID, Sub: s.ID, Card: place.SourceCard},
	}
}
