package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// trends is one series, with those laid over it, or all of them, each with what is
// computed of it.
func (w *writer) trends() {
	w.computed = &computed{growth: map[*model.Figure]model.Step{}, index: map[*model.Figure]model.Step{}, indexed: w.at.Index}
	if w.at.Item == "" {
		for _, i := range nav.Trends(w.data, w.at, w.lang) {
			w.chart([]*model.Indicator{i})
		}
		return
	}
	for _, all := range nav.Charts(w.data, w.at) {
		w.chart(all)
	}
}

// chart is series that can be laid over one another: on one scale, so that they
// compare, and with one base if an index is asked for.
func (w *writer) chart(all []*model.Indicator) {
	top, base := 0.0, 0
	for _, i := range all {
		top = max(top, model.Top(w.data.Series(i)))
	}
	if w.at.Table {
		top = 0
	}
	if w.at.Index {
		base = w.data.IndexBase(all)
	}
	for _, i := range all {
		w.series(i, top, base)
	}
}

// series is the figures of an indicator by year, with the years that no source
// states, and an index of them if there is a base.
func (w *writer) series(i *model.Indicator, top float64, base int) {
	fields := []field{w.periodField(), w.valueField(), w.rankField(), w.sourceField(), w.statusField()}
	series, others := nav.Series(w.data, w.at, w.lang, i)
	s := Section{
		Heading: w.text.FullName(i), Level: 1, Lines: []string{i.Definition.In(w.lang)},
		Figures: Figures{List: series, Gauges: top, gaps: w.at.Rows == (place.Sort{}), fields: w.computes(i, base)},
	}
	s.Figures.fields = slices.Concat(fields[:3], s.Figures.fields, fields[3:])
	if of := i.Denominator.In(w.lang); of != "" {
		s.Lines = append(s.Lines, w.text.Card.ShareOf+w.text.Say.Colon+of)
	}
	switch {
	case base > 0 && w.data.Against(i, base) == nil:
		s.Lines = append(s.Lines, fmt.Sprintf(w.text.Chart.NoBase, base))
	case base > 0:
		s.Lines = append(s.Lines, fmt.Sprintf(w.text.Chart.IndexOf, base))
	case w.at.Index:
		s.Lines = append(s.Lines, w.text.Chart.NoIndex)
	}
	if after := w.text.After(w.data, i); after != "" {
		s.Lines = append(s.Lines, after)
	}
	w.add(s)
	w.add(Section{Heading: w.text.Head.OffSeries, Level: 2, Figures: Figures{List: others, fields: fields}})
	w.statedGrowth(i)
}

// computed is what is computed of the figures of series: each against the one of the
// year before, and against that of the base year. Nothing of it is a figure of the
// dataset.
type computed struct {
	growth, index map[*model.Figure]model.Step
	indexed       bool // whether an index is asked for
}

// computes computes growth and, if there is a base, the index of a series. It returns
// their columns for readers, in which stands why there is none.
func (w *writer) computes(i *model.Indicator, base int) []field {
	for _, s := range w.data.Steps(i) {
		if s.Yearly() {
			w.computed.growth[s.To] = s
		}
	}
	growth := field{w.text.Report.Growth, true, func(f *model.Figure) string {
		s, ok := w.computed.growth[f]
		if !ok {
			return ""
		}
		return cmp.Or(w.text.Computed(s), w.text.NotComputed(s))
	}}
	if base == 0 {
		return []field{growth}
	}
	for _, s := range w.data.Against(i, base) {
		w.computed.index[s.To] = s
	}
	return []field{growth, {w.text.Report.Index, true, func(f *model.Figure) string {
		switch s, ok := w.computed.index[f]; {
		case !ok:
			return ""
		case s.Why == model.Comparable:
			return w.text.ComputedIndex(s.Ratio * 100)
		default:
			return w.text.NotComputed(s)
		}
	}}}
}

// columns are those of what is computed, for programs: growth in percent, the index
// with its base, and why there is none.
func (c *computed) columns(t *text.Texts) []column[*model.Figure] {
	if c == nil {
		return nil
	}
	number := func(of map[*model.Figure]model.Step, value func(ratio float64) float64) func(*model.Figure) any {
		return func(f *model.Figure) any {
			if s, ok := of[f]; ok && s.Why == model.Comparable {
				return math.Round(value(s.Ratio)*100) / 100
			}
			return nil
		}
	}
	gap := func(of map[*model.Figure]model.Step) func(*model.Figure) any {
		return func(f *model.Figure) any {
			if s, ok := of[f]; ok {
				return t.NotComputed(s)
			}
			return ""
		}
	}
	growth := []column[*model.Figure]{
		{"computed_growth", number(c.growth, func(ratio float64) float64 { return (ratio - 1) * 100 })},
		{"computed_growth_gap", gap(c.growth)},
	}
	if !c.indexed {
		return growth
	}
	return slices.Concat(growth, []column[*model.Figure]{
		{"computed_index", number(c.index, func(ratio float64) float64 { return ratio * 100 })},
		{"computed_index_base", func(f *model.Figure) any {
			if s, ok := c.index[f]; ok {
				return s.From.Period.Year()
			}
			return nil
		}},
		{"computed_index_gap", gap(c.index)},
	})
}

// statusField is what the status letters mean; in place of "see the note" the
// note.
func (w *writer) statusField() field {
	return field{w.text.Report.Status, false, func(f *model.Figure) string {
		var words []string
		for _, letter := range f.Status.Letters() {
			if letter != "i" {
				words = append(words, w.text.Status[letter])
			}
		}
		if note := f.Note.In(w.lang); note != "" {
			words = append(words, note)
		}
		return strings.Join(words, w.text.Say.Semicolon)
	}}
}

// withGaps puts a row where the figures leave out a year.
func (w *writer) withGaps(t Table, figures []*model.Figure) Table {
	out := Table{Columns: t.Columns, GaugeAt: t.GaugeAt}
	add := func(cells []string, g *chart.Gauge, to place.Place) {
		out.Rows, out.To = append(out.Rows, cells), append(out.To, to)
		if len(t.Gauges) > 0 {
			out.Gauges = append(out.Gauges, g)
		}
	}
	for i, f := range figures {
		if i > 0 {
			for year := figures[i-1].Period.Year() + 1; year < f.Period.Year(); year++ {
				missing := make([]string, len(t.Columns))
				missing[0], missing[1] = w.text.Year(year), w.text.Say.NoneHere
				add(missing, nil, place.Place{})
			}
		}
		var g *chart.Gauge
		if len(t.Gauges) > 0 {
			g = t.Gauges[i]
		}
		add(t.Rows[i], g, t.To[i])
	}
	return out
}

// statedGrowth is the growth sources state for a level.
func (w *writer) statedGrowth(level *model.Indicator) {
	for _, i := range w.data.GrowthsOf(level) {
		w.add(Section{Heading: w.text.FullName(i), Level: 2, Figures: Figures{
			List: w.data.FiguresOf(i), fields: []field{w.periodField(), w.valueField(), w.publisherField()},
		}})
	}
}
