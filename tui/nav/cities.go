package nav

import (
	"cmp"
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Cities: the parts of the home territory, then that itself, whose page says which
// of them lead in what. In the page of a part are its latest figures by cluster,
// its conflicts, the statements that name it, its earlier figures; in that of two,
// what is stated of both.

// Standings returns the parts of the home territory that fit the words of the place,
// with their figures of its measure, in its order.
func Standings(data *model.Dataset, at place.Place, lang model.Lang) []model.Standing {
	var all []model.Standing
	if m := data.Measure(at.By); m != nil {
		all = slices.Clone(m.Standings)
	} else {
		for _, p := range data.Parts() {
			all = append(all, model.Standing{Place: p})
		}
	}
	if at.Filter != "" {
		fits := fittingPlaces(data, at)
		all = slices.DeleteFunc(all, func(s model.Standing) bool { return !fits(s.Place) })
	}
	return sorted(query{data: data, lang: lang}, all, at.Sort, standingKeys)
}

// fittingPlaces tells the places that have the words of a place in their name, or
// figures that fit them.
func fittingPlaces(data *model.Dataset, at place.Place) func(*model.Place) bool {
	words, has := data.Words(at.Filter), map[*model.Place]bool{}
	for _, f := range data.Figures {
		if p := f.Indicator.Place; !has[p] && words.Fits(f) {
			has[p] = true
		}
	}
	return func(p *model.Place) bool { return has[p] || words.FitsText("", p.Name.EN, p.Name.ZH) }
}

func cityItems(data *model.Dataset, at place.Place, lang model.Lang) []string {
	var items []string
	for _, s := range Standings(data, at, lang) {
		items = append(items, s.Place.ID)
	}
	if len(items) > 0 && at.Filter == "" {
		items = append(items, data.Home.ID)
	}
	return items
}

func citySubs(data *model.Dataset, at place.Place, lang model.Lang) []string {
	var subs []string
	add := func(figures []*model.Figure) { subs = append(subs, ids(figures, figureID)...) }
	if a, b, ok := Against(data, at); ok {
		for _, c := range Comparisons(data, at, a, b) {
			for _, pair := range c.Pairs {
				subs = append(subs, pair.First().ID)
			}
		}
		return subs
	}
	p := data.Part(at.Item)
	if p == nil {
		if at.Item == data.Home.ID {
			add(Leading(data))
			add(Distinguished(data))
		}
		return subs
	}
	return CityOf(data, at, lang, p).subs
}

// City is what the page of a part says of it, as far as it fits the words of the place.
type City struct {
	Years     []*model.Figure // of the place's measure, the oldest first; none of a single year
	Clusters  []InCity        // of the general ones only what parts are compared by
	Remaining []*model.Figure // the other general ones
	Conflicts []*model.Conflict
	Said      []*model.Statement
	Earlier   []*model.Figure

	subs []string // the ids of all that, in this order
}

// list returns the ids of what the page says.
func (c *City) list() []string {
	subs := ids(c.Years, figureID)
	for _, in := range c.Clusters {
		subs = append(append(subs, ids(in.Shares, figureID)...), ids(in.Others, figureID)...)
	}
	subs = append(append(subs, ids(c.Remaining, figureID)...), ids(c.Conflicts, conflictID)...)
	return append(append(subs, ids(c.Said, statementID)...), ids(c.Earlier, figureID)...)
}

// InCity is the latest figures of a part in a cluster.
type InCity struct {
	*model.Cluster
	Shares, Others []*model.Figure
}

// CityOf returns the page of a part, its figures in the order of the place. It is shared
// and must not be changed.
func CityOf(data *model.Dataset, at place.Place, lang model.Lang, p *model.Place) City {
	if at.Filter != "" {
		return findCity(data, at, lang, p)
	}
	key := wholePage{of: p, rows: at.Rows, lang: lang}
	if m := data.Measure(at.By); m != nil {
		key.by = m.Indicator.ID
	}
	return model.Derived(data, key, func(data *model.Dataset, key wholePage) City {
		return findCity(data, place.Place{View: place.Cities, By: key.by, Rows: key.rows}, key.lang, key.of)
	})
}

// wholePage is all that the page of a part depends on without words to narrow it.
type wholePage struct {
	of   *model.Place
	by   string // what it is compared by
	rows place.Sort
	lang model.Lang
}

func findCity(data *model.Dataset, at place.Place, lang model.Lang, p *model.Place) City {
	city := City{Years: narrow(data, at, yearsIn(data, at, p), model.Words.Fits)}
	list := func(figures []*model.Figure) []*model.Figure {
		figures = slices.DeleteFunc(slices.Clone(figures), func(f *model.Figure) bool { return slices.Contains(city.Years, f) })
		return inOrder(data, at, lang, narrow(data, at, figures, model.Words.Fits))
	}
	all := data.ClustersOf(p)
	measured := make([]*model.Indicator, 0, len(data.Measures())) // by which parts are compared
	for _, m := range data.Measures() {
		measured = append(measured, data.CounterpartIn(p, m.Indicator))
	}
	for _, c := range all {
		shares, others := data.LatestIn(p, c)
		in := InCity{c, list(shares), list(others)}
		if c == data.General() && len(all) > 1 {
			isMeasured := func(f *model.Figure) bool { return slices.Contains(measured, f.Indicator) }
			for _, f := range in.Others {
				if !isMeasured(f) {
					city.Remaining = append(city.Remaining, f)
				}
			}
			in.Others = slices.DeleteFunc(in.Others, func(f *model.Figure) bool { return !isMeasured(f) })
		}
		if len(in.Shares)+len(in.Others) > 0 {
			city.Clusters = append(city.Clusters, in)
		}
	}
	city.Conflicts = narrow(data, at, data.ConflictsOf(p), func(w model.Words, c *model.Conflict) bool { return w.FitsAny(c.Figures) })
	city.Said = narrow(data, at, data.Naming(p), fitsStatement(data))
	city.Earlier = list(data.EarlierIn(p))
	city.subs = slices.Clip(city.list())
	return city
}

// yearsIn returns the outcomes of the place's measure in a part, if there are several.
func yearsIn(data *model.Dataset, at place.Place, p *model.Place) []*model.Figure {
	m := data.Measure(at.By)
	if m == nil {
		return nil
	}
	series := slices.Clone(data.Series(data.CounterpartIn(p, m.Indicator)))
	years := slices.DeleteFunc(series, func(f *model.Figure) bool { return f.Value.Qualifier() == model.Target })
	if len(years) < 2 {
		return nil
	}
	return years
}

// Comparisons returns what is stated of two parts, as far as it fits the words of the
// place.
func Comparisons(data *model.Dataset, at place.Place, a, b *model.Place) []model.Comparison {
	all := data.Compare(a, b)
	if at.Filter == "" {
		return all
	}
	words := data.Words(at.Filter)
	var fitting []model.Comparison
	for _, c := range all {
		c.Pairs = slices.DeleteFunc(slices.Clone(c.Pairs), func(pair model.Pair) bool { return !words.FitsAny(present(pair[0], pair[1])) })
		if len(c.Pairs) > 0 {
			fitting = append(fitting, c)
		}
	}
	return fitting
}

// Leading returns the figures of the parts that are first by each measure that is stated of enough.
func Leading(data *model.Dataset) []*model.Figure {
	var leading []*model.Figure
	for _, m := range data.Measures() {
		if !m.Led() {
			continue
		}
		for _, s := range m.Leaders() {
			leading = append(leading, s.Figure)
		}
	}
	return leading
}

// Distinguished returns the other figures of parts for which sources state a rank,
// or a share of a larger territory, those of one part after another. They are shared
// and must not be changed.
func Distinguished(data *model.Dataset) []*model.Figure {
	return model.Derived(data, distinguished{}, findDistinguished)
}

type distinguished struct{}

func findDistinguished(data *model.Dataset, _ distinguished) []*model.Figure {
	leading := Leading(data)
	others := slices.DeleteFunc(data.Distinguished(), func(f *model.Figure) bool { return slices.Contains(leading, f) })
	slices.SortStableFunc(others, func(f, g *model.Figure) int {
		parts := data.Parts()
		return cmp.Compare(slices.Index(parts, f.Indicator.Place), slices.Index(parts, g.Indicator.Place))
	})
	return others
}

// Against returns the two parts that a place compares; false if it compares none.
func Against(data *model.Dataset, at place.Place) (a, b *model.Place, ok bool) {
	a, b = data.Part(at.With), data.Part(at.Item)
	return a, b, a != nil && b != nil && a != b
}

func cityFigures(data *model.Dataset, at place.Place) []*model.Figure {
	a, b, compared := Against(data, at)
	if c := data.Conflict(at.Sub); c != nil && data.Figure(at.Sub) == nil {
		return c.Figures
	}
	if f := data.Figure(at.Sub); f != nil && compared {
		for _, c := range data.Compare(a, b) { // whatever fits
			for _, pair := range c.Pairs {
				if pair.First() == f {
					return present(pair[0], pair[1])
				}
			}
		}
	}
	m := data.Measure(at.By)
	switch p := data.Part(at.Item); {
	case at.Sub != "":
		return subFigure(data, at)
	case m == nil:
	case compared:
		return present(m.Of(a).Figure, m.Of(b).Figure)
	case p != nil:
		return present(m.Of(p).Figure)
	case at.Item == data.Home.ID:
		return present(m.Whole.Figure)
	}
	return nil
}

func cityName(data *model.Dataset, id string, t *text.Texts) string {
	if p := data.Part(id); p != nil {
		return p.Name.In(t.Lang)
	}
	if id == data.Home.ID && len(data.Parts()) > 0 {
		return data.Home.Name.In(t.Lang)
	}
	return ""
}

// openCity leads from a conflict to the list of them, from a statement to its
// speaker, and else deeper.
func openCity(data *model.Dataset, at place.Place, lang model.Lang) place.Place {
	switch s := data.Statement(at.Sub); {
	case data.Figure(at.Sub) != nil:
	case data.Conflict(at.Sub) != nil:
		return place.Place{View: place.Sources, Item: ConflictsItem, Sub: at.Sub}
	case s != nil:
		return place.Place{View: place.Voices, Item: s.Person.ID, Sub: s.ID}
	}
	return openDetail(data, at, lang)
}

// NextMeasure returns the place with the next measure, the first after the last.
func NextMeasure(data *model.Dataset, at place.Place) place.Place {
	all := data.Measures()
	if len(all) > 0 {
		at.By = all[(slices.Index(all, data.Measure(at.By))+1)%len(all)].Indicator.ID
	}
	return Canonical(data, at)
}

// canonicalCities returns the place without a measure that is the first or does not
// exist, and without a city to compare with that is none.
func canonicalCities(data *model.Dataset, at place.Place) place.Place {
	if m := data.Measure(at.By); m == nil || m.Indicator.ID != at.By || m == data.Measure("") {
		at.By = ""
	}
	if data.Part(at.With) == nil {
		at.With = ""
	}
	return at
}

// Beside returns the place with the cursor on the nearest tile of the map to the
// right (right is 1) or the left (-1), or in the row below (down is 1) or above
// (-1); the home territory is below all of them. It is the place itself where
// nothing is.
func Beside(data *model.Dataset, at place.Place, right, down int) place.Place {
	here, parts := data.Part(at.Item), data.Parts()
	if at.Filter != "" {
		fits := fittingPlaces(data, at)
		parts = slices.DeleteFunc(slices.Clone(parts), func(p *model.Place) bool { return !fits(p) })
	}
	tile := model.Tile{Row: rows(parts) + 1}
	if here != nil {
		tile = here.Tile
	}
	best := here
	for _, p := range parts {
		if p.Tile == (model.Tile{}) || p == here {
			continue
		}
		row, column := p.Tile.Row-tile.Row, p.Tile.Column-tile.Column
		if right != 0 && (row != 0 || column*right < 0) || down != 0 && row*down <= 0 {
			continue
		}
		if best == here || nearer(tile, p.Tile, best.Tile) {
			best = p
		}
	}
	switch {
	case best != here:
		at.Item = best.ID
	case down > 0 && here != nil && at.Filter == "":
		at.Item = data.Home.ID
	}
	return at
}

// nearer reports whether tile a is nearer to one than b is: in a nearer row, then
// in a nearer column.
func nearer(to, a, b model.Tile) bool {
	distance := func(m, n int) int { return max(m-n, n-m) }
	return cmp.Or(
		cmp.Compare(distance(a.Row, to.Row), distance(b.Row, to.Row)),
		cmp.Compare(distance(a.Column, to.Column), distance(b.Column, to.Column)),
	) < 0
}

// rows is the number of rows of the map of places.
func rows(parts []*model.Place) int {
	n := 0
	for _, p := range parts {
		n = max(n, p.Tile.Row)
	}
	return n
}
