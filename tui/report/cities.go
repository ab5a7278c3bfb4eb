package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// cities is the ranking of the parts of the home territory and which of them lead
// in what; or the page of one, or of two side by side.
func (w *writer) cities() {
	a, b, compared := nav.Against(w.data, w.at)
	switch p := w.data.Part(w.at.Item); {
	case len(w.data.Figures) == 0:
	case len(w.data.Parts()) == 0:
		w.add(Section{Level: 1, Lines: []string{fmt.Sprintf(w.text.Say.NoParts, w.data.Home.Name.In(w.lang))}})
	case compared:
		w.compared(a, b)
	case p != nil:
		w.city(p)
	case w.at.Item == w.data.Home.ID:
		w.leaders()
	default:
		if w.ranking(); w.at.Filter == "" {
			w.leaders()
		}
	}
}

// ranking is the parts by the place's measure.
func (w *writer) ranking() {
	m := w.data.Measure(w.at.By)
	if m == nil {
		return
	}
	of := map[*model.Figure]model.Standing{}
	var stated []*model.Figure
	var without []*model.Place
	for _, s := range nav.Standings(w.data, w.at, w.lang) {
		if s.Figure == nil {
			without = append(without, s.Place)
			continue
		}
		of[s.Figure] = s
		stated = append(stated, s.Figure)
	}
	if s := m.Whole; s.Figure != nil {
		of[s.Figure] = s
		stated = append(stated, s.Figure)
	}
	s := Section{
		Heading: w.text.Measure(m), Level: 1, Lines: []string{m.Indicator.Definition.In(w.lang), w.text.Say.RankComputed},
		Figures: Figures{List: stated, fields: []field{
			{w.text.Head.Rank, true, func(f *model.Figure) string {
				if of[f].Rank == 0 {
					return ""
				}
				return strconv.Itoa(of[f].Rank)
			}},
			{w.text.Head.City, false, func(f *model.Figure) string { return f.Indicator.Place.Name.In(w.lang) }},
			w.valueField(),
			{w.text.Head.Growth, true, func(f *model.Figure) string {
				if g := of[f].Growth; g != nil {
					return w.value(g)
				}
				return ""
			}},
			{w.text.Head.Class, true, func(f *model.Figure) string { return w.class(m, of[f]) }},
			w.periodField(),
			{w.text.Head.Source, false, func(f *model.Figure) string {
				marks := w.use(f)
				if g := of[f].Growth; g != nil {
					if more := w.use(g); more != marks {
						marks += more
					}
				}
				return marks
			}},
		}},
	}
	if len(without) > 0 {
		s.Lines = append(s.Lines, w.text.Say.NotStated+w.text.Say.Colon+w.text.Listed(without))
	}
	w.add(s)
}

