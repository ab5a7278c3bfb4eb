package model

import (
	"cmp"
	"slices"
)

// Latest returns the preferred figure of the indicator's last period with an
// outcome, else of the first with a target; nil if it has no figures.
func (d *Dataset) Latest(i *Indicator) *Figure {
	var latest, target *Figure
	for _, f := range d.FiguresOf(i) {
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

// LatestYear returns the latest figure for a whole calendar year, outcomes
// before targets; nil if there is none.
func (d *Dataset) LatestYear(i *Indicator) *Figure {
	var latest *Figure
	for _, f := range d.Series(i) {
		if latest == nil || f.Value.Qualifier() != Target {
			latest = f
		}
	}
	return latest
}

// LastYear returns the last whole year with an outcome, 0 if there is none, and
// whether there is an outcome for, or reported in, a part of a later year.
func (d *Dataset) LastYear(i *Indicator) (year int, later bool) {
	for _, f := range d.FiguresOf(i) { // by the day their periods end
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

// Shares returns the latest figure of every share of the scope: the home
// territory's own first, then the largest first, those without a number last.
// The slice is shared and must not be changed.
func (d *Dataset) Shares(scope *Scope) []*Figure { return d.shares()[scope] }

func (d *Dataset) findShares() map[*Scope][]*Figure {
	shares := map[*Scope][]*Figure{}
	for _, i := range d.Indicators {
		if i.Kind == Share {
			if f := d.Latest(i); f != nil {
				shares[i.Scope] = append(shares[i.Scope], f)
			}
		}
	}
	for _, of := range shares {
		slices.SortStableFunc(of, func(a, b *Figure) int {
			return cmp.Or(OthersLast(a, b), cmp.Compare(sortKey(b), sortKey(a)))
		})
	}
	return shares
}

// Own reports whether a share is held by the home territory or is one within
// it, as opposed to that of a city, a firm or the country shown for comparison.
func (i *Indicator) Own() bool { return i.Scope.Within() || i.Place.Home }

// OthersLast compares two shares so that those of [Indicator.Own] come first,
// and returns -1, 0 or 1.
func OthersLast(a, b *Figure) int {
	switch {
	case a.Indicator.Own() == b.Indicator.Own():
		return 0
	case a.Indicator.Own():
		return -1
	}
	return 1
}

// sortKey orders figures by the lower end of their claim, then by the upper.
func sortKey(f *Figure) float64 {
	c, ok := f.Value.Claim()
	if !ok {
		return -1
	}
	return c.Lower + c.Upper/1e6
}

// NationalShare returns the latest figure of the cluster's share; nil if there
// is none.
func (d *Dataset) NationalShare(c *Cluster) *Figure { return d.unlessOver(d.Latest(c.Share)) }

// PartlyShared reports whether shares of the first scope are stated in a cluster,
// of parts of it if it names none.
func (d *Dataset) PartlyShared(c *Cluster) bool {
	return slices.ContainsFunc(d.Shares(d.Scope("")), func(f *Figure) bool { return f.Indicator.Cluster == c })
}

// Headlines returns the latest figures of the headline indicators, in the order
// of [Indicator.Headline].
func (d *Dataset) Headlines() []*Figure { return d.headlines() }

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

// Newest returns a figure of every source, the first that is the latest outcome of
// its indicator, those first that were published last. The slice is shared and must
// not be changed.
func (d *Dataset) Newest() []*Figure { return d.newest() }

func (d *Dataset) findNewest() (newest []*Figure) {
	has := map[*Source]bool{}
	for _, i := range d.Indicators {
		if f := d.Latest(i); f != nil && f.Value.Qualifier() != Target && !has[f.Source] {
			has[f.Source] = true
			newest = append(newest, f)
		}
	}
	slices.SortStableFunc(newest, func(a, b *Figure) int { return cmp.Compare(b.Source.Date, a.Source.Date) })
	return newest
}

// CountIn returns how many figures a cluster has.
func (d *Dataset) CountIn(c *Cluster) int {
	n := 0
	for _, i := range d.ofCluster()[c] {
		n += len(d.FiguresOf(i))
	}
	return n
}

// Series returns the preferred figures of an indicator for whole years that
// have a number, the oldest first, outcomes and targets alike. Years without a
// figure are left out. The slice is shared and must not be changed.
func (d *Dataset) Series(i *Indicator) []*Figure {
	if i == nil {
		return nil
	}
	return i.series
}

// OffSeries returns the figures of an indicator that Series leaves out: for
// parts of years, as reported, and not preferred.
func (d *Dataset) OffSeries(i *Indicator) []*Figure {
	return slices.DeleteFunc(slices.Clone(d.FiguresOf(i)), func(f *Figure) bool { return !offSeries(f) })
}

// Trends returns the indicators with figures, outcomes or targets, for at least
// two years, or for a year and a part of another.
func (d *Dataset) Trends() []*Indicator { return d.trends() }

func (d *Dataset) findTrends() []*Indicator {
	var trends []*Indicator
	for _, i := range d.Indicators {
		years, parts := len(d.Series(i)), 0
		for _, f := range d.FiguresOf(i) {
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

// LatestOf returns the latest figures of a cluster's indicators: the shares,
// national ones first, and the others.
func (d *Dataset) LatestOf(c *Cluster) (shares, others []*Figure) {
	l := d.latestOf()[c]
	return l.shares, l.others
}

// latest is the result of [Dataset.LatestOf].
type latest struct{ shares, others []*Figure }

func (d *Dataset) findLatest() map[*Cluster]latest {
	all := make(map[*Cluster]latest, len(d.Clusters))
	for _, c := range d.Clusters {
		all[c] = d.findLatestOf(c)
	}
	return all
}

func (d *Dataset) findLatestOf(c *Cluster) latest {
	var shares, others []*Figure
	for _, i := range d.ofCluster()[c] {
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

// Size returns the latest figure of the cluster's size for a whole year, else
// the latest of all; nil if there is none.
func (d *Dataset) Size(c *Cluster) *Figure {
	if f := d.unlessOver(d.LatestYear(c.Size)); f != nil {
		return f
	}
	return d.unlessOver(d.Latest(c.Size))
}

// unlessOver returns f, or nil if it is nil or a target for a time that is over
// on the day of the dataset.
func (d *Dataset) unlessOver(f *Figure) *Figure {
	if f != nil && f.Value.Qualifier() == Target && f.Period.endsBefore(d.AsOf) {
		return nil
	}
	return f
}

// PlacesOf returns the cities and peer provinces with figures in a cluster.
func (d *Dataset) PlacesOf(c *Cluster) []*Place {
	var places []*Place
	for _, i := range d.ofCluster()[c] {
		if !i.Place.Home && !slices.Contains(places, i.Place) {
			places = append(places, i.Place)
		}
	}
	return places
}

// GrowthsOf returns the indicators with figures that state the growth of a
// level. Growth is never computed: years may rest on different definitions.
func (d *Dataset) GrowthsOf(level *Indicator) []*Indicator {
	var growths []*Indicator
	for _, i := range d.growths()[level] {
		if len(d.FiguresOf(i)) > 0 {
			growths = append(growths, i)
		}
	}
	return growths
}

// Top returns the upper end of the scale of a chart of the figures: the largest
// number their wording allows.
func Top(figures []*Figure) float64 {
	top := 0.0
	for _, f := range figures {
		if c, ok := f.Value.Claim(); ok {
			top = max(top, c.Upper)
		}
	}
	return top
}
