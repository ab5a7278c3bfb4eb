package tui

import (
	"strconv"

	"anhui-tui/model"
)

// Voices: people at the left, what the one under the cursor said at the
// right, newest first, all of it or on one topic.
func voicesView() view {
	return view{
		items:   func(p page) []string { return ids(p.speakers(), personID) },
		start:   func(p page) string { return firstItem(ids(p.speakers(), personID)) },
		subs:    func(p page) []string { return ids(p.saidBy(p.data.Person(p.at.Item)), statementID) },
		body:    page.voices,
		figures: func(page) []*model.Figure { return nil },
		open:    openDetail,
		list:    30,
		hints:   []Action{moveDown, openItem, switchTopic, showSource, goBack},
	}
}

func personID(p *model.Person) string { return p.ID }

// speakers are the people with something said on the topic.
func (p page) speakers() []*model.Person {
	var speakers []*model.Person
	for _, person := range p.data.People {
		if len(p.saidBy(person)) > 0 {
			speakers = append(speakers, person)
		}
	}
	return speakers
}

// saidBy is what a person said on the topic the view is filtered by.
func (p page) saidBy(person *model.Person) []*model.Statement {
	all := p.data.StatementsBy(person)
	topic := p.data.Cluster(p.at.Topic)
	if topic == nil {
		return all
	}
	var some []*model.Statement
	for _, s := range all {
		for _, c := range s.Topics {
			if c == topic {
				some = append(some, s)
			}
		}
	}
	return some
}

func (p page) voices(a Area) pane {
	return p.listAndDetail(a, func(id string) label {
		person := p.data.Person(id)
		return label{name: p.text.Speaker(person), note: strconv.Itoa(len(p.saidBy(person)))}
	}, func(a Area) []entry {
		return p.voiceDetail(p.data.Person(p.at.Item), a.W-gutter)
	})
}

func (p page) voiceDetail(person *model.Person, w int) []entry {
	topic := p.text.Say.AllTopics
	if c := p.data.Cluster(p.at.Topic); c != nil {
		topic = c.Name.In(p.in.Lang)
	}
	if person == nil {
		return []entry{p.title(p.text.Say.NothingHere, topic)}
	}
	entries := []entry{p.title(p.text.Speaker(person), p.text.Head.Topics+topic), blank()}
	for _, s := range p.saidBy(person) {
		entries = append(entries, p.statement(s, w, false))
	}
	return entries
}
