package place

import "testing"

func TestTrail(t *testing.T) {
	var none Trail
	if _, _, ok := none.Back(); ok {
		t.Error("there is a way back from the beginning")
	}
	one := none.Left(Place{View: Shares})
	// Two go on from the same trail, and neither changes the other's.
	here, there := one.Left(Place{View: Trends}), one.Left(Place{View: Voices})
	for trail, want := range map[*Trail]View{&here: Trends, &there: Voices} {
		at, rest, ok := trail.Back()
		if !ok || at.View != want || len(rest) != 1 || rest[0].View != Shares {
			t.Errorf("back to %v over %v, %v", at, rest, ok)
		}
	}
	for n := range 200 {
		one = one.Left(Place{Scroll: n})
	}
	if at, rest, _ := one.Back(); len(one) != 64 || at.Scroll != 199 || len(rest) != 63 || rest[0].Scroll != 136 {
		t.Errorf("of 200 places %d are kept, from %v to %v", len(one), rest[0], at)
	}
}
