package tui

import (
	"strconv"

	"anhui-tui/model"
)

// Voices: people at the left, what the one under the cursor said at the
// right, newest first, all of it or on one topic.
func voicesView() view {
	return view{
		body:  page.voices,
		open:  openDetail,
		list:  30,
		hints: []Action{moveDown, openItem, switchTopic, showSource, goBack},
	}
}

// saidBy is what a person said on the topic the view is filtered by.
func (p page) saidBy(person *model.Person) []*model.Statement {
	return p.data.StatementsBy(person, p.data.Cluster(p.at.Topic))
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
