package report

import "anhui-tui/model"

// clusters is one cluster, or all of them.
func (w *writer) clusters() {
	for _, c := range chosen(w.data.Clusters, w.data.Cluster(w.at.Item)) {
		w.cluster(c)
	}
}

// chosen is the one that is not nil, else all.
func chosen[T any](all []*T, one *T) []*T {
	if one != nil {
		return []*T{one}
	}
	return all
}

func (w *writer) cluster(c *model.Cluster) {
	shares, others := w.data.LatestOf(c)
	head := w.text.Head
	w.add(Section{Heading: c.Name.In(w.lang), Level: 1, Lines: []string{c.Summary.In(w.lang)}})
	w.add(Section{Heading: head.Shares, Level: 2, Table: w.withGauges(w.shareTable(shares), shares, 100)})
	w.add(Section{Heading: head.Figures, Level: 2, Table: w.figureTable(others)})
	if places := w.text.Places(w.data.PlacesOf(c)); places != "" {
		w.add(Section{Heading: head.Places, Level: 2, Lines: []string{places}})
	}
	w.add(Section{Heading: head.Statements, Level: 2, Notes: w.statementNotes(w.data.StatementsOn(c))})
}

// statementNotes are statements of several people.
func (w *writer) statementNotes(all []*model.Statement) []Note {
	notes := make([]Note, 0, len(all))
	for _, said := range all {
		n := w.statementNote(said)
		n.Lines[0] = w.text.Speaker(said.Person) + w.text.Say.Comma + n.Lines[0]
		notes = append(notes, n)
	}
	return notes
}
