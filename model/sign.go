package model

import (
	"slices"
	"strings"
	"sync"

	"anhui-tui/model/runes"
)

// mark is a property of figures by the sign that stands for it beside numbers.
type mark struct {
	sign string
	fits func(*Dataset, *Figure) bool
}

// signTable returns the signs, those that begin with another before it.
//
//nolint:gochecknoglobals // a constant that takes code to make
var signTable = sync.OnceValue(newSignTable)

func newSignTable() []mark {
	of := func(s string, q Qualifier) mark {
		return mark{s, func(_ *Dataset, f *Figure) bool { return shownAs(f.Value) == q }}
	}
	return []mark{
		of("\u2265", AtLeast), of(">=", AtLeast), of("\u2264", AtMost), of("<=", AtMost),
		of("=", Exact), of("\u2248", Approx), of("~", Approx), of(">", MoreThan), of("<", LessThan),
		{"!", func(_ *Dataset, f *Figure) bool { return f.Conflict != nil }},
		{"*", func(_ *Dataset, f *Figure) bool { return f.SecondHand() }},
		{"+", (*Dataset).IsNew},
	}
}

// shownAs returns the qualifier whose sign a value is shown with: of a target with one
// bound that of the bound.
func shownAs(v Value) Qualifier {
	value, lower, upper := v.Numbers()
	switch bounded := v.Qualifier() == Target && !value.ok; {
	case bounded && lower.ok && !upper.ok:
		return MoreThan
	case bounded && upper.ok && !lower.ok:
		return AtMost
	}
	return v.Qualifier()
}

// cutSign returns the sign a word begins with and what comes after it; false if it
// begins with none. The plus of a number is none.
func cutSign(typed string) (m mark, after string, ok bool) {
	for _, m := range signTable() {
		if after, ok := strings.CutPrefix(typed, m.sign); ok {
			plus := m.sign == "+" && after != "" && strings.IndexByte(decimalDigits, after[0]) >= 0
			return m, after, !plus
		}
	}
	return mark{}, typed, false
}

func qualified(q Qualifier) func(*Figure) bool {
	return func(f *Figure) bool { return f.Value.Qualifier() == q }
}

// isExact reports whether a folded word is the name of exact figures in either
// language.
func isExact(folded string) bool { return folded == Exact.String() || folded == "\u786e\u6570" }

// isCorrected reports whether a folded word is the name of corrected figures in either
// language.
func isCorrected(folded string) bool { return folded == "corrected" || folded == "\u66f4\u6b63" }

// chooses reports whether a word of a query asks for a property of figures: with a
// sign, as a span of years, or as the name of it.
func chooses(typed string) bool {
	_, _, signed := cutSign(typed)
	_, _, span := years(typed)
	folded := Folded(typed)
	return signed || span || isExact(folded) || isCorrected(folded)
}

// chosen splits a query into what chooses figures, if one of its words does, and the
// words to search for, folded.
func (d *Dataset) chosen(query string) (w Words, texts []string) {
	typed := typedWords(query)
	if !slices.ContainsFunc(typed, chooses) {
		return Words{}, FoldedWords(query)
	}
	w = d.Words(strings.Join(typed, " "))
	w.words = slices.DeleteFunc(w.words, func(c condition) bool {
		if c.text {
			texts = append(texts, trimmed(c.folded))
		}
		return c.text
	})
	return w, texts[:min(len(texts), maxQuery)]
}

// typedWords returns the words of a query, and no more of them than are considered.
func typedWords(query string) []string {
	words := strings.Fields(strings.Map(runes.Narrow, query))
	return words[:min(len(words), maxQuery)]
}
