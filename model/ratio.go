package model

import "slices"

// Incomparable is a reason why one figure is not divided by another.
type Incomparable uint8

// The reasons. The zero value is none.
const (
	Comparable      Incomparable = iota
	NotOutcome                   // one is a target or forecast
	OtherDefinition              // status d
	BrokenSeries                 // status b
	SeeNote                      // status i
	OtherSource                  // they are of two documents
	Inexact                      // one is a bound, a range, or about
	NotAboveZero                 // the first is a loss, or nothing
	IncomparableCount
)

// ratioOf returns the second of two figures of an indicator divided by the first, and
// why it is not computed: only of two exact figures of one document and one
// definition, neither with a break or a note of its own. What it returns is
// computed, and never a figure of the dataset.
func ratioOf(from, to *Figure) (ratio float64, why Incomparable) {
	either := func(is func(*Figure) bool) bool { return is(from) || is(to) }
	a, _ := from.Value.Magnitude()
	b, _ := to.Value.Magnitude()
	switch {
	case either(func(f *Figure) bool { return f.Value.Qualifier() == Target }):
		return 0, NotOutcome
	case either(func(f *Figure) bool { return f.Status.Differs() }):
		return 0, OtherDefinition
	case either(func(f *Figure) bool { return f.Status.Break() }):
		return 0, BrokenSeries
	case either(func(f *Figure) bool { return f.Status.noted() }):
		return 0, SeeNote
	case from.Source != to.Source:
		return 0, OtherSource
	case either(func(f *Figure) bool { return f.Value.Qualifier() != Exact }):
		return 0, Inexact
	case a <= 0:
		return 0, NotAboveZero
	}
	return b / a, Comparable
}

// Step is a figure compared with an earlier one of its indicator.
type Step struct {
	From, To *Figure
	Ratio    float64 // of To to From, 0 if Why is not Comparable
	Why      Incomparable
}

func stepOf(from, to *Figure) Step {
	ratio, why := ratioOf(from, to)
	return Step{from, to, ratio, why}
}

// Cause returns the one of the two figures for which they are not compared.
func (s Step) Cause() *Figure {
	if _, alone := ratioOf(s.To, s.To); alone != s.Why {
		return s.From
	}
	return s.To
}

// Own reports whether they are not compared for what is said of one of them.
func (s Step) Own() bool {
	return s.Why == OtherDefinition || s.Why == BrokenSeries || s.Why == SeeNote
}

// Yearly reports whether the figures are of two years that follow one another.
func (s Step) Yearly() bool { return s.To.Period.Year() == s.From.Period.Year()+1 }

// Steps returns the figures of a series but the first, each with the one before it;
// none where growth means nothing.
func (d *Dataset) Steps(i *Indicator) []Step {
	series := d.Series(i)
	if !i.computes() || len(series) == 0 {
		return nil
	}
	steps := make([]Step, 0, len(series)-1)
	for n, f := range series[1:] {
		steps = append(steps, stepOf(series[n], f))
	}
	return steps
}

// computes reports whether growth and index of an indicator mean anything: of
// amounts, not of percentages.
func (i *Indicator) computes() bool { return i.Kind == Level && i.Unit.ID != "percent" }

// IndexBase returns the year on which most figures of the indicators can be put at
// 100: the first of those by which most series have an index, then most years.
// It is 0 if there is none.
func (d *Dataset) IndexBase(all []*Indicator) int {
	best, most := 0, 0
	for _, i := range all {
		for _, base := range d.Series(i) {
			n := 0
			for _, other := range all {
				if years := len(d.Index(other, base.Period.Year())); years > 1 {
					n += 1000 + years
				}
			}
			if year := base.Period.Year(); n > most || n == most && n > 0 && year < best {
				best, most = year, n
			}
		}
	}
	return best
}

// Indexed is a figure as a percentage of that of the base year.
type Indexed struct {
	Figure *Figure
	Value  float64
}

// Against returns the figures of a series, each with that of a year; none where that
// has no figure, or where an index means nothing.
func (d *Dataset) Against(i *Indicator, base int) []Step {
	series := d.Series(i)
	n := slices.IndexFunc(series, func(f *Figure) bool { return f.Period.Year() == base })
	if !i.computes() || n < 0 {
		return nil
	}
	steps := make([]Step, 0, len(series))
	for _, f := range series {
		steps = append(steps, stepOf(series[n], f))
	}
	return steps
}

// Index returns the figures of an indicator that can be compared with that of the
// base year, as percentages of it, that year among them.
func (d *Dataset) Index(i *Indicator, base int) []Indexed {
	var index []Indexed
	for _, s := range d.Against(i, base) {
		if s.Why == Comparable {
			index = append(index, Indexed{s.To, s.Ratio * 100})
		}
	}
	return index
}
