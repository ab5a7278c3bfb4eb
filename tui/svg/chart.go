package svg

import (
	"errors"
	"fmt"
	"html"
	"io"
	"math"
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
	"anhui-tui/tui/theme"
)

// ErrNoChart is the error of a place that has no chart.
var ErrNoChart = errors.New("no chart here")

// The layout of a chart, in pixels.
const (
	chartWidth  = 960
	chartEdge   = 40  // around all
	plotHeight  = 320 // from the top of the scale to its bottom
	lowPlot     = 200 // the same of one of several
	plotLeft    = 100 // of the first year's half column
	plotRight   = chartWidth - chartEdge
	lineHeight  = 19
	noteCells   = (chartWidth - 2*chartEdge) / 7 // that surely fit beside one another
	titleCells  = (chartWidth - 2*chartEdge) / 12
	widestBar   = 60
	markRadius  = 4.5
	chartFonts  = `system-ui, "Helvetica Neue", Arial, "DejaVu Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif`
	labelHeight = 15
	labelCell   = 7 // width of a cell of a label
)

// Chart writes the charts of a place in Trends alone, as a picture for a document: the
// series and those laid over it at their exact heights, those of other units below them
// on the same years, and under all what a reader needs to judge them. With an index it is
// of what is computed, and says so. The error is [ErrNoChart] where there is none.
func Chart(w io.Writer, data *model.Dataset, at place.Place, lang model.Lang, name place.Theme) error {
	if at.View != place.Trends {
		return ErrNoChart
	}
	p := newPicture(data, at, lang, name)
	if len(p.charts) == 0 || !p.stated() {
		return ErrNoChart
	}
	p.y -= lineHeight / 2
	p.lines("t", p.title(), titleCells, 26)
	p.y += 4
	for n := range p.charts {
		p.panel = &p.charts[n]
		p.taken, p.drawn = nil, nil
		p.head(n)
		if len(p.points) > 0 {
			p.plot()
		}
	}
	p.foot()
	_, err := fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" lang="%s" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
<title>%s</title>
<style>text{font:13px %s;fill:%s}.t{font-size:20px;font-weight:600}.m{fill:%s}.n{text-anchor:middle}.e{text-anchor:end}.v{text-anchor:middle;paint-order:stroke;stroke:%s;stroke-width:4px}</style>
<rect width="100%%" height="100%%" fill="%s"/>
%s</svg>
`, lang, chartWidth, p.y, chartWidth, p.y, html.EscapeString(p.title()), chartFonts, p.ink, p.muted, p.paper, p.paper, p.out.String())
	return err
}

// picture is one or more charts while they are drawn, from the top.
type picture struct {
	*panel           // the one that is drawn
	charts           []panel
	data             *model.Dataset
	index            bool // whether one is asked for
	text             *text.Texts
	ink, muted, rule string
	paper            string
	from, to         int     // years
	tall             float64 // from the top of a scale to its bottom
	out              strings.Builder
	y                int // the bottom of what is drawn
	taken            []box
	drawn            []line
}

// panel is a chart: series on one scale.
type panel struct {
	series          []*model.Indicator
	hues            []string // of the series
	base            int      // the year that is 100; 0 for values as stated
	points          []chartPoint
	low, high, step float64
}

// chartPoint is a figure of one of the series.
type chartPoint struct {
	series int
	report.Plotted
}

// box is where something is written or marked.
type box struct{ x, y, w, h float64 }

// line is drawn from a point to a later one.
type line struct{ x, y, toX, toY float64 }

// crossed reports whether a line is drawn through the letters in a box.
func (b box) crossed(l line) bool {
	from, to := max(b.x, l.x), min(b.x+b.w, l.toX)
	if from >= to {
		return false
	}
	at := func(x float64) float64 { return l.y + (l.toY-l.y)*(x-l.x)/(l.toX-l.x) }
	high, low := min(at(from), at(to)), max(at(from), at(to))
	return high < b.y+b.h-3 && low > b.y
}

func (b box) meets(o box) bool {
	return b.x < o.x+o.w && o.x < b.x+b.w && b.y < o.y+o.h && o.y < b.y+b.h
}

func newPicture(data *model.Dataset, at place.Place, lang model.Lang, name place.Theme) *picture {
	p := &picture{data: data, index: at.Index, text: text.For(lang), y: chartEdge, tall: plotHeight}
	p.ink, p.paper = pageOf(name)
	styles := theme.New(name, place.Colors256).Page
	of := func(s cell.Style) string { return hex(s.Look().Fg, p.ink) }
	p.muted, p.rule = of(styles.Muted), of(styles.Rule)
	for _, all := range nav.Charts(data, at) {
		c := panel{series: all}
		if at.Index {
			c.base = data.IndexBase(all)
		}
		for n, i := range all {
			style := styles.Chip(i.Cluster.Hue)
			if n > 0 {
				style = styles.Compared[(n-1)%len(styles.Compared)]
			}
			c.hues = append(c.hues, of(style))
			for _, at := range report.Plot(data, i, at.Index, c.base, p.text) {
				c.points = append(c.points, chartPoint{n, at})
			}
		}
		for _, at := range c.points {
			c.low, c.high = min(c.low, at.Y), max(c.high, at.Y)
			if p.from == 0 || at.X < p.from {
				p.from = at.X
			}
			p.to = max(p.to, at.X)
		}
		c.scale()
		p.charts = append(p.charts, c)
	}
	if len(p.charts) > 1 {
		p.tall = lowPlot
	}
	return p
}

// stated reports whether a figure of the first chart states a number.
func (p *picture) stated() bool {
	return slices.ContainsFunc(p.charts[0].series, func(i *model.Indicator) bool { return len(p.data.Series(i)) > 0 })
}

// scale widens the bounds, which have zero between them, to round numbers a step
// apart.
func (c *panel) scale() {
	if !(c.high-c.low > 0) { // of nothing but zeros
		c.high = 1
	}
	const steps = 6
	size := math.Pow10(int(math.Floor(math.Log10((c.high - c.low) / steps))))
	for _, m := range []float64{1, 2, 5, 10} {
		if c.step = m * size; (c.high-c.low)/c.step <= steps {
			break
		}
	}
	c.low, c.high = math.Floor(c.low/c.step)*c.step, math.Ceil(c.high/c.step)*c.step
}

// all returns the series of all charts.
func (p *picture) all() []*model.Indicator {
	var all []*model.Indicator
	for _, c := range p.charts {
		all = append(all, c.series...)
	}
	return all
}

func (p *picture) title() string {
	all := p.all()
	names := make([]string, len(all))
	for n, i := range all {
		names[n] = p.text.FullName(i)
	}
	title := strings.Join(names, p.text.Say.List)
	if p.index {
		title += p.text.Say.Colon + p.text.Chart.Index
	}
	return title
}

// write writes a text on a baseline.
func (p *picture) write(class string, x, y float64, s string) {
	fmt.Fprintf(&p.out, `<text class="%s" x="%g" y="%g">%s</text>`+"\n", class, x, y, html.EscapeString(s))
}

// lines writes wrapped text below what is drawn.
func (p *picture) lines(class, s string, cells, height int) {
	for _, l := range cell.Wrap(s, cells) {
		p.y += height
		p.write(class, chartEdge, float64(p.y), l)
	}
}

// head writes of chart n which series is which, what is measured, and in which unit, or
// why there is no index.
func (p *picture) head(n int) {
	first, several := p.series[0], len(p.all()) > 1
	if n > 0 {
		p.y += lineHeight
	}
	for n, i := range p.series {
		if several {
			p.y += lineHeight + 4
			fmt.Fprintf(&p.out, `<path d="M%d %dh24" stroke="%s" stroke-width="2.5"/>`+"\n", chartEdge, p.y-4, p.hues[n])
			p.write("", chartEdge+32, float64(p.y), p.text.FullName(i))
		}
		p.lines("m", i.Definition.In(p.text.Lang), noteCells, lineHeight)
		if of := i.Denominator.In(p.text.Lang); of != "" {
			p.lines("m", p.text.Card.ShareOf+p.text.Say.Colon+of, noteCells, lineHeight)
		}
	}
	p.y += lineHeight + 4
	unit := report.ChartUnit(first, p.base, p.text)
	switch {
	case p.index && p.base == 0:
		p.lines("", p.text.Chart.NoIndex, noteCells, lineHeight)
		return
	case n > 0 && !p.index:
		unit += fmt.Sprintf(p.text.Say.Brackets, report.WhyApart(first, p.charts[0].series[0], p.text))
	}
	p.y += lineHeight
	p.write("m", chartEdge, float64(p.y), unit)
	p.y += lineHeight
}

// foot writes what the marks mean, the notes, who published the figures, and which
// dataset this is.
func (p *picture) foot() {
	p.y += lineHeight
	p.legend()
	p.y += 6
	all := p.all()
	var notes []string
	var told []*model.Figure
	for _, c := range p.charts {
		if p.index {
			gaps, of := report.IndexGaps(p.data, c.series, c.base, len(all) > 1, p.text)
			notes, told = append(notes, gaps...), append(told, of...)
		}
	}
	for _, n := range append(notes, report.SeriesNotes(p.data, all, told, p.text)...) {
		p.lines("", n, noteCells, lineHeight)
	}
	p.y += 6
	p.lines("m", report.SeriesSources(p.data, all, p.text), noteCells, lineHeight)
	p.lines("m", p.data.Title.In(p.text.Lang)+p.text.Say.Comma+fmt.Sprintf(p.text.Report.Dataset, p.data.Version)+p.text.Say.Comma+
		p.text.Audit.AsOf+" "+p.data.AsOf, noteCells, lineHeight)
	p.y += chartEdge
}

// legend explains the marks that are drawn, a line each, unless all are exact.
func (p *picture) legend() {
	of := map[model.Qualifier]chart.PointKind{}
	for _, c := range p.charts {
		for _, at := range c.points {
			of[at.Value.Qualifier()] = at.Kind
		}
	}
	if _, exact := of[model.Exact]; len(of) == 0 || len(of) == 1 && exact {
		return
	}
	x := float64(chartEdge + 6)
	for _, q := range model.Qualifiers() {
		kind, drawn := of[q]
		if !drawn {
			continue
		}
		word := p.text.Qualifier[q]
		w := float64(cell.Width(word)*labelCell + 40)
		if x+w > plotRight {
			x, p.y = chartEdge+6, p.y+lineHeight+4
		}
		if x == chartEdge+6 {
			p.y += lineHeight
		}
		p.out.WriteString(p.markOf(kind, x, float64(p.y)-4.5, p.charts[0].hues[0]) + "\n")
		p.write("m", x+14, float64(p.y), word)
		x += w
	}
}
