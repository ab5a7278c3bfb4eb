package nav

import (
	"cmp"
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Shares returns the shares of the place's scope, in the place's order: those of
// others apart, but where each cluster has its own and others'.
func Shares(data *model.Dataset, at place.Place, lang model.Lang) []*model.Figure {
	by, shares := Sorted(at, List), data.Shares(data.Scope(at.Scope))
	if at.Sort != (place.Sort{}) {
		shares = flat(sorted(query{data: data, lang: lang}, alone(shares), by, figureKeys))
	}
	if by.By != place.ByCluster {
		shares = slices.Clone(shares)
		slices.SortStableFunc(shares, model.OthersLast)
	}
	return narrow(data, at, shares, model.Words.Fits)
}

// Trends returns the series of the Trends view in the place's order.
func Trends(data *model.Dataset, at place.Place, lang model.Lang) []*model.Indicator {
	all := narrow(data, at, data.Trends(), func(w model.Words, i *model.Indicator) bool { return w.FitsNamed(data, i) })
	if len(all) == 0 { // what their sources say
		all = narrow(data, at, data.Trends(), func(w model.Words, i *model.Indicator) bool { return w.FitsAny(data.FiguresOf(i)) })
	}
	return sorted(query{data: data, lang: lang}, all, at.Sort, indicatorKeys)
}

// Sources returns the sources in the place's order: else by publisher.
func Sources(data *model.Dataset, at place.Place, lang model.Lang) []*model.Source {
	if at.Sort != (place.Sort{}) {
		all := narrow(data, at, data.Sources, func(w model.Words, s *model.Source) bool { return fitsSource(data, w, s) })
		return sorted(query{data: data, lang: lang}, all, at.Sort, sourceKeys)
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
	words := data.Words(at.Filter)
	for _, p := range data.Publishers() {
		p := *p
		if p.Sources = slices.DeleteFunc(slices.Clone(p.Sources), func(s *model.Source) bool { return !fitsSource(data, words, s) }); len(p.Sources) > 0 {
			publishers = append(publishers, &p)
		}
	}
	return publishers
}

// Speakers returns the people with statements on the place's topic or, without
// a topic, with statements or terms of office, in the place's order: else those first
// who hold an office on the day of the dataset.
func Speakers(data *model.Dataset, at place.Place, lang model.Lang) []*model.Person {
	topic := data.Cluster(at.Topic)
	people := slices.DeleteFunc(slices.Clone(data.People), func(p *model.Person) bool {
		return len(data.StatementsBy(p, topic)) == 0 && (topic != nil || len(data.TermsOf(p)) == 0)
	})
	people = narrow(data, at, people, func(w model.Words, p *model.Person) bool { return fitsPerson(data, w, p) })
	if at.Sort != (place.Sort{}) {
		return sorted(query{data, lang, topic}, people, at.Sort, personKeys)
	}
	out := func(p *model.Person) int {
		if InOffice(data, p) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(people, func(a, b *model.Person) int { return cmp.Compare(out(a), out(b)) })
	return people
}

// InOffice reports whether a person holds an office on the day of the dataset.
func InOffice(data *model.Dataset, p *model.Person) bool {
	return model.TermOn(data.TermsOf(p), data.AsOf) != nil
}

// InCluster returns the latest figures of a cluster, the shares first, and what was
// said on it, as far as they fit the words of the place, in the order of its tables:
// under each heading of shares, and with growth after what it stands beside. They are
// shared and must not be changed.
func InCluster(data *model.Dataset, at place.Place, lang model.Lang, c *model.Cluster) (shares, others []*model.Figure, said []*model.Statement) {
	of := clusterOf(data, at, lang, c)
	return of.shares, of.others, of.said
}

// inCluster is what [InCluster] returns, the figures that growths stand beside, by the
// ids of both, and all ids.
type inCluster struct {
	shares, others []*model.Figure
	said           []*model.Statement
	beside         map[string]string
	subs           []string // the ids of all that
}

func clusterOf(data *model.Dataset, at place.Place, lang model.Lang, c *model.Cluster) inCluster {
	if at.Filter != "" {
		return findInCluster(data, at, lang, c)
	}
	return model.Derived(data, wholeCluster{c, at.Rows, lang}, func(data *model.Dataset, key wholeCluster) inCluster {
		return findInCluster(data, place.Place{View: place.Clusters, Rows: key.rows}, key.lang, key.of)
	})
}

// wholeCluster is all that a cluster's figures depend on without words to narrow them.
type wholeCluster struct {
	of   *model.Cluster
	rows place.Sort
	lang model.Lang
}

func findInCluster(data *model.Dataset, at place.Place, lang model.Lang, c *model.Cluster) inCluster {
	shares, others := data.LatestOf(c)
	shares, others = narrow(data, at, shares, model.Words.Fits), narrow(data, at, others, model.Words.Fits)
	if at.Rows != (place.Sort{}) {
		shares = under(shares, inOrder(data, at, lang, shares), text.For(lang).ShareHead)
	}
	others = flat(sorted(query{data: data, lang: lang}, rowsOf(others), at.Rows, figureKeys))
	beside := map[string]string{}
	for _, r := range rowsOf(others) {
		if r.Growth != nil {
			beside[r.Growth.ID] = r.ID
		}
	}
	said := narrow(data, at, data.StatementsOn(c), fitsStatement(data))
	subs := slices.Concat(ids(shares, figureID), ids(others, figureID), ids(said, statementID))
	return inCluster{slices.Clip(shares), slices.Clip(others), said, beside, slices.Clip(subs)}
}

// Series returns the figures of a series, the oldest first or in the order of the
// tables of the place, and those that are not in it.
func Series(data *model.Dataset, at place.Place, lang model.Lang, i *model.Indicator) (series, others []*model.Figure) {
	series, others = data.Series(i), data.OffSeries(i)
	return inOrder(data, at, lang, series), inOrder(data, at, lang, others)
}

// FiguresFrom returns the figures that rest on a source, in the order of the tables of
// the place.
func FiguresFrom(data *model.Dataset, at place.Place, lang model.Lang, s *model.Source) []*model.Figure {
	return inOrder(data, at, lang, data.FiguresFrom(s))
}
