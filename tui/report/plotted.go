package report

import (
	"fmt"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/text"
)

// Plotted is a figure as a point of a chart.
type Plotted struct {
	*model.Figure
	chart.Point
}

// Plot returns the points of a series on a chart: its figures, or for an index those
// that can be compared with that of the base year, which is 100.
func Plot(data *model.Dataset, i *model.Indicator, index bool, base int, t *text.Texts) []Plotted {
	var points []Plotted
	add := func(f *model.Figure, value float64, label string) {
		points = append(points, Plotted{f, chart.Point{
			X: f.Period.Year(), Y: value, Kind: pointKind(f.Value.Qualifier()),
			Break: f.Status.Break(), Apart: f.Status.Differs(), Label: label + Marks(f),
		}})
	}
	if index {
		for _, x := range data.Index(i, base) {
			add(x.Figure, x.Value, t.ComputedIndex(x.Value))
		}
		return points
	}
	for _, f := range data.Series(i) {
		v, _ := f.Value.Magnitude()
		add(f, v*i.Unit.Form(t.Lang).Times, t.OnChart(f))
	}
	return points
}

func pointKind(q model.Qualifier) chart.PointKind {
	switch q {
	case model.Exact, model.Fraction:
		return chart.Exact
	case model.Approx, model.Nearly, model.Range:
		return chart.Approximate
	case model.MoreThan, model.AtLeast:
		return chart.Bound
	case model.LessThan, model.AtMost:
		return chart.UpperBound
	case model.Target:
		return chart.TargetPoint
	case model.NotStated, model.RankOnly: // no number, so no point
	}
	return chart.TargetPoint // the one kind that claims nothing to have happened
}

// InBars reports whether points of a single series stand in bars: a rate does not go
// from one year to the next, and two points make no line.
func InBars(i *model.Indicator, points int) bool { return i.Kind == model.Growth || points == 2 }

// ChartUnit says in which unit a chart of series is, or of which year it is an index;
// base is 0 without an index.
func ChartUnit(i *model.Indicator, base int, t *text.Texts) string {
	if base > 0 {
		return fmt.Sprintf(t.Chart.IndexOf, base)
	}
	return i.Unit.Name.In(t.Lang)
}

// Tick returns how the numbers at the axis of such a chart are written.
func Tick(i *model.Indicator, base int, lang model.Lang) func(float64) string {
	if base > 0 {
		return func(v float64) string { return model.FormatNumber(v, 6, lang) }
	}
	return func(v float64) string { return i.Unit.Tick(v, lang) }
}

// WhyApart says why a series has a chart of its own below that of another.
func WhyApart(i, first *model.Indicator, t *text.Texts) string {
	if i.Unit != first.Unit {
		return t.Chart.OtherUnit
	}
	return t.Chart.OtherWhole
}
