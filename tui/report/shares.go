package report

import (
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// shares is every share of a territory, those of others apart from the
// province's own.
func (w *writer) shares() {
	figures, head := nav.Shares(w.data, w.at, w.lang), w.text.SharesOf(w.data.Scope(w.at.Scope))
	if len(figures) == 0 {
		w.add(Section{Heading: head, Level: 1, Lines: []string{w.text.Say.NothingHere}})
	}
	for len(figures) > 0 {
		alike := len(figures)
		if w.at.Sort != place.ByCluster { // where each cluster has its own and others'
			head = w.text.ShareHead(figures[0].Indicator)
			other := func(f *model.Figure) bool { return w.text.ShareHead(f.Indicator) != head }
			if n := slices.IndexFunc(figures, other); n > 0 {
				alike = n
			}
		}
		w.sharesOf(head, figures[:alike])
		figures = figures[alike:]
	}
}

// sharesOf is a list of shares. As a table it says what each is a share of,
// where else its gauge stands.
func (w *writer) sharesOf(head string, figures []*model.Figure) {
	s := Section{Heading: head + " · " + w.text.SortBy[w.at.Sort], Level: 1}
	if w.at.Table {
		of := field{w.text.Report.ShareOf, false, func(f *model.Figure) string { return f.Indicator.Denominator.In(w.lang) }}
		s.Table = w.table(figures, w.nameField(), of, w.valueField(), w.rankField(), w.periodField(), w.sourceField())
	} else {
		t := w.table(figures, w.clusterField(), w.nameField(), w.valueField(), w.rankField(), w.periodField(), w.sourceField())
		s.Table = w.withGauges(t, figures, 100)
	}
	w.add(s)
}