// class is the class of a part by a measure that is a rate, whose classes the map
// shows.
func (w *writer) class(m *model.Measure, s model.Standing) string {
	if n := m.Class(s); m.Rate() && n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// leaders is which part is first by each measure, and which sources state a rank or
// a share of.
func (w *writer) leaders() {
	w.add(Section{Heading: w.text.Head.Leading, Level: 1, Lines: []string{w.text.Say.RankComputed}, Figures: Figures{
		List: nav.Leading(w.data), fields: w.fullyNamed(),
	}})
	for part := range alike(nav.Distinguished(w.data), func(f *model.Figure) string { return f.Indicator.Place.ID }) {
		head := fmt.Sprintf(w.text.Head.Distinguished, part[0].Indicator.Place.Name.In(w.lang))
		w.add(Section{Heading: head, Level: 2, Figures: Figures{List: part, Short: true, fields: w.shortlyNamed()}})
	}
}

// shortlyNamed are the columns of figures under the name of their place.
func (w *writer) shortlyNamed() []field {
	name := field{w.text.Head.Indicator, false, func(f *model.Figure) string { return w.text.Measured(f.Indicator) }}
	return []field{name, w.valueField(), w.rankField(), w.periodField(), w.sourceField()}
}

// city is all that the dataset has on a part.
func (w *writer) city(p *model.Place) {
	clusters, page := w.data.ClustersOf(p), nav.CityOf(w.data, w.at, w.lang, p)
	var names []string
	for _, c := range clusters {
		if c != w.data.General() {
			names = append(names, c.Name.In(w.lang))
		}
	}
	s := Section{Heading: p.Name.In(w.lang), Level: 1, Lines: nonempty(strings.Join(names, " · "))}
	if m := w.data.Measure(w.at.By); m != nil {
		s.Aside = w.text.Standing(m, m.Of(p))
	}
	if p.ID == w.at.With {
		s.Lines = append(s.Lines, fmt.Sprintf(w.text.Say.CompareWith, p.Name.In(w.lang)))
	}
	if len(clusters) == 0 {
		s.Lines = append(s.Lines, w.text.Say.NothingHere)
	}
	w.add(s)
	fields := w.shortlyNamed()
	if m := w.data.Measure(w.at.By); len(page.Years) > 0 {
		w.add(Section{Heading: m.Indicator.Name.In(w.lang), Level: 2, Figures: Figures{
			List: page.Years, Short: true, Gauges: model.Top(page.Years), Years: true, fields: []field{w.periodField(), w.valueField(), w.sourceField()},
		}})
	}
	for _, c := range page.Clusters {
		s := w.clusterPart(c.Cluster)
		s.Figures = Figures{List: c.Shares, Short: true, Gauges: 100, fields: fields}
		if len(c.Shares) > 0 && len(c.Others) > 0 {
			w.add(s)
			s.Heading, s.Level = "", 0
		}
		if len(c.Others) > 0 {
			s.Figures = Figures{List: c.Others, Short: true, fields: fields}
		}
		w.add(s)
	}
	w.add(Section{Heading: w.text.Head.Remaining, Level: 2, Figures: Figures{List: page.Remaining, Short: true, fields: fields}})
	if len(page.Conflicts) > 0 {
		w.doc.Sections = append(w.doc.Sections, Section{Heading: w.text.Head.Conflicts, Level: 2})
	}
	for _, c := range page.Conflicts {
		w.add(Section{Level: 2, Conflict: c})
	}
	var without []string
	for _, c := range w.data.Clusters {
		if !slices.Contains(clusters, c) && w.at.Filter == "" {
			without = append(without, c.Name.In(w.lang))
		}
	}
	w.add(Section{Heading: w.text.Head.NotStated, Level: 2, Lines: nonempty(strings.Join(without, w.text.Say.List))})
	w.add(Section{Heading: w.text.Head.Statements, Level: 2, Statements: page.Said, Speakers: true})
	w.add(Section{Heading: w.text.Head.Earlier, Level: 2, Figures: Figures{List: page.Earlier, Short: true, fields: fields}})
}

// clusterPart is the part of a page on a cluster; the general figures have no
// heading.
func (w *writer) clusterPart(c *model.Cluster) Section {
	if c == w.data.General() {
		return Section{Level: 2}
	}
	return Section{Heading: c.Name.In(w.lang), Level: 2, Hue: c.Hue}
}

func nonempty(lines ...string) []string {
	return slices.DeleteFunc(lines, func(l string) bool { return l == "" })
}

// compared is what is stated of two parts, by cluster. Of figures of different
// quantities or periods it is said that they cannot be compared.
func (w *writer) compared(a, b *model.Place) {
	w.add(Section{
		Heading: fmt.Sprintf(w.text.Head.Compared, a.Name.In(w.lang), b.Name.In(w.lang)), Level: 1,
		Lines: []string{w.text.Say.ComparedBy},
	})
	for _, c := range nav.Comparisons(w.data, w.at, a, b) {
		pairs := c.Pairs
		s := w.clusterPart(c.Cluster)
		switch {
		case c.Cluster == w.data.General() && !pairs[0].Both():
			s.Heading = w.text.Head.Remaining
		case !pairs[0].Both() && w.at.Filter == "": // else what is common may not fit
			s.Lines = []string{w.text.Say.NoneCommon}
		}
		s.Figures = Figures{Pairs: pairs}
		of := map[*model.Figure]model.Pair{}
		for _, pair := range pairs {
			s.Figures.List = append(s.Figures.List, pair.First())
			of[pair.First()] = pair
		}
		value := func(n int, p *model.Place) field {
			return field{p.Name.In(w.lang), true, func(f *model.Figure) string {
				if of := of[f][n]; of != nil {
					return w.value(of)
				}
				return w.text.Say.NotStated
			}}
		}
		s.Figures.fields = []field{
			{w.text.Head.Indicator, false, func(f *model.Figure) string { return w.text.Measured(f.Indicator) }},
			value(0, a), value(1, b), w.periodField(),
			{w.text.Head.Source, false, func(f *model.Figure) string {
				marks := ""
				for _, f := range of[f] {
					if f != nil && !strings.Contains(marks, w.use(f)) {
						marks += w.use(f)
					}
				}
				return marks
			}},
		}
		w.add(s)
	}
}

// cityIndex is the parts by the place's measure, then the home territory and the
// other measures.
func (w *writer) cityIndex() {
	var t Table
	m := w.data.Measure(w.at.By)
	for _, s := range nav.Standings(w.data, w.at, w.lang) {
		value := w.text.Say.NotStated
		if s.Figure != nil {
			value = w.value(s.Figure)
		}
		t.add(place.Place{View: place.Cities, Item: s.Place.ID, By: w.at.By}, s.Place.Name.In(w.lang), value)
	}
	if len(t.Rows) == 0 || m == nil {
		w.cities()
		return
	}
	t.add(place.Place{View: place.Cities, Item: w.data.Home.ID, By: w.at.By}, w.text.Head.Leading, "")
	w.add(Section{Level: 1, Heading: w.text.Measure(m), Table: t})
	t = Table{}
	for _, other := range w.data.Measures() {
		if other != m {
			t.add(nav.Canonical(w.data, place.Place{View: place.Cities, By: other.Indicator.ID}), w.text.Measure(other))
		}
	}
	w.add(Section{Level: 1, Heading: w.text.Head.Measures, Table: t})
}
