package model

import (
	"fmt"
	"strings"
	"testing"
)

// A word with one typing error finds what the right one does, and words that have
// nothing in common are named with what each of them finds.
func TestSearchNear(t *testing.T) {
	d := library(t)
	for query, want := range map[string]string{
		"glass":                 ": glass glass-2023 said []",
		"photovoltacs":          "photovoltaics: pv glass []",
		"photovoltaicss":        "photovoltaics: pv glass []",
		"photovoltaisc":         "photovoltaics: pv glass []",
		"PHOTOVOLTAJCS":         "photovoltaics: pv glass []",
		"photovoltajks":         ":  []", // two errors
		"goernor glass":         "governor glass: said []",
		"governor wuhu":         ":  [{governor 2} {wuhu 1}]",
		"governor wuuhu zzzzzz": ":  [{governor 2} {wuhu 1}]",
		"zzzzzz governor glass": "governor glass: said []", // what matches nothing is left out
		"zzzz goernor glass":    "governor glass: said []",
		"glas pv cars":          ":  [{glas 3} {pv 1} {cars 1}]",
		"cars wuhu wuhu zzzz":   ":  [{cars 1} {wuhu 1}]",
		"zz zz zz wuhu":         ":  []", // the first words only
		"wuh0":                  ":  []", // no word of letters
		"zzz":                   ":  []",
		"":                      ":  []",
	} {
		r := d.Search(query, 9)
		ids := make([]string, len(r.Found))
		for i, f := range r.Found {
			ids[i] = f.ID
		}
		got := fmt.Sprintf("%s: %s %v", r.Query, strings.Join(ids, " "), r.Near)
		if got != want {
			t.Errorf("%q: %s, want %s", query, got, want)
		}
	}
}
