package tui

import (
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// Trends: the indicators with a series at the left, the chart or the table of
// the one under the cursor at the right, with up to three others laid over it.
func trendsView() view {
	return view{
		body:  page.trends,
		open:  openDetail,
		list:  38,
		hints: []Action{moveDown, switchTable, addToChart, showSource, openItem},
	}
}

func (p page) trends(a Area) pane {
	name := func(id string) label {
		i := p.data.Indicator(id)
		return label{chip: i.Cluster.ID, name: p.text.FullName(i), note: p.kept(i)}
	}
	if p.at.Table {
		return p.listAndDetail(a, name, func(a Area) []entry { return p.seriesTable(a.W - gutter) })
	}
	return p.listAnd(a, name, p.seriesChart(split(a, p.view().list).Detail))
}

// kept is the mark of a series that is kept on the chart: in brackets if the
// chart is of another unit now.
func (p page) kept(i *model.Indicator) string {
	switch {
	case !slices.Contains(strings.Split(p.at.With, ","), i.ID):
		return ""
	case slices.Contains(report.Together(p.data, p.at), i):
		return "+"
	default:
		return "(+)"
	}
}

// seriesChart draws the chart under its title, and below it what a reader
// must know of the points.
func (p page) seriesChart(a Area) pane {
	all := report.Together(p.data, p.at)
	if len(all) == 0 {
		return p.flow(a, []entry{p.head(p.text.Say.NothingHere)}, "", nil)
	}
	first := all[0]
	w := a.W
	lines := p.entryLines(p.title(p.text.FullName(first), first.Unit.Name.In(p.in.Lang)), false, w)
	if a.H > 16 {
		lines = append(lines, chart.Fit("", w))
	}
	notes := p.seriesNotes(first, w)
	if room := a.H / 3; len(notes) > room {
		notes = notes[:room]
	}
	c := chart.LineChart{Style: chart.LineStyle{
		Axis: p.style.Page.Muted, Grid: p.style.Page.Rule, Break: p.style.Page.Conflict, Label: p.style.Page.Strong,
	}}
	for n, i := range all {
		c.Series = append(c.Series, p.chartSeries(i, n))
	}
	lines = append(lines, c.Draw(w, max(0, a.H-len(lines)-len(notes)-1), p.glyphs())...)
	lines = append(lines, chart.Fit("", w))
	for len(lines) < a.H-len(notes) {
		lines = append(lines, chart.Fit("", w))
	}
	return pane{lines: append(lines, notes...)[:a.H]}
}

// chartSeries turns the figures of an indicator into points. The first keeps
// its cluster's hue, those laid over it have their own.
func (p page) chartSeries(i *model.Indicator, n int) chart.Series {
	s := chart.Series{Name: p.text.Name(i), Ink: p.style.Page.Chip(i.Cluster.ID)}
	if n > 0 {
		s.Ink = p.style.Page.Compared[(n-1)%len(p.style.Page.Compared)]
	}
	for _, f := range p.data.Series(i) {
		v, _ := f.Value.Magnitude()
		s.Points = append(s.Points, chart.Point{
			X: f.Period.Year(), Y: v * i.Unit.Form(p.in.Lang).Times, Kind: pointKind(f.Value.Qualifier()),
			Break: f.Status.Break(), Label: p.text.OnChart(f),
		})
	}
	return s
}

func pointKind(q model.Qualifier) chart.PointKind {
	switch q {
	case model.Approx, model.Nearly, model.Range:
		return chart.Approximate
	case model.MoreThan, model.AtLeast:
		return chart.Bound
	case model.LessThan, model.AtMost:
		return chart.UpperBound
	case model.Target:
		return chart.TargetPoint
	default:
		return chart.Exact
	}
}

// growthNote is the last growth a source states for a level.
func (p page) growthNote(i *model.Indicator) string {
	for _, g := range p.data.GrowthsOf(i) {
		if f := p.data.Latest(g); f.Value.Stated() && f.Value.Qualifier() != model.Target {
			return p.text.Growth(f)
		}
	}
	return ""
}

// seriesNotes says what the chart's marks mean: the point under the cursor,
// targets, method breaks, the years nobody states, low reliability.
func (p page) seriesNotes(i *model.Indicator, w int) []string {
	var notes []string
	var low []string
	for _, f := range p.data.Series(i) {
		if f.Value.Qualifier() == model.Target {
			notes = append(notes, p.text.Period(f.Period)+"  "+p.text.Value(f))
		}
		if f.Status.Break() {
			notes = append(notes, p.text.Period(f.Period)+"  "+p.text.Break(f))
		}
		if f.Status.LowReliability() {
			low = append(low, f.Period.Short())
		}
	}
	if g := p.growthNote(i); g != "" {
		notes = append(notes, g)
	}
	if after := p.text.After(p.data, i); after != "" {
		notes = append(notes, after)
	}
	if len(low) > 0 {
		notes = append(notes, p.text.Low(low))
	}
	var lines []string
	f, ink := p.data.Figure(p.at.Sub), p.style.Cursor.Strong
	if f == nil && p.in.Width < narrow { // where there is no room for numbers on the chart
		f, ink = p.data.LatestYear(i), p.style.Page.Strong
	}
	if f != nil {
		lines = append(lines, p.line().cell(ink, p.text.Period(f.Period)+"  "+p.text.Value(f)+"  "+p.text.RankBeside(f), w).String())
	}
	for _, n := range notes {
		for _, l := range chart.Wrap(n, w) {
			lines = append(lines, p.line().cell(p.style.Page.Muted, l, w).String())
		}
	}
	return lines
}

// seriesTable is the series as rows, oldest first, with the years that no
// source states.
func (p page) seriesTable(w int) []entry {
	i := p.data.Indicator(p.at.Item)
	if i == nil {
		return []entry{p.head(p.text.Say.NothingHere)}
	}
	entries := []entry{
		p.title(p.text.FullName(i), i.Unit.Name.In(p.in.Lang)),
		p.paragraph(i.Definition.In(p.in.Lang), w), blank(),
	}
	series, year := p.data.Series(i), 0
	table, top := p.seriesColumns(series), model.Top(series)
	for _, f := range series {
		for ; year > 0 && year+1 < f.Period.Year(); year++ {
			entries = append(entries, p.missingRow(year+1))
		}
		year = f.Period.Year()
		entries = append(entries, p.seriesRow(f, table, top))
	}
	return entries
}

// seriesColumns are year, value, a bar, status, rank, publisher.
func (p page) seriesColumns(series []*model.Figure) chart.Table {
	return p.table(
		chart.Column{Width: 4},
		chart.Column{Width: widest(series, p.text.Value) + markWidth, Align: chart.AlignRight},
		chart.Column{Width: minGauge, Flex: 1, Drop: 2},
		chart.Column{Width: 2},
		chart.Column{Width: widest(series, p.text.RankBeside), Drop: 3},
		chart.Column{Width: 24, Min: 12, Drop: 1},
	)
}

func (p page) missingRow(year int) entry {
	return entry{height: 1, draw: func(s *theme.Styles, w int) []string {
		return []string{p.line().cell(s.Muted, strconv.Itoa(year)+"  "+p.text.Say.NotStated, w).String()}
	}}
}

func (p page) seriesRow(f *model.Figure, table chart.Table, top float64) entry {
	return entry{id: f.ID, height: 1, draw: func(s *theme.Styles, w int) []string {
		return []string{table.Row(w, s.Text, func(column, width int) string {
			switch column {
			case 2:
				return p.bar(f, top, width, s)
			case 5:
				return s.Label.Paint(chart.Truncate(f.Source.Publisher.In(p.in.Lang), width, moreGlyph))
			}
			return [...]string{
				f.Period.Short(), p.marked(f, s), "", s.Muted.Paint(string(f.Status)), s.Rank.Paint(p.text.RankBeside(f)),
			}[column]
		})}
	}}
}

// bar draws a figure on the scale of its series, claiming no more than the
// figure does.
func (p page) bar(f *model.Figure, top float64, w int, s *theme.Styles) string {
	c, _ := f.Value.Claim()
	return chart.Bar(chart.Claim(c), top, w, p.glyphs(), s.Gauge(f.Indicator.Cluster.ID))
}
