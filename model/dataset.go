package model

import (
	"cmp"
	"slices"
	"sync"
)

// Tables holds the rows of a data package, linked to one another, in the order
// of its files.
type Tables struct {
	Title      Text
	Heading    Text   // the title without the name of Home, for a line that begins with it
	Home       *Place // the territory the dataset is about
	Version    string // of the data package, semantic versioning
	AsOf       string // the day the data was last updated: 2026-11-23
	Places     []*Place
	Scopes     []*Scope // in the order of switching; the first is the default
	Clusters   []*Cluster
	Indicators []*Indicator
	Figures    []*Figure
	Sources    []*Source
	People     []*Person
	Offices    []*Term
	Statements []*Statement
	Conflicts  []*Conflict
	// Corrections are what versions of the dataset changed of figures.
	Corrections []*Correction
	Tour        []Stop
}

// Stop is one place of a tour of the data.
type Stop struct {
	ID      string
	Link    string // of a place of the dashboard
	Caption Text   // what the place shows
}

// Dataset is a set of tables with the indexes its queries need. It is
// immutable: values returned by its methods are shared and must not be changed.
type Dataset struct {
	Tables

	// Each is found when it is first asked for: a screen needs few of them.
	clusters     func() map[string]*Cluster
	indicators   func() map[string]*Indicator
	figures      func() map[string]*Figure
	sources      func() map[string]*Source
	people       func() map[string]*Person
	statements   func() map[string]*Statement
	conflicts    func() map[string]*Conflict
	ofCluster    func() map[*Cluster][]*Indicator
	growths      func() map[*Indicator][]*Indicator
	counterparts func() map[*Indicator][]*Indicator
	ofSource     func() map[*Source][]*Figure
	ofPerson     func() map[*Person][]*Statement
	onCluster    func() map[*Cluster][]*Statement
	headlines    func() []*Figure
	latestOf     func() map[*Cluster]latest
	trends       func() []*Indicator
	shares       func() map[*Scope][]*Figure
	parts        func() []*Place
	measures     func() []*Measure
	newest       func() []*Figure
	publishers   func() []*Publisher
	audit        func() Audit
	told         func() map[*Figure]string
	names        func() map[*Indicator]string // folded
	search       func() *searchIndex

	derived       sync.Map // by the keys of Derived
	derivedCounts sync.Map // how many of them there are of a type, *atomic.Int32
}

// NewDataset returns the dataset of the tables. Their ids must be unique and
// their references set, as the loader of package data ensures.
func NewDataset(t Tables) *Dataset {
	linkHome(&t)
	chooseHues(t.Clusters)
	linkFigures(t)
	linkConflicts(t.Figures)
	said := slices.SortedStableFunc(slices.Values(t.Statements), newestFirst)
	d := &Dataset{
		Tables:       t,
		clusters:     byID(t.Clusters, func(c *Cluster) string { return c.ID }),
		indicators:   byID(t.Indicators, func(i *Indicator) string { return i.ID }),
		figures:      byID(t.Figures, func(f *Figure) string { return f.ID }),
		sources:      byID(t.Sources, func(s *Source) string { return s.ID }),
		people:       byID(t.People, func(p *Person) string { return p.ID }),
		statements:   byID(t.Statements, func(s *Statement) string { return s.ID }),
		conflicts:    byID(t.Conflicts, func(c *Conflict) string { return c.ID }),
		ofCluster:    grouped(t.Indicators, func(i *Indicator) *Cluster { return i.Cluster }),
		growths:      grouped(t.Indicators, func(i *Indicator) *Indicator { return i.GrowthOf }),
		counterparts: grouped(t.Indicators, func(i *Indicator) *Indicator { return i.Counterpart }),
		ofSource:     grouped(t.Figures, func(f *Figure) *Source { return f.Source }),
		ofPerson:     grouped(said, func(s *Statement) *Person { return s.Person }),
	}
	d.onCluster = sync.OnceValue(func() map[*Cluster][]*Statement {
		on := map[*Cluster][]*Statement{}
		for _, s := range said {
			for _, c := range s.Topics {
				on[c] = append(on[c], s)
			}
		}
		return on
	})
	d.audit = sync.OnceValue(func() Audit { return newAudit(d.Tables) })
	d.headlines = sync.OnceValue(d.findHeadlines)
	d.latestOf = sync.OnceValue(d.findLatest)
	d.trends = sync.OnceValue(d.findTrends)
	d.shares = sync.OnceValue(d.findShares)
	d.parts = sync.OnceValue(func() []*Place { return d.partsOf(d.Home) })
	d.measures = sync.OnceValue(d.findMeasures)
	d.newest = sync.OnceValue(d.findNewest)
	d.publishers = sync.OnceValue(d.findPublishers)
	d.names = sync.OnceValue(d.findNames)
	d.told = sync.OnceValue(d.findTold)
	d.search = sync.OnceValue(d.newSearchIndex)
	return d
}

// linkHome sets the home territory of places, scopes and indicators, and the
// territory that ranks are ranks in.
func linkHome(t *Tables) {
	if t.Home == nil {
		t.Home = &Place{}
	}
	t.Home.Home = true
	for n, s := range t.Scopes {
		s.Home, s.Before = t.Home, nil
		if n > 0 {
			s.Before = t.Scopes[n-1]
		}
	}
	for _, i := range t.Indicators {
		i.RankedIn = i.Scope
		if i.Scope == nil && i.Kind != Rank && len(t.Scopes) > 0 && i.Place.Within != t.Home {
			i.RankedIn = t.Scopes[0]
		}
	}
}

