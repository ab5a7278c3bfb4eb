package model

import (
	"slices"
	"testing"
)

// A list narrowed by words has the figures that fit each of them.
func TestWords(t *testing.T) {
	b := &builder{T: t}
	pv := b.cluster("pv")
	pv.Name = Text{EN: "Photovoltaics", ZH: "\u5149\u4f0f"}
	glass, cells := b.indicator("glass", pv, "anhui", Level, ""), b.indicator("cells", pv, "anhui", Level, "")
	glass.Name, cells.Name = Text{EN: "PV glass output", ZH: "\u5149\u4f0f\u73bb\u7483\u4ea7\u91cf"}, Text{EN: "Cell output", ZH: "\u7535\u6c60\u4ea7\u91cf"}
	b.figure(glass, "2022", "exact 1234", true)
	b.figure(glass, "2023", "approx 2", true)
	b.figure(cells, "2023", "exact 3", true)
	b.figure(cells, "2024-09", "more-than 4", true)
	b.t.Version = "2.0.0"
	b.t.Figures[0].Since, b.t.Figures[3].Since = "1.0.0", "2.0.0"
	b.t.Figures[1].Conflict = &Conflict{ID: "c"}
	b.t.Figures[2].Source = b.source(GradeB)
	b.t.Figures[2].Source.Publisher = Text{EN: "China Daily", ZH: "\u4e2d\u56fd\u65e5\u62a5"}
	b.t.Figures[3].Source = b.source(GradeA)
	b.t.Figures[3].Source.Title = "New plants"
	b.t.Figures[3].SaidBy = &Person{Name: Text{EN: "Li Ming", ZH: "\u674e\u660e"}}
	b.t.Corrections = []*Correction{{ID: "c1", Version: "2.0.0", Figure: "cells-2023", What: "value", Before: "2"}, {ID: "c2", Version: "2.0.0", Figure: "gone", What: Dropped}}
	d := NewDataset(b.t)
	for words, want := range map[string]string{
		"":                  "glass-2022 glass-2023 cells-2023 cells-2024-09",
		"glass":             "glass-2022 glass-2023",
		"GLASS pv":          "glass-2022 glass-2023",
		"\u73bb\u7483":      "glass-2022 glass-2023",
		"\u5149\u4f0f 2023": "glass-2023 cells-2023",
		"2024":              "cells-2024-09",
		"2024-09":           "cells-2024-09",
		"2022..2023 output": "glass-2022 glass-2023 cells-2023",
		"..2022":            "glass-2022",
		"2024..":            "cells-2024-09",
		"2023..2023":        "glass-2023 cells-2023",
		"\u96fb\u6c60":      "cells-2023 cells-2024-09", // as Taiwan and Hong Kong write it
		"exact":             "glass-2022 cells-2023",
		"exact A":           "glass-2022",
		"B":                 "cells-2023",
		"daily":             "cells-2023",
		"\u674e\u660e":      "cells-2024-09",
		"!":                 "glass-2023",
		"！":                 "glass-2023",
		"new":               "cells-2024-09",
		"corrected":         "cells-2023",
		"\u66f4\u6b63 2023": "cells-2023",
		"corrected glass":   "",
		"new 2024":          "cells-2024-09",
		"new cell":          "cells-2024-09", // of the source's title, not what is new
		"cell new":          "cells-2024-09",
		"\u65b0":            "cells-2024-09",
		"=":                 "glass-2022 cells-2023",
		"\uff1d":            "glass-2022 cells-2023", // full-width
		"\u786e\u6570":      "glass-2022 cells-2023",
		"=2023":             "cells-2023",
		"= 2023 !":          "",
		"~":                 "glass-2023",
		"\u22482023":        "glass-2023",
		"~!":                "glass-2023",
		">":                 "cells-2024-09",
		">=":                "",
		">50":               "",
		"+":                 "cells-2024-09",
		"+cell":             "cells-2024-09",
		"*":                 "cells-2023",
		"*=B":               "cells-2023",
		"cell 1234":         "", // no such value
		"=1,234":            "glass-2022",
		"2024..x":           "",
		"glass cells":       "",
	} {
		w := d.Words(words)
		var fits []*Figure
		for _, f := range d.Figures {
			if w.Fits(f) {
				fits = append(fits, f)
			}
		}
		checkIDs(t, words, figureIDs(fits), want)
		if w.FitsAny(d.Figures) != (want != "") {
			t.Errorf("%q fits any: %v", words, want == "")
		}
	}
}

// A series fits by its own names and one of its figures, whatever its sources say.
func TestWordsOfSeries(t *testing.T) {
	b := &builder{T: t}
	glass := b.indicator("glass", b.cluster("pv"), "anhui", Level, "")
	glass.Name = Text{EN: "PV glass output", ZH: "\u5149\u4f0f\u73bb\u7483\u4ea7\u91cf"}
	b.figure(glass, "2022", "exact 1", true).Source.Title = "Cars and glass"
	b.figure(glass, "2023", "approx 2", true)
	d := NewDataset(b.t)
	for words, want := range map[string]bool{
		"": true, "glass": true, "\u73bb\u7483 output": true, "=2022 glass": true, "=2023": false, "cars": false, "~ 2023": true, "new": false,
	} {
		if got := d.Words(words).FitsNamed(d, glass); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
	if !d.Words("cars").FitsAny(d.Figures) {
		t.Error("what a source says does not fit its figure")
	}
}

func TestWordsOfTexts(t *testing.T) {
	d := NewDataset(Tables{})
	var fits []string
	for _, words := range []string{"china daily", "Daily China", "daily 2024", "daily 2023..2024", "", "daily 2023", "..2023", "!", "exact", "new", "A"} {
		if d.Words(words).FitsText("2024-09-18", "China Daily", "\u4e2d\u56fd\u65e5\u62a5") {
			fits = append(fits, words)
		}
	}
	if want := []string{"china daily", "Daily China", "daily 2024", "daily 2023..2024", ""}; !slices.Equal(fits, want) {
		t.Errorf("fit %q, want %q", fits, want)
	}
}
