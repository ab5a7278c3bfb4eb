package screen

import (
	"math"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/theme"
)

// overviewTable is the widths of the columns of clusters with two lines each: the
// cluster, what share it holds of what, the gauge, its size and what that counts,
// and the years of that. Where it is stacked, what is counted stands below the
// number, over the width of the next column.
type overviewTable struct {
	stacked                         bool
	name, share, gauge, size, years int
}

const (
	columnGap = 2
	sizeYears = 7
	yearPitch = 2
	nounWidth = 17 // of what is counted beside its number; the rest goes on below
	fairGauge = 28 // with which there is room for all of it
	fineGauge = 22 // with which there is room for more of it
	goodGauge = 14 // with which there is room for some
)

// overviewTable fits the columns to what they hold; the gauge takes what is left.
func (p Page) overviewTable(w int) overviewTable {
	t := overviewTable{years: sizeYears*yearPitch - 1}
	for _, cl := range p.data.Clusters {
		t.name = max(t.name, cell.Width(cl.Name.In(p.in.Lang))+swatchWidth)
	}
	t.name = min(t.name, w*2/7)
	shares, sizes := p.ofClusters(p.data.NationalShare), p.ofClusters(p.data.Size)
	t.share, t.size = widest(shares, p.text.Brief)+markWidth, widest(sizes, p.text.Brief)+markWidth
	t.gauge = w - t.name - t.share - t.size - t.years - 4*columnGap
	share, size := widest(shares, p.figureName)+1, widest(sizes, p.sizeName)+1
	if t.gauge-share-size < fairGauge {
		long := size
		share, size = min(share, nounWidth+1), min(size, nounWidth+1)
		size = min(long, max(size, size+t.gauge-share-size-fineGauge)) // what the gauge can spare
	}
	if t.stacked = t.gauge-share-size < goodGauge; t.stacked {
		t.gauge += columnGap - 1
		below := widest(sizes, func(f *model.Figure) string { return p.sizeName(f) + " " + f.Period.Short() })
		if more := min(below-t.size-1-t.years, t.gauge-goodGauge); more > 0 {
			t.size, t.gauge = t.size+more, t.gauge-more
		}
	} else {
		t.share, t.size, t.gauge = t.share+share, t.size+size, t.gauge-share-size
	}
	t.gauge = max(0, min(t.gauge, maxGauge))
	return t
}

// yearsGap lies between the size and its years.
func (t overviewTable) yearsGap() int {
	if t.stacked {
		return 1
	}
	return columnGap
}

// ofClusters returns what of returns for the clusters that have one.
func (p Page) ofClusters(of func(*model.Cluster) *model.Figure) []*model.Figure {
	var figures []*model.Figure
	for _, cl := range p.data.Clusters {
		if f := of(cl); f != nil {
			figures = append(figures, f)
		}
	}
	return figures
}

// swatchWidth is the room of a cluster's hue before its name.
const swatchWidth = 2

// clusterTable draws the clusters under the heads of their columns.
func (p Page) clusterTable(c cell.Canvas) {
	t := p.overviewTable(c.W)
	head, rows := c.Top(1)
	last := p.lastYear()
	p.tableHead(head, t, last)
	for y, cl := range p.data.Clusters {
		row := rows.Area(0, 2*y, rows.W, 2)
		s := p.style.Page
		if cl.ID == p.at.Item {
			s = p.style.Cursor
		}
		p.clusterLines(row, cl, t, last, s)
		p.markAt(row.Line(0), cl.ID)
		row.Ground(s.Text)
		p.hit(row, p.toItem(cl.ID))
	}
}

func (p Page) tableHead(c cell.Canvas, t overviewTable, last int) {
	s, head := p.style.Page, p.text.Head
	l := p.line(c).Cell(s.Muted, head.Cluster, t.name+columnGap)
	if cell.Width(head.BestShare) <= t.share {
		l.Cell(s.Muted, head.BestShare, t.share+columnGap)
		p.axis(l.Area(t.gauge))
	} else {
		l.Cell(s.Muted, head.BestShare, t.share+columnGap+t.gauge)
	}
	l.Put(s.Muted, "  ").Cell(s.Muted, head.Size, t.size+t.yearsGap())
	p.yearsUnder(l.Area(t.years), last, sizeYears)
}

// yearsUnder draws the first and the last of n years that end with last.
func (p Page) yearsUnder(c cell.Canvas, last, n int) {
	if last == 0 {
		return
	}
	to := strconv.Itoa(last)
	c.Put(0, 0, p.style.Page.Muted, strconv.Itoa(last-n+1))
	c.Put(min(c.W, n*yearPitch-1)-len(to), 0, p.style.Page.Muted, to)
}

