package screen

import (
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
