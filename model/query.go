package model

import (
	"cmp"
	"slices"
)

// Latest returns the lead figure of the indicator's last period that is an
// outcome; if it has only targets, the first of them; nil if it has nothing.
func (d *Dataset) Latest(i *Indicator) *Figure {
	var latest, target *Figure
	for _, f := range d.ofIndicator[i] {
		switch {
		case !f.Lead:
		case f.Value.Qualifier() == Target:
			if target == nil {
				target = f
			}
		default:
			latest = f
		}
	}
	if latest == nil {
		return target
	}
	return latest
}

// LatestYear is Latest among the figures for whole calendar years, outcomes
// before targets; nil if there are none.
func (d *Dataset) LatestYear(i *Indicator) *Figure {
	var latest *Figure
	for _, f := range d.Series(i) {
		if latest == nil || f.Value.Qualifier() != Target {
			latest = f
		}
	}
	return latest
}

// LastYear returns the last whole year an outcome is stated for, 0 if none is,
// and whether one is stated for a part of a later year, or reported in it.
func (d *Dataset) LastYear(i *Indicator) (year int, later bool) {
	for _, f := range d.ofIndicator[i] { // by the day their periods end
		switch {
		case !f.Value.Stated() || f.Value.Qualifier() == Target:
		case f.Lead && f.Period.Annual():
			year, later = f.Period.Year(), false
		case f.Period.Year() > year:
			later = true
		}
	}
	return year, later
}

// Shares returns the latest figure of every share of the scope, the province's
// own first, largest first; shares without a number come last. The
// list is the dataset's own and not to be changed.
func (d *Dataset) Shares(scope *Scope) []*Figure { return d.shares[scope] }

func (d *Dataset) findShares(scope *Scope) []*Figure {
	var shares []*Figure
	for _, i := range d.Indicators {
		if i.Kind == Share && i.Scope == scope {
			if f := d.Latest(i); f != nil {
				shares = append(shares, f)
			}
		}
	}
	slices.SortStableFunc(shares, func(a, b *Figure) int {
		return cmp.Or(OthersLast(a, b), cmp.Compare(sortKey(b), sortKey(a)))
	})
	return shares
}

// Own reports whether a share is one that the territory the dataset is about
// holds, or one within it, and
// not that of a city, a firm or the country, which stand beside for comparison.
func (i *Indicator) Own() bool { return i.Scope.Within() || i.Place.Home }

// OthersLast orders the province's own shares before those of others, for
// sorting.
func OthersLast(a, b *Figure) int {
	switch {
	case a.Indicator.Own() == b.Indicator.Own():
		return 0
	case a.Indicator.Own():
		return -1
	}
	return 1
}

// sortKey orders by what is claimed for sure, then by what is possible.
func sortKey(f *Figure) float64 {
	c, ok := f.Value.Claim()
	if !ok {
		return -1
	}
	return c.Sure + c.Possible/1e6
}

// NationalShare returns the share of the first scope that the province was last stated
// to hold in a cluster, the largest one of that year; nil if no source states
// any. Where shares contradict one another it is the one that leads.
func (d *Dataset) NationalShare(c *Cluster) *Figure {
	var latest *Figure
	for _, f := range d.Shares(d.Scope("")) {
		i := f.Indicator
		if i.Cluster != c || !i.Place.Home || !f.Value.Stated() || f.Value.Qualifier() == Target || f.ledOver() {
			continue
		}
		if latest == nil || f.Period.Year() > latest.Period.Year() {
			latest = f
		}
	}
	return latest
}

// Headlines returns the latest figures of the headline indicators, in their
// order.
func (d *Dataset) Headlines() []*Figure { return d.headlines }

