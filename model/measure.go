package model

import (
	"cmp"
	"slices"
)

// Measure is what the parts of the home territory are compared by: an indicator of
// the territory, and the period for which sources state its counterparts of the
// most parts. Figures for different periods are not compared.
type Measure struct {
	Indicator *Indicator // of the home territory
	Period    Period
	// Standings are those of all parts: the largest figure first, parts without one
	// last, in dataset order.
	Standings []Standing
	Stated    int      // the number of parts with a figure
	Whole     Standing // the home territory itself, without a rank
}

// Standing is the figure of a measure for a place.
type Standing struct {
	Place  *Place
	Figure *Figure // nil if none is stated
	Growth *Figure // the growth stated for the same period; nil if none is, or the measure is a growth
	Rank   int     // from 1, equal for equal claims; computed, 0 without a figure
}

// leastStated is the number of parts that must have a figure for one period to be
// compared, leastLed that for the first of them to be said to lead; of fewer parts all.
const (
	leastStated = 2
	leastLed    = 4
)

// Measures returns the measures of the parts of the home territory, those stated
// of the most parts first.
func (d *Dataset) Measures() []*Measure { return d.measures() }

// Measure returns the measure with the indicator of that id, by default the first;
// nil if there is none.
func (d *Dataset) Measure(id string) *Measure {
	for _, m := range d.measures() {
		if m.Indicator.ID == id {
			return m
		}
	}
	if len(d.measures()) > 0 {
		return d.measures()[0]
	}
	return nil
}

// Of returns the standing of a part or of the home territory.
func (m *Measure) Of(p *Place) Standing {
	for _, s := range m.Standings {
		if s.Place == p {
			return s
		}
	}
	return m.Whole
}

// Rate reports whether the figures are percentages, which do not add up.
func (m *Measure) Rate() bool { return m.Indicator.Unit.ID == "percent" }

// Leaders returns the standings in the first rank.
func (m *Measure) Leaders() []Standing {
	n := slices.IndexFunc(m.Standings, func(s Standing) bool { return s.Rank != 1 })
	if n < 0 {
		n = len(m.Standings)
	}
	return m.Standings[:n]
}

// Led reports whether enough parts have a figure for the first of them to lead in what
// is measured, not only among those few.
func (m *Measure) Led() bool { return m.Stated >= min(leastLed, len(m.Standings)) }

// Breaks returns the lower limits of the classes of the measure, but for the first
// class: those of the indicator, and else quintiles of the figures, in which case
// computed is true.
func (m *Measure) Breaks() (breaks []float64, computed bool) {
	if len(m.Indicator.Breaks) > 0 {
		return m.Indicator.Breaks, false
	}
	const classes = 5
	values := make([]float64, 0, m.Stated)
	for _, s := range m.Standings[:m.Stated] {
		if v, ok := s.Figure.Value.Magnitude(); ok {
			values = append(values, v)
		}
	}
	slices.Sort(values)
	for n := 1; n < classes; n++ {
		i := (n*len(values) + classes - 1) / classes // rounded up: the first of its class
		if i < len(values) && (len(breaks) == 0 && values[i] > values[0] || len(breaks) > 0 && values[i] > breaks[len(breaks)-1]) {
			breaks = append(breaks, values[i])
		}
	}
	return breaks, true
}

// Class returns the class of a standing by [Measure.Breaks]: from 1, 0 without a
// figure or if its wording allows more than one class.
func (m *Measure) Class(s Standing) int {
	if s.Figure == nil {
		return 0
	}
	breaks, _ := m.Breaks()
	return classOf(breaks, s.Figure.Value)
}

// findMeasures finds the measures; growths and ranks of other years are left out.
func (d *Dataset) findMeasures() []*Measure {
	var measures []*Measure
	for _, i := range d.Indicators {
		if i.Kind == Rank || len(d.counterparts()[i]) < leastStated {
			continue
		}
		if m := d.measure(i); m != nil && m.Stated >= leastStated {
			measures = append(measures, m)
		}
	}
	slices.SortStableFunc(measures, func(a, b *Measure) int { return cmp.Compare(b.Stated, a.Stated) })
	return measures
}

// measure returns the measure by an indicator; nil if there are no figures.
func (d *Dataset) measure(i *Indicator) *Measure {
	counts := map[Period]int{}
	for _, p := range d.parts() {
		for _, f := range d.FiguresOf(d.CounterpartIn(p, i)) {
			if outcome(f) {
				counts[f.Period]++
			}
		}
	}
	m := &Measure{Indicator: i}
	most := 0
	for period, n := range counts { // the latest of those stated of the most
		if n > most || n == most && period.Compare(m.Period) > 0 {
			m.Period, most = period, n
		}
	}
	if most == 0 {
		return nil
	}
	for _, p := range d.parts() {
		s := d.standing(p, d.CounterpartIn(p, i), m.Period)
		if m.Standings = append(m.Standings, s); s.Figure != nil {
			m.Stated++
		}
	}
	m.Whole = d.standing(d.Home, i, m.Period)
	slices.SortStableFunc(m.Standings, func(a, b Standing) int {
		if a.Figure == nil || b.Figure == nil {
			return absent(a.Figure) - absent(b.Figure)
		}
		return cmp.Compare(sortKey(b.Figure), sortKey(a.Figure))
	})
	for n := range m.Standings[:m.Stated] {
		s := &m.Standings[n]
		s.Rank = n + 1
		if n > 0 && sortKey(s.Figure) == sortKey(m.Standings[n-1].Figure) {
			s.Rank = m.Standings[n-1].Rank
		}
	}
	return m
}

func absent(f *Figure) int {
	if f == nil {
		return 1
	}
	return 0
}

// outcome reports whether a figure is the preferred one of its period, with a
// number that is not a target.
func outcome(f *Figure) bool {
	return f.Lead && f.Value.Stated() && f.Value.Qualifier() != Target
}

// standing returns what an indicator, which may be nil, states of a place for a
// period.
func (d *Dataset) standing(p *Place, i *Indicator, period Period) Standing {
	s := Standing{Place: p, Figure: d.outcomeFor(i, period)}
	if i != nil {
		for _, g := range d.growths()[i] {
			if s.Growth = d.outcomeFor(g, period); s.Growth != nil {
				break
			}
		}
	}
	return s
}

func (d *Dataset) outcomeFor(i *Indicator, period Period) *Figure {
	for _, f := range d.FiguresOf(i) {
		if outcome(f) && f.Period == period {
			return f
		}
	}
	return nil
}