// Scope returns the scope with the id, the first of the dataset for "", or nil.
func (d *Dataset) Scope(id string) *Scope {
	for _, s := range d.Scopes {
		if s.ID == id || id == "" {
			return s
		}
	}
	return nil
}

// byID returns how to find rows by their ids.
func byID[T any](rows []T, id func(T) string) func() map[string]T {
	return sync.OnceValue(func() map[string]T {
		m := make(map[string]T, len(rows))
		for _, r := range rows {
			m[id(r)] = r
		}
		return m
	})
}

// grouped returns how to find rows by what they belong to, if to anything, in their
// order.
func grouped[T any, K comparable](rows []T, of func(T) K) func() map[K][]T {
	return sync.OnceValue(func() map[K][]T {
		m := map[K][]T{}
		var none K
		for _, r := range rows {
			if k := of(r); k != none {
				m[k] = append(m[k], r)
			}
		}
		return m
	})
}

// byPeriod compares figures by period, the oldest first, then the preferred
// figure first.
func byPeriod(a, b *Figure) int {
	if c := a.Period.Compare(b.Period); c != 0 {
		return c
	}
	switch {
	case a.Lead && !b.Lead:
		return -1
	case b.Lead && !a.Lead:
		return 1
	}
	return 0
}

func newestFirst(a, b *Statement) int { return cmp.Compare(b.Date, a.Date) }

// linkFigures sets the figures of indicators, of which those of one mostly follow one
// another, and their series.
func linkFigures(t Tables) {
	for _, i := range t.Indicators {
		i.figures = nil
	}
	for rest := slices.Clone(t.Figures); len(rest) > 0; {
		i, n := rest[0].Indicator, 1
		for n < len(rest) && rest[n].Indicator == i {
			n++
		}
		if i.figures == nil {
			i.figures = rest[:n:n]
		} else {
			i.figures = append(i.figures, rest[:n]...)
		}
		rest = rest[n:]
	}
	for _, i := range t.Indicators {
		slices.SortStableFunc(i.figures, byPeriod)
		i.series = slices.Clip(i.figures)
		if slices.ContainsFunc(i.figures, offSeries) {
			i.series = slices.Clip(slices.DeleteFunc(slices.Clone(i.figures), offSeries))
		}
	}
}

// offSeries reports whether a figure is not in the series of its indicator.
func offSeries(f *Figure) bool { return !f.Lead || !f.Period.Annual() || !f.Value.Stated() }

func linkConflicts(figures []*Figure) {
	for _, f := range figures {
		if c := f.Conflict; c != nil {
			if f == c.Lead {
				c.Figures = slices.Insert(c.Figures, 0, f)
			} else {
				c.Figures = append(c.Figures, f)
			}
		}
	}
}

// Cluster returns the cluster with the id, or nil.
func (d *Dataset) Cluster(id string) *Cluster { return d.clusters()[id] }

// Indicator returns the indicator with the id, or nil.
func (d *Dataset) Indicator(id string) *Indicator { return d.indicators()[id] }

// Figure returns the figure with the id, or nil.
func (d *Dataset) Figure(id string) *Figure { return d.figures()[id] }

// Source returns the source with the id, or nil.
func (d *Dataset) Source(id string) *Source { return d.sources()[id] }

// Person returns the person with the id, or nil.
func (d *Dataset) Person(id string) *Person { return d.people()[id] }

// Statement returns the statement with the id, or nil.
func (d *Dataset) Statement(id string) *Statement { return d.statements()[id] }

// Conflict returns the conflict with the id, or nil.
func (d *Dataset) Conflict(id string) *Conflict { return d.conflicts()[id] }

// IndicatorsOf returns the indicators of a cluster, in dataset order.
func (d *Dataset) IndicatorsOf(c *Cluster) []*Indicator { return d.ofCluster()[c] }

// FiguresOf returns all figures of an indicator, the oldest period first, and
// within a period the preferred figure first.
func (d *Dataset) FiguresOf(i *Indicator) []*Figure {
	if i == nil {
		return nil
	}
	return i.figures
}

// FiguresFrom returns the figures taken from a source, in dataset order.
func (d *Dataset) FiguresFrom(s *Source) []*Figure { return d.ofSource()[s] }

// StatementsBy returns the statements of a person on a cluster, or on any if on
// is nil, the newest first.
func (d *Dataset) StatementsBy(p *Person, on *Cluster) []*Statement {
	if on == nil {
		return d.ofPerson()[p]
	}
	var said []*Statement
	for _, s := range d.ofPerson()[p] {
		if slices.Contains(s.Topics, on) {
			said = append(said, s)
		}
	}
	return said
}

// TermsOf returns a person's terms of office, in dataset order.
func (d *Dataset) TermsOf(p *Person) []*Term {
	var terms []*Term
	for _, t := range d.Offices {
		if t.Person == p {
			terms = append(terms, t)
		}
	}
	return terms
}

// OfficesOf returns the names of the offices a person held by a term or a statement,
// each once, in dataset order.
func (d *Dataset) OfficesOf(p *Person) []Text {
	var offices []Text
	add := func(office Text) {
		if office != (Text{}) && !slices.Contains(offices, office) {
			offices = append(offices, office)
		}
	}
	for _, t := range d.TermsOf(p) {
		add(t.Office)
	}
	for _, s := range d.ofPerson()[p] {
		add(s.Office)
	}
	return offices
}

// StatementsOn returns the statements on a cluster, the newest first.
func (d *Dataset) StatementsOn(c *Cluster) []*Statement { return d.onCluster()[c] }