// clusterLines draws a cluster: numbers on the first line, what they are of on
// that or below.
func (p Page) clusterLines(c cell.Canvas, cl *model.Cluster, t overviewTable, last int, s *theme.Styles) {
	one, two := p.line(c), p.line(c.Line(1))
	for _, l := range []*cell.Line{one, two} {
		l.Put(s.Chip(cl.Hue), chipGlyph).Put(s.Text, " ")
	}
	one.Cell(s.Strong, cl.Name.In(p.in.Lang), t.name-swatchWidth)
	two.Cell(s.Muted, p.text.Count(p.text.Figures, p.data.CountIn(cl)), t.name-swatchWidth)

	share := c.Area(t.name+columnGap, 0, t.share+columnGap+t.gauge, 2)
	if f := p.data.NationalShare(cl); f != nil {
		p.named(share, t.share, f, p.figureName(f), s, t.stacked)
		p.gauge(picture(share, t.share+columnGap, t.gauge, s), f, s)
	} else {
		for y, l := range cell.Wrap(p.text.WithoutShare(p.data, cl), share.W) {
			p.line(share.Line(y)).Put(s.Muted, l)
		}
	}
	size := c.Area(t.name+t.share+t.gauge+3*columnGap, 0, t.size+t.yearsGap()+t.years, 2)
	if f := p.data.Size(cl); f != nil {
		p.named(size, t.size, f, p.sizeName(f), s, t.stacked)
		p.yearBars(picture(size, t.size+t.yearsGap(), t.years, s), f, last, sizeYears, yearPitch, s)
	} else {
		p.line(size).Put(s.Muted, p.text.Say.NotStated)
	}
}

// picture returns the part of the first line of c that a gauge or bars have, on a
// ground of their own with a cell of it on either side: where the row under the cursor
// has the colour of what is full, this is what shows where that ends.
func picture(c cell.Canvas, x, w int, s *theme.Styles) cell.Canvas {
	c.Area(x-1, 0, w+2, 1).Fill(s.Gap)
	return c.Area(x, 0, w, 1)
}

// sizeName is what is counted as the size of a cluster, which stands at the left.
func (p Page) sizeName(f *model.Figure) string { return p.text.Short(f.Indicator) }

// named draws the value of a figure at the right of w cells, what it counts beside
// it or below, for when, and whether it differs from the years before.
func (p Page) named(c cell.Canvas, w int, f *model.Figure, name string, s *theme.Styles, stacked bool) {
	value, when := p.text.Brief(f), p.text.When(f.Period)
	start := w - cell.Width(value) - markWidth
	l, under := p.line(c), p.line(c.Line(1))
	if stacked {
		when = f.Period.Short()
		under.Cell(s.Label, name, min(cell.Width(name), c.W-cell.Width(when)-1)).Put(s.Text, " ")
	} else {
		parts := cell.Wrap(name, w-cell.Width(value)-markWidth-1)
		l.Put(s.Text, parts[0])
		if rest := strings.Join(parts[1:], " "); rest != "" {
			under.Cell(s.Text, rest, min(cell.Width(rest), c.W-cell.Width(when)-columnGap)).Put(s.Text, "  ")
		}
	}
	marked(l.To(s.Text, start), f, p.aged(f, s.Row, s), value, s)
	under.Put(s.Muted, when)
	if f.Status.Differs() {
		if differs := "  " + p.text.Status["d"]; under.X()+cell.Width(differs) <= c.W {
			under.Put(s.Muted, differs)
		}
	}
}

// lastYear is the last year with an outcome among the clusters' sizes and the
// headlines; 0 if there is none.
func (p Page) lastYear() int {
	last := 0
	for _, cl := range p.data.Clusters {
		if cl.Size != nil {
			year, _ := p.data.LastYear(cl.Size)
			last = max(last, year)
		}
	}
	for _, f := range p.data.Headlines() {
		year, _ := p.data.LastYear(f.Indicator)
		last = max(last, year)
	}
	return last
}

// yearBars draws the outcomes of a figure's indicator in the n years that end with
// last, pitch cells apart, the latest in the full hue; if there are none, the figure
// itself.
func (p Page) yearBars(c cell.Canvas, of *model.Figure, last, n, pitch int, s *theme.Styles) {
	years := make([]chart.YearBar, n)
	for x := range years {
		years[x].Value = math.NaN()
	}
	series := p.data.Series(of.Indicator)
	if len(series) == 0 {
		series = []*model.Figure{of}
	}
	for _, f := range series {
		v, ok := f.Value.Magnitude()
		if x := f.Period.Year() - last + n - 1; ok && x >= 0 && x < n && f.Value.Qualifier() != model.Target {
			years[x] = chart.YearBar{Value: v, Break: f.Status.Break() || f.Status.Differs()}
		}
	}
	hue := of.Indicator.Cluster.Hue
	chart.YearBars(c, years, pitch, p.glyphs(), s.Calm(hue), s.Chip(hue), s.Gap)
}
