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

// Shares returns the latest figure of every share of the scope that Anhui or
// a place in it holds, largest first; shares without a number come last. The
// list is the dataset's own and not to be changed.
func (d *Dataset) Shares(scope Scope) []*Figure { return d.shares[scope] }

func (d *Dataset) findShares(scope Scope) []*Figure {
	var shares []*Figure
	for _, i := range d.Indicators {
		if i.Kind == Share && i.Scope == scope {
			if f := d.Latest(i); f != nil {
				shares = append(shares, f)
			}
		}
	}
	slices.SortStableFunc(shares, func(a, b *Figure) int {
		return cmp.Compare(sortKey(b), sortKey(a))
	})
	return shares
}

// sortKey orders by what is claimed for sure, then by what is possible.
func sortKey(f *Figure) float64 {
	c, ok := f.Value.Claim()
	if !ok {
		return -1
	}
	return c.Sure + c.Possible/1e6
}

// NationalShare returns the share of China that the province was last stated
// to hold in a cluster, the largest one of that year; nil if no source states
// any.
func (d *Dataset) NationalShare(c *Cluster) *Figure {
	var latest *Figure
	for _, f := range d.Shares(China) {
		i := f.Indicator
		if i.Cluster != c || !i.Place.Province() || !f.Value.Stated() || f.Value.Qualifier() == Target {
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
func (d *Dataset) Headlines() []*Figure {
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

// Trends returns the indicators with figures, outcomes or targets, for at
// least two years.
func (d *Dataset) Trends() []*Indicator { return d.trends }

func (d *Dataset) findTrends() []*Indicator {
	var trends []*Indicator
	for _, i := range d.Indicators {
		if len(d.Series(i)) >= 2 {
			trends = append(trends, i)
		}
	}
	return trends
}

// Others returns the other figures stated for the same indicator and period:
// those that corroborate f and those that contradict it.
func (d *Dataset) Others(f *Figure) []*Figure {
	var others []*Figure
	for _, g := range d.ofIndicator[f.Indicator] {
		if g != f && g.Period == f.Period {
			others = append(others, g)
		}
	}
	return others
}
