package report_test

import (
	"slices"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
)

// TestFilters compares what filters choose with counts of the tables by cells.
func TestFilters(t *testing.T) {
	d := datatest.Embedded(t)
	indicators, sources := map[string]map[string]string{}, map[string]map[string]string{}
	for _, r := range csvRows(t, "indicators.csv") {
		indicators[r["id"]] = r
	}
	for _, r := range csvRows(t, "sources.csv") {
		sources[r["id"]] = r
	}
	type row = map[string]string
	in := func(column, value string) func(row) bool {
		return func(r row) bool { return indicators[r["indicator"]][column] == value }
	}
	has := func(column, value string) func(row) bool { return func(r row) bool { return r[column] == value } }
	of2023 := func(r row) bool {
		begin, end, span := strings.Cut(strings.TrimPrefix(r["period"], "reported "), "/")
		return strings.HasPrefix(begin, "2023") && (!span || strings.HasPrefix(end, "2023"))
	}
	gradeA := func(r row) bool { return sources[r["source"]]["grade"] == "A" }
	for _, c := range []struct {
		filter model.Filter
		tests  []func(row) bool
	}{
		{model.Filter{}, nil},
		{model.Filter{"cluster": "pv"}, []func(row) bool{in("cluster", "pv")}},
		{model.Filter{"place": "hefei"}, []func(row) bool{in("place", "hefei")}},
		{model.Filter{"period": "2023"}, []func(row) bool{of2023}},
		{model.Filter{"period": "2025-H1"}, []func(row) bool{func(r row) bool {
			p := strings.TrimPrefix(r["period"], "reported ")
			month := len(p) >= 7 && p[:5] == "2025-" && p[5] == '0' && p[6] <= '6'
			return p == "2025-H1" || p == "2025-Q1" || p == "2025-Q2" || month && !strings.Contains(p, "/") ||
				strings.HasPrefix(p, "2025-01/2025-0") && p[len(p)-1] <= '6'
		}}},
		{model.Filter{"qualifier": "target"}, []func(row) bool{has("qualifier", "target")}},
		{model.Filter{"grade": "A"}, []func(row) bool{gradeA}},
		{model.Filter{"source": "china-daily-2024-09-18"}, []func(row) bool{has("source", "china-daily-2024-09-18")}},
		{model.Filter{"conflict": "any"}, []func(row) bool{func(r row) bool { return r["conflict"] != "" }}},
		{model.Filter{"conflict": "pv-module-share"}, []func(row) bool{has("conflict", "pv-module-share")}},
		{model.Filter{"since": "1.0.0"}, []func(row) bool{has("since", "1.0.0")}},
		{model.Filter{"since": "0.4.0"}, nil},
		{
			model.Filter{"cluster": "auto", "period": "2023", "grade": "A", "qualifier": "exact"},
			[]func(row) bool{in("cluster", "auto"), of2023, gradeA, has("qualifier", "exact")},
		},
	} {
		var want []string
		for _, r := range csvRows(t, "observations.csv") {
			if !slices.ContainsFunc(c.tests, func(test func(row) bool) bool { return !test(r) }) {
				want = append(want, r["id"])
			}
		}
		figures, err := d.Choose(c.filter)
		if err != nil {
			t.Fatal(err)
		}
		got := make([]string, 0, len(figures))
		for _, f := range figures {
			got = append(got, f.ID)
		}
		if !slices.Equal(got, want) || len(want) == 0 {
			t.Errorf("%v: %d figures, in the tables %d\n%v\n%v", c.filter, len(got), len(want), got, want)
		}
	}
}
