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

// Standings returns the parts of the home territory with their figures of the
// place's measure, in the place's order.
func Standings(data *model.Dataset, at place.Place, lang model.Lang) []model.Standing {
	var all []model.Standing
	if m := data.Measure(at.By); m != nil {
		all = slices.Clone(m.Standings)
	} else {
		for _, p := range data.Parts() {
			all = append(all, model.Standing{Place: p})
		}
	}
	if at.Sort == place.ByName {
		slices.SortStableFunc(all, func(a, b model.Standing) int {
			return byName(a.Place.Name.In(lang), b.Place.Name.In(lang))
		})
	}
	return all
}

func cityItems(data *model.Dataset, at place.Place, lang model.Lang) []string {
	var items []string
	for _, s := range Standings(data, at, lang) {
		items = append(items, s.Place.ID)
	}
	if len(items) > 0 {
		items = append(items, data.Home.ID)
	}
	return items
}

func citySubs(data *model.Dataset, at place.Place) []string {
	var subs []string
	add := func(figures []*model.Figure) { subs = append(subs, ids(figures, figureID)...) }
	if a, b, ok := Against(data, at); ok {
		for _, c := range data.Compare(a, b) {
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
	for _, c := range data.ClustersOf(p) {
		shares, others := data.LatestIn(p, c)
		add(shares)
		add(others)
	}
	subs = append(subs, ids(data.ConflictsOf(p), conflictID)...)
	subs = append(subs, ids(data.Naming(p), statementID)...)
	add(data.EarlierIn(p))
	return subs
}

// Leading returns the figures of the parts that are first by each measure.
func Leading(data *model.Dataset) []*model.Figure {
	var leading []*model.Figure
	for _, m := range data.Measures() {
		for _, s := range m.Leaders() {
			leading = append(leading, s.Figure)
		}
	}
	return leading
}

// Distinguished returns the other figures of parts for which sources state a rank,
// or a share of a larger territory, those of one part after another.
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
		for _, c := range data.Compare(a, b) {
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
	case down > 0 && here != nil:
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
