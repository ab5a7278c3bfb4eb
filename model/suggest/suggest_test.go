package suggest

import (
	"slices"
	"strings"
	"testing"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"pv", "", 2},
		{"pv", "pv", 0},
		{"shaers", "shares", 1},
		{"sharse", "shares", 1},
		{"trend", "trends", 1},
		{"voices", "vices", 1},
		{"clusters", "sources", 5},
	} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("from %q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := distance(c.b, c.a); got != c.want {
			t.Errorf("from %q to %q: %d, want %d", c.b, c.a, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	among := []string{"pv-revenue-2019", "pv-revenue-2023", "storage-revenue-2023", "gdp"}
	for name, want := range map[string][]string{
		"pv-revenue-2032": {"pv-revenue-2023", "pv-revenue-2019"},
		"GPD":             {"gdp"},
		"revenue":         {"pv-revenue-2019", "pv-revenue-2023", "storage-revenue-2023"},
		"gpd":             {"gdp"},
		"gdq":             {"gdp"},
		"x":               nil,
		"":                nil,
	} {
		if got := Nearest(name, among); !slices.Equal(got, want) {
			t.Errorf("nearest to %q are %q, want %q", name, got, want)
		}
	}
	if got := Nearest(strings.Repeat("p", 1<<20), among); got != nil {
		t.Errorf("nearest to a megabyte are %q", got)
	}
}
