package data

import (
	"maps"
	"slices"

	"anhui-tui/model"
)

// link resolves the ids of other rows.
func (p *pack) link() {
	home, ok := p.places.find(p.about.home)
	if !ok {
		p.about.descriptor.fault("home", "home "+quote(p.about.home)+" is not in "+p.places.file())
	}
	p.home = home
	p.linkIndicators()
	for i, c := range p.clusters.rows {
		if to, ok := linked(p, &p.clusters.sheet, i, "size", c.size, &p.indicators); ok {
			c.Size = to.Indicator
		}
	}
	p.linkObservations()
	for i, s := range p.statements.rows {
		s.Person, _ = linked(p, &p.statements.sheet, i, "person", s.person, &p.people)
		s.Source, _ = linked(p, &p.statements.sheet, i, "source", s.source, &p.sources)
		for _, topic := range s.topics {
			c, _ := linked(p, &p.statements.sheet, i, "topics", topic, &p.clusters)
			s.Topics = append(s.Topics, c.Cluster)
		}
	}
	for i, c := range p.conflicts.rows {
		if to, ok := linked(p, &p.conflicts.sheet, i, "lead", c.lead, &p.observations); ok {
			c.Lead = to.Figure
		}
	}
}

func (p *pack) linkIndicators() {
	sheet := &p.indicators.sheet
	for i, row := range p.indicators.rows {
		cluster, _ := linked(p, sheet, i, "cluster", row.cluster, &p.clusters)
		row.Cluster = cluster.Cluster
		row.Place, _ = linked(p, sheet, i, "place", row.place, &p.places)
		if row.scope != model.NoScope {
			row.Scope, _ = linked(p, sheet, i, "scope", row.scope, &p.scopes)
		}
		row.Unit, _ = linked(p, sheet, i, "unit", row.unit, &p.units)
		if of, ok := linked(p, sheet, i, "growth_of", row.growthOf, &p.indicators); ok {
			row.GrowthOf = of.Indicator
		}
	}
}

func (p *pack) linkObservations() {
	sheet := &p.observations.sheet
	for i, row := range p.observations.rows {
		indicator, _ := linked(p, sheet, i, "indicator", row.indicator, &p.indicators)
		row.Indicator = indicator.Indicator
		row.Source, _ = linked(p, sheet, i, "source", row.source, &p.sources)
		row.SaidBy, _ = linked(p, sheet, i, "said_by", row.saidBy, &p.people)
		if c, ok := linked(p, sheet, i, "conflict", row.conflict, &p.conflicts); ok {
			row.Conflict = c.Conflict
		}
		for _, id := range row.derivedFrom {
			from, _ := linked(p, sheet, i, "derived_from", id, &p.observations)
			row.DerivedFrom = append(row.DerivedFrom, from.Figure)
		}
	}
}

// maxSearched is how many ids are searched for the one that may be meant.
const maxSearched = 2000

// linked returns the row of to that the id in a cell names; false if the cell
// is empty, or, which is a fault, no row has the id.
func linked[T any](p *pack, from *sheet, row int, column, id string, to *table[T]) (T, bool) {
	found, ok := to.find(id)
	if !ok && id != "" && !p.faults.full() {
		hint := ""
		if len(to.byID) <= maxSearched {
			hint = didYouMean(id, slices.Sorted(maps.Keys(to.byID)))
		}
		p.faults.add(from.fault(row, column, quote(id)+" is not in "+to.file()+hint))
	}
	return found, ok
}
