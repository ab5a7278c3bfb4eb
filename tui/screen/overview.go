package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

// The Overview: headline figures side by side, then a line for each cluster
// with its latest share of China and its size. The cursor moves over both.
func overviewView() view {
	return view{
		body:  Page.overview,
		open:  Page.overviewOpen,
		hints: []keymap.Action{keymap.MoveDown, keymap.OpenItem, keymap.ShowSource, keymap.NextTab, keymap.SwitchLanguage},
	}
}

func (p Page) overviewOpen() place.Place {
	if p.data.Cluster(p.at.Item) == nil {
		return openCard(p)
	}
	return place.Place{View: place.Clusters, Item: p.at.Item}
}

// bandLines is how many lines a headline has.
const bandLines = 4

func (p Page) overview(a Area) pane {
	headlines := p.data.Headlines()
	if a.W < bandWidth || a.H < bandHeight || len(headlines) == 0 {
		entries := make([]entry, 0, len(headlines)+len(p.data.Clusters))
		for _, f := range headlines {
			entries = append(entries, p.headlineRow(f))
		}
		return p.flow(a, append(entries, p.clusterRows(a)...), p.at.Item, p.toItem)
	}
	above, below := a.top(bandLines + 1)
	out := p.headlineBand(above, headlines)
	entries, height := p.clusterRows(below), 0
	for _, e := range entries {
		height += e.height
	}
	var legend Area
	if height < below.H {
		below, legend = below.top(below.H - 1)
	}
	rows := p.flow(below, entries, p.at.Item, p.toItem)
	out.append(rows)
	if legend.H > 0 {
		s, say := p.style.Page, p.text.Say
		l := p.line().put(s.Muted, secondHand+" "+say.SecondHand+"   "+conflicted+" "+say.Differ)
		out.lines = append(out.lines, chart.Fit(l.String(), legend.W))
	}
	return out
}

// headlineBand draws headlines beside one another, under an empty line.
func (p Page) headlineBand(a Area, figures []*model.Figure) pane {
	out := pane{lines: make([]string, a.H)}
	w := a.W / len(figures)
	for i, f := range figures {
		for n, l := range p.headline(f, w-1) {
			out.lines[1+n] += l + " "
		}
		out.hits = append(out.hits, Hit{Area{a.X + i*w, a.Y + 1, w - 1, bandLines}, p.toItem(f.ID)})
	}
	for i, l := range out.lines {
		out.lines[i] = chart.Fit(l, a.W)
	}
	return out
}

// headline draws one: the number, what it is on up to two lines, and its rank
// and period.
func (p Page) headline(f *model.Figure, w int) []string {
	s := p.style.Page
	if f.ID == p.at.Item {
		s = p.style.Cursor
	}
	last := p.line().put(s.Rank, p.shortRank(f))
	last.put(s.Muted, p.period(f, w-last.w))
	lines := []string{p.line().drawn(s.Text.Over(chart.Fit(p.marked(f, s), w)), w).String()}
	for i, name := range chart.Wrap(p.text.Name(f.Indicator), w) {
		if i < 2 {
			lines = append(lines, p.line().cell(s.Label, name, w).String())
		}
	}
	lines = append(lines, last.to(s.Text, w).String())
	for len(lines) < bandLines {
		lines = append(lines, p.line().cell(s.Text, "", w).String())
	}
	return lines
}

// period is a figure's period in full if there is room for it.
func (p Page) period(f *model.Figure, w int) string {
	for _, period := range []string{p.text.Period(f.Period), p.text.When(f.Period)} {
		if chart.Width(period) <= w {
			return period
		}
	}
	return f.Period.Short()
}

func (p Page) shortRank(f *model.Figure) string {
	if r := p.text.RankBeside(f); r != "" {
		return r + " "
	}
	return ""
}

