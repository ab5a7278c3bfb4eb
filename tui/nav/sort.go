package nav

import (
	"cmp"
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Orders returns the orders the list of a view can have, its own first.
func Orders(v place.View) []place.Sort {
	return append([]place.Sort{place.ByValue}, viewOf(v).orders...)
}

// NextSort returns the place in the next order of its view, the first after the
// last.
func NextSort(at place.Place) place.Place {
	orders := Orders(at.View)
	at.Sort = orders[(slices.Index(orders, at.Sort)+1)%len(orders)]
	return at
}

// Trends returns the series of the Trends view in the place's order: by cluster, by
// name, or those with the latest figure first.
func Trends(data *model.Dataset, at place.Place, lang model.Lang) []*model.Indicator {
	all := narrow(data, at, data.Trends(), func(w model.Words, i *model.Indicator) bool { return w.FitsNamed(data, i) })
	if len(all) == 0 { // what their sources say
		all = narrow(data, at, data.Trends(), func(w model.Words, i *model.Indicator) bool { return w.FitsAny(data.FiguresOf(i)) })
	}
	switch at.Sort {
	case place.ByName:
		name := text.For(lang).FullName
		return ordered(all, func(a, b *model.Indicator) int { return byName(name(a), name(b)) })
	case place.ByDate:
		year := func(i *model.Indicator) int {
			year, _ := data.LastYear(i)
			return year
		}
		return ordered(all, func(a, b *model.Indicator) int { return cmp.Compare(year(b), year(a)) })
	case place.ByValue, place.ByCluster, place.ByCount:
	}
	return all
}

// Sources returns the sources in the place's order: by publisher, the latest first,
// or those with the most figures.
func Sources(data *model.Dataset, at place.Place) []*model.Source {
	fits := func(w model.Words, s *model.Source) bool { return fitsSource(data, w, s) }
	switch at.Sort {
	case place.ByDate:
		return ordered(narrow(data, at, data.Sources, fits), func(a, b *model.Source) int { return cmp.Compare(b.Date, a.Date) })
	case place.ByCount:
		return ordered(narrow(data, at, data.Sources, fits), func(a, b *model.Source) int {
			return cmp.Compare(len(data.FiguresFrom(b)), len(data.FiguresFrom(a)))
		})
	case place.ByValue, place.ByCluster, place.ByName:
	}
	var sources []*model.Source
	for _, p := range Publishers(data, at) {
		sources = append(sources, p.Sources...)
	}
	return sources
}

// Publishers returns the publishers with sources that fit the words of the place.
func Publishers(data *model.Dataset, at place.Place) []*model.Publisher {
	if at.Filter == "" {
		return data.Publishers()
	}
	var publishers []*model.Publisher
	for _, p := range data.Publishers() {
		p := *p
		if p.Sources = narrow(data, at, p.Sources, func(w model.Words, s *model.Source) bool { return fitsSource(data, w, s) }); len(p.Sources) > 0 {
			publishers = append(publishers, &p)
		}
	}
	return publishers
}

// sortSpeakers orders people by what they said on a topic: who spoke last, or most,
// first; else who is in office.
func sortSpeakers(data *model.Dataset, people []*model.Person, by place.Sort, topic *model.Cluster) []*model.Person {
	said := func(p *model.Person) []*model.Statement { return data.StatementsBy(p, topic) }
	last := func(p *model.Person) string {
		last := ""
		for _, s := range said(p) {
			last = max(last, s.Date)
		}
		return last
	}
	switch by {
	case place.ByDate:
		return ordered(people, func(a, b *model.Person) int { return cmp.Compare(last(b), last(a)) })
	case place.ByCount:
		return ordered(people, func(a, b *model.Person) int { return cmp.Compare(len(said(b)), len(said(a))) })
	case place.ByValue, place.ByCluster, place.ByName:
	}
	out := func(p *model.Person) int {
		if InOffice(data, p) {
			return 0
		}
		return 1
	}
	return ordered(people, func(a, b *model.Person) int { return cmp.Compare(out(a), out(b)) })
}

// InOffice reports whether a person holds an office on the day of the dataset.
func InOffice(data *model.Dataset, p *model.Person) bool {
	return model.TermOn(data.TermsOf(p), data.AsOf) != nil
}

// byName compares names as a list in their language has them: Chinese ones by
// pinyin.
func byName(a, b string) int {
	return cmp.Or(cmp.Compare(model.Initials(a), model.Initials(b)), cmp.Compare(a, b))
}

// ordered returns all in the order of compare, what is equal as before.
func ordered[T any](all []*T, compare func(a, b *T) int) []*T {
	all = slices.Clone(all)
	slices.SortStableFunc(all, compare)
	return all
}
