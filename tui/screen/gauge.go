package screen

import (
	"math"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

func (p Page) glyphs() chart.Glyphs {
	if p.in.ASCII {
		return chart.ASCII()
	}
	return chart.Unicode()
}

// gauge draws a share on a scale of 100 percent; a share without a number is
// a bare track.
func (p Page) gauge(c cell.Canvas, f *model.Figure, s *theme.Styles) {
	g, _ := report.Gauge(f, 100)
	g.Draw(c, p.glyphs(), s.Gauge(f.Indicator.Cluster.Hue))
}

// thinGauge is a gauge for rows without a line between them.
func (p Page) thinGauge(c cell.Canvas, f *model.Figure, s *theme.Styles) {
	g, _ := report.Gauge(f, 100)
	hue := s.Bar(f.Indicator.Cluster.Hue)
	g.Draw(c, p.glyphs().Thin(), chart.GaugeStyle{Solid: hue, Hatch: hue, Track: s.Rule, Mark: s.Label})
}

// spark draws the annual outcomes of an indicator, a cell a year, with a gap
// where a year is not stated; nothing if there are fewer than two.
func (p Page) spark(c cell.Canvas, i *model.Indicator, s cell.Style) {
	var values []float64
	year := 0
	for _, f := range p.data.Series(i) {
		v, ok := f.Value.Magnitude()
		if !ok || f.Value.Qualifier() == model.Target {
			continue
		}
		for ; year > 0 && year+1 < f.Period.Year(); year++ {
			values = append(values, math.NaN())
		}
		year = f.Period.Year()
		values = append(values, v)
	}
	if len(values) > 1 {
		chart.Sparkline(c, values, p.glyphs(), s)
	}
}

// conflictMark is the mark of a figure that others contradict.
func conflictMark(f *model.Figure) string {
	if f.Conflict != nil {
		return conflicted
	}
	return ""
}
