package model

import (
	"slices"
	"strings"

	"anhui-tui/model/runes"
)

// Words is what a list is narrowed to as it is typed: figures that fit each of its
// words. A word is a period (2025, 2024-09), a span of years (2024..2026), the name
// of a [Qualifier], A or B for the [Grade] of the source, new for those the latest
// version added, corrected for those a version corrected, or a sign, as it stands
// beside numbers on the screen: = for exact ones, ! for figures in a conflict, + for
// new, * for those read in a copy, and those of qualifiers. A sign may be written
// together with the next word, =2025. Any other word is a part of what a figure
// counts, where, for whom, of its source, or its value; so is new beside such a word,
// as in new energy.
type Words struct {
	words []condition
}

// condition is what one of them asks for.
type condition struct {
	figure func(*Figure) bool
	folded string // to be found in a text; "" if it is of figures only
	from   int    // years of a date; 0 for none
	to     int
	text   bool   // whether it is to be found in what is told of a figure
	or     string // what is to be found there instead, beside another such word
}

// Words returns the words of a text.
func (d *Dataset) Words(text string) Words {
	var w Words
	for typed := range strings.FieldsSeq(text) {
		w.words = append(w.words, d.conditions(typed)...)
	}
	if slices.ContainsFunc(w.words, func(c condition) bool { return c.text }) {
		for i, c := range w.words {
			if c.or != "" {
				w.words[i] = d.inText(c.or)
			}
		}
	}
	return w
}

// conditions returns what a word asks for: that of each sign it begins with, and of
// the rest.
func (d *Dataset) conditions(typed string) []condition {
	var all []condition
	rest := strings.Map(runes.Narrow, typed)
	for rest != "" {
		m, after, ok := cutSign(rest)
		if !ok {
			return append(all, d.condition(rest))
		}
		all = append(all, condition{figure: func(f *Figure) bool { return m.fits(d, f) }})
		rest = after
	}
	return all
}

func (d *Dataset) condition(typed string) condition {
	folded := Folded(typed)
	switch {
	case folded == "new" || typed == "\u65b0":
		return condition{figure: d.IsNew, or: folded}
	case typed == string(GradeA) || typed == string(GradeB):
		return condition{figure: func(f *Figure) bool { return string(f.Source.Grade) == typed }}
	case isExact(folded):
		return condition{figure: qualified(Exact)}
	case isCorrected(folded):
		return condition{figure: d.IsCorrected}
	}
	if from, to, ok := years(typed); ok {
		return condition{from: from, to: to, figure: func(f *Figure) bool { return f.Period.Year() >= from && f.Period.Year() <= to }}
	}
	if q, ok := ParseQualifier(folded); ok {
		return condition{figure: qualified(q)}
	}
	if p, err := ParsePeriod(typed); err == nil {
		return condition{folded: folded, figure: func(f *Figure) bool { return f.Period.within(p) }}
	}
	return d.inText(folded)
}

// inText asks for a folded word in what is told of a figure, or for its value.
func (d *Dataset) inText(folded string) condition {
	value := newWord(trimmed(folded))
	return condition{folded: folded, text: true, figure: func(f *Figure) bool {
		return strings.Contains(d.told()[f], folded) || !value.short && value.shows(f) == inText
	}}
}

// years returns the ends of a span of years, 2024..2026; either may be left out.
func years(typed string) (from, to int, ok bool) {
	a, b, ok := strings.Cut(typed, "..")
	if !ok || a == "" && b == "" {
		return 0, 0, false
	}
	from, okFrom := yearOr(a, 1)
	to, okTo := yearOr(b, 9999)
	return from, to, okFrom && okTo
}

// yearOr returns the year that is typed, or another if nothing is.
func yearOr(typed string, other int) (year int, ok bool) {
	if typed == "" {
		return other, true
	}
	p, err := ParsePeriod(typed)
	return p.Year(), err == nil && p.Annual()
}

// Fits reports whether a figure fits all words.
func (w Words) Fits(f *Figure) bool {
	for i := range w.words {
		if !w.words[i].figure(f) {
			return false
		}
	}
	return true
}

// FitsAny reports whether one of some figures does.
func (w Words) FitsAny(figures []*Figure) bool {
	for _, f := range figures {
		if w.Fits(f) {
			return true
		}
	}
	return false
}

// FitsNamed reports whether one of the figures of an indicator fits all words, those to
// be found in texts by what it counts, where and of which whole.
func (w Words) FitsNamed(d *Dataset, i *Indicator) bool {
	names := d.names()[i]
	for j := range w.words {
		if c := &w.words[j]; c.text && !strings.Contains(names, c.folded) {
			return false
		}
	}
	for _, f := range d.FiguresOf(i) {
		fits := true
		for j := range w.words {
			fits = fits && (w.words[j].text || w.words[j].figure(f))
		}
		if fits {
			return true
		}
	}
	return false
}

// FitsText reports whether what has a date and texts has all words in them. Words
// that only figures can fit don't.
func (w Words) FitsText(date string, texts ...string) bool {
	return w.FitsFolded(date, Folded(date+" "+strings.Join(texts, " ")))
}

// FitsFolded is FitsText for the date and the texts as [Folded] returns them.
func (w Words) FitsFolded(date, all string) bool {
	for i := range w.words {
		switch c := &w.words[i]; {
		case c.from > 0:
			if p, err := ParsePeriod(date); err != nil || p.Year() < c.from || p.Year() > c.to {
				return false
			}
		case c.folded == "" || !strings.Contains(all, c.folded):
			return false
		}
	}
	return true
}

// findNames returns what each indicator counts, where and of which whole, folded.
func (d *Dataset) findNames() map[*Indicator]string {
	names := make(map[*Indicator]string, len(d.Indicators))
	for _, i := range d.Indicators {
		names[i] = fold(i.Name, i.Place.Name, i.Denominator)
	}
	return names
}

// findTold returns what is told of each figure, folded.
func (d *Dataset) findTold() map[*Figure]string {
	told := make(map[*Figure]string, len(d.Figures))
	for _, f := range d.Figures {
		i, said := f.Indicator, ""
		if f.SaidBy != nil {
			said = fold(f.SaidBy.Name)
		}
		told[f] = d.names()[i] + fold(i.Cluster.Name) + Folded(f.AsPrinted+" "+f.RankAsPrinted+" "+f.Source.Title+" ") + fold(f.Source.Publisher) + said
	}
	return told
}

func fold(texts ...Text) string {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(Folded(t.EN + " " + t.ZH + " "))
	}
	return b.String()
}
