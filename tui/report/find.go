package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// Unknown is the error of a name that is not there: a view, an id.
type Unknown struct {
	What    string   // "cluster"
	Name    string   // as it was asked for
	Nearest []string // what may be meant, the nearest first
	Ask     string   // the command that lists what there is
}

// Error says what is not there, and what to do.
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

// Check reports whether what a place names is there; the error is an
// [Unknown].
func Check(data *model.Dataset, at place.Place) error {
	c := checker{data: data, at: at}
	switch at.View {
	case place.Clusters:
		c.item("cluster", "clusters", ids(data.Clusters, clusterID))
		if cl := data.Cluster(at.Item); cl != nil {
			c.sub("figure or statement", "figures", append(figuresOf(data, cl), ids(data.StatementsOn(cl), statementID)...))
		}
	case place.Shares:
		c.item(string(ScopeOf(at))+" share", "figures", ids(Shares(data, at, model.EN), figureID))
	case place.Trends:
		series := ids(data.Trends(), indicatorID)
		c.item("series", "indicators", series)
		if i := data.Indicator(at.Item); i != nil {
			c.sub("figure", "figures", ids(data.FiguresOf(i), figureID))
		}
		for id := range strings.SplitSeq(at.With, ",") {
			c.known("series", id, "indicators", series)
		}
	case place.Voices:
		c.item("person", "statements", ids(data.People, personID))
		if p := data.Person(at.Item); p != nil {
			c.sub("statement", "statements", ids(data.StatementsBy(p), statementID))
		}
		c.known("topic", at.Topic, "clusters", ids(data.Clusters, clusterID))
	case place.Sources:
		c.sources()
	default:
		c.item("cluster or headline figure", "clusters", append(ids(data.Clusters, clusterID), ids(data.Headlines(), figureID)...))
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

// known notes if an id that is asked for is not among those there are.
func (c *checker) known(what, id, list string, among []string) {
	if id == "" || slices.Contains(among, id) || c.unknown != nil {
		return
	}
	c.unknown = &Unknown{what, id, Nearest(id, among), "anhui-tui list " + list}
}

// item and sub note if the item or the sub is not there, and suggest links
// that can be copied as they are.
func (c *checker) item(what, list string, among []string) {
	c.known(what, c.at.Item, list, among)
	c.suggest(func(at *place.Place, id string) { at.Item, at.Sub = id, "" }, c.at.Item)
}

func (c *checker) sub(what, list string, among []string) {
	c.known(what, c.at.Sub, list, among)
	c.suggest(func(at *place.Place, id string) { at.Sub = id }, c.at.Sub)
}

func (c *checker) suggest(put func(*place.Place, string), id string) {
	if c.unknown == nil || c.unknown.Name != id {
		return
	}
	for i, near := range c.unknown.Nearest {
		at := c.at
		put(&at, near)
		c.unknown.Nearest[i] = at.Link()
	}
}

func (c *checker) sources() {
	c.item("source", "sources", append([]string{auditItem, conflictsItem}, ids(c.data.Sources, sourceID)...))
	if c.at.Item == conflictsItem {
		c.sub("conflict", "conflicts", ids(c.data.Conflicts, conflictRowID))
	} else if s := c.data.Source(c.at.Item); s != nil {
		c.sub("figure", "figures", ids(c.data.FiguresFrom(s), figureID))
	}
}

func figuresOf(data *model.Dataset, c *model.Cluster) []string {
	indicators := data.IndicatorsOf(c)
	all := make([]*model.Figure, 0, 2*len(indicators))
	for _, i := range indicators {
		all = append(all, data.FiguresOf(i)...)
	}
	return ids(all, figureID)
}

func statementID(s *model.Statement) string  { return s.ID }
func personID(p *model.Person) string        { return p.ID }
func sourceID(s *model.Source) string        { return s.ID }
func conflictRowID(c *model.Conflict) string { return c.ID }

// FigureOf returns the figure with the id; the error is an [Unknown].
func FigureOf(data *model.Dataset, id string) (*model.Figure, error) {
	if f := data.Figure(id); f != nil {
		return f, nil
	}
	return nil, &Unknown{"figure", id, Nearest(id, ids(data.Figures, figureID)), "anhui-tui list figures"}
}

// SourceOf returns the source with the id; the error is an [Unknown].
func SourceOf(data *model.Dataset, id string) (*model.Source, error) {
	if s := data.Source(id); s != nil {
		return s, nil
	}
	return nil, &Unknown{"source", id, Nearest(id, ids(data.Sources, sourceID)), "anhui-tui list sources"}
}

// Places returns the links of what has the id, which may be of anything in
// the dataset: people type "pv" and mean clusters/pv.
func Places(data *model.Dataset, id string) []string {
	var links []string
	add := func(found bool, at place.Place) {
		if found {
			links = append(links, at.Link())
		}
	}
	add(data.Cluster(id) != nil, place.Place{View: place.Clusters, Item: id})
	if f := data.Figure(id); f != nil {
		add(true, place.Place{View: place.Clusters, Item: f.Indicator.Cluster.ID, Sub: id})
	}
	i := data.Indicator(id)
	add(i != nil && slices.Contains(data.Trends(), i), place.Place{View: place.Trends, Item: id})
	add(data.Person(id) != nil, place.Place{View: place.Voices, Item: id})
	add(data.Source(id) != nil || id == auditItem || id == conflictsItem, place.Place{View: place.Sources, Item: id})
	return links
}

// How many names are suggested, and how long a name may be to be compared:
// what people mistype is short, what they paste need not be.
const (
	maxNearest = 3
	maxName    = 120
)

// Nearest returns the names that may be meant by one that is not among them,
// at most three, the nearest first: those that hold it or need few changes.
func Nearest(name string, among []string) []string {
	if name == "" || len(name) > maxName {
		return nil
	}
	name = strings.ToLower(name)
	type candidate struct {
		name string
		off  int
	}
	var near []candidate
	for _, other := range among {
		switch limit := max(2, len(name)/3); {
		case strings.HasPrefix(other, name):
			near = append(near, candidate{other, 1})
		case strings.Contains(other, name) && len(name) > 1:
			near = append(near, candidate{other, 2})
		case max(len(other)-len(name), len(name)-len(other)) <= limit:
			if d := model.EditDistance(name, other); d <= limit && d < len(name) {
				near = append(near, candidate{other, d})
			}
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(a.off, b.off) })
	var names []string
	for _, c := range near[:min(maxNearest, len(near))] {
		names = append(names, c.name)
	}
	return names
}
