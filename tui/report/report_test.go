package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

var update = flag.Bool("update", false, "write the golden files anew") //nolint:gochecknoglobals // a flag

func fixture(t testing.TB) *model.Dataset { return datatest.Dataset(t) }

func printed(t testing.TB, p report.Printable, f report.Format, ascii bool) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Write(&b, p, f, ascii); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// golden compares with a file, which -update writes.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; read the difference and run the test with -update\ngot:\n%s", path, got)
	}
}

func TestGolden(t *testing.T) {
	d := fixture(t)
	for _, c := range []struct {
		file, link string
		lang       model.Lang
		format     report.Format
		ascii      bool
	}{
		{"overview.txt", "overview", model.EN, report.Text, false},
		{"overview-zh.txt", "overview", model.ZH, report.Text, false},
		{"clusters.txt", "clusters/display", model.EN, report.Text, false},
		{"cluster.md", "clusters/pv", model.EN, report.Markdown, false},
		{"shares.txt", "shares", model.EN, report.Text, true},
		{"shares-table-zh.txt", "shares?scope=world&as=table", model.ZH, report.Text, false},
		{"trend.txt", "trends/pv-revenue", model.EN, report.Text, true},
		{"voices.txt", "voices?topic=pv", model.EN, report.Text, false},
		{"sources.txt", "sources", model.EN, report.Text, false},
		{"source.txt", "sources/china-daily-2024-09-18", model.EN, report.Text, false},
		{"conflicts.txt", "sources/conflicts", model.EN, report.Text, false},
		{"audit.txt", "sources/audit", model.EN, report.Text, false},
		{"card.txt", "clusters/pv/inverter-share-2023?card=source", model.EN, report.Text, false},
		{"help.txt", "voices?topic=hydrogen&card=help", model.EN, report.Text, false},
		{"cluster.csv", "clusters/display", model.EN, report.CSV, false},
		{"cluster.json", "clusters/hydrogen", model.EN, report.JSON, false},
	} {
		t.Run(c.file, func(t *testing.T) {
			golden(t, c.file, printed(t, report.Of(d, tuitest.At(t, c.link), c.lang), c.format, c.ascii))
		})
	}
}

// TestEveryPlace prints every place of the real dataset in every format: none
// may be empty, hold an escape sequence, or lack the dataset it is from.
func TestEveryPlace(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	links := slices.Grow([]string(nil), 1000)
	links = append(links,
		"", "shares?sort=name", "shares?scope=world&sort=cluster", "shares?scope=anhui&as=table", "trends?as=table",
		"sources/audit", "sources/conflicts", "overview?card=source", "shares?card=source", "trends?card=source",
	)
	for _, v := range place.Views() {
		links = append(links, v.String())
	}
	for _, c := range d.Clusters {
		links = append(links, "clusters/"+c.ID, "voices?topic="+c.ID, "overview/"+c.ID+"?card=source")
	}
	for _, i := range d.Trends() {
		links = append(links, "trends/"+i.ID)
	}
	for _, p := range nav.Speakers(d, place.Place{}, model.EN) {
		links = append(links, "voices/"+p.ID)
	}
	for _, s := range d.Sources {
		links = append(links, "sources/"+s.ID, "sources/"+s.ID+"?card=source")
	}
	for _, link := range links {
		at := tuitest.At(t, link)
		if err := nav.Check(d, at); err != nil {
			t.Errorf("%s: %v", link, err)
		}
		for _, lang := range []model.Lang{model.EN, model.ZH} {
			doc := report.Of(d, at, lang)
			for _, f := range report.Formats() {
				out := printed(t, doc, f, false)
				if strings.ContainsAny(out, "\x1b\x07\x00") || !strings.HasSuffix(out, "\n") || strings.Contains(out, " \n") && f == report.Text {
					t.Errorf("%s as %s in %v: escapes, or spaces at the end of a line", link, f, lang)
				}
				if f != report.CSV && !strings.Contains(out, d.Version) {
					t.Errorf("%s as %s: no dataset version", link, f)
				}
			}
		}
	}
}

// TestFiguresHaveSources follows every figure a place shows to its source in
// the same document.
func TestFiguresHaveSources(t *testing.T) {
	d := fixture(t)
	for _, link := range []string{"overview", "clusters", "shares", "trends", "sources/conflicts"} {
		doc := report.Of(d, tuitest.At(t, link), model.EN)
		sources, id := map[any]bool{}, slices.Index(doc.Sources.Columns, "id")
		for _, s := range doc.Sources.Rows {
			sources[s[id]] = true
		}
		if len(doc.Figures.Rows) == 0 {
			t.Errorf("%s: no figures", link)
		}
		at := slices.Index(doc.Figures.Columns, "source")
		for _, f := range doc.Figures.Rows {
			if !sources[f[at]] {
				t.Errorf("%s: figure %v has no source in the document", link, f)
			}
		}
	}
}

