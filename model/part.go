package model

import (
	"cmp"
	"slices"
	"strings"
)

// Parts returns the parts of the home territory.
func (d *Dataset) Parts() []*Place { return d.parts() }

// Part returns the part of the home territory with the id, or nil.
func (d *Dataset) Part(id string) *Place {
	for _, p := range d.parts() {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// Short returns the name without what only says which of several it is (in
// brackets) or that it is a city: as it stands where only parts of one territory do.
func (p *Place) Short() Text {
	en, _, _ := strings.Cut(p.Name.EN, " (")
	zh := strings.TrimSuffix(p.Name.ZH, cityInChinese)
	if len([]rune(zh)) < 2 {
		zh = p.Name.ZH
	}
	return Text{EN: en, ZH: zh}
}

const cityInChinese = "\u5e02"

// General returns the cluster of the figures that are of no industry: that of the
// measure stated of the most parts; nil without measures.
func (d *Dataset) General() *Cluster {
	if len(d.measures()) == 0 {
		return nil
	}
	return d.measures()[0].Indicator.Cluster
}

// ClustersOf returns the clusters that there are figures of a place in, the general
// one first.
func (d *Dataset) ClustersOf(places ...*Place) []*Cluster {
	var clusters []*Cluster
	for _, c := range d.Clusters {
		if slices.ContainsFunc(d.ofCluster()[c], func(i *Indicator) bool { return slices.Contains(places, i.Place) && len(d.FiguresOf(i)) > 0 }) {
			if c == d.General() {
				clusters = slices.Insert(clusters, 0, c)
			} else {
				clusters = append(clusters, c)
			}
		}
	}
	return clusters
}

// LatestIn returns the latest figures of a place in a cluster, as
// [Dataset.LatestOf] does of all places, those of measures first. They are shared and
// must not be changed.
func (d *Dataset) LatestIn(p *Place, c *Cluster) (shares, others []*Figure) {
	l := Derived(d, placed{p, c}, findLatestIn)
	return l.shares, l.others
}

type placed struct {
	in *Place
	of *Cluster
}

func findLatestIn(d *Dataset, what placed) latest {
	elsewhere := func(f *Figure) bool { return f.Indicator.Place != what.in }
	l := d.latestOf()[what.of]
	shares, others := slices.DeleteFunc(slices.Clone(l.shares), elsewhere), slices.DeleteFunc(slices.Clone(l.others), elsewhere)
	slices.SortStableFunc(others, func(a, b *Figure) int { return cmp.Compare(d.order(a.Indicator), d.order(b.Indicator)) })
	return latest{shares, others}
}

// order is the place of an indicator among those of its place: measures in their
// order, what is stated of the home territory too, the others.
func (d *Dataset) order(i *Indicator) int {
	if n := slices.IndexFunc(d.measures(), func(m *Measure) bool { return m.Indicator == i.Counterpart }); n >= 0 {
		return n
	}
	if i.Counterpart != nil {
		return len(d.measures())
	}
	return len(d.measures()) + 1
}

// EarlierIn returns the figures of a place that are not the latest of their
// indicators, in the order of the indicators, the latest period first.
func (d *Dataset) EarlierIn(p *Place) []*Figure {
	var earlier []*Figure
	for _, i := range d.Indicators {
		if i.Place != p {
			continue
		}
		latest := d.Latest(i)
		for _, f := range slices.Backward(d.FiguresOf(i)) {
			if f != latest {
				earlier = append(earlier, f)
			}
		}
	}
	return earlier
}

// ConflictsOf returns the conflicts that figures of a place are in.
func (d *Dataset) ConflictsOf(p *Place) []*Conflict {
	var conflicts []*Conflict
	for _, c := range d.Conflicts {
		if slices.ContainsFunc(c.Figures, func(f *Figure) bool { return f.Indicator.Place == p }) {
			conflicts = append(conflicts, c)
		}
	}
	return conflicts
}

// Distinguished returns the latest figures of parts of the home territory that
// state a rank, or a share of more than the part itself, by cluster.
func (d *Dataset) Distinguished() []*Figure {
	var figures []*Figure
	for _, c := range d.Clusters {
		shares, others := d.LatestOf(c)
		for _, f := range slices.Concat(shares, others) {
			if p := f.Indicator.Place; slices.Contains(d.parts(), p) && (f.Rank > 0 || f.Indicator.Kind == Share) {
				figures = append(figures, f)
			}
		}
	}
	return figures
}

// Pair is what sources state of the same quantity for the same period of two
// places: the preferred figures, nil of a place without one.
type Pair [2]*Figure

// First returns the figure of the first place that has one.
func (p Pair) First() *Figure {
	if p[0] != nil {
		return p[0]
	}
	return p[1]
}

// Both reports whether both places have a figure, which can then be compared.
func (p Pair) Both() bool { return p[0] != nil && p[1] != nil }

// Comparison is what is stated of two places in a cluster: what of both, then what
// of the first alone, then of the second.
type Comparison struct {
	Cluster *Cluster
	Pairs   []Pair
}

// Compare returns what is stated of two places: the general figures that both have,
// the clusters that both have figures in, those of one of them, the other general
// figures. Of a quantity that both have it is the latest period that is stated of
// both, and what either has of a later one.
func (d *Dataset) Compare(a, b *Place) []Comparison {
	return Derived(d, compared{a, b}, (*Dataset).compare)
}

type compared struct{ a, b *Place }

func (d *Dataset) compare(of compared) []Comparison {
	var all, one, rest []Comparison
	for _, c := range d.ClustersOf(of.a, of.b) {
		common, single := d.pairs(of.a, of.b, c)
		switch pairs := slices.Concat(common, single); {
		case c == d.General():
			if len(common) > 0 {
				all = append(all, Comparison{c, common})
			}
			if len(single) > 0 {
				rest = append(rest, Comparison{c, single})
			}
		case len(common) > 0, pairs[0][0] != nil && pairs[len(pairs)-1][1] != nil:
			all = append(all, Comparison{c, pairs})
		default:
			one = append(one, Comparison{c, pairs})
		}
	}
	return slices.Concat(all, one, rest)
}

// pairs returns the latest figures of two places in a cluster: those that both have,
// and the others.
func (d *Dataset) pairs(a, b *Place, c *Cluster) (common, single []Pair) {
	indicators := slices.Clone(d.ofCluster()[c])
	slices.SortStableFunc(indicators, func(i, j *Indicator) int { return cmp.Compare(d.order(i), d.order(j)) })
	for _, i := range indicators {
		if i.Place != a && i.Place != b {
			continue
		}
		var both Pair
		if i.Place == a {
			if both = d.commonPair(i, d.sameIn(b, i)); both.Both() {
				common = append(common, both)
			}
		} else {
			both = d.commonPair(d.sameIn(a, i), i)
		}
		if f := d.Latest(i); f != nil && f != both[0] && f != both[1] {
			pair := Pair{f, nil}
			if i.Place == b {
				pair = Pair{nil, f}
			}
			single = append(single, pair)
		}
	}
	slices.SortStableFunc(single, func(p, q Pair) int { return absent(p[0]) - absent(q[0]) })
	return common, single
}

// sameIn returns the indicator that measures the same as i in another place; nil
// if there is none.
func (d *Dataset) sameIn(p *Place, i *Indicator) *Indicator {
	if i.Counterpart == nil {
		return nil
	}
	return d.CounterpartIn(p, i.Counterpart)
}

// commonPair returns the figures of two indicators for the latest period that both
// have.
func (d *Dataset) commonPair(i, j *Indicator) Pair {
	for _, f := range slices.Backward(d.FiguresOf(i)) {
		if g := d.outcomeFor(j, f.Period); outcome(f) && g != nil {
			return Pair{f, g}
		}
	}
	return Pair{}
}

// Naming returns the statements that name a place in their text or in the office
// of their speaker, the newest first.
func (d *Dataset) Naming(p *Place) []*Statement {
	var said []*Statement
	name := p.Short().ZH // what sounds alike in English is spelled differently in Chinese
	for _, s := range d.Statements {
		if strings.Contains(s.Text.ZH, name) || strings.Contains(s.Office.ZH, name) {
			said = append(said, s)
		}
	}
	slices.SortStableFunc(said, newestFirst)
	return said
}
