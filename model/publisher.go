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
func (d *Dataset) Publishers() []*Publisher {
	d.publishersOnce.Do(func() {
		byName := map[Text]*Publisher{}
		for _, s := range d.Sources {
			p := byName[s.Publisher]
			if p == nil {
				p = &Publisher{Name: s.Publisher}
				byName[s.Publisher] = p
				d.publishers = append(d.publishers, p)
			}
			p.Sources = append(p.Sources, s)
			p.Figures += len(d.ofSource[s])
		}
		for _, p := range d.publishers {
			slices.SortStableFunc(p.Sources, func(a, b *Source) int { return cmp.Compare(b.Date, a.Date) })
		}
		slices.SortStableFunc(d.publishers, func(a, b *Publisher) int { return cmp.Compare(b.Figures, a.Figures) })
	})
	return d.publishers
}