func TestJSON(t *testing.T) {
	d := fixture(t)
	var doc struct {
		Link, View, Title, Lang string
		AsOf                    string `json:"as_of"`
		Version                 string `json:"dataset_version"`
		Figures, Statements     []map[string]any
		Sources                 []map[string]any
	}
	if err := json.Unmarshal([]byte(printed(t, report.Of(d, tuitest.At(t, "clusters/pv"), model.ZH), report.JSON, false)), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Link != "clusters/pv" || doc.View != "clusters" || doc.Lang != "zh" || doc.AsOf != "2026-11-23" || doc.Version != "0.1.0" {
		t.Errorf("document is %+v", doc)
	}
	if len(doc.Figures) != 18 || len(doc.Statements) != 7 || len(doc.Sources) == 0 {
		t.Fatalf("%d figures, %d statements, %d sources", len(doc.Figures), len(doc.Statements), len(doc.Sources))
	}
	for _, f := range doc.Figures {
		for _, key := range wantedColumns() {
			if _, ok := f[key]; !ok {
				t.Errorf("figure %v has no %q", f["id"], key)
			}
		}
	}
	glass := doc.Figures[0]
	if glass["id"] != "pv-glass-share-china-r2024-09" || glass["value"] != nil || glass["lower"] != 50.0 || glass["rank"] != nil {
		t.Errorf("a bound without a number is %v", glass)
	}
}

func wantedColumns() []string {
	return strings.Split("name,value,unit,period,qualifier,lower,upper,worded,as_printed,rank,rank_scope,rank_as_printed,cluster,place,kind,scope", ",")
}

func TestLists(t *testing.T) {
	d := fixture(t)
	for _, kind := range report.Kinds() {
		list, ok := report.ListOf(d, kind, model.EN)
		if !ok {
			t.Fatalf("no list of %s", kind)
		}
		var objects []map[string]any
		if err := json.Unmarshal([]byte(printed(t, list, report.JSON, false)), &objects); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(printed(t, list, report.CSV, false))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		table := kind + ".csv"
		if kind == "figures" {
			table = "observations.csv"
		}
		text, err := fs.ReadFile(datatest.FS(t), table)
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Count(string(text), "\n") - 1 // rows have one line, the header too
		if len(objects) != want || len(rows) != want+1 {
			t.Fatalf("%s: %d objects, %d rows of CSV", kind, len(objects), len(rows))
		}
		for _, name := range rows[0] {
			if _, ok := objects[0][name]; !ok {
				t.Errorf("%s: CSV column %q is no member of the JSON object", kind, name)
			}
		}
		if len(rows[0]) != len(objects[0]) || objects[0]["id"] == nil {
			t.Errorf("%s: columns %v, members %v", kind, rows[0], objects[0])
		}
		golden(t, "list-"+kind+".txt", printed(t, list, report.Text, false))
		if md := printed(t, list, report.Markdown, false); strings.Count(md, "\n") != want+3 {
			t.Errorf("%s: Markdown is\n%s", kind, md)
		}
	}
	if _, ok := report.ListOf(d, "cats", model.EN); ok {
		t.Error("there is a list of cats")
	}
}

func TestFigureColumns(t *testing.T) {
	list, _ := report.ListOf(fixture(t), "figures", model.EN)
	if got := list.Records.Columns[:len(wantedColumns())]; !slices.Equal(got, wantedColumns()) {
		t.Errorf("figures begin with the columns %v", got)
	}
	rows, err := csv.NewReader(strings.NewReader(printed(t, list, report.CSV, false))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cell := func(id, column string) string {
		for _, r := range rows {
			if r[slices.Index(rows[0], "id")] == id {
				return r[slices.Index(rows[0], column)]
			}
		}
		return "no such figure"
	}
	for _, c := range []struct{ id, column, want string }{
		{"pv-revenue-2023", "value", "296.74"},
		{"pv-revenue-2023", "rank_scope", "china"},
		{"pv-revenue-growth-2023", "value", "-50.9"},       // a number stays a number
		{"pv-revenue-growth-2023", "as_printed", "-50.9%"}, // and so does its text
		{"panel-lines-2024", "as_printed", "'=12"},         // a formula does not
		{"panel-lines-2024", "note", "'@home: a note that a spreadsheet would carry out"},
		{"panel-share-2024", "lower", "17"},
		{"panel-share-2024", "value", ""},
		{"inverter-share-2023", "conflict", "inverters"},
		{"inverter-share-2023", "dataset_version", "0.1.0"},
		{"inverter-share-2023", "as_of", "2026-11-23"},
	} {
		if got := cell(c.id, c.column); got != c.want {
			t.Errorf("%s of %s is %q, want %q", c.column, c.id, got, c.want)
		}
	}
}
