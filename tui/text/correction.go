package text

import (
	"fmt"
	"strings"

	"anhui-tui/model"
)

// CorrectionTexts are the words for what a version of the dataset corrected.
type CorrectionTexts struct {
	Said                                              string // of what, what before, in which version, what from it on, why
	Value, Lower, Upper, Preferred, Conflict, Measure string
	Yes, No, None                                     string
}

func englishCorrections() CorrectionTexts {
	return CorrectionTexts{
		Said:  "%[1]s: %[2]s before version %[3]s, %[4]s from it on. %[5]s",
		Value: "value", Lower: "lower bound", Upper: "upper bound", Preferred: "leading figure", Conflict: "conflict", Measure: "indicator",
		Yes: "yes", No: "no", None: "none",
	}
}

// Correction returns what a version of the dataset corrected of a figure: what it said
// before, what it says from it on, and why.
func (t *Texts) Correction(d *model.Dataset, c *model.Correction) string {
	w := &t.Corrections
	named := map[string]string{
		"indicator": w.Measure, "period": t.Card.Period, "qualifier": t.Card.Qualifier, "value": w.Value, "lower": w.Lower, "upper": w.Upper,
		"rank": t.Card.Rank, "as_printed": t.Card.Printed, "status": t.Card.Status, "said_by": t.Card.SaidBy, "source": t.Card.Publisher,
		"lead": w.Preferred, "conflict": w.Conflict,
	}
	is := func(cell string) string {
		switch {
		case c.What == "lead" && cell == "true":
			return w.Yes
		case c.What == "lead":
			return w.No
		case cell == "":
			return w.None
		}
		return t.QuoteMarks(t.corrected(d, c.What, cell))
	}
	return fmt.Sprintf(w.Said, named[c.What], is(c.Before), c.Version, is(c.After), c.Why.In(t.Lang))
}

// corrected returns a cell of a column of figures in words. What the dataset does not
// have any more has its id.
func (t *Texts) corrected(d *model.Dataset, column, cell string) string {
	switch column {
	case "qualifier":
		if q, ok := model.ParseQualifier(cell); ok {
			return t.Qualifier[q]
		}
	case "status":
		var words []string
		for _, letter := range strings.Split(cell, "") {
			words = append(words, t.Status[letter])
		}
		return strings.Join(words, t.Say.List)
	case "period":
		if p, err := model.ParsePeriod(cell); err == nil {
			return t.Period(p)
		}
	case "source":
		if s := d.Source(cell); s != nil {
			return s.Publisher.In(t.Lang) + t.Say.Comma + t.Date(s.Date)
		}
	case "said_by":
		if p := d.Person(cell); p != nil {
			return t.Speaker(p)
		}
	case "conflict":
		if of := d.Conflict(cell); of != nil {
			return of.Name.In(t.Lang)
		}
	case "indicator":
		if i := d.Indicator(cell); i != nil {
			return t.FullName(i)
		}
	}
	return cell
}