// headlineRow is a headline on a narrow screen.
func (p Page) headlineRow(f *model.Figure) entry {
	return entry{id: f.ID, height: 1, draw: func(s *theme.Styles, w int) []string {
		l := p.line()
		l.drawn(s.Text.Over(chart.Fit(p.marked(f, s), 14)), 14)
		l.cell(s.Label, p.text.Name(f.Indicator), max(0, w-14-8))
		l.right(s.Muted, f.Period.Short(), min(8, w-l.w))
		return []string{l.to(s.Text, w).String()}
	}}
}

// clusterColumns are the widths of the Overview's columns.
type clusterColumns struct {
	name, shareName, gauge, share, shareTime, spark, sizeName, size, period int
}

const (
	sparkCells         = 7
	minGauge, maxGauge = 8, 48
	leastGauge         = 6  // on a screen where the name of the share would be cut
	goodGauge          = 20 // what the size counts is said where the gauge keeps as much
)

// columns fits the columns to their contents; the gauge takes what is left,
// and where that is too little the sparkline goes, then the share's name.
func (p Page) columns(w int) clusterColumns {
	c := clusterColumns{spark: sparkCells}
	for _, cl := range p.data.Clusters {
		c.name = max(c.name, chart.Width(cl.Name.In(p.in.Lang))+3)
		if f := p.data.NationalShare(cl); f != nil {
			c.shareName = max(c.shareName, min(chart.Width(p.text.Name(f.Indicator)), w/4)+1)
			c.share = max(c.share, chart.Width(p.text.Brief(f))+markWidth+1)
			c.shareTime = max(c.shareTime, chart.Width(f.Period.Short())+1)
		}
		if f := p.data.Size(cl); f != nil {
			c.size = max(c.size, chart.Width(p.text.Value(f))+markWidth+1)
			c.sizeName = max(c.sizeName, chart.Width(p.text.Name(f.Indicator))+1)
			c.period = max(c.period, chart.Width(f.Period.Short())+1)
		}
	}
	c.size = max(c.size, chart.Width(p.text.Head.Size)+markWidth)
	c.name = min(c.name, max(w*2/9, 17))
	rest := w - c.name - c.size - c.period
	left := func() int { return rest - c.shareName - c.share - c.shareTime - c.spark - c.sizeName }
	if left() < goodGauge {
		c.sizeName = 0
	}
	if left() < 14 {
		c.spark = 0
	}
	least := minGauge
	if w < roomy {
		least = leastGauge
	}
	if left() < least {
		c.shareName = max(0, c.shareName+left()-least)
	}
	if c.gauge = min(left(), maxGauge); c.gauge < least {
		c.gauge, c.shareName = 0, 0
	}
	return c
}

func (p Page) clusterRows(a Area) []entry {
	if a.W < narrow {
		rows := make([]entry, 1, len(p.data.Clusters)+1)
		rows[0] = blank()
		for _, cl := range p.data.Clusters {
			rows = append(rows, p.narrowClusterRow(cl))
		}
		return rows
	}
	c := p.columns(a.W - gutter)
	rows := []entry{blank(), {height: 1, draw: func(s *theme.Styles, w int) []string {
		l := p.line().cell(s.Muted, p.text.Head.Cluster, c.name)
		l.cell(s.Muted, p.text.Head.BestShare, c.shareName+c.gauge+c.share+c.shareTime)
		l.right(s.Muted, p.text.Head.Size, c.spark+c.sizeName+c.size-markWidth)
		return []string{chart.Fit(l.String(), w)}
	}}}
	spaced := a.H >= 2*len(p.data.Clusters)+3 // with the legend below
	for _, cl := range p.data.Clusters {
		if spaced {
			rows = append(rows, blank())
		}
		rows = append(rows, p.clusterRow(cl, c))
	}
	return rows
}

