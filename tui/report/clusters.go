package report

import (
	"iter"
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
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
	shares, others, said := nav.InCluster(w.data, w.at, w.lang, c)
	head := w.text.Head
	if w.at.Filter != "" && len(shares)+len(others)+len(said) == 0 {
		if w.at.Item != "" { // else the others are told
			w.add(Section{Heading: c.Name.In(w.lang), Level: 1, Lines: []string{w.nothing()}})
		}
		return
	}
	w.add(Section{Heading: c.Name.In(w.lang), Level: 1, Lines: []string{c.Summary.In(w.lang)}})
	for part := range alike(shares, func(f *model.Figure) string { return w.text.ShareHead(f.Indicator) }) {
		w.add(Section{
			Heading: w.text.ShareHead(part[0].Indicator), Level: 2,
			Figures: Figures{List: part, Gauges: 100, fields: w.ordinary()},
		})
	}
	w.add(Section{Heading: head.Figures, Level: 2, Figures: Figures{List: others, fields: w.fullyNamed()}})
	if places := w.text.Places(w.data.PlacesOf(c)); places != "" {
		w.add(Section{Heading: head.Places, Level: 2, Lines: []string{places}})
	}
	w.add(Section{Heading: head.Statements, Level: 2, Statements: said, Speakers: true})
}

// alike yields the runs of figures for which of returns the same.
func alike(figures []*model.Figure, of func(*model.Figure) string) iter.Seq[[]*model.Figure] {
	return func(yield func([]*model.Figure) bool) {
		for len(figures) > 0 {
			first := of(figures[0])
			n := slices.IndexFunc(figures, func(f *model.Figure) bool { return of(f) != first })
			if n < 0 {
				n = len(figures)
			}
			if !yield(figures[:n:n]) {
				return
			}
			figures = figures[n:]
		}
	}
}
