package data

import (
	"unicode/utf8"

	"anhui-tui/model"
)

// suggest returns `; did you mean "..."?` for the name nearest to s, or ""
// if none is near.
func suggest(s string, names []string) string {
	if utf8.RuneCountInString(s) > maxShown {
		return ""
	}
	nearest, least := "", max(1, len(s)/4)+1
	for _, name := range names {
		if d := model.EditDistance(s, name); d < least {
			nearest, least = name, d
		}
	}
	if nearest == "" {
		return ""
	}
	return "; did you mean " + quote(nearest) + "?"
}
