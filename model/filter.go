package model

import (
	"fmt"
	"slices"
	"strings"

	"anhui-tui/model/suggest"
)

// Filter chooses figures: those with all of the properties given, each by the
// name of a [Property] and what it is to be. An empty filter chooses all.
type Filter map[string]string

// Property is a property of figures to filter by.
type Property struct {
	Name  string
	Means string // what it chooses, for the usage text
	// Choices returns what a filter can ask for in a dataset; nil if it is not one
	// of a few words.
	Choices func(*Dataset) []string

	of func(*Figure) string
	// or is what to test instead of comparing with of; an error if the value is
	// not one.
	or func(value string) (func(*Figure) bool, error)
}

// anyConflict is the choice of all figures in conflicts.
const anyConflict = "any"

// Properties returns the properties figures can be filtered by.
func Properties() []Property {
	return []Property{
		{
			Name: "cluster", Means: "of this cluster",
			Choices: func(d *Dataset) []string { return idsOf(d.Clusters, func(c *Cluster) string { return c.ID }) },
			of:      func(f *Figure) string { return f.Indicator.Cluster.ID },
		},
		{
			Name: "place", Means: "on this place",
			Choices: func(d *Dataset) []string { return idsOf(d.placesWithFigures(), func(p *Place) string { return p.ID }) },
			of:      func(f *Figure) string { return f.Indicator.Place.ID },
		},
		{Name: "period", Means: "for this period or a part of it: 2023, 2025-H1, 2024-09, 2021/2025", or: within},
		{
			Name: "qualifier", Means: "worded like this",
			Choices: func(*Dataset) []string {
				return idsOf(Qualifiers(), Qualifier.String)
			},
			of: func(f *Figure) string { return f.Value.Qualifier().String() },
		},
		{
			Name: "grade", Means: "from a source of this grade",
			Choices: func(*Dataset) []string { return []string{string(GradeA), string(GradeB)} },
			of:      func(f *Figure) string { return string(f.Source.Grade) },
		},
		{
			Name: "source", Means: "from this source",
			Choices: func(d *Dataset) []string { return idsOf(d.Sources, func(s *Source) string { return s.ID }) },
			of:      func(f *Figure) string { return f.Source.ID },
		},
		{
			Name: "conflict", Means: "in this conflict, or in any",
			Choices: func(d *Dataset) []string {
				return append([]string{anyConflict}, idsOf(d.Conflicts, func(c *Conflict) string { return c.ID })...)
			},
			or: func(value string) (func(*Figure) bool, error) {
				return func(f *Figure) bool {
					return f.Conflict != nil && (value == anyConflict || f.Conflict.ID == value)
				}, nil
			},
		},
		{
			Name: "since", Means: "in the dataset since this version, or a later one",
			Choices: (*Dataset).Versions,
			or: func(value string) (func(*Figure) bool, error) {
				return func(f *Figure) bool { return f.Since != "" && CompareVersions(f.Since, value) >= 0 }, nil
			},
		},
	}
}

func within(value string) (func(*Figure) bool, error) {
	p, err := ParsePeriod(value)
	return func(f *Figure) bool { return f.Period.within(p) }, err
}

func idsOf[T any](all []T, id func(T) string) []string {
	ids := make([]string, len(all))
	for i, v := range all {
		ids[i] = id(v)
	}
	return ids
}

func (d *Dataset) placesWithFigures() []*Place {
	var places []*Place
	seen := map[*Place]bool{}
	for _, f := range d.Figures {
		if p := f.Indicator.Place; !seen[p] {
			seen[p] = true
			places = append(places, p)
		}
	}
	return places
}

// Choose returns the figures a filter chooses, in dataset order. It returns an
// error that names the choices if the filter asks for what there is not.
func (d *Dataset) Choose(filter Filter) ([]*Figure, error) {
	chosen := slices.Clone(d.Figures)
	for _, p := range Properties() {
		value, given := filter[p.Name]
		if !given {
			continue
		}
		test, err := p.test(d, value)
		if err != nil {
			return nil, err
		}
		chosen = slices.DeleteFunc(chosen, func(f *Figure) bool { return !test(f) })
	}
	return chosen, nil
}

// maxNamed is the number of choices that an error names.
const maxNamed = 40

// test returns the test of figures for a value of the property.
func (p Property) test(d *Dataset, value string) (func(*Figure) bool, error) {
	if p.Choices != nil {
		choices := p.Choices(d)
		if n := slices.IndexFunc(choices, func(c string) bool { return strings.EqualFold(c, value) }); n >= 0 && !slices.Contains(choices, value) {
			value = choices[n]
		} else if n < 0 {
			message := fmt.Sprintf("unknown %s %q", p.Name, value)
			if near := suggest.Nearest(value, choices); len(near) > 0 {
				message += "; did you mean " + strings.Join(near, ", ") + "?"
			}
			rest := ""
			if n := len(choices) - maxNamed; n > 0 {
				rest = fmt.Sprintf(" and %d more", n)
			}
			return nil, fmt.Errorf("%s (one of: %s%s)", message, strings.Join(choices[:min(maxNamed, len(choices))], ", "), rest)
		}
	}
	if p.or != nil {
		return p.or(value)
	}
	return func(f *Figure) bool { return p.of(f) == value }, nil
}
