package data

import (
	"fmt"
	"strings"
	"testing"
)

func TestFaultyDescriptor(t *testing.T) {
	const (
		version = `"version": "0.1.0"`
		asOf    = `"asOf": "2026-11-23"`
	)
	checkDamage(t, descriptorFile, []damage{
		{"version", version, `"version": ^"0.1"`, `version "0.1" is not of the form 1.2.3`},
		{"version with a zero before", version, `"version": ^"0.01.0"`, `version "0.01.0" is not`},
		{"version with a bad label", version, `"version": ^"0.1.0-"`, `version "0.1.0-" is not`},
		{"version of another type", version, `"version": ^1`, `"version" must be a text that is not empty`},
		{"control character", version, `"version": ^"0.1.0\u001b"`, "control character U+001B; remove it"},
		{"name", `"anhui-emerging-industries"`, `^"Anhui emerging industries"`, `name "Anhui emerging industries" is not lower-case words`},
		{"asOf a month", asOf, `"asOf": ^"2026-11"`, `asOf "2026-11" is not a day of the form 2024-09-18`},
		{"asOf no date", asOf, `"asOf": ^"2026-11-31"`, `asOf "2026-11-31" is not a day`},
		{"resources of another type", `"resources": [`, `"resources": ^3, "tables": [`, "resources must be an array of objects whose path is one file"},
		{"one resource too many", `"resources": [`, `"resources": ^[{"path": "cities.csv"},`, `resource with the path "cities.csv" is not one of the package's tables, or listed twice`},
		{"a resource twice", `"resources": [`, `"resources": ^[{"path": "places.csv"},`, `resource with the path "places.csv" is not one`},
		{"syntax", version, `"version" ^"0.1.0"`, `is not JSON: invalid character '"' after object key`},
	})
	text := string(validPackage(t)[descriptorFile].Data)
	end := func(linesBefore, column int) string { // a place counted from the last line
		return fmt.Sprintf("%d:%d: ", strings.Count(text, "\n")-linesBefore, column)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"text after the object", "}\n  ]\n}", "}\n  ]\n}}", end(0, 2) + "is not JSON: invalid character '}' after top-level value"},
		{"cut off", "}\n  ]\n}", "", end(2, 5) + "is not JSON: unexpected end of JSON input"},
		{"no version", `"version"`, `"Version"`, `1:1: property "version" is missing`},
		{"no resources", `"resources"`, `"tables"`, `1:1: property "resources" is missing`},
		{"a byte order mark", "{\n  \"$schema\"", "\ufeff{\n  \"$schema\"", "1:1: begins with a byte order mark; save as UTF-8 without BOM"},
		{"UTF-16", "{\n  \"$schema\"", "\xff\xfe{\n  \"$schema\"", "1:1: is UTF-16 text; save it as UTF-8"},
		{"no JSON object", "{\n  \"$schema\"", "[\n  \"$schema\"", "1:1: is not a JSON object"},
		{"a resource too few", `"path": "places.csv",`, "", `31:16: resource with the path "" is not one of the package's tables, or listed twice` +
			"\ndatapackage.json:31:16: no resource has the path \"places.csv\""},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := validPackage(t)
			replace(t, fsys, descriptorFile, c.old, c.new)
			if got := faultsOf(t, fsys).Error(); got != "datapackage.json:"+c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestOtherDescriptor: another package may describe itself as it likes.
func TestOtherDescriptor(t *testing.T) {
	fsys := validPackage(t)
	resources := make([]string, 0, len(FileNames()))
	for _, name := range FileNames() {
		resources = append(resources, `{"path":"`+name+`"}`)
	}
	fsys[descriptorFile].Data = []byte(`{"asOf":"2026-10-02","version":"2.0.0-rc.1","name":"x","title":"T","title_zh":"\u5b89\u5fbdZ","home":"anhui","resources":[` + strings.Join(resources, ",") + `]}`)
	d, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if d.Version != "2.0.0-rc.1" || d.AsOf != "2026-10-02" || d.Title.ZH != "\u5b89\u5fbdZ" {
		t.Errorf("version %q, asOf %q, title %v", d.Version, d.AsOf, d.Title)
	}
	// Without a heading the title is one, after the name that stands before it.
	if d.Heading.EN != "T" || d.Heading.ZH != "Z" || d.Home.Name.EN != "Anhui" || !d.Home.Home {
		t.Errorf("heading %v, of %v", d.Heading, d.Home)
	}
}

// A package need not have a tour, and what it is about must be there.
func TestNoTour(t *testing.T) {
	fsys := validPackage(t)
	resource := `{"path":"tour.csv"}`
	resources := make([]string, 0, len(FileNames()))
	for _, name := range FileNames() {
		resources = append(resources, `{"path":"`+name+`"}`)
	}
	about := `{"asOf":"2026-11-23","version":"1.0.0","name":"x","title":"T","title_zh":"Z","home":"anhui","resources":[` + strings.Join(resources, ",") + `]}`
	fsys[descriptorFile].Data = []byte(about)
	d, err := Load(fsys)
	if err != nil || len(d.Tour) != 10 || d.Tour[3].Link != "trends/pv-revenue" || d.Tour[3].Caption.EN == "" || d.Tour[3].Caption.ZH == "" {
		t.Fatalf("%v, the tour is %+v", err, d)
	}
	fsys[descriptorFile].Data = []byte(strings.Replace(about, ","+resource, "", 1))
	if d, err = Load(fsys); err != nil || d.Tour != nil {
		t.Errorf("without a tour: %v", err)
	}
	fsys[descriptorFile].Data = []byte(strings.Replace(about, `"home":"anhui"`, `"home":"atlantis"`, 1))
	if got := faultsOf(t, fsys).Error(); !strings.HasPrefix(got, `datapackage.json:1:85: home "atlantis" is not in places.csv`) {
		t.Error(got)
	}
}
