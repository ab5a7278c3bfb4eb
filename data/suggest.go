package data

import "unicode/utf8"

// suggest returns `; did you mean "..."?` for the name nearest to s, or ""
// if none is near.
func suggest(s string, names []string) string {
	if utf8.RuneCountInString(s) > maxShown {
		return ""
	}
	nearest, least := "", max(1, len(s)/4)+1
	for _, name := range names {
		if d := distance(s, name); d < least {
			nearest, least = name, d
		}
	}
	if nearest == "" {
		return ""
	}
	return "; did you mean " + quote(nearest) + "?"
}

// distance is the number of bytes to insert, remove, replace or swap with
// their neighbour to get from a to b.
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
