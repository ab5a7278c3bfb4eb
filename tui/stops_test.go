package tui

import (
	"testing"

	"anhui-tui/model"
	"anhui-tui/tui/report"
)

func TestTourStopsAreThere(t *testing.T) {
	d := embedded(t)
	stops := TourStops(d)
	if len(stops) != 10 || stops[0] != TourStart(d) {
		t.Fatalf("the tour has %d stops and starts at %+v", len(stops), stops[0])
	}
	for i, at := range stops {
		if at.Tour != i+1 {
			t.Errorf("stop %d is marked as %d", i+1, at.Tour)
		}
		if err := report.Check(d, at); err != nil {
			t.Errorf("stop %d: %v", i+1, err)
		}
	}
}

func TestSearchLeadsToPlacesThatAreThere(t *testing.T) {
	d := embedded(t)
	for _, query := range []string{"glass", "296.74", "gf", "Feng", "China Daily"} {
		for _, lang := range langs() {
			found := Search(d, query, lang)
			if len(found) == 0 {
				t.Errorf("%v: %q finds nothing", lang, query)
			}
			for _, r := range found {
				if r.Name == "" || r.Note == "" {
					t.Errorf("%q: %+v says too little", query, r)
				}
				if err := report.Check(d, r.To); err != nil {
					t.Errorf("%q: %v", query, err)
				}
			}
		}
	}
	if found := Search(d, "", model.EN); len(found) > 0 {
		t.Errorf("nothing was asked for, and found: %v", found)
	}
}
