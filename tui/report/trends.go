package report

import (
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// trends is one series, with those laid over it, or all of them.
func (w *writer) trends() {
	if w.at.Item == "" {
		for _, i := range nav.Trends(w.data, w.at, w.lang) {
			w.series(i, w.top(i))
		}
		return
	}
	for _, all := range nav.Charts(w.data, w.at) {
		top := 0.0
		for _, i := range all {
			top = max(top, w.top(i)) // one scale, so that they compare
		}
		for _, i := range all {
			w.series(i, top)
		}
	}
}

// top is the end of the scale a series is drawn on.
func (w *writer) top(i *model.Indicator) float64 { return model.Top(w.data.Series(i)) }

// series is the figures of an indicator by year, with the years that no source
// states.
func (w *writer) series(i *model.Indicator, top float64) {
	if w.at.Table {
		top = 0
	}
	fields := []field{w.periodField(), w.valueField(), w.rankField(), w.sourceField(), w.statusField()}
	s := Section{
		Heading: w.text.FullName(i), Level: 1, Lines: []string{i.Definition.In(w.lang)},
		Figures: Figures{List: w.data.Series(i), Gauges: top, fields: fields, gaps: true},
	}
	if of := i.Denominator.In(w.lang); of != "" {
		s.Lines = append(s.Lines, w.text.Card.ShareOf+w.text.Say.Colon+of)
	}
	if after := w.text.After(w.data, i); after != "" {
		s.Lines = append(s.Lines, after)
	}
	w.add(s)
	w.add(Section{Heading: w.text.Head.OffSeries, Level: 2, Figures: Figures{List: w.data.OffSeries(i), fields: fields}})
	w.statedGrowth(i)
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

// statedGrowth is the growth sources state for a level. None is computed:
// years may rest on different bases.
func (w *writer) statedGrowth(level *model.Indicator) {
	for _, i := range w.data.GrowthsOf(level) {
		w.add(Section{Heading: w.text.FullName(i), Level: 2, Figures: Figures{
			List: w.data.FiguresOf(i), fields: []field{w.periodField(), w.valueField(), w.publisherField()},
		}})
	}
}
