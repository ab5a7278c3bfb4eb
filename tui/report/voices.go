package report

import (
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// voices is what one person said, or all of them, on one topic or on all.
func (w *writer) voices() {
	topic := w.data.Cluster(w.at.Topic)
	for _, person := range chosen(w.data.People, w.data.Person(w.at.Item)) {
		said := saidBy(w.data, person, topic)
		if len(said) == 0 && w.at.Item == "" {
			continue
		}
		s := Section{Heading: w.text.Speaker(person), Level: 1}
		if topic != nil {
			s.Heading += " · " + w.text.Head.Topics + topic.Name.In(w.lang)
		}
		for _, st := range said {
			s.Notes = append(s.Notes, w.statementNote(st))
		}
		if len(said) == 0 {
			s.Lines = []string{w.text.Say.NothingHere}
		}
		w.add(s)
	}
}

// saidBy is what a person said, on a topic if there is one.
func saidBy(data *model.Dataset, person *model.Person, topic *model.Cluster) []*model.Statement {
	var said []*model.Statement
	for _, s := range data.StatementsBy(person) {
		if topic == nil || slices.Contains(s.Topics, topic) {
			said = append(said, s)
		}
	}
	return said
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
