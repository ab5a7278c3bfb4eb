package screen

import (
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/theme"
)

// bandLines is how many lines a headline has.
const bandLines = 4

func (p Page) overview(c cell.Canvas) {
	headlines := p.data.Headlines()
	if c.W < bandWidth || c.H < bandHeight || len(headlines) == 0 {
		entries := make([]entry, 0, len(headlines)+len(p.data.Clusters))
		for _, f := range headlines {
			entries = append(entries, p.headlineRow(f))
		}
		p.flow(c, append(entries, p.clusterRows(c)...), p.at.Item, p.toItem)
		return
	}
	above, below := c.Top(bandLines + 1)
	p.headlineBand(above, headlines)
	entries := p.clusterRows(below)
	if height(entries) < below.H {
		var legend cell.Canvas
		below, legend = below.Top(below.H - 1)
		say := p.text.Say
		legend.Put(0, 0, p.style.Page.Muted, secondHand+" "+say.SecondHand+"   "+conflicted+" "+say.Differ)
	}
	p.flow(below, entries, p.at.Item, p.toItem)
}

// headlineBand draws headlines beside one another, under an empty line.
func (p Page) headlineBand(c cell.Canvas, figures []*model.Figure) {
	w := c.W / len(figures)
	for i, f := range figures {
		c := c.Area(i*w, 1, w-1, bandLines)
		p.headline(c, f)
		p.hit(c, p.toItem(f.ID))
	}
}

// headline draws one: the number, what it is on up to two lines, and its rank
// and period.
func (p Page) headline(c cell.Canvas, f *model.Figure) {
	s := p.style.Page
	if f.ID == p.at.Item {
		s = p.style.Cursor
	}
	c.Fill(s.Text)
	marked(p.line(c), f, s.Strong, p.text.Value(f), s)
	c.Line(0).Ground(s.Text)
	rank, names := p.shortRank(f), cell.Wrap(p.text.Name(f.Indicator), c.W)
	period := p.period(f, c.W-cell.Width(rank))
	apart := cell.Width(rank+period) > c.W
	if apart {
		names, period = []string{p.text.Name(f.Indicator)}, p.period(f, c.W)
	}
	y := 1
	for _, name := range names[:min(len(names), 2)] {
		p.line(c.Line(y)).Cell(s.Label, name, c.W)
		y++
	}
	last := p.line(c.Line(y)).Put(s.Rank, rank)
	if apart {
		last = p.line(c.Line(y + 1))
	}
	last.Put(s.Muted, period)
}

