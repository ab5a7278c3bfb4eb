package model

import (
	"cmp"
	"slices"
)

// Publisher is a publisher with its sources.
type Publisher struct {
	Name    Text
	Sources []*Source // the latest first
	Figures int       // how many figures rest on them
}

// Publishers returns the publishers of the sources, those with the most figures
// first. The slice is shared and must not be changed.
func (d *Dataset) Publishers() []*Publisher { return d.publishers() }

func (d *Dataset) findPublishers() (all []*Publisher) {
	byName := map[Text]*Publisher{}
	for _, s := range d.Sources {
		p := byName[s.Publisher]
		if p == nil {
			p = &Publisher{Name: s.Publisher}
			byName[s.Publisher] = p
			all = append(all, p)
		}
		p.Sources = append(p.Sources, s)
		p.Figures += len(d.ofSource()[s])
	}
	for _, p := range all {
		slices.SortStableFunc(p.Sources, func(a, b *Source) int { return cmp.Compare(b.Date, a.Date) })
	}
	slices.SortStableFunc(all, func(a, b *Publisher) int { return cmp.Compare(b.Figures, a.Figures) })
	return all
}
