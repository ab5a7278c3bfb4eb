package model

import (
	"slices"
	"testing"
)

func TestVersionsInOrder(t *testing.T) {
	want := []string{"0.4.0", "0.4.1", "0.10.0", "1.0.0-beta", "1.0.0-rc.1", "1.0.0", "1.0.2", "1.0.10", "2.0.0"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, CompareVersions)
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	for _, v := range want {
		if !ValidVersion(v) || CompareVersions(v, v) != 0 {
			t.Errorf("%s: valid %v, compared with itself %d", v, ValidVersion(v), CompareVersions(v, v))
		}
	}
	for _, v := range []string{"", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.x", "1.0.-1", "v1.0.0", "1.0.0-", "1.0.0+b", "1.0.9999999999"} {
		if ValidVersion(v) {
			t.Errorf("%s is valid", v)
		}
	}
}
