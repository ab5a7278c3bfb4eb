package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/text"
)

// The marks of a figure that was read in a republished copy, and of one that another
// source contradicts.
const (
	SecondHandMark = "*"
	ConflictMark   = "!"
)

// Marks returns the marks of a figure, "" of most.
func Marks(f *model.Figure) string {
	marks := ""
	if f.SecondHand() {
		marks += SecondHandMark
	}
	if f.Conflict != nil {
		marks += ConflictMark
	}
	return marks
}

// SeriesNotes returns what a reader must know of the points of a chart, the most
// important first: where the method or the definition changes, and what its targets are,
// but of figures of which that is told already; on which sources differ; what none
// states; and what was read at second hand. With several series each is named.
func SeriesNotes(data *model.Dataset, all []*model.Indicator, told []*model.Figure, t *text.Texts) []string {
	named := func(i *model.Indicator, between string) string {
		if len(all) == 1 {
			return ""
		}
		return t.FullName(i) + between
	}
	var notes, differ, second, after []string
	for _, i := range all {
		var contradicted, republished []*model.Figure
		for _, f := range data.Series(i) {
			if why := changed(f, t); why != "" && !slices.Contains(told, f) {
				notes = append(notes, t.Period(f.Period)+"  "+named(i, t.Say.Colon)+t.Remark(why, f))
			}
			if f.SecondHand() {
				republished = append(republished, f)
			}
			if f.Conflict != nil {
				contradicted = append(contradicted, f)
			}
		}
		if len(contradicted) > 0 {
			differ = append(differ, named(i, " ")+yearsOf(contradicted))
		}
		if len(republished) > 0 {
			second = append(second, named(i, " ")+yearsOf(republished))
		}
		if a := t.After(data, i); a != "" {
			after = append(after, named(i, t.Say.Colon)+a)
		}
	}
	if n := markNote(ConflictMark, t.Say.Differ, differ, t); n != "" {
		notes = append(notes, n)
	}
	notes = append(notes, after...)
	if n := markNote(SecondHandMark, t.Say.SecondHand, second, t); n != "" {
		notes = append(notes, n)
	}
	return notes
}

// IndexGaps says which figures of series an index to a base year leaves out, and why;
// without a base why none can be made, year by year. It returns the figures whose notes
// it tells, too. With several series each line names its own.
func IndexGaps(data *model.Dataset, all []*model.Indicator, base int, several bool, t *text.Texts) (gaps []string, told []*model.Figure) {
	for _, i := range all {
		name := ""
		if several {
			name = t.FullName(i) + t.Say.Colon
		}
		steps := data.Steps(i)
		if base > 0 {
			if steps = data.Against(i, base); steps == nil {
				gaps = append(gaps, name+fmt.Sprintf(t.Chart.NoBase, base))
			}
		}
		for _, s := range steps {
			why := t.NotComputed(s)
			if of := s.Cause(); s.Own() && !slices.Contains(told, of) {
				why, told = t.Remark(why, of), append(told, of)
			}
			if why != "" {
				gaps = append(gaps, t.Period(s.To.Period)+"  "+name+why)
			}
		}
	}
	return gaps, told
}

// changed says how a figure differs in kind from those before it; "" if it does not.
func changed(f *model.Figure, t *text.Texts) string {
	var why []string
	if f.Status.Break() {
		why = append(why, t.Say.Break)
	}
	if f.Status.Differs() {
		why = append(why, t.Status["d"])
	}
	if f.Value.Qualifier() == model.Target {
		why = append(why, t.Value(f))
	}
	return strings.Join(why, t.Say.Comma)
}

// markNote says what a mark means, and on which figures it is; "" if on none.
func markNote(mark, meaning string, on []string, t *text.Texts) string {
	if len(on) == 0 {
		return ""
	}
	return mark + " " + strings.Join(on, t.Say.Semicolon) + t.Say.Colon + meaning
}

// SeriesSources says who published the figures of series, each with the years, and
// marked if these were read at second hand.
func SeriesSources(data *model.Dataset, all []*model.Indicator, t *text.Texts) string {
	var names []string
	of := map[string][]*model.Figure{}
	for _, i := range all {
		for _, f := range data.Series(i) {
			name := f.Source.Publisher.In(t.Lang)
			if f.SecondHand() {
				name += SecondHandMark
			}
			if of[name] == nil {
				names = append(names, name)
			}
			of[name] = append(of[name], f)
		}
	}
	for n, name := range names {
		names[n] = name + " " + yearsOf(of[name])
	}
	return t.Chart.Sources + t.Say.Colon + strings.Join(names, t.Say.Semicolon)
}

// yearsOf names the years of figures, those that follow one another as a span:
// 2019–22, 2025.
func yearsOf(figures []*model.Figure) string {
	var years []int
	for _, f := range figures {
		years = append(years, f.Period.Year())
	}
	slices.Sort(years)
	years = slices.Compact(years)
	const century = 100
	var spans []string
	for from := 0; from < len(years); {
		to := from
		for to+1 < len(years) && years[to+1] == years[to]+1 {
			to++
		}
		span := strconv.Itoa(years[from])
		switch {
		case to == from:
		case years[to]/century == years[from]/century:
			span += fmt.Sprintf("–%02d", years[to]%century)
		default:
			span += "–" + strconv.Itoa(years[to])
		}
		spans, from = append(spans, span), to+1
	}
	return strings.Join(spans, ", ")
}
