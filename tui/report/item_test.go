package report_test

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
)

// table returns a document as a program reads its CSV.
func table(t testing.TB, p report.Printable) (columns []string, rows [][]string) {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(printed(t, p, report.CSV, false))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[0], all[1:]
}

// idsIn returns the ids of the rows of a document's CSV.
func idsIn(t testing.TB, p report.Printable) []string {
	t.Helper()
	columns, rows := table(t, p)
	all := make([]string, len(rows))
	for n, r := range rows {
		all[n] = r[slices.Index(columns, "id")]
	}
	return all
}

// A link to an item prints the item and nothing else, and one to a figure, a statement
// or a conflict of it that alone, in every format.
func TestItemAlone(t *testing.T) {
	t.Parallel()
	d := fixture(t)
	// The column by which rows of CSV are known to be of the item.
	of := map[place.View]string{
		place.Overview: "cluster", place.Clusters: "cluster", place.Trends: "indicator", place.Cities: "place", place.Voices: "person", place.Sources: "source",
	}
	for _, v := range place.Views() {
		at := place.Place{View: v}
		whole := map[report.Format]string{}
		for _, f := range report.Formats() {
			whole[f] = printed(t, report.Of(d, at, model.EN), f, false)
		}
		for _, item := range nav.Items(d, at, model.EN) {
			at.Item = item
			doc := report.Of(d, at, model.EN)
			if known := of[v] != ""; known && item != nav.AuditItem && item != nav.ConflictsItem && item != d.Home.ID {
				checkRows(t, doc, item, of[v])
			}
			for _, f := range report.Formats() {
				if said := printed(t, doc, f, false); said == whole[f] {
					t.Errorf("%s as %s is all of %v", at.Link(), f, v)
				}
			}
			for _, at.Sub = range nav.Subs(d, at, model.EN) {
				checkAlone(t, d, at)
			}
			at.Sub = ""
		}
	}
}

// checkRows reports rows of a document's CSV that are neither the item nor of it.
func checkRows(t *testing.T, doc report.Document, item, of string) {
	t.Helper()
	columns, rows := table(t, doc)
	if id := slices.Index(columns, "id"); len(rows) == 1 && rows[0][id] == item {
		return
	}
	n := slices.Index(columns, of)
	if n < 0 && len(rows) > 0 && of == "cluster" { // one of which only something is said
		n = slices.Index(columns, "topics")
	}
	for _, r := range rows {
		differs := r[max(0, slices.Index(columns, "conflict"))] != "" // what it contradicts is beside it
		if n < 0 || !strings.Contains(r[n], item) && !differs {
			t.Errorf("%s has the row %v", doc.Place.Link(), r)
		}
	}
}

// checkAlone reports what a document has beside what a place names of its item.
func checkAlone(t *testing.T, d *model.Dataset, at place.Place) {
	t.Helper()
	want := []string{at.Sub}
	if c := d.Conflict(at.Sub); c != nil && at.View == place.Cities {
		want = make([]string, len(c.Figures))
		for n, f := range c.Figures {
			want[n] = f.ID
		}
	}
	doc := report.Of(d, at, model.EN)
	if got := idsIn(t, doc); !slices.Equal(got, want) {
		t.Errorf("%s has the rows %v", at.Link(), got)
	}
	var object struct{ Figures, Statements []struct{ ID string } }
	if err := json.Unmarshal([]byte(printed(t, doc, report.JSON, false)), &object); err != nil {
		t.Fatal(err)
	}
	if len(object.Statements) > 1 || len(object.Figures) > 1 && d.Conflict(at.Sub) == nil {
		t.Errorf("%s has %d figures and %d statements in JSON", at.Link(), len(object.Figures), len(object.Statements))
	}
	if f := d.Figure(at.Sub); f != nil && at.Item != nav.ConflictsItem { // where a conflict may have its id
		for _, form := range []report.Format{report.Text, report.Markdown} {
			if said := printed(t, doc, form, false); strings.Count(said, "\n|") > 3 || !strings.Contains(said, text.For(model.EN).Period(f.Period)) {
				t.Errorf("%s as %s:\n%s", at.Link(), form, said)
			}
		}
	}
}

// CSV has one order in every view and list: the name, then what is stated, and ids and
// links behind all else.
func TestColumnsHaveOneOrder(t *testing.T) {
	t.Parallel()
	d := fixture(t)
	order := func(what string, p report.Printable) {
		t.Helper()
		columns, _ := table(t, p)
		if columns[0] != "name" && columns[0] != "title" {
			t.Errorf("%s begins with %q", what, columns[0])
		}
		if i := slices.Index(columns, "value"); i > 1 {
			t.Errorf("the value of %s is column %d", what, i)
		}
		id := slices.Index(columns, "id")
		for _, name := range []string{"name", "value", "unit", "period", "qualifier", "text", "note", "publisher", "title", "date"} {
			if slices.Index(columns, name) > id {
				t.Errorf("%s has %q behind the id", what, name)
			}
		}
		for _, name := range []string{"indicator", "source", "url", "person", "figure_ids", "as_of", "dataset_version"} {
			if i := slices.Index(columns, name); i >= 0 && i < id {
				t.Errorf("%s has %q before the id", what, name)
			}
		}
	}
	var figures []string
	for _, v := range place.Views() {
		doc := report.Of(d, place.Place{View: v}, model.EN)
		order(v.String(), doc)
		if columns, _ := table(t, doc); slices.Contains(columns, "value") {
			if figures == nil {
				figures = columns
			}
			columns = slices.DeleteFunc(columns, func(name string) bool { return strings.HasPrefix(name, "computed_") })
			if id := slices.Index(figures, "id"); !slices.Equal(columns[:id], figures[:id]) {
				t.Errorf("%v has the columns %v, another view %v", v, columns, figures)
			}
		}
	}
	for _, link := range []string{"sources/audit", "sources/conflicts", "voices/feng-kejin"} {
		order(link, report.Of(d, tuitest.At(t, link), model.EN))
	}
	for _, kind := range report.Kinds() {
		list, _ := report.ListOf(d, kind, model.EN)
		order(kind, list)
	}
}

// Of clusters that are narrowed those are told in which something fits, and where nothing
// does that is said once.
func TestClustersThatFit(t *testing.T) {
	t.Parallel()
	d := fixture(t)
	for words, heads := range map[string]int{"glass": 2, "no-such-word": 0} { // PV glass, panel glass
		doc := report.Of(d, place.Place{View: place.Clusters, Filter: words}, model.EN)
		said := printed(t, doc, report.Markdown, false)
		told := 0
		for _, c := range d.Clusters {
			told += strings.Count(said, "\n## "+c.Name.EN+"\n")
		}
		if none := strings.Count(said, "Nothing fits"); told != heads || none != 1-min(heads, 1) {
			t.Errorf("%s: %d clusters, %d times nothing:\n%s", words, told, none, said)
		}
	}
}

// That nothing is stated of both cities is not said of what words leave.
func TestNarrowedComparison(t *testing.T) {
	d := datatest.Embedded(t)
	at := place.Place{View: place.Cities, Item: "wuhu", With: "hefei"}
	none := text.For(model.EN).Say.NoneCommon
	if said := printed(t, report.Of(d, at, model.EN), report.Text, false); !strings.Contains(said, none) {
		t.Fatalf("it is not said of what there is:\n%s", said)
	}
	at.Filter = "2023"
	if said := printed(t, report.Of(d, at, model.EN), report.Text, false); strings.Contains(said, none) || !strings.Contains(said, "Gotion revenue") {
		t.Errorf("%s:\n%s", at.Link(), said)
	}
}
