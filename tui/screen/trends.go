package screen

import (
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/theme"
)

// Trends: the indicators with a series at the left, the chart or the table of
// the one under the cursor at the right, with up to three others laid over it.
func (p Page) trends(c cell.Canvas) {
	name := func(id string) label {
		i := p.data.Indicator(id)
		return label{chip: i.Cluster.Hue, name: p.text.FullName(i), note: p.kept(i)}
	}
	if !nav.Charted(p.data, p.at) {
		p.listAndDetail(c, name, p.seriesTable)
		return
	}
	p.listAnd(c, name, p.seriesChart)
}

// kept is the mark of a series that is kept on the chart: in brackets if the
// chart is of another unit now.
func (p Page) kept(i *model.Indicator) string {
	switch {
	case !slices.Contains(strings.Split(p.at.With, ","), i.ID):
		return ""
	case slices.Contains(nav.Comparable(p.data, p.at), i):
		return "+"
	default:
		return "(+)"
	}
}

// leastChart is the height a chart keeps if there are many notes below it.
const leastChart = 11

// seriesChart draws the chart under its title, and below it what a reader
// must know of the points.
func (p Page) seriesChart(c cell.Canvas) {
	all := nav.Comparable(p.data, p.at)
	if len(all) == 0 {
		p.flow(c, []entry{p.head(p.nothing())}, "", nil)
		return
	}
	first := all[0]
	title := p.title(p.text.FullName(first), first.Unit.Name.In(p.in.Lang))
	title.draw(p.style.Page, c.Line(0))
	above := 1
	if c.H > 16 {
		above = 2
	}
	notes := p.seriesNotes(all, c.W, max(c.H/3, c.H-above-leastChart))
	lines := chart.LineChart{Style: chart.LineStyle{
		Axis: p.style.Page.Muted, Grid: p.style.Page.Rule, Break: p.style.Page.Conflict,
		Here: p.style.Cursor.Strong,
		Tick: func(v float64) string { return first.Unit.Tick(v, p.in.Lang) },
	}}
	for n, i := range all {
		lines.Series = append(lines.Series, p.chartSeries(i, n))
	}
	// A rate does not go from one year to the next, and two points make no line.
	lines.Bars = first.Kind == model.Growth || len(lines.Series[0].Points) == 2
	lines.Draw(c.Area(0, above, c.W, c.H-above-len(notes)-1), p.glyphs())
	for y, note := range notes {
		note(c.Line(max(c.H-len(notes), above+1) + y))
	}
}

// chartSeries turns the figures of an indicator into points. The first keeps
// its cluster's hue, those laid over it have their own.
func (p Page) chartSeries(i *model.Indicator, n int) chart.Series {
	s := chart.Series{Name: p.text.Name(i), Style: p.style.Page.Chip(i.Cluster.Hue)}
	if n > 0 {
		s.Style = p.style.Page.Compared[(n-1)%len(p.style.Page.Compared)]
	}
	for _, f := range p.data.Series(i) {
		v, _ := f.Value.Magnitude()
		s.Points = append(s.Points, chart.Point{
			X: f.Period.Year(), Y: v * i.Unit.Form(p.in.Lang).Times, Kind: pointKind(f.Value.Qualifier()),
			Break: f.Status.Break(), Apart: f.Status.Differs(), Here: f.ID == p.at.Sub, Label: p.text.OnChart(f) + marksOf(f),
		})
	}
	return s
}

func pointKind(q model.Qualifier) chart.PointKind {
	switch q {
	case model.Exact, model.Fraction:
		return chart.Exact
	case model.Approx, model.Nearly, model.Range:
		return chart.Approximate
	case model.MoreThan, model.AtLeast:
		return chart.Bound
	case model.LessThan, model.AtMost:
		return chart.UpperBound
	case model.Target:
		return chart.TargetPoint
	case model.NotStated, model.RankOnly: // no number, so no point
	}
	return chart.TargetPoint // the one kind that claims nothing to have happened
}

// growthNote is the last growth a source states for a level.
func (p Page) growthNote(i *model.Indicator) string {
	for _, g := range p.data.GrowthsOf(i) {
		if f := p.data.Latest(g); f.Value.Stated() && f.Value.Qualifier() != model.Target {
			return p.text.Growth(f) + marksOf(f) + p.text.Say.Comma + f.Source.Publisher.In(p.in.Lang)
		}
	}
	return ""
}

// seriesNotes returns what draws, on at most room lines, what the point under the
// cursor is, or the latest, and what a reader must know of the others: where the
// method or the definition changes, in the series laid over it too, what the marks
// mean, the years nobody states.
func (p Page) seriesNotes(all []*model.Indicator, w, room int) []func(cell.Canvas) {
	figures := p.figures()
	if len(figures) == 0 || room < 1 {
		return nil
	}
	styles := p.style.Page
	if p.at.Sub != "" {
		styles = p.style.Cursor
	}
	notes := []func(cell.Canvas){func(c cell.Canvas) { p.inFull(c, figures[0], styles) }}
	for _, n := range fitNotes(p.remarks(all, figures[0]), w, room-1) {
		notes = append(notes, func(c cell.Canvas) { p.line(c).Cell(p.style.Page.Muted, n, c.W) })
	}
	return notes
}

// inFull draws the period of a figure, its value and its rank.
func (p Page) inFull(c cell.Canvas, f *model.Figure, s *theme.Styles) {
	l := p.line(c).Put(s.Strong, p.text.Period(f.Period)+"  "+p.text.Value(f)+marksOf(f))
	l.Put(p.style.Page.Rank, "  "+p.text.RankBeside(f))
}

