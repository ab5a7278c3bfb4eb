// Package suggest finds names that a mistyped name may stand for.
package suggest

import (
	"cmp"
	"slices"
	"strings"
)

// The number of names suggested, and the longest name compared, in bytes:
// pasted text is not a mistyped name.
const (
	maxNames = 3
	maxBytes = 120
)

// Nearest returns at most three of the names in among that name may stand for,
// the nearest first: those that begin with it, those that contain it, and those
// within a third of its length, but at least two, edits. Case is ignored. It
// returns nil if none is near, and for names of more than 120 bytes.
func Nearest(name string, among []string) []string {
	if name == "" || len(name) > maxBytes {
		return nil
	}
	name = strings.ToLower(name)
	type candidate struct {
		name string
		off  int
	}
	var near []candidate
	for _, other := range among {
		switch limit := max(2, len(name)/3); {
		case strings.HasPrefix(other, name):
			near = append(near, candidate{other, 1})
		case strings.Contains(other, name) && len(name) > 1:
			near = append(near, candidate{other, 2})
		case max(len(other)-len(name), len(name)-len(other)) <= limit:
			if d := distance(name, other); d <= limit && d < len(name) {
				near = append(near, candidate{other, d})
			}
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(a.off, b.off) })
	var names []string
	for _, c := range near[:min(maxNames, len(near))] {
		names = append(names, c.name)
	}
	return names
}

// distance returns the least number of insertions, deletions, replacements and
// swaps of neighbouring bytes that turn a into b.
func distance(a, b string) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before, above, row = above, row, before
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(above[j+1]+1, row[j]+1, above[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
