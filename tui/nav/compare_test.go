package nav

import (
	"slices"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// What is typed into the list of two parts narrows what one viewer sees of them, and
// not what is kept of them for everybody.
func TestNarrowingTwoPartsLeavesThemWhole(t *testing.T) {
	d := datatest.Embedded(t)
	a, b := d.Parts()[0], d.Parts()[1]
	at := place.Place{View: place.Cities, Item: b.ID, With: a.ID}
	whole := slices.Clone(Subs(d, at, model.EN))
	for _, words := range []string{whole[0], "2024", "no such words"} {
		narrowed := at
		narrowed.Filter = words
		if got := Subs(d, narrowed, model.EN); len(got) >= len(whole) {
			t.Errorf("%q fits %d of %d", words, len(got), len(whole))
		}
		if got := Subs(d, at, model.EN); !slices.Equal(got, whole) {
			t.Fatalf("after %q there are %d of %d", words, len(got), len(whole))
		}
	}
}
