package report

import (
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

// SeriesNotes returns what a reader must know of the points of a chart: where the
// method or the definition changes, what its targets are, which figures are marked
// and why, and what no source states. With several series each note names its own.
func SeriesNotes(data *model.Dataset, all []*model.Indicator, t *text.Texts) []string {
	var notes []string
	for _, i := range all {
		name := ""
		if len(all) > 1 {
			name = t.FullName(i) + t.Say.Colon
		}
		var second, differ []*model.Figure
		for _, f := range data.Series(i) {
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
			if len(why) > 0 {
				notes = append(notes, t.Period(f.Period)+"  "+name+t.Remark(strings.Join(why, t.Say.Comma), f))
			}
			if f.SecondHand() {
				second = append(second, f)
			}
			if f.Conflict != nil {
				differ = append(differ, f)
			}
		}
		for _, n := range []string{
			markNote(SecondHandMark, t.Say.SecondHand, second, t), markNote(ConflictMark, t.Say.Differ, differ, t), t.After(data, i),
		} {
			if n != "" {
				notes = append(notes, name+n)
			}
		}
	}
	return notes
}

// markNote says what a mark means, and of which figures; "" of none.
func markNote(mark, meaning string, figures []*model.Figure, t *text.Texts) string {
	if len(figures) == 0 {
		return ""
	}
	return mark + " " + yearsOf(figures) + t.Say.Colon + meaning
}

// SeriesSources names who published the figures of series, each with the years.
func SeriesSources(data *model.Dataset, all []*model.Indicator, t *text.Texts) string {
	var names []string
	of := map[string][]*model.Figure{}
	for _, i := range all {
		for _, f := range data.Series(i) {
			name := f.Source.Publisher.In(t.Lang)
			if of[name] == nil {
				names = append(names, name)
			}
			of[name] = append(of[name], f)
		}
	}
	for n, name := range names {
		names[n] = name + " " + yearsOf(of[name])
	}
	return strings.Join(names, t.Say.Semicolon)
}

// yearsOf names the years of figures, those that follow one another as a span:
// 2019–2022, 2025.
func yearsOf(figures []*model.Figure) string {
	var years []int
	for _, f := range figures {
		years = append(years, f.Period.Year())
	}
	slices.Sort(years)
	years = slices.Compact(years)
	var spans []string
	for from := 0; from < len(years); {
		to := from
		for to+1 < len(years) && years[to+1] == years[to]+1 {
			to++
		}
		span := strconv.Itoa(years[from])
		if to > from {
			span += "–" + strconv.Itoa(years[to])
		}
		spans, from = append(spans, span), to+1
	}
	return strings.Join(spans, ", ")
}
