package screen

import (
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// clusterColumns are the widths of the Overview's columns.
type clusterColumns struct {
	name, shareName, gauge, share, shareTime, spark, sizeName, size, period int
}

const (
	sparkCells         = 7
	minGauge, maxGauge = 8, 48
	leastGauge         = 6  // on a screen where the name of the share would be cut
	namedGauge         = 20 // what the size counts is said where the gauge keeps as much
)

// columns fits the columns to their contents; the gauge takes what is left,
// and where that is too little the sparkline goes, then the share's name.
func (p Page) columns(w int) clusterColumns {
	c := clusterColumns{spark: sparkCells}
	for _, cl := range p.data.Clusters {
		c.name = max(c.name, cell.Width(cl.Name.In(p.in.Lang))+3)
		if f := p.data.NationalShare(cl); f != nil {
			c.shareName = max(c.shareName, min(cell.Width(p.text.Name(f.Indicator)), w/4)+1)
			c.share = max(c.share, cell.Width(p.text.Brief(f))+markWidth+1)
			c.shareTime = max(c.shareTime, cell.Width(f.Period.Short())+1)
		}
		if f := p.data.Size(cl); f != nil {
			c.size = max(c.size, cell.Width(p.text.Value(f))+markWidth+1)
			c.sizeName = max(c.sizeName, cell.Width(p.sizeName(f))+1)
			c.period = max(c.period, cell.Width(f.Period.Short())+1)
		}
	}
	c.size = max(c.size, cell.Width(p.text.Head.Size)+markWidth)
	c.name = min(c.name, max(w*2/9, 17))
	rest := w - c.name - c.size - c.period
	left := func() int { return rest - c.shareName - c.share - c.shareTime - c.spark - c.sizeName }
	if left() < namedGauge {
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
		rows := make([]entry, 0, len(p.data.Clusters))
		for _, cl := range p.data.Clusters {
			rows = append(rows, p.narrowClusterRow(cl))
		}
		return rows
	}
	columns := p.columns(c.W - gutter)
	rows := []entry{{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
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
			value := p.text.Brief(size) + report.Marks(size)
			n := min(cell.Width(value), w-2-narrowPeriod)
			name.Cell(s.Strong, cl.Name.In(p.in.Lang), max(0, w-2-n-narrowPeriod)).Right(s.Text, value, n).Right(s.Muted, size.Period.Short(), narrowPeriod)
		}
		under := p.line(c.Line(1)).Put(s.Text, "  ")
		if f == nil {
			under.Cell(s.Muted, p.text.Say.NotStated, w-under.X())
		} else {
			value := p.text.Brief(f) + report.Marks(f)
			under.Cell(s.Text, value, min(cell.Width(value)+1, w-2))
			room := w - under.X() - narrowPeriod
			under.Cell(s.Label, p.called(f.Indicator, room, 1), room).Right(s.Muted, f.Period.Short(), narrowPeriod)
		}
		under.To(s.Text, w)
	}}
}

// narrowPeriod is the column of periods where a row takes two lines.
const narrowPeriod = 8

func (p *Page) clusterRow(cl *model.Cluster, columns clusterColumns) entry {
	return entry{id: cl.ID, height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		l := p.line(c).Put(s.Chip(cl.Hue), chipGlyph).Put(s.Text, " ")
		l.Cell(s.Strong, cl.Name.In(p.in.Lang), columns.name-3).Put(s.Text, " ")
		p.shareCells(l, s, cl, columns)
		p.sizeCells(l, s, cl, columns)
		l.To(s.Text, c.W)
	}}
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
	marked(p.line(value), f, p.aged(f, s.Row, s), p.text.Brief(f), s)
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
		l.Put(s.Text, " ").Cell(s.Label, p.sizeName(f), columns.sizeName-1)
	}
	size := l.Area(columns.size)
	value := p.text.Value(f)
	marked(p.line(size).To(s.Text, columns.size-cell.Width(value)-markWidth), f, p.aged(f, s.Row, s), value, s)
	size.Ground(s.Text)
	l.Right(s.Muted, f.Period.Short(), columns.period)
}