func (d *Dataset) findHeadlines() []*Figure {
	var headlines []*Figure
	for _, i := range d.Indicators {
		if i.Headline > 0 {
			if f := d.Latest(i); f != nil {
				headlines = append(headlines, f)
			}
		}
	}
	slices.SortStableFunc(headlines, func(a, b *Figure) int {
		return cmp.Compare(a.Indicator.Headline, b.Indicator.Headline)
	})
	return headlines
}

// Series returns the annual lead figures of an indicator that have a number,
// oldest first, outcomes and targets alike. Years no source states are not in
// it.
func (d *Dataset) Series(i *Indicator) []*Figure {
	var series []*Figure
	for _, f := range d.ofIndicator[i] {
		if f.Lead && f.Period.Annual() && f.Value.Stated() {
			series = append(series, f)
		}
	}
	return series
}

// OffSeries returns the other figures of an indicator: for parts of years, as
// reported, and those beside the one that leads for a year.
func (d *Dataset) OffSeries(i *Indicator) []*Figure {
	series := d.Series(i)
	return slices.DeleteFunc(slices.Clone(d.ofIndicator[i]), func(f *Figure) bool { return slices.Contains(series, f) })
}

// Trends returns the indicators with figures, outcomes or targets, for at
// least two years, or for one and a part of another.
func (d *Dataset) Trends() []*Indicator { return d.trends }

func (d *Dataset) findTrends() []*Indicator {
	var trends []*Indicator
	for _, i := range d.Indicators {
		years, parts := len(d.Series(i)), 0
		for _, f := range d.ofIndicator[i] {
			if f.Lead && f.Value.Stated() && !f.Period.Annual() && !f.Period.Reported() {
				parts++
			}
		}
		if years >= 2 || years == 1 && parts > 0 {
			trends = append(trends, i)
		}
	}
	return trends
}

// LatestOf returns the latest figures of a cluster's indicators, the shares,
// those of the country first, apart from the rest.
func (d *Dataset) LatestOf(c *Cluster) (shares, others []*Figure) {
	l := d.latestOf[c]
	return l.shares, l.others
}

// latest are the latest figures of a cluster's indicators.
type latest struct{ shares, others []*Figure }

func (d *Dataset) findLatestOf(c *Cluster) latest {
	var shares, others []*Figure
	for _, i := range d.ofCluster[c] {
		switch f := d.Latest(i); {
		case f == nil:
		case i.Kind == Share:
			shares = append(shares, f)
		default:
			others = append(others, f)
		}
	}
	order := d.Scopes
	slices.SortStableFunc(shares, func(a, b *Figure) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Indicator.Scope), slices.Index(order, b.Indicator.Scope)), OthersLast(a, b))
	})
	return latest{slices.Clip(shares), others}
}

// Size returns how large a cluster was in the last year stated, or, if no
// whole year is, at the last time; nil if nothing is.
func (d *Dataset) Size(c *Cluster) *Figure {
	if f := d.LatestYear(c.Size); f != nil {
		return f
	}
	return d.Latest(c.Size)
}

// PlacesOf returns the cities and peer provinces a cluster has figures for.
func (d *Dataset) PlacesOf(c *Cluster) []*Place {
	var places []*Place
	for _, i := range d.ofCluster[c] {
		if !i.Place.Home && !slices.Contains(places, i.Place) {
			places = append(places, i.Place)
		}
	}
	return places
}

// GrowthsOf returns the indicators that state the growth of a level and have
// figures. None is ever computed: years may rest on different bases.
func (d *Dataset) GrowthsOf(level *Indicator) []*Indicator {
	var growths []*Indicator
	for _, i := range d.Indicators {
		if i.GrowthOf == level && len(d.ofIndicator[i]) > 0 {
			growths = append(growths, i)
		}
	}
	return growths
}

// Top returns the end of the scale to draw figures on: the largest number
// their words allow.
func Top(figures []*Figure) float64 {
	top := 0.0
	for _, f := range figures {
		if c, ok := f.Value.Claim(); ok {
			top = max(top, c.Possible)
		}
	}
	return top
}
