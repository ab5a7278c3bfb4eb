package nav

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/model/suggest"
	"anhui-tui/tui/place"
)

// Unknown is the error of a name that does not exist, of a view or an id.
type Unknown struct {
	What    string   // "cluster"
	Name    string   // as given
	Nearest []string // suggestions, the nearest first
	Ask     string   // the command that lists the names
}

// Error returns the name, with suggestions or the command that lists names.
func (u *Unknown) Error() string {
	s := fmt.Sprintf("no %s %q", u.What, u.Name)
	switch {
	case len(u.Nearest) > 0:
		return s + "; did you mean " + strings.Join(u.Nearest, ", ") + "?"
	case u.Ask != "":
		return s + "; see " + u.Ask
	}
	return s
}

// Find returns the place a link leads to, canonical, or an [Unknown]. A figure that the link's
// view has no more, as when a newer one has taken its row, is at its own place: links
// of older datasets, which are in citations, open what they named.
func Find(data *model.Dataset, at place.Place) (place.Place, error) {
	err := Check(data, at)
	var unknown *Unknown
	if errors.As(err, &unknown) && (unknown.Name == at.Sub || unknown.Name == at.Item) && data.Figure(unknown.Name) != nil {
		to := PlaceOf(data, model.Found{Kind: model.FoundFigure, ID: unknown.Name})
		to.Card, to.Keep = at.Card, at.Keep
		return to, Check(data, to)
	}
	return Canonical(data, at), err
}

// Check returns an [Unknown] if an id in the place does not exist in the
// place's view, and nil otherwise.
func Check(data *model.Dataset, at place.Place) error {
	c := checker{data: data, at: at}
	if data.Scope(at.Scope) == nil && at.Scope != "" {
		return &Unknown{"scope", at.Scope, ids(data.Scopes, (*model.Scope).String), "anhui-tui list indicators"}
	}
	n := viewOf(at.View).nouns(data, at)
	c.known(n.item, at.Item, n.items, Items(data, at, model.EN))
	c.suggest(func(at *place.Place, id string) { at.Item, at.Sub = id, "" }, at.Item)
	c.known(n.sub, at.Sub, n.subs, Subs(data, at, model.EN))
	c.suggest(func(at *place.Place, id string) { at.Sub = id }, at.Sub)
	if Has(at.View, With) {
		for _, id := range at.Pinned() {
			c.known("series", id, "indicators", ids(data.Trends(), indicatorID))
		}
	}
	if Has(at.View, By) {
		measures := make([]string, 0, len(data.Measures()))
		for _, m := range data.Measures() {
			measures = append(measures, m.Indicator.ID)
		}
		c.known("measure", at.By, "indicators", measures)
	}
	if Has(at.View, Other) {
		c.known("city", at.With, "places", ids(data.Parts(), placeID))
	}
	for _, id := range at.Kept() {
		c.known("figure", id, "figures", ids(data.Figures, figureID))
	}
	if Has(at.View, Topic) {
		c.known("topic", at.Topic, "clusters", ids(data.Clusters, clusterID))
	}
	if c.unknown != nil {
		return c.unknown
	}
	return nil
}

type checker struct {
	data    *model.Dataset
	at      place.Place
	unknown *Unknown // the first
}

// known sets unknown if id is given and not in among, unless it is set already.
func (c *checker) known(what, id, list string, among []string) {
	if id == "" || slices.Contains(among, id) || c.unknown != nil {
		return
	}
	c.unknown = &Unknown{what, id, suggest.Nearest(id, among), "anhui-tui list " + list}
}

// suggest replaces the suggestions for id by links to them. A figure that
// exists elsewhere is suggested at its own place.
func (c *checker) suggest(put func(*place.Place, string), id string) {
	if c.unknown == nil || c.unknown.Name != id {
		return
	}
	if f := c.data.Figure(id); f != nil {
		at := PlaceOf(c.data, model.Found{Kind: model.FoundFigure, ID: id})
		at.Card = c.at.Card
		c.unknown.Nearest = []string{at.Link()}
		return
	}
	for i, near := range c.unknown.Nearest {
		at := c.at
		put(&at, near)
		c.unknown.Nearest[i] = at.Link()
	}
}

// FigureOf returns the figure with the id, or an [Unknown].
func FigureOf(data *model.Dataset, id string) (*model.Figure, error) {
	if f := data.Figure(id); f != nil {
		return f, nil
	}
	return nil, &Unknown{"figure", id, suggest.Nearest(id, ids(data.Figures, figureID)), "anhui-tui list figures"}
}

// SourceOf returns the source with the id, or an [Unknown].
func SourceOf(data *model.Dataset, id string) (*model.Source, error) {
	if s := data.Source(id); s != nil {
		return s, nil
	}
	return nil, &Unknown{"source", id, suggest.Nearest(id, ids(data.Sources, sourceID)), "anhui-tui list sources"}
}

// Places returns the links to the rows of any table with the id: for "pv",
// clusters/pv.
func Places(data *model.Dataset, id string) []string {
	var links []string
	add := func(found bool, kind model.FoundKind) {
		if found {
			links = append(links, PlaceOf(data, model.Found{Kind: kind, ID: id}).Link())
		}
	}
	add(data.Cluster(id) != nil, model.FoundCluster)
	add(data.Part(id) != nil, model.FoundPlace)
	add(data.Figure(id) != nil, model.FoundFigure)
	if i := data.Indicator(id); slices.Contains(data.Trends(), i) {
		links = append(links, place.Place{View: place.Trends, Item: id}.Link())
	} else {
		add(i != nil, model.FoundIndicator)
	}
	add(data.Person(id) != nil, model.FoundPerson)
	add(data.Statement(id) != nil, model.FoundStatement)
	add(data.Source(id) != nil || id == AuditItem || id == ConflictsItem, model.FoundSource)
	return links
}
