package screen

import (
	"net/url"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
)

func TestSearchLeadsToPlacesThatAreThere(t *testing.T) {
	d := datatest.Embedded(t)
	for _, query := range []string{"glass", "296.74", "gf", "Feng", "China Daily"} {
		for _, lang := range tuitest.Langs() {
			found, _ := Find(d, query, lang)
			if len(found) == 0 {
				t.Errorf("%v: %q finds nothing", lang, query)
			}
			for _, r := range found {
				if r.Name == "" || r.Note == "" {
					t.Errorf("%q: %+v says too little", query, r)
				}
				if err := nav.Check(d, r.To); err != nil {
					t.Errorf("%q: %v", query, err)
				}
			}
		}
	}
	if found, _ := Find(d, "", model.EN); len(found) > 0 {
		t.Errorf("nothing was asked for, and found: %v", found)
	}
}

// A row of results says what was found and where it leads: of what is too long a remark
// is cut before the name, and a value and a date never, in English between words, and
// what was searched is seen.
func TestRowsOfResultsAreCut(t *testing.T) {
	d := datatest.Embedded(t)
	for _, c := range []struct {
		query string
		w     int
		lang  model.Lang
		want  string
	}{
		{"capacity share glass anhui", 80, model.EN, "Chuzhou \u00b7 PV glass capacity, share of Anhui's, CCement"},
		{"evening", 80, model.EN, "Hefei Evening\u2026  2022-07-28"},
		{"hefei statistics 2025", 80, model.EN, "Hefei Bureau of\u2026  2026-04-01"},
		{"governor", 80, model.EN, "Wang Qingxian  2024-09-18"},
		{"governor", 80, model.EN, "Manufacturing should turn high-end,\u2026"},
		{"flat glass", 40, model.EN, "CNY 7.454 bn*  2022"},
		{"governor", 80, model.ZH, "\u738b\u6e05\u5baa  2024-09-18"},
	} {
		at := pageOf(d, tuitest.At(t, "overview?card=search&q="+url.QueryEscape(c.query)), tuitest.Viewport(c.w, 24, c.lang))
		if got := strings.Join(at.Frame().Plain(), "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%q at %d, %v: no %q in\n%s", c.query, c.w, c.lang, c.want, got)
		}
	}
}
