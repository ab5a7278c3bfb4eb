package report

import (
	"slices"
	"strings"

	"anhui-tui/model"
)

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
	var shares, others []*model.Figure
	for _, i := range w.data.IndicatorsOf(c) {
		switch f := w.data.Latest(i); {
		case f == nil:
		case i.Kind == model.Share:
			shares = append(shares, f)
		default:
			others = append(others, f)
		}
	}
	head := w.text.Head
	w.add(Section{Heading: c.Name.In(w.lang), Level: 1, Lines: []string{c.Summary.In(w.lang)}})
	if len(shares) > 0 {
		w.add(Section{Heading: head.Shares, Level: 2, Table: w.withGauges(w.figureTable(shares), shares, 100)})
	}
	if len(others) > 0 {
		w.add(Section{Heading: head.Figures, Level: 2, Table: w.figureTable(others)})
	}
	if places := w.placesOf(c); len(places) > 0 {
		w.add(Section{Heading: head.Places, Level: 2, Lines: []string{strings.Join(places, " · ")}})
	}
	if said := w.data.StatementsOn(c); len(said) > 0 {
		s := Section{Heading: head.Statements, Level: 2}
		for _, said := range said {
			n := w.statementNote(said)
			n.Lines[0] = w.text.Speaker(said.Person) + ", " + n.Lines[0]
			s.Notes = append(s.Notes, n)
		}
		w.add(s)
	}
}

// placesOf names the cities and peer provinces a cluster has figures for.
func (w *writer) placesOf(c *model.Cluster) []string {
	var names []string
	for _, i := range w.data.IndicatorsOf(c) {
		name := i.Place.Name.In(w.lang)
		if !i.Place.Province() && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
