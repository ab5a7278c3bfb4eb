package model

import (
	"strings"
	"testing"
)

// library is a dataset to search in.
func library(t *testing.T) *Dataset {
	b := &builder{T: t}
	pv := b.cluster("pv")
	pv.Name = Text{EN: "Photovoltaics", ZH: "\u5149\u4f0f"}
	glass := b.indicator("glass", pv, "anhui", Share, "china")
	glass.Name = Text{EN: "PV glass output", ZH: "\u5149\u4f0f\u73bb\u7483\u4ea7\u91cf"}
	cars := b.indicator("cars", b.cluster("auto"), "wuhu", Level, "")
	cars.Name = Text{EN: "Cars", ZH: "\u6c7d\u8f66"}
	cars.Place.Name = Text{EN: "Wuhu", ZH: "\u829c\u6e56"}
	share := b.figure(glass, "2023", "exact 21", true)
	share.AsPrinted, share.Rank = "21.5%", 3
	b.t.People = []*Person{{ID: "feng", Name: Text{EN: "Feng Kejin", ZH: "\u51af\u514b\u91d1"}}}
	b.t.Statements = []*Statement{{ID: "said", Person: b.t.People[0], Office: Text{EN: "Governor", ZH: "\u7701\u957f"}, Text: Text{EN: "Glass matters.", ZH: "\u73bb\u7483\u91cd\u8981"}}}
	b.t.Sources[0].Publisher = Text{EN: "China Daily", ZH: "\u4e2d\u56fd\u65e5\u62a5"}
	b.t.Sources[0].Title, b.t.Sources[0].Gloss = "Smart plants", "Clever works"
	return NewDataset(b.t)
}

