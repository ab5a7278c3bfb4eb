package report_test

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/report"
)

// A series says what is computed of it in every format, that it is computed, and why
// where it is not.
func TestComputed(t *testing.T) {
	d := fixture(t)
	// 2021: 88.28, 2022: 195.49, of one document; 2020 is of another and 2019 breaks.
	for _, c := range []struct {
		link   string
		format report.Format
		says   []string
	}{
		{"trends/pv-revenue", report.Text, []string{"COMPUTED GROWTH", "+121%", "2019: break in method", "of another source than the year before"}},
		{"trends/pv-revenue", report.Markdown, []string{"| COMPUTED GROWTH |", "| +121% |"}},
		{"trends/pv-revenue", report.JSON, []string{`"computed_growth": 121.44`, `"computed_growth_gap": "2019: break in method"`}},
		{"trends/pv-revenue?index=100", report.Text, []string{"index, 2021 = 100, computed here", "COMPUTED INDEX", "221.4", "of another source than 2021"}},
		{"trends/pv-revenue?index=100", report.JSON, []string{`"computed_index": 221.44`, `"computed_index_base": 2021`, `"computed_index_gap": "of another source than 2021"`}},
		{"trends/pv-revenue/pv-revenue-2022?index=100", report.CSV, []string{",121.44,,221.44,2021,,pv-revenue-2022,"}},
		{"trends/vehicle-output?index=100", report.Text, []string{"No index: no two exact figures"}},
	} {
		said := printed(t, report.Of(d, tuitest.At(t, c.link), model.EN), c.format, false)
		for _, want := range c.says {
			if !strings.Contains(said, want) {
				t.Errorf("%s as %s lacks %q:\n%s", c.link, c.format, want, said)
			}
		}
	}
	for _, link := range []string{"clusters/pv", "overview", "sources", "trends/pv-revenue?card=source"} {
		if columns, _ := table(t, report.Of(d, tuitest.At(t, link), model.EN)); slices.ContainsFunc(columns, func(c string) bool { return strings.HasPrefix(c, "computed") }) {
			t.Errorf("%s has %v", link, columns)
		}
	}
}

// Growth is computed of two exact figures of years that follow one another, of one
// document and without breaks or notes of their own, and where it is not the reason is
// told: worked out from the rows themselves.
func TestComputedNeverCrossesGaps(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	growths, gaps := 0, 0
	for _, i := range d.Trends() {
		for _, lang := range tuitest.Langs() {
			columns, rows := table(t, report.Of(d, tuitest.At(t, "trends/"+i.ID), lang))
			cell := func(row []string, name string) string { return row[slices.Index(columns, name)] }
			rows = slices.DeleteFunc(rows, func(r []string) bool { return cell(r, "indicator") != i.ID })
			for n, r := range rows {
				growth, gap := cell(r, "computed_growth"), cell(r, "computed_growth_gap")
				if n == 0 || len(cell(r, "period")) != 4 || n >= len(d.Series(i)) {
					if growth+gap != "" {
						t.Errorf("%s has growth %s%s", cell(r, "id"), growth, gap)
					}
					continue
				}
				before := rows[n-1]
				year, _ := strconv.Atoi(cell(r, "period"))
				to, _ := strconv.ParseFloat(cell(r, "value"), 64)
				from, _ := strconv.ParseFloat(cell(before, "value"), 64)
				may := cell(before, "period") == fmt.Sprint(year-1) && from > 0 && cell(r, "source") == cell(before, "source") &&
					!strings.ContainsAny(cell(r, "status")+cell(before, "status"), "bdi") &&
					cell(r, "qualifier") == "exact" && cell(before, "qualifier") == "exact" && cell(r, "kind") == "level" && cell(r, "unit") != "percent"
				if may != (growth != "") {
					t.Errorf("%s after %s has growth %q", r, before, growth)
				}
				if may {
					got, _ := strconv.ParseFloat(growth, 64)
					if growths++; math.Abs(got-100*(to-from)/from) > 0.006 {
						t.Errorf("%s has growth %v from %v to %v", cell(r, "id"), got, from, to)
					}
				}
				if gap != "" {
					gaps++
				}
				if yearly := cell(before, "period") == fmt.Sprint(year-1); yearly && cell(r, "kind") == "level" && cell(r, "unit") != "percent" &&
					growth == "" && gap == "" && cell(r, "qualifier") != "target" && cell(before, "qualifier") != "target" {
					t.Errorf("%s has neither growth nor a reason", cell(r, "id"))
				}
			}
		}
	}
	if growths == 0 || gaps == 0 {
		t.Errorf("only %d growths and %d gaps", growths, gaps)
	}
}
