package report

import (
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
)

// card says where what is under the cursor comes from; false if there is
// nothing under it.
func (w *writer) card() bool {
	figures := nav.Selected(w.data, w.at, w.lang)
	for _, f := range figures {
		w.figureCard(f)
	}
	if len(figures) > 0 {
		return true
	}
	if s := w.data.Statement(w.at.Sub); s != nil {
		w.statementCard(s)
		return true
	}
	if s := nav.SourceOn(w.data, w.at); s != nil {
		var n notes
		n.source(w, s)
		n.add("", w.text.Grade[s.Grade])
		w.add(Section{Heading: s.Publisher.In(w.lang), Level: 1, Notes: n, cites: []*model.Source{s}})
		return true
	}
	return false
}

// notes collects labelled texts and leaves out the empty ones.
type notes []Note

func (n *notes) add(label, text string) {
	if text != "" {
		*n = append(*n, Note{Label: label, Lines: []string{text}})
	}
}

func (w *writer) figureCard(f *model.Figure) {
	t := &w.text.Card
	var n notes
	n.add(t.Printed, w.text.Printed(f))
	n.add(t.Qualifier, w.text.Qualifier[f.Value.Qualifier()])
	n.add(t.Rank, w.text.RankBeside(f))
	n.add(t.Period, w.text.Period(f.Period))
	n.add(t.ShareOf, f.Indicator.Denominator.In(w.lang))
	n.add(t.Definition, f.Indicator.Definition.In(w.lang))
	if f.SaidBy != nil {
		n.add(t.SaidBy, w.text.Speaker(f.SaidBy))
	}
	n.source(w, f.Source)
	n.add(t.Locator, w.text.Locator(f))
	for _, letter := range f.Status.Letters() {
		n.add(t.Status, letter+"  "+w.text.Status[letter])
	}
	n.add(t.Method, f.Method.In(w.lang))
	n.add(t.Note, f.Note.In(w.lang))
	for _, c := range w.data.CorrectionsOf(f) {
		n.add(t.Corrected, w.text.Correction(w.data, c))
	}
	n.add(t.Figure, f.ID)
	w.add(Section{Heading: w.text.FullName(f.Indicator), Aside: w.text.Full(f), Level: 1, Notes: n, of: f})
	if f.Conflict != nil {
		w.add(Section{Level: 2, Conflict: f.Conflict, Beside: f})
	}
}

func (n *notes) source(w *writer, s *model.Source) {
	t := &w.text.Card
	n.add(t.Publisher, s.Publisher.In(w.lang)+w.text.Say.Comma+w.text.Date(s.Date))
	n.add(t.Authors, s.Authors)
	*n = append(*n, Note{Label: t.Title, Lines: w.text.Title(s)})
	if s.URL == "" {
		n.add(t.Link, w.text.Say.NoLink)
	} else {
		*n = append(*n, Note{Label: t.Link, URL: s.URL})
	}
	n.add(t.Accessed, s.Accessed)
}

func (w *writer) statementCard(s *model.Statement) {
	t := &w.text.Card
	topics := make([]string, 0, len(s.Topics))
	for _, c := range s.Topics {
		topics = append(topics, c.Name.In(w.lang))
	}
	var n notes
	n.add(t.Speech, w.text.Speech[s.Speech])
	n.add(t.Office, s.Office.In(w.lang))
	n.add(t.Topics, strings.Join(topics, " · "))
	n.source(w, s.Source)
	w.add(Section{
		Heading: w.text.Speaker(s.Person), Aside: s.Date, Level: 1, Lines: []string{w.text.Said(s)}, Notes: n, said: s,
	})
}
