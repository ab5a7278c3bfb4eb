package nav

import (
	"testing"

	"anhui-tui/data/datatest"
)

func TestTourStopsAreThere(t *testing.T) {
	d := datatest.Embedded(t)
	stops := TourStops(d)
	if len(stops) != len(d.Tour) || stops[0] != TourStart(d) {
		t.Fatalf("the tour has %d stops and starts at %+v", len(stops), stops[0])
	}
	for i, at := range stops {
		if at.Tour != i+1 {
			t.Errorf("stop %d is marked as %d", i+1, at.Tour)
		}
		if err := Check(d, at); err != nil {
			t.Errorf("stop %d: %v", i+1, err)
		}
	}
}
