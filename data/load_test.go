package data

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"anhui-tui/data/datatest/fixture"
	"anhui-tui/model"
)

// validPackage returns a copy of the fixture, to be damaged.
func validPackage(t testing.TB) fstest.MapFS {
	t.Helper()
	fsys, err := fixture.Over(Files())
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

// replace replaces a text where the file has it first: the rows to be damaged
// are the first ones of each table.
func replace(t testing.TB, fsys fstest.MapFS, name, old, replacement string) {
	t.Helper()
	content := string(fsys[name].Data)
	if !strings.Contains(content, old) {
		t.Fatalf("%q is not in %s", old, name)
	}
	fsys[name].Data = []byte(strings.Replace(content, old, replacement, 1))
}

// nextLine returns the number of the line that a row appended to a file gets.
func nextLine(fsys fstest.MapFS, name string) int {
	return strings.Count(string(fsys[name].Data), "\n") + 1
}

func faultsOf(t testing.TB, fsys fs.FS) *Faults {
	t.Helper()
	d, err := Load(fsys)
	var faults *Faults
	if !errors.As(err, &faults) || d != nil {
		t.Fatalf("Load returned dataset %v, error %v; want no dataset and *Faults", d, err)
	}
	return faults
}

// The unit of calendar years, and no other, has digits that are not grouped.
func TestCalendarUnit(t *testing.T) {
	d, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	years := 0
	for _, i := range d.Indicators {
		calendar := strings.Contains(i.Unit.Name.EN, "calendar")
		if calendar {
			years++
		}
		if i.Unit.Calendar != calendar {
			t.Errorf("%s, in %s: calendar %v", i.ID, i.Unit.Name.EN, i.Unit.Calendar)
		}
	}
	if years == 0 {
		t.Error("no indicator is a year")
	}
}

func TestLoadValid(t *testing.T) {
	d, err := Load(validPackage(t))
	if err != nil {
		t.Fatal(err)
	}
	if d.Title.EN != "Test package" || d.Title.ZH == "" || d.Version != "0.1.0" || len(d.AsOf) != 10 {
		t.Errorf("title %v, version %q, asOf %q", d.Title, d.Version, d.AsOf)
	}
	f := d.Figure("pv-revenue-2023")
	v, _, _ := f.Value.Numbers()
	number, _ := v.Get()
	if number != 296.74 || f.Rank != 3 || f.Source.Grade != model.GradeA || f.SaidBy.Name.EN != "Feng Kejin" || f.Locator != "p. 3" {
		t.Errorf("figure %+v", f)
	}
	if i := f.Indicator; i.Cluster.Size != i || i.Unit.English.Before != "CNY " || i.Unit.Chinese.Times != 10 || i.Place.ID != "anhui" {
		t.Errorf("indicator %+v", i)
	}
	if f := d.Figure("pv-cell-growth-2023-anhui-daily"); f.Note.EN != `Anhui Daily, "republished"` || f.Lead || f.Conflict.Lead.ID != "pv-cell-growth-2023" {
		t.Errorf("figure %+v", f)
	}
	if f := d.Figure("pv-revenue-growth-2022"); len(f.DerivedFrom) != 2 || f.DerivedFrom[1].ID != "pv-revenue-2022" || f.Indicator.GrowthOf.ID != "pv-revenue" {
		t.Errorf("figure %+v", f)
	}
	if s := d.Statements[0]; len(s.Topics) != 2 || s.Person.ID != "feng-kejin" || s.Source.ID != "china-daily-2024-09-18" || s.Speech != model.Reported {
		t.Errorf("statement %+v", s)
	}
}

// The curated rows have no fault. Programs trust that, and read the same of them.
func TestLoadEmbedded(t *testing.T) {
	d, err := Load(Files())
	if err != nil {
		t.Fatal(err)
	}
	if trusted, err := Embedded(); err != nil || !reflect.DeepEqual(trusted.Tables, d.Tables) {
		t.Errorf("not checked it is read otherwise, %v", err)
	}
	if d.Title.EN == "" || d.Version == "" {
		t.Errorf("title %v, version %q", d.Title, d.Version)
	}
	if entries, err := fs.ReadDir(Files(), "."); err != nil || len(entries) != len(exportedNames()) {
		t.Errorf("embedded files %v, %v; want %v", entries, err, exportedNames())
	}
}

func TestFaultsAreAllReported(t *testing.T) {
	fsys := validPackage(t)
	replace(t, fsys, "sources.csv", "2024-02-02,https", "2024-13,https")
	replace(t, fsys, "observations.csv", "2022,exact,195.49", "2022,exakt,195.49x")
	replace(t, fsys, "people.csv", "feng-kejin,", "Feng Kejin,")
	replace(t, fsys, "datapackage.json", `"0.1.0"`, `"0.1"`)
	delete(fsys, "units.csv")
	want := []string{
		`datapackage.json:10:14: version "0.1" is not of the form 1.2.3`,
		`sources.csv:4:110: "2024-13" is not a date of the form 2024, 2024-09 or 2024-09-18`,
		`units.csv: is missing`,
		`observations.csv:3:33: unknown qualifier "exakt"; did you mean "exact"? (one of: `,
		`observations.csv:3:39: "195.49x" is not a plain decimal number: `,
		`people.csv:2:1: id "Feng Kejin" is not lower-case words and numbers joined by hyphens, at most 60 characters`,
	}
	got := strings.Split(faultsOf(t, fsys).Error(), "\n")
	if len(got) != len(want) {
		t.Fatalf("got\n%s", strings.Join(got, "\n"))
	}
	for i, line := range got {
		if !strings.HasPrefix(line, want[i]) {
			t.Errorf("got  %s\nwant %s", line, want[i])
		}
	}
}

func TestFaultsAreCapped(t *testing.T) {
	fsys := validPackage(t)
	fsys["places.csv"].Data = []byte("id,name_en,name_zh,within,tile\nanhui,Anhui,A,,\n" + strings.Repeat("\n", 5000))
	faults := faultsOf(t, fsys)
	if len(faults.List) != maxFaults || faults.More != 5000-maxFaults || !strings.HasSuffix(faults.Error(), "\nand 4900 more") {
		t.Errorf("%d faults and %d more", len(faults.List), faults.More)
	}
}

// TestStepsStop: a broken row does not make those that refer to it faulty.
func TestStepsStop(t *testing.T) {
	fsys := validPackage(t)
	replace(t, fsys, "indicators.csv", "\npv-revenue,pv,", "\npv revenue,pv,")
	if faults := faultsOf(t, fsys); len(faults.List) != 1 {
		t.Errorf("got\n%v", faults)
	}
}
