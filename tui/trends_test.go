package tui

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/chart"
)

// Every qualifier has a point of its own kind: what is about a number is not
// drawn as the number, a bound not as a value, and a target not as an outcome.
func TestPointKinds(t *testing.T) {
	for q, want := range map[model.Qualifier]chart.PointKind{
		model.Exact: chart.Exact, model.Fraction: chart.Exact,
		model.Approx: chart.Approximate, model.Nearly: chart.Approximate, model.Range: chart.Approximate,
		model.MoreThan: chart.Bound, model.AtLeast: chart.Bound,
		model.LessThan: chart.UpperBound, model.AtMost: chart.UpperBound,
		model.Target: chart.TargetPoint,
	} {
		if got := pointKind(q); got != want {
			t.Errorf("%v is drawn as %v, want %v", q, got, want)
		}
	}
}

// A chart says in its labels and below it what its line cannot: bounds, marks,
// where the definition changes, and which figure is under the cursor.
func TestChartSaysWhatItShows(t *testing.T) {
	d := embedded(t)
	for link, parts := range map[string][]string{
		"trends/pv-revenue":                  {"target 400*", "195.5*", "! sources", "* 2019, 2020, 2021, 2022, 2027: not read at the publisher"},
		"trends/pv-module-share-china":       {"\u224822.5*", "\u224825!", "! 2023: sources differ"},
		"trends/robot-revenue":               {"target >70"},
		"trends/wmc-exhibition-area":         {"2024  definition differs: "},
		"trends/vehicle-output":              {"2025  break in method: "},
		"trends/pv-revenue/pv-revenue-2020":  {"2020  CNY 64.8 bn*"},
		"trends/ai-revenue":                  {"Parts of years, other sources", "2025-01/09"},
		"trends/gdp?as=table":                {"2015  not stated by the sources here", "u low reliability"},
		"trends/pv-cell-output":              {"as stated, 2023!, People's Weekly"},
		"trends/lithium-revenue?with=gdp":    {"GDP"},
		"trends/pv-revenue-growth?with=none": {"nearly 120"},
	} {
		screen := strings.Join(plain(Render(d, at(t, link), viewport(120, 40, model.EN))), "\n")
		for _, part := range parts {
			if part == "! sources" { // no figure of this series is contradicted
				if strings.Contains(screen, part) {
					t.Errorf("%s: a conflict that is none:\n%s", link, screen)
				}
				continue
			}
			if !strings.Contains(screen, part) {
				t.Errorf("%s does not say %q:\n%s", link, part, screen)
			}
		}
	}
}

// The card of a figure that was computed says how.
func TestCardOfWhatWasComputed(t *testing.T) {
	d := datatest.Dataset(t)
	screen := strings.Join(plain(Render(d, at(t, "sources/china-power-network-2023-11-08/pv-revenue-growth-2022?card=source"), viewport(120, 40, model.EN))), "\n")
	if !strings.Contains(screen, "(195.49 / 88.28) - 1, in percent") {
		t.Errorf("the card does not say how the growth was computed:\n%s", screen)
	}
}

// The years on both sides of a change of definition are not joined.
func TestNoLineAcrossDefinitions(t *testing.T) {
	d := embedded(t)
	p := newPage(d, at(t, "trends/wmc-exhibition-area"), viewport(120, 40, model.EN))
	apart := false
	for _, at := range p.chartSeries(d.Indicator("wmc-exhibition-area"), 0).Points {
		apart = apart || at.X == 2024 && at.Apart
	}
	if !apart {
		t.Error("the area of 2024, which leaves out what was outdoors, is on the line")
	}
}
