package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"anhui-tui/model"
	"anhui-tui/tui/report"
)

func cite(t *testing.T, id string, style report.Style, lang model.Lang) string {
	t.Helper()
	d := fixture(t)
	f, err := report.FigureOf(d, id)
	if err != nil {
		t.Fatal(err)
	}
	s, err := report.Cite(d, f, style, lang)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCite(t *testing.T) {
	var all strings.Builder
	for _, id := range []string{"pv-revenue-2023", "pv-revenue-2021", "panel-rank-2024"} {
		for _, style := range report.Styles() {
			all.WriteString("--- " + id + " " + string(style) + "\n" + cite(t, id, style, model.EN) + "\n")
		}
		all.WriteString("--- " + id + " plain zh\n" + cite(t, id, report.Plain, model.ZH) + "\n")
	}
	golden(t, "cite.txt", all.String())
}

// TestProducerFirst holds every style to naming the producer first.
func TestProducerFirst(t *testing.T) {
	for style, begin := range map[report.Style]string{
		report.Plain:   "China Daily. ",
		report.GBT7714: "China Daily. ",
		report.BibTeX:  "@misc{pv-revenue-2023,\n  author    = {{China Daily}},\n",
	} {
		if got := cite(t, "pv-revenue-2023", style, model.EN); !strings.HasPrefix(got, begin) {
			t.Errorf("%s begins with %.60q", style, got)
		}
	}
}

// TestBibTeXBraces counts braces as BibTeX does, which knows no escape: an
// entry with a stray one swallows those after it.
func TestBibTeXBraces(t *testing.T) {
	entry := cite(t, "pv-revenue-2021", report.BibTeX, model.EN)
	depth := 0
	for i, r := range entry {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 && i > len("@misc") && i < len(entry)-1 {
			t.Fatalf("the entry ends at %q", entry[i:])
		}
	}
	if depth != 0 {
		t.Errorf("%d braces are open in\n%s", depth, entry)
	}
}

func TestCSL(t *testing.T) {
	var items []struct {
		ID, Type, Title, Publisher, URL, Language, Note string
		Author                                          []struct{ Literal string }
		Issued                                          struct {
			Parts [][]int `json:"date-parts"`
		}
	}
	for id, want := range map[string]string{"pv-revenue-2023": "webpage", "pv-revenue-2021": "document"} {
		if err := json.Unmarshal([]byte(cite(t, id, report.CSLJSON, model.EN)), &items); err != nil {
			t.Fatal(err)
		}
		i := items[0]
		if len(items) != 1 || i.ID != id || i.Type != want || i.Author[0].Literal == "" || len(i.Issued.Parts[0]) != 3 {
			t.Errorf("%s is %+v", id, items)
		}
	}
}
