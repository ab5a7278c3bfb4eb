package screen

import (
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

// The columns of lists of figures fit their contents.

func (p Page) table(columns ...chart.Column) chart.Table {
	return chart.Table{Columns: columns, Tail: moreGlyph}
}

// measured is how many rows of a list its columns are fitted to; in a longer
// list later rows may be cut.
const measured = 500

// widest is the width of the widest of what figures are called by of.
func widest(figures []*model.Figure, of func(f *model.Figure) string) int {
	w := 0
	for _, f := range figures[:min(len(figures), measured)] {
		w = max(w, chart.Width(of(f)))
	}
	return w
}

func (p Page) figureName(f *model.Figure) string { return p.text.Name(f.Indicator) }

func (p Page) fullName(f *model.Figure) string { return p.text.FullName(f.Indicator) }

func shortPeriod(f *model.Figure) string { return f.Period.Short() }

// marksOf are the marks of a figure without room for those it does not have.
func marksOf(f *model.Figure) string {
	marks := ""
	if f.SecondHand() {
		marks += secondHand
	}
	if f.Conflict != nil {
		marks += conflicted
	}
	return marks
}

// marked is a value with its marks, or the room for them: that it was not read
// at its publisher, that sources differ.
func (p Page) marked(f *model.Figure, s *theme.Styles) string {
	return withMark(f, s.Strong.Paint(p.text.Value(f)), s)
}

func withMark(f *model.Figure, value string, s *theme.Styles) string {
	second, conflict := " ", " "
	if f.SecondHand() {
		second = s.Muted.Paint(secondHand)
	}
	if f.Conflict != nil {
		conflict = s.Conflict.Paint(conflicted)
	}
	return value + second + conflict
}

const markWidth = 2

// leastName is how narrow a column of names may get: a name can be cut off, a
// number and its period cannot.
func (p Page) leastName() int {
	if p.in.Width < narrow {
		return 1
	}
	return 8
}

// figureRows lists figures in w cells: name, value, rank, period. A name that
// would be cut goes on below.
func (p Page) figureRows(figures []*model.Figure, w int) []entry {
	columns := []chart.Column{
		{Width: widest(figures, p.fullName), Min: p.leastName(), Flex: 1},
		{Width: widest(figures, p.text.Value) + markWidth, Align: chart.AlignRight},
		{Width: widest(figures, shortPeriod), Align: chart.AlignRight},
	}
	const rankColumn = 2
	rank := widest(figures, p.text.RankBeside)
	if rank > 0 && p.in.Width >= roomy { // few have one, and all have a name
		columns = slices.Insert(columns, rankColumn, chart.Column{Width: rank, Align: chart.AlignRight, Drop: 1})
	} else {
		rank = 0
	}
	table := p.table(columns...)
	room := chart.Columns(columns, w)[0]
	rows := make([]entry, 0, len(figures))
	for n, f := range figures {
		var more []string // of the name, below the row
		if room > 0 && n < measured && chart.Width(p.fullName(f)) > room {
			if more = chart.Wrap(p.fullName(f), room); len(more) < 2 { // one wide character
				more = nil
			}
		}
		rows = append(rows, entry{id: f.ID, height: max(1, min(len(more), 2)), draw: func(s *theme.Styles, w int) []string {
			cells := []string{p.fullName(f), p.marked(f, s), s.Muted.Paint(f.Period.Short())}
			if more != nil {
				cells[0] = more[0]
			}
			if rank > 0 {
				cells = slices.Insert(cells, rankColumn, s.Rank.Paint(p.text.RankBeside(f)))
			}
			lines := []string{table.Row(w, s.Text, func(column, _ int) string { return cells[column] })}
			if more != nil {
				lines = append(lines, p.line().cell(s.Text, "  "+more[1], w).String())
			}
			return lines
		}})
	}
	return rows
}

// gaugeColumn is the column of a share row's gauge, or of what the share is a
// share of.
const gaugeColumn = 1

// shareTable is the columns of a list of shares: name, gauge, value, period.
func (p Page) shareTable(shares []*model.Figure) chart.Table {
	name := widest(shares, p.figureName) + p.chipWidth()
	if p.at.Table { // what it is a share of wants more room than a gauge
		name = min(name, 32)
	}
	name = min(name, p.in.Width*3/10) // leaves a gauge that can be read
	of := 0
	if !p.at.Table && p.at.View == place.Shares && p.in.Width >= broad {
		of = widest(shares, p.denominator)
	}
	columns := []chart.Column{
		{Title: p.text.Head.Indicator, Width: name, Min: p.leastName()},
		{Title: p.text.Report.ShareOf, Width: minGauge, Flex: 1, Drop: 1},
		{Title: p.text.Head.Value, Width: widest(shares, p.text.Value) + markWidth},
		{Title: p.text.Head.Period, Width: widest(shares, shortPeriod), Align: chart.AlignRight},
	}
	if of > 0 {
		columns = append(columns, chart.Column{Width: min(of, p.in.Width/4)})
	}
	return p.table(columns...)
}

func (p Page) denominator(f *model.Figure) string { return f.Indicator.Denominator.In(p.in.Lang) }

// chip is the chip of a share's cluster and a space, where shares of several
// clusters are listed.
func (p Page) chip(f *model.Figure, s *theme.Styles) string {
	if p.chipWidth() == 0 {
		return ""
	}
	return s.Chip(f.Indicator.Cluster.Hue).Paint(chipGlyph) + " "
}

func (p Page) chipWidth() int {
	if p.at.View == place.Clusters {
		return 0
	}
	return 2
}

// stacked reports whether a share takes two lines: its name would be cut
// beside the gauge.
func (p Page) stacked() bool {
	return p.in.Width < narrow || p.at.View == place.Clusters && p.in.Width < roomy
}

// shareRow is a share with its gauge.
func (p *Page) shareRow(f *model.Figure, table chart.Table) entry {
	if p.stacked() {
		return p.narrowShareRow(f, table)
	}
	return p.shareEntry(f, table, func(w int, s *theme.Styles) string { return p.gauge(f, w, s) })
}

// shareLine is a share with what it is a share of in place of the gauge.
func (p *Page) shareLine(f *model.Figure, table chart.Table) entry {
	return p.shareEntry(f, table, func(w int, s *theme.Styles) string {
		return s.Label.Paint(chart.Truncate(p.denominator(f), w, moreGlyph))
	})
}

func (p *Page) shareEntry(f *model.Figure, table chart.Table, gauge func(w int, s *theme.Styles) string) entry {
	return entry{id: f.ID, height: 1, draw: func(s *theme.Styles, w int) []string {
		return []string{table.Row(w, s.Text, func(column, width int) string {
			if column == gaugeColumn {
				return gauge(width, s)
			}
			return [...]string{
				p.chip(f, s) + p.figureName(f), "", p.marked(f, s), s.Muted.Paint(f.Period.Short()),
				s.Label.Paint(chart.Truncate(p.denominator(f), width, moreGlyph)),
			}[column]
		})}
	}}
}

// narrowShareRow is a share on two lines: its name, and under it the other
// columns.
func (p *Page) narrowShareRow(f *model.Figure, table chart.Table) entry {
	table.Columns = table.Columns[gaugeColumn:]
	indent := p.chipWidth()
	return entry{id: f.ID, height: 2, draw: func(s *theme.Styles, w int) []string {
		name := p.line().drawn(p.chip(f, s), indent).cell(s.Text, p.figureName(f), w-indent)
		row := table.Row(max(0, w-indent), s.Text, func(column, width int) string {
			if column == 0 {
				return p.gauge(f, width, s)
			}
			return [...]string{"", p.marked(f, s), s.Muted.Paint(f.Period.Short())}[column]
		})
		return []string{chart.Fit(name.String(), w), chart.Fit(s.Text.Paint(strings.Repeat(" ", indent))+row, w)}
	}}
}
