package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"os"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
)

// csvRows returns the rows of a table of the embedded package, as another
// reader has them.
func csvRows(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open("../../data/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, 0, len(all)-1)
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[all[0][i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

// Changes are the corrections and the new figures of the tables, each once, in
// every format.
func TestChanges(t *testing.T) {
	d := datatest.Embedded(t)
	want := map[string]int{}
	for _, c := range csvRows(t, "corrections.csv") {
		want[c["figure"]+" "+c["what"]]++
	}
	for _, f := range csvRows(t, "observations.csv") {
		if f["since"] == "1.0.0" {
			want[f["id"]+" new"]++
		}
	}
	var out bytes.Buffer
	if err := report.Write(&out, report.Changes(d, "0.4.0", model.EN), report.CSV, false); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, r := range rows[1:] {
		got[r[2]+" "+r[3]]++
	}
	for change, n := range want {
		if n != 1 || got[change] != 1 {
			t.Errorf("%s: %d in the tables, %d told", change, n, got[change])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d changes told, %d in the tables", len(got), len(want))
	}
	if before := report.LastVersion(d); before != "0.4.0" {
		t.Errorf("the version before is %s", before)
	}

	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Updated string   `xml:"updated"`
		Entries []struct {
			ID    string `xml:"id"`
			Title string `xml:"title"`
		} `xml:"entry"`
	}
	out.Reset()
	if err := report.WriteFeed(&out, d, "0.4.0", model.ZH); err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(out.Bytes(), &feed); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, e := range feed.Entries {
		if seen[e.ID] || e.Title == "" || !strings.HasPrefix(e.ID, "urn:") {
			t.Errorf("entry %q, titled %q", e.ID, e.Title)
		}
		seen[e.ID] = true
	}
	if len(seen) != len(want) || feed.Updated != d.AsOf+"T00:00:00Z" {
		t.Errorf("%d entries, updated %s", len(seen), feed.Updated)
	}
}

// A figure of the latest version is marked in the list, and no other.
func TestNewFiguresAreMarked(t *testing.T) {
	d := datatest.Dataset(t) // of version 0.1.0
	list, _ := report.ListOf(d, "figures", model.EN)
	for line := range strings.SplitSeq(strings.TrimSpace(printed(t, list, report.Text, false)), "\n") {
		words := strings.Fields(line)
		if marked := strings.Contains(line, "  new  "); marked != (words[0] == "pv-revenue-2022" || words[0] == "id") {
			t.Errorf("marked %v: %s", marked, line)
		}
	}
}

// The card of a figure that was corrected says what the version before said, what is said
// now, in which version and why, in every form and language; tables have the cells.
func TestCorrectionsAreOnTheCard(t *testing.T) {
	d := datatest.Embedded(t)
	for figure, want := range map[string][3]string{ // in English, in Chinese, in tables
		"pv-revenue-growth-2022": {
			"status: \u201clow reliability\u201d before version 1.0.0, \u201csee the note, low reliability\u201d from it on. Just below is the wording",
			"\u72b6\u6001\uff1a1.0.0\u7248\u4e4b\u524d\u4e3a\u201c\u53ef\u9760\u6027\u8f83\u4f4e\u201d\uff0c\u6b64\u540e\u4e3a\u201c\u89c1\u8bf4\u660e\u3001\u53ef\u9760\u6027\u8f83\u4f4e\u201d\u3002", "1.0.0 status: u -> iu",
		},
		"emerging-share-2019": {
			"leading figure: yes before version 1.0.0, no from it on. The Chinese report", "\u662f\u5426\u91c7\u7528\uff1a1.0.0\u7248\u4e4b\u524d\u4e3a\u662f\uff0c\u6b64\u540e\u4e3a\u5426\u3002", "1.0.0 lead: true -> false",
		},
		"chuzhou-module-share-anhui-r2023-09": {
			"stated by: \u201cHuang Qinyang \u9ec4\u7434\u626c\u201d before version 1.0.0, none from it on. The number is the source's own", "\u8868\u8ff0\u4eba\uff1a1.0.0\u7248\u4e4b\u524d\u4e3a\u201c\u9ec4\u7434\u626c\u201d\uff0c\u6b64\u540e\u4e3a\u65e0\u3002", "1.0.0 said_by: huang-qinyang -> none",
		},
		"pvs-firms-10bn-revenue-2023": {
			"source: \u201cPeople's Weekly, 2024-02-02\u201d before version 1.0.0, \u201cSolar Industry Network, 2024-03-12\u201d from it on.", "\u6570\u503c\u6027\u8d28\uff1a1.0.0\u7248\u4e4b\u524d\u4e3a\u201c\u7ea6\u6570\u201d\uff0c\u6b64\u540e\u4e3a\u201c\u786e\u6570\u201d\u3002", "1.0.0 qualifier: approx -> exact",
		},
	} {
		at := nav.PlaceOf(d, model.Found{Kind: model.FoundFigure, ID: figure})
		at.Card = place.SourceCard
		for i, lang := range []model.Lang{model.EN, model.ZH} {
			doc := report.Of(d, at, lang)
			spoken, _ := report.Spoken(d, at, lang)
			for name, got := range map[string]string{
				"text": printed(t, doc, report.Text, false), "Markdown": printed(t, doc, report.Markdown, false), "the dialogue": printed(t, spoken, report.Text, true),
			} {
				if !strings.Contains(squeezed(got), squeezed(want[i])) {
					t.Errorf("%v: %s of %s lacks %q\n%s", lang, name, figure, want[i], got)
				}
			}
			for _, format := range []report.Format{report.CSV, report.JSON} {
				got := printed(t, doc, format, false)
				if !strings.Contains(got, want[2]) && !strings.Contains(got, strings.ReplaceAll(want[2], ">", `\u003e`)) {
					t.Errorf("%s of %s lacks %q\n%s", format, figure, want[2], got)
				}
			}
		}
	}
}

// squeezed is a text without spaces, the escapes of Markdown and the form of its quotation
// marks.
func squeezed(s string) string {
	return strings.NewReplacer("\\", "", "\u201c", "\"", "\u201d", "\"").Replace(strings.Join(strings.Fields(s), ""))
}

// A figure leads its series or it does not: no cell means that it does not.
func TestCorrectedLead(t *testing.T) {
	d, c := datatest.Embedded(t), &model.Correction{Version: "0.2.0", What: "lead", After: "true"}
	for lang, want := range map[model.Lang]string{
		model.EN: "leading figure: no before version 0.2.0, yes from it on.", model.ZH: "\u662f\u5426\u91c7\u7528\uff1a0.2.0\u7248\u4e4b\u524d\u4e3a\u5426\uff0c\u6b64\u540e\u4e3a\u662f\u3002",
	} {
		if got := text.For(lang).Correction(d, c); !strings.HasPrefix(got, want) {
			t.Errorf("told as %q, want %q", got, want)
		}
	}
}

// All corrections of figures that are there are told in words.
func TestCorrectionsAreWorded(t *testing.T) {
	d := datatest.Embedded(t)
	told := 0
	for _, row := range csvRows(t, "corrections.csv") {
		f := d.Figure(row["figure"])
		if f == nil {
			continue
		}
		told++
		for _, c := range d.CorrectionsOf(f) {
			for _, lang := range []model.Lang{model.EN, model.ZH} {
				said := text.For(lang).Correction(d, c)
				if !strings.HasSuffix(said, c.Why.In(lang)) || !strings.Contains(said, c.Version) || strings.Contains(said, "%!") || strings.ContainsAny(said[:2], ":\uff1a") {
					t.Errorf("%s is told as %q", c.ID, said)
				}
			}
		}
	}
	if told < 40 {
		t.Errorf("%d are told", told)
	}
}
