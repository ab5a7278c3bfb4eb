package text

import (
	"fmt"
	"strings"

	"anhui-tui/model"
)

// Name returns the name of an indicator, with its place before it unless that
// is the home territory.
func (t *Texts) Name(i *model.Indicator) string { return t.placed(i, i.Name.In(t.Lang)) }

// placed returns a name of an indicator with its place before it unless that is the
// home territory.
func (t *Texts) placed(i *model.Indicator, name string) string {
	if i.Place.Home {
		return name
	}
	return i.Place.Name.In(t.Lang) + " · " + name
}

// FullName returns Name with the scope of a share, as levels and shares of the
// same quantity have the same name.
func (t *Texts) FullName(i *model.Indicator) string {
	return t.placed(i, t.Measured(i))
}

// Measured returns FullName without the place, where that stands above or beside.
func (t *Texts) Measured(i *model.Indicator) string {
	name := i.Name.In(t.Lang)
	if i.Kind == model.Share && i.Scope != nil && !i.Scope.Within() {
		return fmt.Sprintf(t.ShareIn, name, i.Scope.Name.In(t.Lang))
	}
	return name
}

// Short returns FullName in fewer words, where the cluster stands above or beside: the
// name the dataset has for that, and in Chinese the place without the word for a city and
// without spaces.
func (t *Texts) Short(i *model.Indicator) string {
	name := i.Short.In(t.Lang)
	if name == "" {
		name = t.Measured(i)
	}
	switch {
	case i.Place.Home:
		return name
	case t.Lang == model.ZH:
		return i.Place.Short().ZH + "·" + name
	}
	return i.Place.Name.EN + " · " + name
}

// SharesOf returns the heading of the shares of a scope.
func (t *Texts) SharesOf(scope *model.Scope) string {
	switch {
	case scope == nil:
		return t.Head.Shares
	case scope.Within():
		return fmt.Sprintf(t.Head.SharesWithin, scope.Name.In(t.Lang))
	}
	return fmt.Sprintf(t.Head.SharesOf, scope.Home.Name.In(t.Lang), scope.Name.In(t.Lang))
}

// ShareHead returns the heading a share is listed under: that of the home
// territory's shares, or of others'.
func (t *Texts) ShareHead(i *model.Indicator) string {
	switch scope := i.Scope; {
	case scope == nil || i.Own():
		return t.SharesOf(scope)
	case scope.Before == nil:
		return fmt.Sprintf(t.Head.CityShares, scope.Name.In(t.Lang))
	default:
		return fmt.Sprintf(t.Head.OtherShares, scope.Name.In(t.Lang), scope.Before.Name.In(t.Lang))
	}
}

// Value formats the value of a figure, or its rank if it has no value.
func (t *Texts) Value(f *model.Figure) string {
	if f.Value.Qualifier() == model.RankOnly {
		return t.rankOf(f)
	}
	return t.Words.Value(f.Value, f.Indicator.Unit)
}

// Full formats the value of a figure like Value, but with all the digits it is
// stored with.
func (t *Texts) Full(f *model.Figure) string {
	if f.Value.Qualifier() == model.RankOnly {
		return t.rankOf(f)
	}
	return t.Words.Full(f.Value, f.Indicator.Unit)
}

// Brief formats the value of a figure for a narrow column: a fraction without
// its percentage.
func (t *Texts) Brief(f *model.Figure) string {
	if f.Value.Qualifier() == model.RankOnly {
		return t.rankOf(f)
	}
	return t.Words.Brief(f.Value, f.Indicator.Unit)
}

// OnChart formats the value of a figure beside its mark on a chart, with its
// qualifier but without the unit, which the chart states once.
func (t *Texts) OnChart(f *model.Figure) string { return t.Words.Bare(f.Value, f.Indicator.Unit) }

// Printed returns the number and the rank of a figure as printed.
func (t *Texts) Printed(f *model.Figure) string {
	return t.beside(f.AsPrinted, t.Say.Semicolon, f.RankAsPrinted)
}

// Remark returns what followed by the note of the figure.
func (t *Texts) Remark(what string, f *model.Figure) string {
	return t.beside(what, t.Say.Colon, f.Note.In(t.Lang))
}

