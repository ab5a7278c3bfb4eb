package report_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/report"
)

// The hand-out of what is kept has the figures in the order they were kept in, in every
// format: for readers with value, period, citation and link.
func TestKept(t *testing.T) {
	d := datatest.Embedded(t)
	at := tuitest.At(t, "voices?keep=pv-revenue-2023,pv-revenue-2019&card=basket")
	doc := report.Of(d, at, model.EN)
	for _, f := range []report.Format{report.Text, report.Markdown} {
		got := printed(t, doc, f, false)
		for _, want := range []string{
			"CNY 296.7 bn", "2023", "CNY 40.66 bn", "2019", "China Daily", "sources/china-daily-2024-09-18/pv-revenue-2023", "sources/china-power-network-2023-11-08/pv-revenue-2019",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("%s lacks %q:\n%s", f, want, got)
			}
		}
		if strings.Index(got, "CNY 296.7 bn") > strings.Index(got, "CNY 40.66 bn") {
			t.Errorf("%s has another order:\n%s", f, got)
		}
	}
	if got := idsIn(t, doc); !slices.Equal(got, []string{"pv-revenue-2023", "pv-revenue-2019"}) {
		t.Errorf("CSV has %v", got)
	}
	var object struct {
		Link    string
		Figures []struct{ ID string }
		Sources []struct{ ID string }
	}
	err := json.Unmarshal([]byte(printed(t, doc, report.JSON, false)), &object)
	if err != nil || object.Link != at.Link() || len(object.Figures) != 2 || len(object.Sources) != 2 || object.Figures[0].ID != "pv-revenue-2023" {
		t.Errorf("%+v, %v", object, err)
	}
	at.Keep = ""
	if got := printed(t, report.Of(d, at, model.EN), report.Text, false); !strings.Contains(got, "Nothing is kept.") {
		t.Errorf("of nothing:\n%s", got)
	}
}
