package report

import (
	"cmp"
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// shares is every share of a territory, those of others apart from the
// province's own.
func (w *writer) shares() {
	figures, head := Shares(w.data, w.at, w.lang), w.text.SharesOf(w.data.Scope(w.at.Scope))
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

// Settled returns the place with its scope in the one form it has: the first
// scope of the dataset is not named, and neither is one that is not there.
func Settled(data *model.Dataset, at place.Place) place.Place {
	if scope := data.Scope(at.Scope); scope == nil || scope == data.Scope("") {
		at.Scope = ""
	}
	return at
}

// NextScope returns the place at the scope after its own, the first after the
// last.
func NextScope(data *model.Dataset, at place.Place) place.Place {
	if n := len(data.Scopes); n > 0 {
		at.Scope = data.Scopes[(slices.Index(data.Scopes, data.Scope(at.Scope))+1)%n].ID
	}
	return Settled(data, at)
}

// Shares are the shares of a place's scope in its order.
func Shares(data *model.Dataset, at place.Place, lang model.Lang) []*model.Figure {
	shares := slices.Clone(data.Shares(data.Scope(at.Scope)))
	switch at.Sort {
	case place.ByValue: // the order they come in
	case place.ByCluster:
		slices.SortStableFunc(shares, func(a, b *model.Figure) int {
			return cmp.Compare(slices.Index(data.Clusters, a.Indicator.Cluster), slices.Index(data.Clusters, b.Indicator.Cluster))
		})
	case place.ByName:
		name := text.For(lang).Name
		slices.SortStableFunc(shares, func(a, b *model.Figure) int {
			m, n := name(a.Indicator), name(b.Indicator)
			return cmp.Or(model.OthersLast(a, b), cmp.Compare(model.Initials(m), model.Initials(n)), cmp.Compare(m, n))
		})
	}
	return shares
}