// Computed returns the growth from one figure to another in percent; "" where it is not
// computed.
func (t *Texts) Computed(s model.Step) string {
	if s.Why != model.Comparable {
		return ""
	}
	percent := model.FormatNumber((s.Ratio-1)*100, 3, t.Lang) + "%"
	if s.Ratio >= 1 {
		percent = "+" + percent
	}
	return percent
}

// ComputedIndex returns a figure as a percentage of that of the base year.
func (t *Texts) ComputedIndex(v float64) string { return model.FormatNumber(v, 4, t.Lang) }

// NotComputed returns why growth or an index is not computed, without the notes of the
// figures; "" where it is, or where a target is compared.
func (t *Texts) NotComputed(s model.Step) string {
	switch why := t.Chart.Why[s.Why]; {
	case s.Why == model.Comparable || s.Why == model.NotOutcome:
		return ""
	case s.Own() && s.Cause() != s.To:
		return t.Period(s.From.Period) + t.Say.Colon + why
	case s.Why == model.OtherSource && !s.Yearly():
		return fmt.Sprintf(t.Chart.OtherThan, t.Period(s.From.Period))
	default:
		return why
	}
}

// beside joins two texts, if neither is empty, with between.
func (t *Texts) beside(a, between, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + between + b
}

// Quoted returns the number and the rank of a figure as printed, in quotation
// marks.
func (t *Texts) Quoted(f *model.Figure) string {
	var quoted []string
	for _, words := range []string{f.AsPrinted, f.RankAsPrinted} {
		if words != "" {
			quoted = append(quoted, t.QuoteMarks(words))
		}
	}
	return strings.Join(quoted, t.Say.List)
}

// RankBeside formats the rank stated along with a value; "" if there is none.
func (t *Texts) RankBeside(f *model.Figure) string {
	if f.Rank == 0 || f.Value.Qualifier() == model.RankOnly {
		return ""
	}
	return t.rankOf(f)
}

func (t *Texts) rankOf(f *model.Figure) string { return t.rank(f.Rank, f.Indicator.RankedIn) }

// Places returns the names of places separated by dots.
func (t *Texts) Places(places []*model.Place) string {
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.Name.In(t.Lang)
	}
	return strings.Join(names, " · ")
}

// Speaker returns the name of a person, in English followed by the Chinese
// characters.
func (t *Texts) Speaker(p *model.Person) string {
	if t.Lang == model.EN {
		return p.Name.EN + " " + p.Name.ZH
	}
	return p.Name.ZH
}

// Title returns the lines of a source's title: as printed, and in English with
// its gloss in brackets, if that is another language.
func (t *Texts) Title(s *model.Source) []string {
	if t.Lang != model.EN || s.Gloss == "" {
		return []string{s.Title}
	}
	return []string{s.Title, "[" + s.Gloss + "]"}
}

// Locator returns where in its source a figure stands, a page in the words of
// the language; "" if that is not needed.
func (t *Texts) Locator(f *model.Figure) string {
	if page, ok := strings.CutPrefix(f.Locator, "p. "); ok {
		return fmt.Sprintf(t.Say.Page, page)
	}
	return f.Locator
}

// Term formats a term of office: whether it is one of the day of the dataset,
// when it began and ended, and whether that was read at second hand.
func (t *Texts) Term(term *model.Term, asOf string) string {
	office, end := term.Office.In(t.Lang), term.Until
	s := fmt.Sprintf(t.Say.HeldOffice, office, term.From, end)
	if end == "" {
		s = fmt.Sprintf(t.Say.HoldsOffice, office, term.From, asOf)
	}
	for _, src := range []*model.Source{term.Source, term.UntilSource} {
		if src != nil && src.Grade == model.GradeB {
			return s + fmt.Sprintf(t.Say.Brackets, t.Say.SecondHand)
		}
	}
	return s
}

// Date returns the date of a source or statement, or "undated".
func (t *Texts) Date(d string) string {
	if d == "" {
		return t.Say.NoDate
	}
	return d
}

// WithoutShare says of a cluster that names no share whether shares of its parts are
// stated.
func (t *Texts) WithoutShare(d *model.Dataset, c *model.Cluster) string {
	if d.PartlyShared(c) {
		return t.Say.OfParts
	}
	return t.Say.NoShare
}
