package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/report"
)

func cite(t *testing.T, id string, style report.Style, lang model.Lang) string {
	t.Helper()
	d := fixture(t)
	f, err := nav.FigureOf(d, id)
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
	for _, id := range []string{"pv-revenue-2023", "pv-revenue-2020", "panel-rank-2024"} {
		for _, style := range report.Styles() {
			all.WriteString("--- " + id + " " + string(style) + "\n" + cite(t, id, style, model.EN) + "\n")
		}
		all.WriteString("--- " + id + " plain zh\n" + cite(t, id, report.Plain, model.ZH) + "\n")
	}
	golden(t, "cite.txt", all.String())
}

// What was computed is not cited as what a source says, in any style.
func TestCiteDerived(t *testing.T) {
	d := fixture(t)
	for _, style := range []report.Style{report.Plain, report.BibTeX, report.CSLJSON} {
		s, err := report.Cite(d, d.Figure("pv-revenue-growth-2022"), style, model.EN)
		if err != nil || !strings.Contains(s, "195.49 / 88.28") {
			t.Errorf("%s does not say how it was computed: %s, %v", style, s, err)
		}
	}
}

// A source without a date, or with one that ends a sentence itself, is cited
// without what is not known, and with one stop.
func TestCiteWithoutDate(t *testing.T) {
	d := fixture(t)
	f := *d.Figure("pv-revenue-2023")
	source := *f.Source
	source.Date, source.Title, source.URL, source.Grade = "", "Who leads?", "https://example.org/a{b}\\c", model.GradeA
	f.Source = &source
	for style, want := range map[report.Style]string{
		report.Plain:   "China Daily. Who leads? undated. p. 3. https://example.org/a{b}\\c\n",
		report.GBT7714: "China Daily. Who leads?[EB/OL]. [2026-11-23]. https://example.org/a{b}\\c.",
		report.BibTeX:  "url       = {https://example.org/a%7Bb%7D%5Cc}",
	} {
		if got, err := report.Cite(d, &f, style, model.EN); err != nil || !strings.Contains(got, want) {
			t.Errorf("%s: %s, %v; want %q", style, got, err, want)
		}
	}
	if got, err := report.Cite(d, &f, report.CSLJSON, model.EN); err != nil || strings.Contains(got, "issued") {
		t.Errorf("an undated source has a date: %s, %v", got, err)
	}
}

// Authors come before the producer where a style has a place for both, and the
// day a text was read stands where the style wants it.
func TestCiteAuthorsAndAccess(t *testing.T) {
	d := fixture(t)
	f := *d.Figure("pv-revenue-2023")
	source := *f.Source
	source.Authors, source.Accessed = "Zhuang Qiange; Pang Bo", "2026-11-20"
	f.Source = &source
	for style, want := range map[report.Style][]string{
		report.Plain:   {"China Daily. Zhuang Qiange; Pang Bo. Innovation drives", "_3.html (accessed 2026-11-20)\n"},
		report.GBT7714: {"Zhuang Qiange, Pang Bo. Innovation drives Anhui's smart plants[N/OL]. China Daily, 2024-09-18(3)[2026-11-20]. https://"},
		report.BibTeX:  {"author    = {{Zhuang Qiange} and {Pang Bo}}", "urldate   = {2026-11-20}", "publisher = {{China Daily}}", "pages     = {3}"},
		report.CSLJSON: {`"literal": "Pang Bo"`, `"accessed": {`, `"publisher": "China Daily"`, `"page": "3"`},
	} {
		got, err := report.Cite(d, &f, style, model.EN)
		for _, part := range want {
			if err != nil || !strings.Contains(got, part) {
				t.Errorf("%s: %s, %v; want %q", style, got, err, part)
			}
		}
	}
	f.Locator = "" // on no page: a document on line
	if got, err := report.Cite(d, &f, report.GBT7714, model.EN); err != nil || !strings.Contains(got, "[EB/OL]. (2024-09-18)[2026-11-20]. https://") {
		t.Errorf("on no page: %s, %v", got, err)
	}
	source.Date = ""
	if got, err := report.Cite(d, &f, report.GBT7714, model.EN); err != nil || !strings.Contains(got, "[EB/OL]. [2026-11-20]. https://") {
		t.Errorf("without a date: %s, %v", got, err)
	}
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
	entry := cite(t, "pv-revenue-2020", report.BibTeX, model.EN)
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
	for id, want := range map[string]string{"pv-revenue-2023": "article-newspaper", "panel-share-2024": "webpage", "pv-revenue-2020": "document"} {
		if err := json.Unmarshal([]byte(cite(t, id, report.CSLJSON, model.EN)), &items); err != nil {
			t.Fatal(err)
		}
		i := items[0]
		if len(items) != 1 || i.ID != id || i.Type != want || i.Author[0].Literal == "" || len(i.Issued.Parts[0]) == 0 {
			t.Errorf("%s is %+v", id, items)
		}
	}
}

// Figures of one source are one entry of a bibliography, which names them all; with
// another source there are two.
func TestCiteAll(t *testing.T) {
	d := fixture(t)
	figures := []*model.Figure{
		d.Figure("pv-revenue-2022"), d.Figure("pv-revenue-2021"), d.Figure("pv-revenue-2023"), d.Figure("pv-revenue-2022"),
	}
	if figures[0].Source != figures[1].Source || figures[0].Source == figures[2].Source {
		t.Fatal("the fixture has other sources")
	}
	bib, err := report.CiteAll(d, figures, report.BibTeX, model.EN)
	if err != nil || strings.Count(bib, "@misc{") != 2 || !strings.HasPrefix(bib, "@misc{"+figures[0].Source.ID+",\n") ||
		!strings.Contains(bib, "\n\n@misc{pv-revenue-2023,") {
		t.Errorf("%v\n%s", err, bib)
	}
	var items []struct{ ID, Note string }
	list, err := report.CiteAll(d, figures, report.CSLJSON, model.EN)
	if err != nil || json.Unmarshal([]byte(list), &items) != nil || len(items) != 2 || items[0].ID != figures[0].Source.ID {
		t.Fatalf("%v\n%s", err, list)
	}
	for _, part := range []string{"2022: CNY 195.49 bn", "2021: CNY 88.28 bn", ", pv-revenue-2022, pv-revenue-2021"} {
		if strings.Count(items[0].Note, part) != 1 {
			t.Errorf("the note has not one %q: %s", part, items[0].Note)
		}
	}
	if plain, err := report.CiteAll(d, figures[:2], report.Plain, model.EN); err != nil || strings.Count(plain, "\n\n") != 1 {
		t.Errorf("%v\n%s", err, plain)
	}
}
