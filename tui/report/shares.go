package report

import (
	"cmp"
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// shares is every share of a territory. As a table it says what each is a
// share of, where else its gauge stands.
func (w *writer) shares() {
	figures := sharesAt(w.data, w.at, w.text)
	s := Section{Heading: w.shareHead(w.at.Scope) + " · " + w.text.SortBy[w.at.Sort], Level: 1}
	switch {
	case len(figures) == 0:
		s.Lines = []string{w.text.Say.NothingHere}
	case w.at.Table:
		of := field{w.text.Report.ShareOf, false, func(f *model.Figure) string { return f.Indicator.Denominator.In(w.lang) }}
		s.Table = w.table(figures, w.nameField(), of, w.valueField(), w.rankField(), w.periodField(), w.sourceField())
	default:
		t := w.table(figures, w.clusterField(), w.nameField(), w.valueField(), w.rankField(), w.periodField(), w.sourceField())
		s.Table = w.withGauges(t, figures, 100)
	}
	w.add(s)
}

// shareHead says what shares of a scope are shares of.
func (w *writer) shareHead(scope model.Scope) string {
	switch scope {
	case model.World:
		return w.text.Head.WorldShares
	case model.Anhui:
		return w.text.Head.AnhuiShares
	case model.China, model.NoScope:
	}
	return w.text.Head.ChinaShares
}

func scopeOf(at place.Place) model.Scope {
	if at.Scope == "" {
		return model.China
	}
	return at.Scope
}

// sharesAt are the shares of the place's scope in its order.
func sharesAt(data *model.Dataset, at place.Place, t *text.Texts) []*model.Figure {
	shares := data.Shares(scopeOf(at))
	switch at.Sort {
	case place.ByValue:
	case place.ByCluster:
		slices.SortStableFunc(shares, func(a, b *model.Figure) int {
			return cmp.Compare(slices.Index(data.Clusters, a.Indicator.Cluster), slices.Index(data.Clusters, b.Indicator.Cluster))
		})
	case place.ByName:
		slices.SortStableFunc(shares, func(a, b *model.Figure) int {
			return cmp.Compare(t.Name(a.Indicator), t.Name(b.Indicator))
		})
	}
	return shares
}
