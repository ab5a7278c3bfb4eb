package svg

import (
	"fmt"
	"html"
	"math"
	"slices"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/report"
)

// column is where a year stands, in the middle of its part of the width.
func (p *picture) column(year int) float64 {
	return plotLeft + p.pitch()*(float64(year-p.from)+0.5)
}

func (p *picture) pitch() float64 { return float64(plotRight-plotLeft) / float64(p.to-p.from+1) }

// height is where a value stands: its exact height.
func (p *picture) height(v float64) float64 {
	return math.Round(100*(float64(p.y)+p.tall*(p.high-v)/(p.high-p.low))) / 100
}

// plot draws the scale, the years and the series. The first is drawn last, over the
// others.
func (p *picture) plot() {
	tick := report.Tick(p.series[0], p.base, p.text.Lang)
	for n := range int(math.Round((p.high-p.low)/p.step)) + 1 {
		v := math.Round(p.low/p.step+float64(n)) * p.step
		width, y := 1.0, p.height(v)
		if v == 0 {
			width = 1.6
		}
		fmt.Fprintf(&p.out, `<path d="M%d %gH%d" stroke="%s" stroke-opacity=".7" stroke-width="%g"/>`+"\n", plotLeft, y, plotRight, p.rule, width)
		p.write("m e", plotLeft-8, y+4.5, tick(v))
	}
	bottom := p.height(p.low)
	every := int(math.Ceil(44 / p.pitch()))
	for year := p.from; year <= p.to; year++ {
		if (p.to-year)%every == 0 {
			p.write("m n", p.column(year), bottom+20, p.text.Year(year))
		}
	}
	for _, at := range p.points {
		p.taken = append(p.taken, p.boxOf(at))
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

// bars reports whether the figures stand in bars.
func (p *picture) bars() bool {
	return len(p.series) == 1 && report.InBars(p.series[0], len(p.points))
}

// line joins the points of a series whose years follow one another and that are of one
// method and definition, and marks where the method changes.
func (p *picture) line(n int) {
	var before *chart.Point
	var x, y float64
	for _, at := range p.points {
		if at.series != n {
			continue
		}
		toX, toY := p.column(at.X), p.height(at.Y)
		if p.bars() {
			p.bar(at)
		}
		if before != nil && at.Break {
			cut, top := (x+toX)/2, p.height(p.high)
			fmt.Fprintf(&p.out, `<path class="break" d="M%g %gV%g" stroke="%s" stroke-width="1.3" stroke-dasharray="3 4"/>`+"\n", cut, top, p.height(p.low), p.hues[n])
			if b := (box{cut - 50, top - 18, 100, labelHeight}); !slices.Contains(p.taken, b) { // two series may break in one year
				p.write("m n", cut, top-6, p.text.Say.Break)
				p.taken = append(p.taken, b)
			}
		}
		if before != nil && chart.Joined(*before, at.Point) && !p.bars() {
			fmt.Fprintf(&p.out, `<path d="M%g %gL%g %g" stroke="%s" stroke-width="2.5" stroke-linecap="round"/>`+"\n", x, y, toX, toY, p.hues[n])
			p.drawn = append(p.drawn, line{x, y, toX, toY})
		}
		before, x, y = &at.Point, toX, toY
	}
}

// bar draws what a figure claims: nothing of a target and of an upper bound.
func (p *picture) bar(at chartPoint) {
	if at.Kind > chart.Bound {
		return
	}
	zero, end := p.height(0), p.height(at.Y)
	w := min(p.pitch()*0.6, widestBar)
	fmt.Fprintf(&p.out, `<rect x="%g" y="%g" width="%g" height="%g" fill="%s" fill-opacity=".35"/>`+"\n",
		p.column(at.X)-w/2, min(zero, end), w, math.Abs(end-zero), p.hues[at.series])
}

// mark draws a point by what its source claims.
func (p *picture) mark(at chartPoint) {
	x, y := p.column(at.X), p.height(at.Y)
	_, lower, upper := at.Value.Numbers()
	low, from := lower.Get()
	high, to := upper.Get()
	if from && to && p.base == 0 { // a range, or a target that is one
		times := p.series[at.series].Unit.Form(p.text.Lang).Times
		fmt.Fprintf(&p.out, `<path d="M%g %gV%gM%g %gh10M%g %gh10" stroke="%s" stroke-width="1.5" fill="none"/>`+"\n",
			x, p.height(low*times), p.height(high*times), x-5, p.height(low*times), x-5, p.height(high*times), p.hues[at.series])
	}
	fmt.Fprintf(&p.out, `<g data-id="%s"><title>%s</title>%s</g>`+"\n", html.EscapeString(at.ID),
		html.EscapeString(p.text.Period(at.Period)+"  "+p.said(at)),
		p.markOf(at.Kind, x, y, p.hues[at.series]))
}

// said is what is told of a point: the value, and before it that of an index.
func (p *picture) said(at chartPoint) string {
	if p.base == 0 {
		return p.text.Value(at.Figure)
	}
	return at.Label + fmt.Sprintf(p.text.Say.Brackets, p.text.Value(at.Figure))
}

// markOf is filled for what is exact, half filled for what is about, has an arrow
// to the side where the value lies for a bound, and is a hollow diamond for a target.
func (p *picture) markOf(kind chart.PointKind, x, y float64, hue string) string {
	circle := func(fill string) string {
		return fmt.Sprintf(`<circle cx="%g" cy="%g" r="%g" fill="%s" stroke="%s" stroke-width="1.8"/>`, x, y, markRadius, fill, hue)
	}
	arrow := func(to float64) string {
		return fmt.Sprintf(`<path d="M%g %gv%gm-4 %gl4 %gl4 %g" fill="none" stroke="%s" stroke-width="1.8"/>`, x, y, to, -to/4, to/4, -to/4, hue)
	}
	switch kind {
	case chart.Exact:
		return circle(hue)
	case chart.Approximate:
		return circle(p.paper) + fmt.Sprintf(`<circle cx="%g" cy="%g" r="2" fill="%s"/>`, x, y, hue)
	case chart.Bound:
		return arrow(-18) + circle(hue)
	case chart.UpperBound:
		return arrow(18) + circle(hue)
	case chart.TargetPoint:
	}
	return fmt.Sprintf(`<path d="M%g %gl6 6l-6 6l-6 -6z" fill="%s" stroke="%s" stroke-width="1.8"/>`, x, y-6, p.paper, hue)
}

// label writes a value where it meets nothing else: over its point, under it or at its
// sides. Where there is no room it is left out; the title of the mark has it.
func (p *picture) label(at chartPoint) {
	s := at.Label
	w := float64(cell.Width(s) * labelCell)
	x, y := p.column(at.X), p.height(at.Y)
	up := -10.0
	if at.Kind == chart.Bound {
		up = -24
	}
	over, under, sides := [2]float64{0, up}, [2]float64{0, 22}, [...][2]float64{{w/2 + 10, 5}, {-w/2 - 10, 5}}
	for n, try := range [...][2]float64{over, {-w / 2, up}, {w / 2, up}, under, sides[0], sides[1], over, under, sides[0], sides[1]} {
		b := box{x + try[0] - w/2, y + try[1] - 11, w, labelHeight}
		if b.x < plotLeft || b.x+b.w > plotRight+chartEdge || b.y+b.h > p.height(p.low) || p.occupied(b, at) {
			continue
		}
		if clear := n < 6; clear && slices.ContainsFunc(p.drawn, b.crossed) {
			continue // else rather across a line than not at all
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

// boxOf is where the mark of a point is.
func (p *picture) boxOf(at chartPoint) box {
	return box{p.column(at.X) - 5, p.height(at.Y) - 5, 10, 10}
}

func (p *picture) occupied(b box, by chartPoint) bool {
	own := p.boxOf(by)
	for _, t := range p.taken {
		if t != own && b.meets(t) {
			return true
		}
	}
	return false
}
