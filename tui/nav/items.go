// Package nav provides what the cursor moves over and where rows of the dataset
// are shown, as pure functions of the dataset and a place.
package nav

import (
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// The items of the Sources view that are not sources.
const (
	AuditItem     = "audit"
	ConflictsItem = "conflicts"
)

// present returns the figures that are not nil.
func present(figures ...*model.Figure) []*model.Figure {
	return slices.DeleteFunc(figures, func(f *model.Figure) bool { return f == nil })
}

// Charts returns the indicator of a place in Trends and all those pinned to its chart,
// in groups that have one unit, kind and scope: a chart each, that of the indicator
// first.
func Charts(data *model.Dataset, at place.Place) [][]*model.Indicator {
	first := data.Indicator(at.Item)
	if first == nil {
		return nil
	}
	charts := [][]*model.Indicator{{first}}
pinned:
	for id := range strings.SplitSeq(at.With, ",") {
		i := data.Indicator(id)
		if i == nil || len(data.Series(i)) == 0 {
			continue
		}
		for n, chart := range charts {
			if same := chart[0]; slices.Contains(chart, i) {
				continue pinned
			} else if i.Unit == same.Unit && i.Kind == same.Kind && i.Scope == same.Scope {
				charts[n] = append(chart, i)
				continue pinned
			}
		}
		charts = append(charts, []*model.Indicator{i})
	}
	return charts
}

// PlaceOf returns the place of a search result: an indicator or its latest
// figure within its cluster, any other figure within its source, a person in
// Voices or, without statements and offices, at a figure the person stated.
func PlaceOf(data *model.Dataset, f model.Found) place.Place {
	switch f.Kind {
	case model.FoundCluster:
		return place.Place{View: place.Clusters, Item: f.ID}
	case model.FoundPlace:
		return place.Place{View: place.Cities, Item: f.ID}
	case model.FoundIndicator:
		i := data.Indicator(f.ID)
		to := place.Place{View: place.Clusters, Item: i.Cluster.ID}
		if latest := data.Latest(i); latest != nil {
			to.Sub = latest.ID
		}
		return to
	case model.FoundFigure:
		figure := data.Figure(f.ID)
		if i := figure.Indicator; data.Latest(i) == figure {
			return place.Place{View: place.Clusters, Item: i.Cluster.ID, Sub: f.ID}
		}
		return place.Place{View: place.Sources, Item: figure.Source.ID, Sub: f.ID}
	case model.FoundPerson:
		p := data.Person(f.ID)
		for _, said := range data.Figures {
			if said.SaidBy == p && len(data.StatementsBy(p, nil)) == 0 && len(data.TermsOf(p)) == 0 {
				return PlaceOf(data, model.Found{Kind: model.FoundFigure, ID: said.ID})
			}
		}
		return place.Place{View: place.Voices, Item: f.ID}
	case model.FoundStatement:
		return place.Place{View: place.Voices, Item: data.Statement(f.ID).Person.ID, Sub: f.ID}
	case model.FoundSource:
		return place.Place{View: place.Sources, Item: f.ID}
	}
	return place.Place{}
}

// NextScope returns the place with the next scope, the first after the last.
func NextScope(data *model.Dataset, at place.Place) place.Place {
	if n := len(data.Scopes); n > 0 {
		at.Scope = data.Scopes[(slices.Index(data.Scopes, data.Scope(at.Scope))+1)%n].ID
	}
	return Canonical(data, at)
}

// Canonical returns the place without its scope if that is the default, the
// first of the dataset, or does not exist, and without an order or a filter
// its view does not have.
func Canonical(data *model.Dataset, at place.Place) place.Place {
	if scope := data.Scope(at.Scope); scope == nil || scope == data.Scope("") {
		at.Scope = ""
	}
	if at.View == place.Cities {
		at = canonicalCities(data, at)
	}
	for in := range paneCount {
		at = withOrder(at, in, *order(&at, in))
	}
	if !Has(at.View, Filter) {
		at.Filter = ""
	}
	return at
}

// ids returns the ids of all.
func ids[T any](all []*T, id func(*T) string, first ...string) []string {
	names := append(make([]string, 0, len(first)+len(all)), first...)
	for _, v := range all {
		names = append(names, id(v))
	}
	return names
}

func clusterID(c *model.Cluster) string     { return c.ID }
func indicatorID(i *model.Indicator) string { return i.ID }
func figureID(f *model.Figure) string       { return f.ID }
func statementID(s *model.Statement) string { return s.ID }
func personID(p *model.Person) string       { return p.ID }
func sourceID(s *model.Source) string       { return s.ID }
func placeID(p *model.Place) string         { return p.ID }
func conflictID(c *model.Conflict) string   { return c.ID }
