package cell

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A frame shows the same after it shares its lines with others, lines that are
// alike are kept once, and when all frames are gone nothing is kept.
func TestRowsAreShared(t *testing.T) {
	const w, h = 40, 10
	r := rand.New(rand.NewPCG(1, 2))
	lines := []string{"", "plain", "\u5b89\u5fbd", "e\u0301 of its own", strings.Repeat("x", w)}
	rows, sum := NewRows(), 0
	var added []*Frame
	shown := map[*Frame]string{} // by each
	for range 200 {
		if len(added) > 0 && r.IntN(3) == 0 {
			i := r.IntN(len(added))
			sum -= rows.Remove(added[i])
			added = slices.Delete(added, i, i+1)
			continue
		}
		f := NewFrame(w, h) // on cells that another was drawn on
		if left := strings.TrimSpace(f.String()); left != "" {
			t.Fatalf("a new frame shows %q", left)
		}
		for y := range h {
			f.Canvas().Put(0, y, 0, lines[r.IntN(len(lines))])
		}
		f.Canvas().Link("https://example.org/").Put(0, r.IntN(h), 0, "a link")
		before := f.String()
		shown[f] = before
		sum += rows.Add(f)
		added = append(added, f)
		if f.String() != before {
			t.Fatalf("%q became %q", before, f)
		}
		if most := len(added) * f.overhead() * 10; len(rows.used) > len(lines) || sum > most+len(lines)*(w*cellBytes+rowBytes)+len(added)*h*w*cellBytes {
			t.Fatalf("%d frames keep %d lines, %d bytes", len(added), len(rows.used), sum)
		}
	}
	for _, f := range added {
		if f.String() != shown[f] {
			t.Errorf("%q became %q while others were drawn", shown[f], f)
		}
		sum -= rows.Remove(f)
	}
	if sum != 0 || len(rows.used) != 0 || len(rows.byHash) != 0 {
		t.Errorf("of no frame %d bytes and %d lines are kept", sum, len(rows.used))
	}
}
