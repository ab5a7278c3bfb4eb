package model

import "testing"

func TestEditDistance(t *testing.T) {
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
		if got := EditDistance(c.a, c.b); got != c.want {
			t.Errorf("from %q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := EditDistance(c.b, c.a); got != c.want {
			t.Errorf("from %q to %q: %d, want %d", c.b, c.a, got, c.want)
		}
	}
}
