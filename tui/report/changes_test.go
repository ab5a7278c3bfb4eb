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
	"anhui-tui/tui/report"
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
