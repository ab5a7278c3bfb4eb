package screen

import (
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

// trends draws the indicators with a series at the left, the chart or the table of
// the one under the cursor at the right, with up to three others laid over it.
func (p Page) trends(c cell.Canvas) {
	areas := p.panes(Area{0, 0, c.W, c.H})
	if list := areas.List.of(c); areas.Beside {
		p.seriesList(list)
	} else {
		p.list(list, listing{label: func(id string) label {
			i := p.data.Indicator(id)
			return label{chip: i.Cluster.Hue, name: p.text.FullName(i), note: p.shortLatest(nav.Shown(p.data, i))}
		}}, false)
	}
	switch detail := areas.Detail.of(c); {
	case detail.H == 0:
	case nav.Charted(p.data, p.at):
		p.seriesChart(detail)
	default:
		p.flow(detail, p.seriesTable(detail.W-gutter), p.at.Sub, p.toSub)
	}
}

// kept is the mark of a series that is kept on the chart.
func (p Page) kept(i *model.Indicator) string {
	if !slices.Contains(p.at.Pinned(), i.ID) {
		return ""
	}
	return "+"
}

// seriesTable is the series as rows, oldest first, with the years that no
// source states.
func (p *Page) seriesTable(w int) []entry {
	i := p.data.Indicator(p.at.Item)
	if i == nil {
		return []entry{p.paragraph(p.nothing(), w)}
	}
	entries := []entry{p.title(p.text.FullName(i), i.Unit.Name.In(p.in.Lang))}
	if figures := p.figures(); len(figures) > 0 && p.at.Sub == "" { // else its row is under the cursor
		entries = append(entries, entry{height: 1, draw: func(_ *theme.Styles, c cell.Canvas) { p.inFull(c, figures[0]) }})
	}
	entries = append(entries, p.paragraph(i.Definition.In(p.in.Lang), w), blank())
	series, others := nav.Series(p.data, p.at, p.in.Lang, i)
	table, top, year := p.yearColumns(series), model.Top(series), 0
	entries = append(entries, p.titled(entry{height: 1, draw: func(*theme.Styles, cell.Canvas) {}}, 0, headingsOf(table, w, yearKeys()...)))
	for _, f := range series {
		for ; p.at.Rows == (place.Sort{}) && year > 0 && year+1 < f.Period.Year(); year++ {
			entries = append(entries, p.missingRow(year+1))
		}
		year = f.Period.Year()
		entries = append(entries, p.seriesRow(f, table, top))
	}
	entries = append(entries, blank())
	if letters := p.letters(series); letters != "" {
		entries = append(entries, p.paragraph(letters, w), blank())
	}
	if table = p.yearColumns(others); len(others) > 0 {
		entries = append(entries, p.head(p.text.Head.OffSeries))
	}
	beyond := false
	for _, f := range others {
		entries = append(entries, p.seriesRow(f, table, top))
		claim, ok := f.Value.Claim()
		beyond = beyond || ok && chart.Claim(claim).Beyond(top)
	}
	if beyond && chart.Columns(table.Columns, w)[barColumn] > 0 {
		entries = append(entries, blank(), p.paragraph(p.glyphs().Beyond+" "+p.text.Chart.Beyond, w))
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

// yearColumns are period, value, a bar, status, rank, publisher.
func (p Page) yearColumns(series []*model.Figure) chart.Table {
	status := widest(series, func(f *model.Figure) string { return string(f.Status) })
	if status > 0 {
		status = max(status, cell.Width(p.text.Report.Status+upGlyph))
	}
	return p.table(
		chart.Column{Title: p.text.Head.Period, Width: widest(series, shortPeriod)},
		chart.Column{Title: p.text.Head.Value, Width: widest(series, p.text.Value) + markWidth, Align: chart.AlignRight},
		chart.Column{Width: minGauge, Flex: 1, Drop: 2},
		chart.Column{Title: p.text.Report.Status, Width: status, Drop: 3},
		chart.Column{Title: p.text.Head.Rank, Width: widest(series, p.text.RankBeside), Drop: 4},
		chart.Column{Title: p.text.Head.Publisher, Width: 24, Min: 12, Drop: 1},
	)
}

// barColumn is the column of bars of the rows of a series.
const barColumn = 2

// yearKeys are what the rows of a series can be ordered by, a column each.
func yearKeys() []place.Column {
	return []place.Column{place.ByDate, place.ByValue, place.NoColumn, place.ByStatus, place.ByRank, place.ByPublisher}
}

func (p *Page) missingRow(year int) entry {
	return entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		p.line(c).Cell(s.Muted, strconv.Itoa(year)+"  "+p.text.Say.NoneHere, c.W)
	}}
}

func (p *Page) seriesRow(f *model.Figure, table chart.Table, top float64) entry {
	return entry{id: f.ID, height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		table.Row(c, s.Text, func(column int, c cell.Canvas) {
			switch column {
			case 0:
				table.Write(column, c, s.Text, f.Period.Short())
			case 1:
				p.value(c, f, s.Row, s)
			case barColumn:
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
