package data

import (
	"maps"
	"slices"

	"anhui-tui/model"
)

// link replaces ids by references to rows.
func (l *loader) link() {
	home, ok := l.places.find(l.metadata.home)
	if !ok {
		l.metadata.descriptor.fault("home", "home "+quote(l.metadata.home)+" is not in "+l.places.file())
	}
	l.home = home.Place
	for i, p := range l.places.rows {
		if to, ok := linked(l, &l.places.tableText, i, "within", p.within, &l.places); ok {
			p.Within = to.Place
		}
	}
	l.linkIndicators()
	for i, c := range l.clusters.rows {
		if to, ok := linked(l, &l.clusters.tableText, i, "size", c.size, &l.indicators); ok {
			c.Size = to.Indicator
		}
		if to, ok := linked(l, &l.clusters.tableText, i, "share", c.share, &l.indicators); ok {
			c.Share = to.Indicator
		}
	}
	l.linkObservations()
	terms := map[*model.Person][]*model.Term{}
	for i, t := range l.offices.rows {
		t.Person, _ = linked(l, &l.offices.tableText, i, "person", t.person, &l.people)
		t.Source, _ = linked(l, &l.offices.tableText, i, "source", t.source, &l.sources)
		t.UntilSource, _ = linked(l, &l.offices.tableText, i, "until_source", t.untilSource, &l.sources)
		terms[t.Person] = append(terms[t.Person], t.Term)
	}
	for i, s := range l.statements.rows {
		s.Person, _ = linked(l, &l.statements.tableText, i, "person", s.person, &l.people)
		s.Source, _ = linked(l, &l.statements.tableText, i, "source", s.source, &l.sources)
		for _, topic := range s.topics {
			c, _ := linked(l, &l.statements.tableText, i, "topics", topic, &l.clusters)
			s.Topics = append(s.Topics, c.Cluster)
		}
		if t := model.TermOn(terms[s.Person], s.Date); t != nil && s.Office == (model.Text{}) {
			s.Office = t.Office
		}
	}
	for i, c := range l.conflicts.rows {
		if to, ok := linked(l, &l.conflicts.tableText, i, "lead", c.lead, &l.observations); ok {
			c.Lead = to.Figure
		}
	}
}

func (l *loader) linkIndicators() {
	table := &l.indicators.tableText
	for i, row := range l.indicators.rows {
		cluster, _ := linked(l, table, i, "cluster", row.cluster, &l.clusters)
		row.Cluster = cluster.Cluster
		place, _ := linked(l, table, i, "place", row.place, &l.places)
		row.Place = place.Place
		if row.scope != model.NoScope {
			row.Scope, _ = linked(l, table, i, "scope", row.scope, &l.scopes)
		}
		row.Unit, _ = linked(l, table, i, "unit", row.unit, &l.units)
		if of, ok := linked(l, table, i, "growth_of", row.growthOf, &l.indicators); ok {
			row.GrowthOf = of.Indicator
		}
		if of, ok := linked(l, table, i, "counterpart", row.counterpart, &l.indicators); ok {
			row.Counterpart = of.Indicator
		}
	}
}

func (l *loader) linkObservations() {
	table := &l.observations.tableText
	for i, row := range l.observations.rows {
		indicator, _ := linked(l, table, i, "indicator", row.indicator, &l.indicators)
		row.Indicator = indicator.Indicator
		row.Source, _ = linked(l, table, i, "source", row.source, &l.sources)
		row.SaidBy, _ = linked(l, table, i, "said_by", row.saidBy, &l.people)
		if c, ok := linked(l, table, i, "conflict", row.conflict, &l.conflicts); ok {
			row.Conflict = c.Conflict
		}
		for _, id := range row.derivedFrom {
			from, _ := linked(l, table, i, "derived_from", id, &l.observations)
			row.DerivedFrom = append(row.DerivedFrom, from.Figure)
		}
	}
}

// maxSearched is the number of ids searched for a suggestion.
const maxSearched = 2000

// linked returns the row of the table to with the given id; false if id is
// empty, or if there is no such row, which adds a fault.
func linked[T any](l *loader, from *tableText, row int, column, id string, to *table[T]) (T, bool) {
	found, ok := to.find(id)
	if !ok && id != "" && !l.faults.full() {
		hint := ""
		if len(to.byID) <= maxSearched {
			hint = didYouMean(id, slices.Sorted(maps.Keys(to.byID)))
		}
		l.faults.add(from.fault(row, column, quote(id)+" is not in "+to.file()+hint))
	}
	return found, ok
}