// Chinese names are in the order of their pinyin, whatever the characters'
// codes.
func TestInitials(t *testing.T) {
	for name, want := range map[string]string{"\u5149\u4f0f PV": "gf pv", "\u4ea7\u91cf": "cl", "\uff21": "a", "": ""} {
		if got := Initials(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// A number finds the figures that are shown with it before those that are rounded to it,
// or have it within a longer one.
func TestWholeNumbersFirst(t *testing.T) {
	b := &builder{T: t}
	firms := b.indicator("firms", b.cluster("it"), "anhui", Level, "")
	rate := b.indicator("rate", b.cluster("pv"), "anhui", Share, "china")
	b.figure(firms, "2021", "exact 822000", true).AsPrinted = "822,000"
	b.figure(firms, "2022", "exact 22000", true).AsPrinted = "22,000 firms"
	half := b.figure(rate, "2021", "exact 16", true)
	half.AsPrinted = "16.5 percent"
	var err error
	if half.Value, err = NewValue(Exact, Num(16.5), Number{}, Number{}); err != nil {
		t.Fatal(err)
	}
	b.figure(rate, "2022", "exact 17", true).AsPrinted = "17 percent"
	d := NewDataset(b.t)
	for query, want := range map[string]string{
		"22,000": "firms-2022 firms-2021", "17%": "rate-2022 rate-2021", "16.5%": "rate-2021", "822,000": "firms-2021",
	} {
		got := ""
		for _, f := range d.Search(query, 10).Found {
			got += " " + f.ID
		}
		if got != " "+want {
			t.Errorf("%s finds%s, want %s", query, got, want)
		}
	}
}

func TestSearch(t *testing.T) {
	d := library(t)
	for query, want := range map[string]string{
		"photovoltaics": "pv glass", // itself before what belongs to it
		"PHOTO":         "pv glass",
		"glass":         "glass glass-2023 said", // names before numbers and texts
		"glass pv":      "glass glass-2023",      // every word counts
		"pv glass cars": "",
		"\u73bb\u7483":  "glass said",
		"\uff30\uff36":  "glass",    // full-width letters
		"gf":            "pv glass", // pinyin initials
		"gfbl":          "glass",
		"fkj":           "feng said",
		"feng":          "feng said",
		"kejin":         "feng said",
		"21.5":          "glass-2023",
		"21.0":          "glass-2023", // as shown
		"21.05":         "",
		"wh":            "cars", "wuhu": "cars",
		"china daily":         "source-a",
		"governor":            "feng said", // and who holds an office
		"governor glass":      "said",      // speaker and words
		"matters feng":        "said",
		"glass director":      "",
		"pv 21%":              "glass-2023",
		"21%":                 "glass-2023", // a short number only with its unit
		"21gw":                "",
		"china daily 21%":     "glass-2023", // who says so
		"exact wuhu":          "",
		"exact":               "glass-2023", // figures only
		"=":                   "glass-2023",
		"=2023":               "glass-2023",
		"= 2023 glass":        "glass-2023",
		"= 2022":              "",
		"\uff1d2023":          "glass-2023",
		"=21.5 anhui":         "",
		"=21%":                "glass-2023",
		">21%":                "",
		"2022..2023":          "glass-2023",
		"2024..":              "",
		"=!":                  "",
		"21%*!":               "glass-2023", // with the marks it is shown with
		"+21%":                "glass-2023",
		"3rd in china":        "glass-2023",
		"rd in china":         "glass-2023",
		"\u7b2c3\u4f4d":       "glass-2023",
		"2nd in china":        "",
		"\u7522\u91cf":        "glass", // traditional
		"smart":               "source-a",
		"clever works":        "source-a", // its gloss
		"g":                   "glass feng glass-2023 said",
		"nothing of the sort": "",
		"":                    "",
		"   ":                 "",
		"\x00\xff%s../../etc": "",
	} {
		found, _ := d.find(query, 50)
		ids := make([]string, len(found))
		for i, f := range found {
			ids[i] = f.ID
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	if found, _ := d.find("glass", 2); len(found) != 2 {
		t.Errorf("two were asked for, %d found", len(found))
	}
	if found, _ := d.find(strings.Repeat("glass ", 100_000), 5); len(found) == 0 {
		t.Error("a word many times finds nothing")
	}
}

// Who searches for the name of a city and a year wants the city, and what is stated of it for
// that year; documents about it come last.
func TestFiguresBeforeSources(t *testing.T) {
	b := &builder{T: t}
	gdp := b.indicator("gdp-hefei", b.cluster("province"), "hefei", Level, "")
	gdp.Name = Text{EN: "GDP", ZH: "\u751f\u4ea7\u603b\u503c"}
	gdp.Place.Name = Text{EN: "Hefei", ZH: "\u5408\u80a5\u5e02"}
	gdp.Place.Within = b.t.Home
	b.t.Places = []*Place{gdp.Place}
	b.figure(gdp, "2025-01/2025-09", "exact 9", true)
	b.figure(gdp, "2025", "exact 12", true).Source.Publisher.EN = "Hefei Daily"
	b.t.Sources[0].Title, b.t.Sources[0].Date = "Hefei in 2025", "2025-12-01"
	b.t.Sources = append(b.t.Sources, &Source{ID: "newer", Publisher: Text{EN: "Anhui Daily"}, Date: "2026-01-02"})
	d := NewDataset(b.t)
	for query, want := range map[string]string{
		"hefei":        "hefei gdp-hefei gdp-hefei-2025-01/2025-09 gdp-hefei-2025 source-a",
		"\u5408\u80a5": "hefei gdp-hefei",
		"hefei 2025":   "gdp-hefei-2025 gdp-hefei-2025-01/2025-09 source-a",
		"daily 2025":   "gdp-hefei-2025 gdp-hefei-2025-01/2025-09 source-a",
		"daily":        "newer source-a",

		// Chinese has no spaces.
		"\u5408\u80a5GDP":                                      "gdp-hefei gdp-hefei-2025-01/2025-09 gdp-hefei-2025",
		"\u5408\u80a5\u751f\u4ea7\u603b\u503c":                 "gdp-hefei",
		"\u5408\u80a5\u5e022025\u5e74\u751f\u4ea7\u603b\u503c": "gdp-hefei-2025 gdp-hefei-2025-01/2025-09",
	} {
		got := ""
		for _, f := range d.Search(query, 10).Found {
			got += " " + f.ID
		}
		if got != " "+want {
			t.Errorf("%s finds%s, want %s", query, got, want)
		}
		if first := d.Search(query, 1).Found; len(first) != 1 || first[0].ID != strings.Fields(want)[0] {
			t.Errorf("%s finds %v first, want %s", query, first, want)
		}
	}
}

// A package about something else is searched by initials as well: none of its
// characters need be known beforehand.
func TestSearchAnyCharacter(t *testing.T) {
	b := &builder{T: t}
	b.cluster("ducks").Name = Text{EN: "Ducks", ZH: "\u9e92\u9e9f\u9e2d"}
	b.cluster("wasabi").Name = Text{EN: "Wasabi", ZH: "\u8fa3\u6839"}
	b.cluster("chongqing").Name = Text{EN: "Chongqing", ZH: "\u91cd\u5e86"}
	d := NewDataset(b.t)
	for query, want := range map[string]string{"qly": "ducks", "lg": "wasabi", "cq": "chongqing", "zq": "chongqing", "qlx": ""} {
		got := ""
		found, _ := d.find(query, 9)
		for _, f := range found {
			got += f.ID
		}
		if got != want {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}
}
