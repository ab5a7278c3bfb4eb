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
	value := t.Value(f)
	if f.Value.Qualifier() == model.Fraction {
		value, _, _ = strings.Cut(value, " (")
	}
	return value
}

// RankBeside words the rank stated along with a value; "" if there is none.
func (t *Texts) RankBeside(f *model.Figure) string {
	if f.Rank == 0 || f.Value.Qualifier() == model.RankOnly {
		return ""
	}
	return t.rank(f)
}

// rank words a figure's rank. It is one in the country unless the indicator
// has another scope.
func (t *Texts) rank(f *model.Figure) string {
	scope := f.Indicator.Scope
	if scope == model.NoScope {
		scope = model.China
	}
	return t.Rank(f.Rank, scope)
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