// narrowClusterRow is a cluster with its size, and under it its share; the size
// goes there if no share is stated.
func (p *Page) narrowClusterRow(cl *model.Cluster) entry {
	f, size := p.data.NationalShare(cl), p.data.Size(cl)
	if f == nil {
		f, size = size, nil
	}
	return entry{id: cl.ID, height: 2, draw: func(s *theme.Styles, w int) []string {
		name := p.line().put(s.Chip(cl.Hue), chipGlyph).put(s.Text, " ")
		if size == nil {
			name.cell(s.Strong, cl.Name.In(p.in.Lang), w-2)
		} else {
			value := p.text.Brief(size) + marksOf(size)
			n := min(chart.Width(value), w-2-narrowPeriod)
			name.cell(s.Strong, cl.Name.In(p.in.Lang), max(0, w-2-n-narrowPeriod)).right(s.Text, value, n).right(s.Muted, size.Period.Short(), narrowPeriod)
		}
		under := p.line().put(s.Text, "  ")
		if f == nil {
			under.cell(s.Muted, p.text.Say.NotStated, w-under.w)
		} else {
			value := p.text.Brief(f) + marksOf(f)
			under.cell(s.Text, value, min(chart.Width(value)+1, w-2))
			under.cell(s.Label, p.text.FullName(f.Indicator), w-under.w-narrowPeriod).right(s.Muted, f.Period.Short(), narrowPeriod)
		}
		return []string{chart.Fit(name.String(), w), chart.Fit(under.to(s.Text, w).String(), w)}
	}}
}

// narrowPeriod is the column of periods where a row takes two lines.
const narrowPeriod = 8

func (p *Page) clusterRow(cl *model.Cluster, c clusterColumns) entry {
	return entry{id: cl.ID, height: 1, draw: func(s *theme.Styles, w int) []string {
		l := p.line().put(s.Chip(cl.Hue), chipGlyph).put(s.Text, " ")
		l.cell(s.Strong, cl.Name.In(p.in.Lang), c.name-3).put(s.Text, " ")
		p.shareCells(l, s, cl, c)
		p.sizeCells(l, s, cl, c)
		return []string{chart.Fit(l.to(s.Text, w).String(), w)}
	}}
}

// shareCells draws a cluster's latest share, or says that there is none.
func (p Page) shareCells(l *line, s *theme.Styles, cl *model.Cluster, c clusterColumns) {
	f := p.data.NationalShare(cl)
	if f == nil {
		l.cell(s.Muted, p.text.Say.NoShare, c.shareName+c.gauge+c.share+c.shareTime)
		return
	}
	if c.shareName > 0 {
		l.cell(s.Text, p.text.Name(f.Indicator), c.shareName-1).put(s.Text, " ")
	}
	if c.gauge > 0 {
		l.drawn(p.gauge(f, c.gauge, s), c.gauge)
	}
	l.put(s.Text, " ").drawn(s.Text.Over(chart.Fit(withMark(f, s.Strong.Paint(p.text.Brief(f)), s), c.share-1)), c.share-1)
	l.right(s.Muted, f.Period.Short(), c.shareTime)
}

// sizeCells draws a cluster's size: the series as a sparkline, the latest
// number, its period.
func (p Page) sizeCells(l *line, s *theme.Styles, cl *model.Cluster, c clusterColumns) {
	f := p.data.Size(cl)
	if f == nil {
		l.right(s.Muted, p.text.Say.NotStated, c.spark+c.sizeName+c.size).cell(s.Text, "", c.period)
		return
	}
	if c.spark > 0 {
		l.put(s.Text, " ").drawn(s.Text.Over(p.spark(cl.Size, c.spark-1, s.Chip(cl.Hue))), c.spark-1)
	}
	if c.sizeName > 0 {
		l.put(s.Text, " ").cell(s.Label, p.text.Name(f.Indicator), c.sizeName-1)
	}
	l.drawn(s.Text.Over(chart.FitRight(withMark(f, s.Text.Paint(p.text.Value(f)), s), c.size)), c.size).right(s.Muted, f.Period.Short(), c.period)
}