// period is a figure's period in full if there is room for it.
func (p Page) period(f *model.Figure, w int) string {
	for _, period := range []string{p.text.Period(f.Period), p.text.When(f.Period)} {
		if cell.Width(period) <= w {
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
	return entry{id: f.ID, height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		l := p.line(c)
		number := l.Area(14)
		marked(p.line(number), f, s.Strong, p.text.Value(f), s)
		number.Ground(s.Text)
		l.Cell(s.Label, p.text.Name(f.Indicator), max(0, c.W-14-8))
		l.Right(s.Muted, f.Period.Short(), min(8, c.W-l.X())).To(s.Text, c.W)
	}}
}

// clusterColumns are the widths of the Overview's columns.
type clusterColumns struct {
	// Tall rows have a second line, which says what the size counts and when.
	tall                                                                    bool
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
func (p Page) columns(w int, tall bool) clusterColumns {
	c := clusterColumns{tall: tall, spark: sparkCells}
	for _, cl := range p.data.Clusters {
		c.name = max(c.name, cell.Width(cl.Name.In(p.in.Lang))+3)
		if f := p.data.NationalShare(cl); f != nil {
			c.shareName = max(c.shareName, min(cell.Width(p.text.Name(f.Indicator)), w/4)+1)
			c.share = max(c.share, cell.Width(p.text.Brief(f))+markWidth+1)
			if !tall {
				c.shareTime = max(c.shareTime, cell.Width(f.Period.Short())+1)
			}
		}
		if f := p.data.Size(cl); f != nil {
			c.size = max(c.size, cell.Width(p.text.Value(f))+markWidth+1)
			if tall {
				continue
			}
			c.sizeName = max(c.sizeName, cell.Width(p.text.Name(f.Indicator))+1)
			c.period = max(c.period, cell.Width(f.Period.Short())+1)
		}
	}
	c.size = max(c.size, cell.Width(p.text.Head.Size)+markWidth)
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

func (p Page) clusterRows(c cell.Canvas) []entry {
	if c.W < narrow {
		rows := make([]entry, 1, len(p.data.Clusters)+1)
		rows[0] = blank()
		for _, cl := range p.data.Clusters {
			rows = append(rows, p.narrowClusterRow(cl))
		}
		return rows
	}
	columns := p.columns(c.W-gutter, c.H >= 2*len(p.data.Clusters)+3) // with the legend below
	rows := []entry{blank(), {height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		l := p.line(c).Cell(s.Muted, p.text.Head.Cluster, columns.name)
		l.Cell(s.Muted, p.text.Head.BestShare, columns.shareName+columns.gauge+columns.share+columns.shareTime)
		l.Right(s.Muted, p.text.Head.Size, columns.spark+columns.sizeName+columns.size-markWidth)
	}}}
	for _, cl := range p.data.Clusters {
		rows = append(rows, p.clusterRow(cl, columns))
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
	return entry{id: cl.ID, height: 2, draw: func(s *theme.Styles, c cell.Canvas) {
		w := c.W
		name := p.line(c).Put(s.Chip(cl.Hue), chipGlyph).Put(s.Text, " ")
		if size == nil {
			name.Cell(s.Strong, cl.Name.In(p.in.Lang), w-2)
		} else {
			value := p.text.Brief(size) + marksOf(size)
			n := min(cell.Width(value), w-2-narrowPeriod)
			name.Cell(s.Strong, cl.Name.In(p.in.Lang), max(0, w-2-n-narrowPeriod)).Right(s.Text, value, n).Right(s.Muted, size.Period.Short(), narrowPeriod)
		}
		under := p.line(c.Line(1)).Put(s.Text, "  ")
		if f == nil {
			under.Cell(s.Muted, p.text.Say.NotStated, w-under.X())
		} else {
			value := p.text.Brief(f) + marksOf(f)
			under.Cell(s.Text, value, min(cell.Width(value)+1, w-2))
			under.Cell(s.Label, p.text.FullName(f.Indicator), w-under.X()-narrowPeriod).Right(s.Muted, f.Period.Short(), narrowPeriod)
		}
		under.To(s.Text, w)
	}}
}

// narrowPeriod is the column of periods where a row takes two lines.
const narrowPeriod = 8

func (p *Page) clusterRow(cl *model.Cluster, columns clusterColumns) entry {
	height := 1
	if columns.tall {
		height = 2
	}
	return entry{id: cl.ID, height: height, draw: func(s *theme.Styles, c cell.Canvas) {
		l := p.line(c).Put(s.Chip(cl.Hue), chipGlyph).Put(s.Text, " ")
		l.Cell(s.Strong, cl.Name.In(p.in.Lang), columns.name-3).Put(s.Text, " ")
		p.shareCells(l, s, cl, columns)
		p.sizeCells(l, s, cl, columns)
		l.To(s.Text, c.W)
		if columns.tall {
			p.underCluster(p.line(c.Line(1)), s, cl, columns)
			c.Line(1).Ground(s.Text)
		}
	}}
}

// underCluster draws the second line of a tall row: when the share was, and what
// the size counts.
func (p Page) underCluster(l *cell.Line, s *theme.Styles, cl *model.Cluster, columns clusterColumns) {
	l.To(s.Text, columns.name)
	w := max(columns.shareName, columns.share)
	if f := p.data.NationalShare(cl); f != nil {
		l.Cell(s.Muted, f.Period.Short(), w)
	}
	if f := p.data.Size(cl); f != nil {
		l.To(s.Text, columns.name+w)
		measure := p.text.Name(f.Indicator) + " " + f.Period.Short()
		l.Right(s.Muted, measure, columns.shareName+columns.gauge+columns.share+columns.spark+columns.size-markWidth-w)
	}
}

// aged returns the style of a value, which is muted if its year is more than three
// before the dataset's: it stands beside newer ones.
func (p Page) aged(f *model.Figure, fresh cell.Style, s *theme.Styles) cell.Style {
	of, _, _ := strings.Cut(p.data.AsOf, "-")
	if year, err := strconv.Atoi(of); err == nil && f.Period.Year() < year-3 {
		return s.Muted
	}
	return fresh
}

// shareCells draws a cluster's latest share, or says that there is none.
func (p Page) shareCells(l *cell.Line, s *theme.Styles, cl *model.Cluster, columns clusterColumns) {
	f := p.data.NationalShare(cl)
	if f == nil {
		l.Cell(s.Muted, p.text.WithoutShare(p.data, cl), columns.shareName+columns.gauge+columns.share+columns.shareTime)
		return
	}
	if columns.shareName > 0 {
		l.Cell(s.Text, p.text.Name(f.Indicator), columns.shareName-1).Put(s.Text, " ")
	}
	if columns.gauge > 0 {
		p.gauge(l.Area(columns.gauge), f, s)
	}
	value := l.Put(s.Text, " ").Area(columns.share - 1)
	marked(p.line(value), f, p.aged(f, s.Strong, s), p.text.Brief(f), s)
	value.Ground(s.Text)
	l.Right(s.Muted, f.Period.Short(), columns.shareTime)
}

// sizeCells draws a cluster's size: the series as a sparkline, the latest
// number, its period.
func (p Page) sizeCells(l *cell.Line, s *theme.Styles, cl *model.Cluster, columns clusterColumns) {
	f := p.data.Size(cl)
	if f == nil {
		l.Right(s.Muted, p.text.Say.NotStated, columns.spark+columns.sizeName+columns.size).Cell(s.Text, "", columns.period)
		return
	}
	if columns.spark > 0 {
		spark := l.Put(s.Text, " ").Area(columns.spark - 1)
		p.spark(spark, cl.Size, s.Chip(cl.Hue))
		spark.Ground(s.Text)
	}
	if columns.sizeName > 0 {
		l.Put(s.Text, " ").Cell(s.Label, p.text.Name(f.Indicator), columns.sizeName-1)
	}
	size := l.Area(columns.size)
	value := p.text.Value(f)
	marked(p.line(size).To(s.Text, columns.size-cell.Width(value)-markWidth), f, p.aged(f, s.Text, s), value, s)
	size.Ground(s.Text)
	l.Right(s.Muted, f.Period.Short(), columns.period)
}