// remarks are the notes on the first of all series, the most important first,
// without what is said of shown already, and on where the lines of the others are
// cut.
func (p Page) remarks(all []*model.Indicator, shown *model.Figure) []string {
	i := all[0]
	notes := p.changes(i, "")
	for _, other := range all[1:] {
		notes = append(notes, p.changes(other, p.text.FullName(other)+p.text.Say.Colon)...)
	}
	var targets []string
	var second, differ []*model.Figure
	for _, f := range p.data.Series(i) {
		if f.Value.Qualifier() == model.Target && f != shown {
			targets = append(targets, p.text.Period(f.Period)+"  "+p.text.Value(f))
		}
		if f.SecondHand() {
			second = append(second, f)
		}
		if f.Conflict != nil {
			differ = append(differ, f)
		}
	}
	notes = append(notes, p.markNote(conflicted, p.text.Say.Differ, differ), p.text.After(p.data, i))
	notes = append(notes, p.markNote(secondHand, p.text.Say.SecondHand, second), p.growthNote(i))
	return slices.DeleteFunc(append(notes, targets...), func(n string) bool { return n == "" })
}

// changes says where the method or the definition of a series changes, its name
// before that.
func (p Page) changes(i *model.Indicator, name string) []string {
	var notes []string
	for _, f := range p.data.Series(i) {
		of := p.text.Period(f.Period) + "  " + name
		if f.Status.Break() {
			notes = append(notes, of+p.text.Remark(p.text.Say.Break, f))
		}
		if f.Status.Differs() {
			notes = append(notes, of+p.text.Remark(p.text.Status["d"], f))
		}
	}
	return notes
}

// markNote says what a mark means, and of which figures; "" of none.
func (p Page) markNote(mark, meaning string, figures []*model.Figure) string {
	if len(figures) == 0 {
		return ""
	}
	periods := make([]string, 0, len(figures))
	for _, f := range figures {
		periods = append(periods, f.Period.Short())
	}
	return mark + " " + strings.Join(periods, p.text.Say.List) + p.text.Say.Colon + meaning
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

// seriesTable is the series as rows, oldest first, with the years that no
// source states.
func (p Page) seriesTable(w int) []entry {
	i := p.data.Indicator(p.at.Item)
	if i == nil {
		return []entry{p.head(p.nothing())}
	}
	entries := []entry{p.title(p.text.FullName(i), i.Unit.Name.In(p.in.Lang))}
	if figures := p.figures(); len(figures) > 0 && p.at.Sub == "" { // else its row is under the cursor
		entries = append(entries, entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) { p.inFull(c, figures[0], s) }})
	}
	entries = append(entries, p.paragraph(i.Definition.In(p.in.Lang), w), blank())
	series, year := p.data.Series(i), 0
	table, top := p.seriesColumns(series), model.Top(series)
	for _, f := range series {
		for ; year > 0 && year+1 < f.Period.Year(); year++ {
			entries = append(entries, p.missingRow(year+1))
		}
		year = f.Period.Year()
		entries = append(entries, p.seriesRow(f, table, top))
	}
	entries = append(entries, blank())
	if letters := p.letters(series); letters != "" {
		entries = append(entries, p.paragraph(letters, w), blank())
	}
	others := p.data.OffSeries(i)
	if table = p.seriesColumns(others); len(others) > 0 {
		entries = append(entries, p.head(p.text.Head.OffSeries))
	}
	for _, f := range others {
		entries = append(entries, p.seriesRow(f, table, top))
	}
	return entries
}

// letters says what the status letters of figures mean.
func (p Page) letters(figures []*model.Figure) string {
	var meanings []string
	for _, f := range figures {
		for _, letter := range f.Status.Letters() {
			if m := letter + " " + p.text.Status[letter]; !slices.Contains(meanings, m) {
				meanings = append(meanings, m)
			}
		}
	}
	slices.Sort(meanings)
	return strings.Join(meanings, " · ")
}

// seriesColumns are period, value, a bar, status, rank, publisher.
func (p Page) seriesColumns(series []*model.Figure) chart.Table {
	return p.table(
		chart.Column{Width: widest(series, shortPeriod)},
		chart.Column{Width: widest(series, p.text.Value) + markWidth, Align: chart.AlignRight},
		chart.Column{Width: minGauge, Flex: 1, Drop: 2},
		chart.Column{Width: widest(series, func(f *model.Figure) string { return string(f.Status) }), Drop: 3},
		chart.Column{Width: widest(series, p.text.RankBeside), Drop: 4},
		chart.Column{Width: 24, Min: 12, Drop: 1},
	)
}

func (p Page) missingRow(year int) entry {
	return entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		p.line(c).Cell(s.Muted, strconv.Itoa(year)+"  "+p.text.Say.NoneHere, c.W)
	}}
}

func (p Page) seriesRow(f *model.Figure, table chart.Table, top float64) entry {
	return entry{id: f.ID, height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		table.Row(c, s.Text, func(column int, c cell.Canvas) {
			switch column {
			case 0:
				table.Write(column, c, s.Text, f.Period.Short())
			case 1:
				p.value(table, column, c, f, s)
			case 2:
				p.bar(c, f, top, s)
			case 3:
				table.Write(column, c, s.Muted, string(f.Status))
			case 4:
				table.Write(column, c, s.Rank, p.text.RankBeside(f))
			case 5:
				table.Write(column, c, s.Label, f.Source.Publisher.In(p.in.Lang))
			}
		})
	}}
}

// bar draws a figure on the scale of its series, claiming no more than the
// figure does.
func (p Page) bar(c cell.Canvas, f *model.Figure, top float64, s *theme.Styles) {
	claim, _ := f.Value.Claim()
	chart.Bar(c, chart.Claim(claim), top, p.glyphs(), s.Gauge(f.Indicator.Cluster.Hue))
}
