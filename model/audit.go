package model

// Audit is a set of counts of the dataset, computed from its rows.
type Audit struct {
	Figures, Indicators, Sources, Statements, People, Conflicts int

	Sourced        int    // figures with a source
	Linked         int    // figures whose source is of grade A
	Approximate    int    // figures that are not exact: about, nearly, bounds and ranges
	Targets        int    // targets and forecasts
	Derived        int    // computed from other figures
	LowReliability int    // status u
	Oldest, Newest Period // of outcomes
}

// Audit returns the counts of the dataset.
func (d *Dataset) Audit() Audit { return d.audit() }

func newAudit(t Tables) Audit {
	a := Audit{
		Figures: len(t.Figures), Indicators: len(t.Indicators), Sources: len(t.Sources),
		Statements: len(t.Statements), People: len(t.People), Conflicts: len(t.Conflicts),
	}
	for _, f := range t.Figures {
		if f.Source != nil {
			a.Sourced++
			if f.Source.Grade == GradeA {
				a.Linked++
			}
		}
		if len(f.DerivedFrom) > 0 {
			a.Derived++
		}
		if f.Status.LowReliability() {
			a.LowReliability++
		}
		switch f.Value.Qualifier() {
		case Target:
			a.Targets++
			continue
		case Approx, Nearly, MoreThan, AtLeast, LessThan, AtMost, Range:
			a.Approximate++
		case Exact, Fraction, RankOnly, NotStated, qualifierCount:
		}
		if a.Oldest.text == "" || f.Period.from < a.Oldest.from {
			a.Oldest = f.Period
		}
		if a.Newest.text == "" || f.Period.Compare(a.Newest) > 0 {
			a.Newest = f.Period
		}
	}
	return a
}
