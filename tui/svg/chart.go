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

// Chart writes the chart of a place in Trends alone, as a picture for a document: the
// series and those laid over it at their exact heights, and under them all that a
// reader needs to judge them. Nothing in it is computed. The error is [ErrNoChart]
// where there is none.
func Chart(w io.Writer, data *model.Dataset, at place.Place, lang model.Lang, name place.Theme) error {
	if at.View != place.Trends {
		return ErrNoChart
	}
	p := newPicture(data, nav.Comparable(data, at), lang, name)
	if len(p.points) == 0 {
		return ErrNoChart
	}
	p.head()
	p.plot()
	p.foot()
	_, err := fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" lang="%s" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
<title>%s</title>
<style>text{font:13px %s;fill:%s}.t{font-size:20px;font-weight:600}.m{fill:%s}.n{text-anchor:middle}.e{text-anchor:end}.v{text-anchor:middle;paint-order:stroke;stroke:%s;stroke-width:4px}</style>
<rect width="100%%" height="100%%" fill="%s"/>
%s</svg>
`, lang, chartWidth, p.y, chartWidth, p.y, html.EscapeString(p.title()), chartFonts, p.ink, p.muted, p.paper, p.paper, p.out.String())
	return err
}

// picture is a chart while it is drawn, from the top.
type picture struct {
	data             *model.Dataset
	series           []*model.Indicator
	text             *text.Texts
	ink, muted, rule string
	paper            string
	hues             []string // of the series
	points           []chartPoint
	from, to         int // years
	low, high, step  float64
	out              strings.Builder
	y                int // the bottom of what is drawn
	taken            []box
}

// chartPoint is a figure that states a number.
type chartPoint struct {
	series int
	figure *model.Figure
	value  float64
}

func (c chartPoint) year() int { return c.figure.Period.Year() }

// box is where something is written or marked.
type box struct{ x, y, w, h float64 }

func (b box) meets(o box) bool {
	return b.x < o.x+o.w && o.x < b.x+b.w && b.y < o.y+o.h && o.y < b.y+b.h
}

func newPicture(data *model.Dataset, series []*model.Indicator, lang model.Lang, name place.Theme) *picture {
	p := &picture{data: data, series: series, text: text.For(lang), y: chartEdge}
	p.ink, p.paper = pageOf(name)
	styles := theme.New(name, place.Colors256).Page
	of := func(s cell.Style) string { return hex(s.Look().Fg, p.ink) }
	p.muted, p.rule = of(styles.Muted), of(styles.Rule)
	for n, i := range series {
		style := styles.Chip(i.Cluster.Hue)
		if n > 0 {
			style = styles.Compared[(n-1)%len(styles.Compared)]
		}
		p.hues = append(p.hues, of(style))
		for _, f := range data.Series(i) {
			v, ok := f.Value.Magnitude()
			if !ok {
				continue
			}
			at := chartPoint{n, f, v * i.Unit.Form(lang).Times}
			p.points = append(p.points, at)
			p.low, p.high = min(p.low, at.value), max(p.high, at.value)
			if p.from == 0 || at.year() < p.from {
				p.from = at.year()
			}
			p.to = max(p.to, at.year())
		}
	}
	p.scale()
	return p
}

// scale widens the bounds, which have zero between them, to round numbers a step
// apart.
func (p *picture) scale() {
	if !(p.high-p.low > 0) { // of nothing but zeros
		p.high = 1
	}
	const steps = 6
	size := math.Pow10(int(math.Floor(math.Log10((p.high - p.low) / steps))))
	for _, m := range []float64{1, 2, 5, 10} {
		if p.step = m * size; (p.high-p.low)/p.step <= steps {
			break
		}
	}
	p.low, p.high = math.Floor(p.low/p.step)*p.step, math.Ceil(p.high/p.step)*p.step
}

func (p *picture) title() string {
	names := make([]string, len(p.series))
	for n, i := range p.series {
		names[n] = p.text.FullName(i)
	}
	return strings.Join(names, p.text.Say.List)
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

// head writes the title, what is measured, in which unit, and which series is which.
func (p *picture) head() {
	first := p.series[0]
	p.y -= lineHeight / 2
	p.lines("t", p.title(), titleCells, 26)
	p.y += 4
	for n, i := range p.series {
		if len(p.series) > 1 {
			p.y += lineHeight + 4
			fmt.Fprintf(&p.out, `<path d="M%d %dh24" stroke="%s" stroke-width="2.5"/>`+"\n", chartEdge, p.y-4, p.hues[n])
			p.write("", chartEdge+32, float64(p.y), p.text.FullName(i))
		}
		p.lines("m", i.Definition.In(p.text.Lang), noteCells, lineHeight)
		if of := i.Denominator.In(p.text.Lang); of != "" {
			p.lines("m", p.text.Card.ShareOf+p.text.Say.Colon+of, noteCells, lineHeight)
		}
	}
	p.y += 2*lineHeight + 4
	p.write("m", chartEdge, float64(p.y), first.Unit.Name.In(p.text.Lang))
	p.y += lineHeight
}

// column is where a year stands, in the middle of its part of the width.
func (p *picture) column(year int) float64 {
	return plotLeft + p.pitch()*(float64(year-p.from)+0.5)
}

func (p *picture) pitch() float64 { return float64(plotRight-plotLeft) / float64(p.to-p.from+1) }

// height is where a value stands: its exact height.
func (p *picture) height(v float64) float64 {
	return math.Round(100*(float64(p.y)+plotHeight*(p.high-v)/(p.high-p.low))) / 100
}

// plot draws the scale, the years and the series. The first is drawn last, over the
// others.
func (p *picture) plot() {
	unit := p.series[0].Unit
	for n := range int(math.Round((p.high-p.low)/p.step)) + 1 {
		v := math.Round(p.low/p.step+float64(n)) * p.step
		width, y := 1.0, p.height(v)
		if v == 0 {
			width = 1.6
		}
		fmt.Fprintf(&p.out, `<path d="M%d %gH%d" stroke="%s" stroke-opacity=".7" stroke-width="%g"/>`+"\n", plotLeft, y, plotRight, p.rule, width)
		p.write("m e", plotLeft-8, y+4.5, unit.Tick(v, p.text.Lang))
	}
	bottom := p.height(p.low)
	every := int(math.Ceil(44 / p.pitch()))
	for year := p.from; year <= p.to; year++ {
		if (p.to-year)%every == 0 {
			p.write("m n", p.column(year), bottom+20, p.text.Year(year))
		}
	}
	for _, at := range p.points {
		p.taken = append(p.taken, box{p.column(at.year()) - 5, p.height(at.value) - 5, 10, 10})
	}
	for n := len(p.series) - 1; n >= 0; n-- {
		p.line(n)
	}
	for _, at := range p.points {
		p.mark(at)
	}
	for _, at := range p.points {
		p.label(at)
	}
	p.y = int(bottom) + 20
}

// bars reports whether the figures stand in bars: a rate does not go from one year to
// the next, and two points make no line.
func (p *picture) bars() bool {
	return len(p.series) == 1 && (p.series[0].Kind == model.Growth || len(p.points) == 2)
}

// line joins the points of a series whose years follow one another and that are of one
// method and definition, and marks where the method changes.
func (p *picture) line(n int) {
	var before *model.Figure
	var x, y float64
	for _, at := range p.points {
		if at.series != n {
			continue
		}
		f, toX, toY := at.figure, p.column(at.year()), p.height(at.value)
		if p.bars() {
			p.bar(at)
		}
		if before != nil && f.Status.Break() {
			cut, top := (x+toX)/2, p.height(p.high)
			fmt.Fprintf(&p.out, `<path class="break" d="M%g %gV%g" stroke="%s" stroke-width="1.3" stroke-dasharray="3 4"/>`+"\n", cut, top, p.height(p.low), p.hues[n])
			if b := (box{cut - 50, top - 18, 100, labelHeight}); !slices.Contains(p.taken, b) { // two series may break in one year
				p.write("m n", cut, top-6, p.text.Say.Break)
				p.taken = append(p.taken, b)
			}
		}
		if before != nil && joined(before, f) && !p.bars() {
			fmt.Fprintf(&p.out, `<path d="M%g %gL%g %g" stroke="%s" stroke-width="2.5" stroke-linecap="round"/>`+"\n", x, y, toX, toY, p.hues[n])
		}
		before, x, y = f, toX, toY
	}
}

// joined reports whether a line leads from a figure to the next.
func joined(a, b *model.Figure) bool {
	return closed(a) && closed(b) && b.Period.Year() == a.Period.Year()+1 &&
		!b.Status.Break() && !a.Status.Differs() && !b.Status.Differs()
}

// closed reports whether a figure says what a value was, not only a bound of it or
// a target.
func closed(f *model.Figure) bool {
	switch f.Value.Qualifier() {
	case model.Exact, model.Fraction, model.Approx, model.Nearly, model.Range:
		return true
	case model.MoreThan, model.AtLeast, model.LessThan, model.AtMost, model.Target, model.NotStated, model.RankOnly:
	}
	return false
}

// bar draws what a figure claims: nothing of a target and of an upper bound.
func (p *picture) bar(at chartPoint) {
	if q := at.figure.Value.Qualifier(); !closed(at.figure) && q != model.MoreThan && q != model.AtLeast {
		return
	}
	zero, end := p.height(0), p.height(at.value)
	w := min(p.pitch()*0.6, widestBar)
	fmt.Fprintf(&p.out, `<rect x="%g" y="%g" width="%g" height="%g" fill="%s" fill-opacity=".35"/>`+"\n",
		p.column(at.year())-w/2, min(zero, end), w, math.Abs(end-zero), p.hues[at.series])
}

// mark draws a point by what its source claims.
func (p *picture) mark(at chartPoint) {
	x, y := p.column(at.year()), p.height(at.value)
	_, lower, upper := at.figure.Value.Numbers()
	low, from := lower.Get()
	high, to := upper.Get()
	if from && to { // a range, or a target that is one
		times := p.series[at.series].Unit.Form(p.text.Lang).Times
		fmt.Fprintf(&p.out, `<path d="M%g %gV%gM%g %gh10M%g %gh10" stroke="%s" stroke-width="1.5" fill="none"/>`+"\n",
			x, p.height(low*times), p.height(high*times), x-5, p.height(low*times), x-5, p.height(high*times), p.hues[at.series])
	}
	fmt.Fprintf(&p.out, `<g data-id="%s"><title>%s</title>%s</g>`+"\n", html.EscapeString(at.figure.ID),
		html.EscapeString(p.text.Period(at.figure.Period)+"  "+p.text.Value(at.figure)),
		p.markOf(at.figure.Value.Qualifier(), x, y, p.hues[at.series]))
}

// markOf is filled for what is exact, half filled for what is about, has an arrow
// to the side where the value lies for a bound, and is a hollow diamond for a target.
func (p *picture) markOf(q model.Qualifier, x, y float64, hue string) string {
	circle := func(fill string) string {
		return fmt.Sprintf(`<circle cx="%g" cy="%g" r="%g" fill="%s" stroke="%s" stroke-width="1.8"/>`, x, y, markRadius, fill, hue)
	}
	arrow := func(to float64) string {
		return fmt.Sprintf(`<path d="M%g %gv%gm-4 %gl4 %gl4 %g" fill="none" stroke="%s" stroke-width="1.8"/>`, x, y, to, -to/4, to/4, -to/4, hue)
	}
	switch q {
	case model.Exact, model.Fraction:
		return circle(hue)
	case model.Approx, model.Nearly, model.Range:
		return circle(p.paper) + fmt.Sprintf(`<circle cx="%g" cy="%g" r="2" fill="%s"/>`, x, y, hue)
	case model.MoreThan, model.AtLeast:
		return arrow(-18) + circle(hue)
	case model.LessThan, model.AtMost:
		return arrow(18) + circle(hue)
	case model.Target, model.NotStated, model.RankOnly:
	}
	return fmt.Sprintf(`<path d="M%g %gl6 6l-6 6l-6 -6z" fill="%s" stroke="%s" stroke-width="1.8"/>`, x, y-6, p.paper, hue)
}

// label writes a value where it meets nothing else: over its point, under it or at its
// sides. Where there is no room it is left out; the title of the mark has it.
func (p *picture) label(at chartPoint) {
	s := p.text.OnChart(at.figure)
	if at.figure.SecondHand() {
		s += report.SecondHandMark
	}
	if at.figure.Conflict != nil {
		s += report.ConflictMark
	}
	w := float64(cell.Width(s) * labelCell)
	x, y := p.column(at.year()), p.height(at.value)
	up := -10.0
	if q := at.figure.Value.Qualifier(); q == model.MoreThan || q == model.AtLeast {
		up = -24
	}
	for _, try := range [...][2]float64{{0, up}, {0, 22}, {w/2 + 10, 5}, {-w/2 - 10, 5}} {
		b := box{x + try[0] - w/2, y + try[1] - 11, w, labelHeight}
		if b.x < plotLeft || b.x+b.w > plotRight+chartEdge || b.y+b.h > p.height(p.low) || p.occupied(b, at) {
			continue
		}
		p.taken = append(p.taken, b)
		fmt.Fprintf(&p.out, `<text class="v" x="%g" y="%g"%s>%s</text>`+"\n", x+try[0], y+try[1], p.labelInk(at.series), html.EscapeString(s))
		return
	}
}

// labelInk is the hue of a series where there are several.
func (p *picture) labelInk(series int) string {
	if len(p.series) == 1 {
		return ""
	}
	return ` style="fill:` + p.hues[series] + `"`
}

func (p *picture) occupied(b box, by chartPoint) bool {
	own := box{p.column(by.year()) - 5, p.height(by.value) - 5, 10, 10}
	for _, t := range p.taken {
		if t != own && b.meets(t) {
			return true
		}
	}
	return false
}

// foot writes what the marks mean, the notes, who published the figures, and which
// dataset this is.
func (p *picture) foot() {
	p.y += lineHeight
	p.legend()
	p.y += 6
	for _, n := range report.SeriesNotes(p.data, p.series, p.text) {
		p.lines("", n, noteCells, lineHeight)
	}
	p.y += 6
	p.lines("m", p.text.Views[place.Sources]+p.text.Say.Colon+report.SeriesSources(p.data, p.series, p.text), noteCells, lineHeight)
	p.lines("m", p.data.Heading.In(p.text.Lang)+p.text.Say.Comma+fmt.Sprintf(p.text.Report.Dataset, p.data.Version)+p.text.Say.Comma+
		p.text.Audit.AsOf+" "+p.data.AsOf, noteCells, lineHeight)
	p.y += chartEdge
}

// legend explains the marks that are drawn, a line each, unless all are exact.
func (p *picture) legend() {
	of := map[model.Qualifier]bool{}
	for _, at := range p.points {
		of[at.figure.Value.Qualifier()] = true
	}
	if len(of) == 1 && of[model.Exact] {
		return
	}
	x := float64(chartEdge + 6)
	for _, q := range model.Qualifiers() {
		if !of[q] {
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
		p.out.WriteString(p.markOf(q, x, float64(p.y)-4.5, p.hues[0]) + "\n")
		p.write("m", x+14, float64(p.y), word)
		x += w
	}
}
