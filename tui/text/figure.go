package text

import (
	"fmt"
	"strings"

	"anhui-tui/model"
)

// Name is an indicator's name, after its place unless that is the province.
func (t *Texts) Name(i *model.Indicator) string {
	if i.Place.Province() {
		return i.Name.In(t.Lang)
	}
	return i.Place.Name.In(t.Lang) + " · " + i.Name.In(t.Lang)
}

// FullName is a name that also says what a share is a share of: levels and
// shares of the same thing have the same name.
func (t *Texts) FullName(i *model.Indicator) string {
	if format := t.ShareIn[i.Scope]; i.Kind == model.Share && format != "" {
		return fmt.Sprintf(format, t.Name(i))
	}
	return t.Name(i)
}

// SharesOf says what shares of a scope are shares of.
func (t *Texts) SharesOf(scope model.Scope) string {
	switch scope {
	case model.World:
		return t.Head.WorldShares
	case model.Anhui:
		return t.Head.AnhuiShares
	case model.China, model.NoScope: // a place that names no scope is about China
	}
	return t.Head.ChinaShares
}

// ShareHead is what a share is listed under: the province's own, or that of
// others beside them.
func (t *Texts) ShareHead(i *model.Indicator) string {
	switch {
	case i.Own():
		return t.SharesOf(i.Scope)
	case i.Scope == model.World:
		return t.Head.OtherWorldShares
	default:
		return t.Head.OtherChinaShares
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

func (t *Texts) rank(f *model.Figure) string { return t.Rank(f.Rank, f.RankScope()) }

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
