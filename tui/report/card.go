package report

import (
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// card says where what is under the cursor comes from; false if there is
// nothing under it.
func (w *writer) card() bool {
	figures := w.underCursor()
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
	if s := w.data.Source(w.at.Item); s != nil && w.at.View == place.Sources {
		w.add(Section{Heading: s.Publisher.In(w.lang), Level: 1, Lines: []string{w.text.Grade[s.Grade]}})
		w.mark(s)
		return true
	}
	return false
}

// underCursor are the figures under the cursor, which is where the dashboard
// starts it if the place does not say.
func (w *writer) underCursor() []*model.Figure {
	if f := w.data.Figure(w.at.Sub); f != nil {
		return []*model.Figure{f}
	}
	switch w.at.View {
	case place.Overview:
		return w.overviewCursor()
	case place.Shares:
		if f := w.data.Figure(w.at.Item); f != nil {
			return []*model.Figure{f}
		}
		all := Shares(w.data, w.at, w.lang)
		return all[:min(1, len(all))]
	case place.Trends:
		if i := chosen(w.data.Trends(), w.data.Indicator(w.at.Item)); len(i) > 0 {
			return []*model.Figure{w.data.Latest(i[0])}
		}
	case place.Sources:
		if c := w.data.Conflict(w.at.Sub); c != nil {
			return c.Figures
		}
	case place.Clusters, place.Voices:
	}
	return nil
}

func (w *writer) overviewCursor() []*model.Figure {
	if f := w.data.Figure(w.at.Item); f != nil {
		return []*model.Figure{f}
	}
	clusters := chosen(w.data.Clusters, w.data.Cluster(w.at.Item))
	if len(clusters) == 0 {
		return nil
	}
	var figures []*model.Figure
	for _, f := range []*model.Figure{w.data.NationalShare(clusters[0]), w.size(clusters[0])} {
		if f != nil {
			figures = append(figures, f)
		}
	}
	return figures
}

// notes collects labelled texts and leaves out the empty ones.
type notes []Note

func (n *notes) add(label string, parts ...string) {
	var some []string
	for _, s := range parts {
		if s != "" {
			some = append(some, s)
		}
	}
	if len(some) > 0 {
		*n = append(*n, Note{Label: label, Lines: []string{strings.Join(some, "; ")}})
	}
}

func (w *writer) figureCard(f *model.Figure) {
	t := &w.text.Card
	var n notes
	n.add(t.Printed, f.AsPrinted, f.RankAsPrinted)
	n.add(t.Qualifier, w.text.Qualifier[f.Value.Qualifier()])
	n.add(t.Rank, w.text.RankBeside(f))
	n.add(t.Period, w.text.Period(f.Period))
	n.add(t.ShareOf, f.Indicator.Denominator.In(w.lang))
	n.add(t.Definition, f.Indicator.Definition.In(w.lang))
	if f.SaidBy != nil {
		n.add(t.SaidBy, w.text.Speaker(f.SaidBy))
	}
	w.use(f)
	n.source(w, f.Source)
	n.add(t.Locator, f.Locator)
	for _, letter := range f.Status.Letters() {
		n.add(t.Status, letter+" "+w.text.Status[letter])
	}
	n.add(t.Method, f.Method.In(w.lang))
	n.add(t.Note, f.Note.In(w.lang))
	n.add(t.Figure, f.ID)
	w.add(Section{Heading: w.text.FullName(f.Indicator) + ": " + w.value(f), Level: 1, Notes: n})
	if f.Conflict != nil {
		w.add(w.conflict(f.Conflict, 2))
	}
}

func (n *notes) source(w *writer, s *model.Source) {
	t := &w.text.Card
	n.add(t.Publisher, s.Publisher.In(w.lang)+", "+w.text.Date(s.Date))
	n.add(t.Title, s.Title)
	if s.URL == "" {
		n.add(t.Link, w.text.Say.NoLink)
		return
	}
	*n = append(*n, Note{Label: t.Link, URL: s.URL})
}

func (w *writer) statementCard(s *model.Statement) {
	t := &w.text.Card
	topics := make([]string, 0, len(s.Topics))
	for _, c := range s.Topics {
		topics = append(topics, c.Name.In(w.lang))
	}
	said := w.statementNote(s)
	var n notes
	n.add(t.Speech, w.text.Speech[s.Speech])
	n.add(t.Office, s.Office.In(w.lang))
	n.add(t.Topics, strings.Join(topics, " · "))
	n.source(w, s.Source)
	w.add(Section{
		Heading: w.text.Speaker(s.Person) + ", " + s.Date, Level: 1, Lines: said.Lines[1:], Notes: n,
	})
}
