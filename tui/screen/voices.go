package screen

import (
	"fmt"
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// saidBy is what a person said on the topic the view is filtered by.
func (p Page) saidBy(person *model.Person) []*model.Statement {
	return p.data.StatementsBy(person, p.data.Cluster(p.at.Topic))
}

// voices draws people at the left, what the one under the cursor said at the
// right, newest first, all of it or on one topic.
func (p Page) voices(c cell.Canvas) {
	if topic := p.data.Cluster(p.at.Topic); topic != nil {
		var head cell.Canvas
		head, c = c.Top(2)
		p.topicLine(head, topic)
	}
	p.listAndDetail(c, func(id string) label {
		person := p.data.Person(id)
		return label{name: p.text.Speaker(person), note: strconv.Itoa(len(p.saidBy(person)))}
	}, p.detail)
}

// topicLine says what the view is filtered by.
func (p Page) topicLine(c cell.Canvas, topic *model.Cluster) {
	s := p.style.Page
	all := nav.Items(p.data, place.Place{View: place.Voices}, p.in.Lang)
	l := p.line(c).Put(s.Chip(topic.Hue), chipGlyph).Put(s.Strong, " "+p.text.Head.Topics+topic.Name.In(p.in.Lang))
	l.Put(s.Muted, "  "+fmt.Sprintf(p.text.Say.OfPeople, len(p.items()), len(all))+"  "+p.text.Say.AllTopics)
}
