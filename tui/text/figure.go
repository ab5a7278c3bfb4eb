package text

import (
	"fmt"
	"strings"

	"anhui-tui/model"
)

// Name is an indicator's name, after its place unless that is what the dataset is about.
func (t *Texts) Name(i *model.Indicator) string {
	if i.Place.Home {
		return i.Name.In(t.Lang)
	}
	return i.Place.Name.In(t.Lang) + " · " + i.Name.In(t.Lang)
}

// FullName is a name that also says what a share is a share of: levels and
// shares of the same thing have the same name.
func (t *Texts) FullName(i *model.Indicator) string {
	if i.Kind == model.Share && i.Scope != nil && !i.Scope.Within() {
		return fmt.Sprintf(t.ShareIn, t.Name(i), i.Scope.Name.In(t.Lang))
	}
	return t.Name(i)
}

// SharesOf says what shares of a scope are shares of, and whose.
func (t *Texts) SharesOf(scope *model.Scope) string {
	switch {
	case scope == nil:
		return t.Head.Shares
	case scope.Within():
		return fmt.Sprintf(t.Head.SharesWithin, scope.Name.In(t.Lang))
	}
	return fmt.Sprintf(t.Head.SharesOf, scope.Home.Name.In(t.Lang), scope.Name.In(t.Lang))
}

// ShareHead is what a share is listed under: those of the territory that the
// dataset is about, or those of others beside them.
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

// Value words a figure's value, or its rank if that is all there is.
func (t *Texts) Value(f *model.Figure) string {
	if f.Value.Qualifier() == model.RankOnly {
		return t.rank(f)
	}
	return t.Words.Value(f.Value, f.Indicator.Unit)
}

// Brief words a figure's value for a narrow column: of a fraction only the
// fraction, as it was stated.
func (t *Texts) Brief(f *model.Figure) string {
	if f.Value.Qualifier() == model.RankOnly {
		return t.rank(f)
	}
	return t.Words.Brief(f.Value, f.Indicator.Unit)
}

// OnChart is a figure beside its mark on a chart: no more certain than it was
// stated, and without the unit, which stands above.
func (t *Texts) OnChart(f *model.Figure) string { return t.Words.Bare(f.Value, f.Indicator.Unit) }

// Printed are a figure's number and its rank in the source's words.
func (t *Texts) Printed(f *model.Figure) string {
	return t.beside(f.AsPrinted, t.Say.Semicolon, f.RankAsPrinted)
}

// Remark says something of a figure, and its note with it.
func (t *Texts) Remark(what string, f *model.Figure) string {
	return t.beside(what, t.Say.Colon, f.Note.In(t.Lang))
}

// beside puts two texts beside each other if both are there.
func (t *Texts) beside(a, between, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + between + b
}

// Quoted are the source's words in quotation marks.
func (t *Texts) Quoted(f *model.Figure) string {
	var quoted []string
	for _, words := range []string{f.AsPrinted, f.RankAsPrinted} {
		if words != "" {
			quoted = append(quoted, t.QuoteMarks(words))
		}
	}
	return strings.Join(quoted, t.Say.List)
}

// RankBeside words the rank stated along with a value; "" if there is none.
func (t *Texts) RankBeside(f *model.Figure) string {
	if f.Rank == 0 || f.Value.Qualifier() == model.RankOnly {
		return ""
	}
	return t.rank(f)
}

func (t *Texts) rank(f *model.Figure) string { return t.Rank(f.Rank, f.Indicator.RankedIn) }

// Places names places beside one another.
func (t *Texts) Places(places []*model.Place) string {
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.Name.In(t.Lang)
	}
	return strings.Join(names, " · ")
}

// Speaker is a person's name; in English with the Chinese characters after it.
func (t *Texts) Speaker(p *model.Person) string {
	if t.Lang == model.EN {
		return p.Name.EN + " " + p.Name.ZH
	}
	return p.Name.ZH
}

// Date is a source's or statement's date, or the word for none.
func (t *Texts) Date(d string) string {
	if d == "" {
		return t.Say.NoDate
	}
	return d
}
