package screen

import (
	"maps"
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// The heights, in lines, that a chart keeps, and below which it goes without its
// definition.
const (
	leastChart = 9
	roomyChart = 20
)

// yearsChart is the width of a chart that has nine years with their values under it.
const yearsChart = 72

// seriesChart draws the chart under its title, the years with their values, and
// below them what a reader must know of the points and who published them. Series
// of other units have charts of their own.
func (p Page) seriesChart(c cell.Canvas) {
	charts := nav.Charts(p.data, p.at)
	if len(charts) == 0 {
		p.flow(c, []entry{p.paragraph(p.nothing(), c.W-gutter)}, "", nil)
		return
	}
	c = p.chartHead(c, charts[0])
	if len(charts) > 1 {
		p.multiples(c, charts)
		return
	}
	all := charts[0]
	if p.at.Index && p.indexBase(all) == 0 {
		p.withoutIndex(c, all)
		return
	}
	lines := p.lines(all)
	s := p.strip(&lines, all, c.W, c.H)
	notes := p.seriesNotes(all, s, c.W, max(c.H/3, c.H-leastChart-s.height()))
	area, below := c.Top(c.H - len(notes) - s.height())
	p.markHits(area, all, lines.Draw(area, p.glyphs()))
	under := c.Area(0, area.H-1, c.W, 1+s.height())
	s.draw(p, under)
	s.hits(p, under, all[0])
	_, below = below.Top(s.height())
	for y, note := range notes {
		note(below.Line(y))
	}
}

// markHits makes a click on a mark of a chart put the cursor on its figure. Above and
// below a mark of the first series it does so too, and beside the one under the
// cursor: with the cursor there, other notes may leave the chart another height, and
// the marks of a year change places, but a second click still has to meet it.
func (p Page) markHits(c cell.Canvas, all []*model.Indicator, marks []chart.Mark) {
	var over, here []chart.Mark
	for _, m := range marks {
		switch f := p.inYear(all[m.Series], m.Year); {
		case f == nil:
		case m.Series > 0:
			over = append(over, m)
		case f.Indicator.ID != p.at.Item: // in a chart of its own
			p.hit(c.Area(m.X, 0, m.W, c.H), p.toLaidOver(f))
		default:
			p.hit(c.Area(m.X, 0, m.W, c.H), p.toSub(f.ID))
			if f.ID == p.at.Sub {
				here = append(here, m)
			}
		}
	}
	for _, m := range over {
		p.hit(c.Area(m.X, m.Y, m.W, m.H), p.toLaidOver(p.inYear(all[m.Series], m.Year)))
	}
	for _, m := range here {
		near := chart.Mark{X: m.X - m.W, W: 3 * m.W}
		if !slices.ContainsFunc(marks, func(o chart.Mark) bool { return o.Year != m.Year && o.X < near.X+near.W && near.X < o.X+o.W }) {
			p.hit(c.Area(near.X, 0, near.W, c.H), p.at)
		}
	}
}

// toLaidOver returns the place of a figure of a series that is laid over the chart's
// first, or is in a chart below it. The two change places, so that both are still there.
func (p Page) toLaidOver(f *model.Figure) place.Place {
	with := p.at.Pinned()
	for n, id := range with {
		if id == f.Indicator.ID && !slices.Contains(with, p.at.Item) {
			with[n] = p.at.Item
		}
	}
	to := p.toItem(f.Indicator.ID)
	if to.Filter != "" && !slices.Contains(nav.Items(p.data, to, p.in.Lang), to.Item) {
		to.Filter = "" // the list has the series that is shown
	}
	to.Sub, to.With = f.ID, strings.Join(with, ",")
	return to
}

// inYear returns the figure of a series for a year, nil if there is none.
func (p Page) inYear(i *model.Indicator, year int) *model.Figure {
	series := p.data.Series(i)
	if n := slices.IndexFunc(series, func(f *model.Figure) bool { return f.Period.Year() == year }); n >= 0 {
		return series[n]
	}
	return nil
}

// chartHead draws the title with the unit and what the marks mean, and below it what
// is measured. It returns what is left.
func (p Page) chartHead(c cell.Canvas, all []*model.Indicator) cell.Canvas {
	i, s := all[0], p.style.Page
	head, rest := c.Top(1)
	unit := report.ChartUnit(i, p.indexBase(all), p.text)
	legend := p.marksLegend(i)
	l := p.line(head)
	l.Put(s.Strong, shorten(p.text.FullName(i), max(c.W-cell.Width(unit)-2, c.W/4))).Put(s.Label, "  "+cell.Truncate(unit, max(c.W-l.X()-2, 0), moreGlyph))
	if w := cell.Width(legend); l.X()+3+w <= c.W {
		l.To(s.Text, c.W-w).Put(s.Muted, legend)
	}
	if c.H >= roomyChart {
		lines := cell.Wrap(i.Definition.In(p.in.Lang), c.W)
		if c.H < roomyChart+6 && len(lines) > 1 {
			lines = []string{i.Definition.In(p.in.Lang)}
		}
		if len(lines) > 2 {
			lines = []string{lines[0], strings.Join(lines[1:], " ")} // cut with a mark of it
		}
		head, rest = rest.Top(len(lines))
		for y, l := range lines {
			p.line(head.Line(y)).Cell(s.Muted, l, c.W)
		}
	}
	return rest
}

// marksLegend says what of the marks on a chart needs to be told.
func (p Page) marksLegend(i *model.Indicator) string {
	g, t := p.glyphs(), p.text.Chart
	parts := []string{g.Point(chart.Exact) + " " + t.Stated}
	target, cut := false, false
	for _, f := range p.data.Series(i) {
		target = target || f.Value.Qualifier() == model.Target
		cut = cut || f.Status.Break()
	}
	if target {
		parts = append(parts, g.Point(chart.TargetPoint)+" "+t.Target)
	}
	if cut {
		parts = append(parts, g.Break+" "+t.Break)
	}
	return strings.Join(parts, "   ")
}

// indexBase returns the year that is 100 on a chart of series; 0 if none is, or no
// index is asked for.
func (p Page) indexBase(all []*model.Indicator) int {
	if !p.at.Index {
		return 0
	}
	return p.data.IndexBase(all)
}

// lines is the chart of series of one unit.
func (p Page) lines(all []*model.Indicator) chart.LineChart {
	first := all[0]
	base := p.indexBase(all)
	lines := chart.LineChart{Style: chart.LineStyle{
		Axis: p.style.Page.Muted, Grid: p.style.Page.Rule, Break: p.style.Page.Label,
		Here: p.style.Cursor.Strong,
		Tick: report.Tick(first, base, p.in.Lang),
	}}
	for n, i := range all {
		s := chart.Series{Name: p.text.Name(i), Style: p.seriesStyle(i, n)}
		for _, at := range report.Plot(p.data, i, p.at.Index, base, p.text) {
			at.Here = at.ID == p.at.Sub
			s.Points = append(s.Points, at.Point)
		}
		lines.Series = append(lines.Series, s)
	}
	lines.Bars = report.InBars(first, len(lines.Series[0].Points))
	return lines
}

// withoutIndex says why there is none, year by year.
func (p Page) withoutIndex(c cell.Canvas, all []*model.Indicator) {
	gaps, _ := report.IndexGaps(p.data, all, 0, len(all) > 1, p.text)
	lines := append([]string{p.text.Chart.NoIndex, ""}, gaps...)
	for y, l := range fitNotes(lines, c.W, c.H-1) {
		p.line(c.Line(y+1)).Cell(p.style.Page.Muted, l, c.W)
	}
}

// span returns the first and the last year of charts.
func (p Page) span(charts [][]*model.Indicator) (from, to int) {
	for _, all := range charts {
		for _, i := range all {
			for _, f := range p.data.Series(i) {
				if year := f.Period.Year(); from == 0 || year < from {
					from = year
				}
				to = max(to, f.Period.Year())
			}
		}
	}
	return from, to
}

// multiples draws the charts below one another, each with its own scale
// and all with the same years.
func (p Page) multiples(c cell.Canvas, charts [][]*model.Indicator) {
	from, to := p.span(charts)
	for n, all := range charts {
		var area, head cell.Canvas
		area, c = c.Top(c.H / (len(charts) - n))
		if n > 0 { // the first has the title
			head, area = area.Top(1)
			why := report.WhyApart(all[0], charts[0][0], p.text)
			l := p.line(head).Put(p.style.Page.Strong, p.text.FullName(all[0])).Put(p.style.Page.Label, "  "+all[0].Unit.Name.In(p.in.Lang))
			if w := cell.Width(why); l.X()+w+2 <= head.W {
				l.To(p.style.Page.Text, head.W-w).Put(p.style.Page.Muted, why)
			}
		}
		if p.at.Index && p.indexBase(all) == 0 {
			p.withoutIndex(area, all)
			continue
		}
		lines := p.lines(all)
		lines.From, lines.To = from, to
		lines.Series[0].Style = p.style.Page.Chip(all[0].Cluster.Hue)
		area, foot := area.Top(area.H - 1)
		p.markHits(area, all, lines.Draw(area, p.glyphs()))
		p.line(foot).Cell(p.style.Page.Muted, report.SeriesSources(p.data, all, p.text), foot.W)
	}
}

// seriesStyle is the hue of series n of a chart.
func (p Page) seriesStyle(i *model.Indicator, n int) cell.Style {
	if n == 0 {
		return p.style.Page.Chip(i.Cluster.Hue)
	}
	return p.style.Page.Compared[(n-1)%len(p.style.Page.Compared)]
}

// seriesNotes returns what draws, on at most room lines, what the point under the
// cursor is, or the latest, what a reader must know of the others, and who
// published them.
func (p Page) seriesNotes(all []*model.Indicator, s *strip, w, room int) []func(cell.Canvas) {
	figures := p.figures()
	if len(figures) == 0 || room < 1 {
		return nil
	}
	muted := func(text string) func(cell.Canvas) {
		return func(c cell.Canvas) { p.line(c).Cell(p.style.Page.Muted, text, c.W) }
	}
	notes := []func(cell.Canvas){
		func(c cell.Canvas) { c.Put(0, 0, p.style.Page.Rule, strings.Repeat(lineGlyph, c.W)) },
		func(c cell.Canvas) { p.inFull(c, figures[0]) },
	}
	sources := cell.Wrap(report.SeriesSources(p.data, all, p.text), w)
	if most := 2; len(sources) > most {
		sources[most-1] = cell.Truncate(sources[most-1], w-2, "") + " " + moreGlyph
		sources = sources[:most]
	}
	left := room - len(notes) - len(sources)
	if left < 0 { // what was drawn is told before who said it
		return notes[1:]
	}
	if left > 2 {
		notes = append(notes, muted(p.citedBy(figures[0])))
		left--
	}
	for _, n := range fitNotes(p.remarks(all, s, figures[0]), w, left) {
		notes = append(notes, muted(n))
	}
	for _, line := range sources {
		notes = append(notes, muted(line))
	}
	return notes
}

// inFull draws the period of a figure, its value in its hue, its rank, and the words
// of the source.
func (p Page) inFull(c cell.Canvas, f *model.Figure) {
	p.markAt(c, f.ID)
	s := p.style.Page
	l := p.line(c).Put(s.Strong, p.text.Period(f.Period)).Put(s.Chip(f.Indicator.Cluster.Hue), "  "+p.text.Value(f)).Put(s.Muted, report.Marks(f))
	if rank := p.text.RankBeside(f); rank != "" {
		l.Put(s.Rank, "   "+rank)
	}
	if words := "   " + p.text.Quoted(f); l.X()+cell.Width(words) <= c.W && words != "   " {
		l.Put(s.Label, words)
	}
}

// citedBy says who stated a figure, where.
func (p Page) citedBy(f *model.Figure) string {
	var parts []string
	if f.SaidBy != nil {
		parts = append(parts, p.text.Speaker(f.SaidBy))
	}
	parts = append(parts, f.Source.Publisher.In(p.in.Lang), p.text.Date(f.Source.Date))
	if at := p.text.Locator(f); at != "" {
		parts = append(parts, at)
	}
	return strings.Join(parts, p.text.Say.Comma)
}

// remarks are the notes on series, the most important first: the growth of the figure
// shown, why nothing is computed, and all that is said of the points. Of targets the
// legend tells.
func (p Page) remarks(all []*model.Indicator, s *strip, shown *model.Figure) []string {
	told := slices.Collect(maps.Keys(s.told))
	for _, i := range all {
		for _, f := range p.data.Series(i) {
			if f.Value.Qualifier() == model.Target {
				told = append(told, f)
			}
		}
	}
	notes := append([]string{p.growthNote(all[0], shown)}, s.letters...)
	notes = append(notes, report.SeriesNotes(p.data, all, told, p.text)...)
	return slices.DeleteFunc(notes, func(n string) bool { return n == "" })
}

// growthNote is the growth a source states for the year shown, and which source.
func (p Page) growthNote(i *model.Indicator, shown *model.Figure) string {
	for _, g := range p.data.GrowthsOf(i) {
		for _, f := range p.data.Series(g) {
			if f.Period == shown.Period && f.Value.Qualifier() != model.Target {
				return p.text.Growth(f) + report.Marks(f) + p.text.Say.Comma + f.Source.Publisher.In(p.in.Lang)
			}
		}
	}
	return ""
}

// fitNotes wraps the notes that fit into room lines, whole ones only; three dots
// stand for the others.
func fitNotes(notes []string, w, room int) []string {
	var lines []string
	for _, n := range notes {
		wrapped := cell.Wrap(n, w)
		if len(lines)+len(wrapped) > room {
			if last := len(lines) - 1; last >= 0 {
				lines[last] = cell.Truncate(lines[last], w-2, "") + " " + moreGlyph
			}
			break
		}
		lines = append(lines, wrapped...)
	}
	return lines
}
