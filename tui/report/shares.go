package report

import (
	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// shares is one share of a territory, or all of them, those of others apart from
// the province's own.
func (w *writer) shares() {
	figures, head := nav.Shares(w.data, w.at, w.lang), w.text.SharesOf(w.data.Scope(w.at.Scope))
	figures = chosen(figures, w.data.Figure(w.at.Item))
	if len(figures) == 0 {
		w.add(Section{Heading: head, Level: 1, Lines: []string{w.nothing()}})
		return
	}
	of := func(f *model.Figure) string { return w.text.ShareHead(f.Indicator) }
	if w.at.Sort.By == place.ByCluster { // where each cluster has its own and others'
		of = func(*model.Figure) string { return head }
	}
	for part := range alike(figures, of) {
		w.sharesOf(of(part[0]), part)
	}
}

// sharesOf is a list of shares. As a table it says what each is a share of,
// where else its gauge stands.
func (w *writer) sharesOf(head string, list []*model.Figure) {
	s := Section{Heading: head + " · " + nav.OrderName(w.text, nav.Sorted(w.at, nav.List)), Level: 1}
	if w.at.Table {
		of := field{w.text.Report.ShareOf, false, func(f *model.Figure) string { return f.Indicator.Denominator.In(w.lang) }}
		s.Figures = Figures{List: list, fields: []field{w.nameField(), of, w.valueField(), w.rankField(), w.periodField(), w.sourceField()}}
	} else {
		s.Figures = Figures{List: list, Gauges: 100, fields: append([]field{w.clusterField()}, w.ordinary()...)}
	}
	w.add(s)
}
