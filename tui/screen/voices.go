package screen

import (
	"fmt"
	"strconv"
	"strings"

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
	label := func(id string) label {
		person := p.data.Person(id)
		said, last := p.saidBy(person), ""
		for _, s := range said {
			last = max(last, s.Date)
		}
		year, _, _ := strings.Cut(last, "-")
		return label{head: p.officeHead(person), name: p.text.Speaker(person), cells: []string{strconv.Itoa(len(said)), year}}
	}
	p.listAndDetail(c, listing{label, p.text.Head.Person, []listColumn{
		{by: place.ByCount, title: p.text.Head.Said, w: 2}, {by: place.ByDate, title: p.text.Head.Year, w: 4},
	}}, p.detail)
}

// officeHead is what people are listed under in the view's own order: those who
// hold an office on the day of the dataset, and others.
func (p Page) officeHead(person *model.Person) string {
	if p.at.Sort != (place.Sort{}) {
		return ""
	}
	if nav.InOffice(p.data, person) {
		return p.text.Head.InOffice
	}
	return p.text.Head.Others
}

// topicLine says what the view is filtered by.
func (p Page) topicLine(c cell.Canvas, topic *model.Cluster) {
	s := p.style.Page
	all := nav.Items(p.data, place.Place{View: place.Voices}, p.in.Lang)
	l := p.line(c).Put(s.Chip(topic.Hue), chipGlyph).Put(s.Strong, " "+p.text.Head.Topics+topic.Name.In(p.in.Lang))
	l.Put(s.Muted, "  "+fmt.Sprintf(p.text.Say.OfPeople, len(p.items()), len(all))+"  "+p.text.Say.AllTopics)
}
