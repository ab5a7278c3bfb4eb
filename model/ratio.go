package model

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

// Ratio returns the second of two figures of an indicator divided by the first, and
// why it is not computed: only of two exact figures of one document and one
// definition, neither with a break or a note of its own. What it returns is
// computed, and never a figure of the dataset.
func Ratio(from, to *Figure) (ratio float64, why Incomparable) {
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
	case either(func(f *Figure) bool { return f.Status.Noted() }):
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

// Computes reports whether growth and index of an indicator mean anything: of
// amounts, not of percentages.
func (i *Indicator) Computes() bool { return i.Kind == Level && i.Unit.ID != "percent" }

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

// Index returns the figures of an indicator that can be compared with that of the
// base year, as percentages of it, that year among them.
func (d *Dataset) Index(i *Indicator, base int) []Indexed {
	if !i.Computes() {
		return nil
	}
	series := d.Series(i)
	for _, from := range series {
		if from.Period.Year() != base {
			continue
		}
		var index []Indexed
		for _, f := range series {
			if ratio, why := Ratio(from, f); why == Comparable {
				index = append(index, Indexed{f, ratio * 100})
			}
		}
		return index
	}
	return nil
}
