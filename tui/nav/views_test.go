package nav

import (
	"testing"

	"anhui-tui/tui/place"
)

// A view without what every view has would be found by a viewer.
func TestViewsAreWhole(t *testing.T) {
	for _, v := range place.Views() {
		if row := viewOf(v); row.items == nil || row.name == nil || row.nouns == nil || row.open == nil {
			t.Errorf("%v lacks items, a name, nouns, or where Enter leads: %+v", v, row)
		}
	}
}
