package data

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"anhui-tui/model"
)

type descriptorField struct {
	Name, Type, Description string
	Constraints             struct {
		Required, Unique bool
		Enum             []string
		Pattern          string
		MaxLength        int
	}
}

type descriptorTable struct {
	Name, Path string
	Schema     struct {
		Fields        []descriptorField
		PrimaryKey    string
		MissingValues []string
		ForeignKeys   []struct {
			Fields    string
			Reference struct{ Resource, Fields string }
		}
	}
}

func (d descriptorTable) field(t *testing.T, name string) descriptorField {
	t.Helper()
	for _, f := range d.Schema.Fields {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("%s has no field %s", d.Name, name)
	return descriptorField{}
}

func embeddedDescriptor(t *testing.T) map[string]descriptorTable {
	t.Helper()
	content, err := fs.ReadFile(Files(), descriptorFile)
	if err != nil {
		t.Fatal(err)
	}
	var d struct{ Resources []descriptorTable }
	if err := json.Unmarshal(content, &d); err != nil {
		t.Fatal(err)
	}
	tables, paths := map[string]descriptorTable{}, make([]string, 0, len(d.Resources))
	for _, r := range d.Resources {
		tables[r.Name] = r
		paths = append(paths, r.Path)
	}
	if !slices.Equal(paths, FileNames()) {
		t.Errorf("descriptor has the files %v, the loader %v", paths, FileNames())
	}
	return tables
}

func TestDescriptorColumns(t *testing.T) {
	tables := embeddedDescriptor(t)
	for name, want := range map[string]string{
		"sources": sourceColumns, "places": placeColumns, "scopes": scopeColumns, "tour": tourColumns, "units": unitColumns, "clusters": clusterColumns, "indicators": indicatorColumns,
		"observations": observationColumns, "people": personColumns, "offices": officeColumns, "corrections": correctionColumns, "statements": statementColumns, "conflicts": conflictColumns,
	} {
		table := tables[name]
		names := make([]string, 0, len(table.Schema.Fields))
		for _, f := range table.Schema.Fields {
			names = append(names, f.Name)
			if f.Type == "" || f.Description == "" {
				t.Errorf("%s.%s has type %q and description %q", name, f.Name, f.Type, f.Description)
			}
		}
		if got := strings.Join(names, ","); got != want {
			t.Errorf("%s: descriptor has the columns %s, the loader %s", name, got, want)
		}
		if id := table.field(t, "id"); !id.Constraints.Required || !id.Constraints.Unique || table.Schema.PrimaryKey != "id" {
			t.Errorf("%s: id is not the primary key, required and unique", name)
		}
		if !slices.Equal(table.Schema.MissingValues, []string{""}) {
			t.Errorf("%s: missing values %q", name, table.Schema.MissingValues)
		}
	}
}

func TestDescriptorEnums(t *testing.T) {
	tables := embeddedDescriptor(t)
	qualifiers := make([]string, 0, len(model.Qualifiers()))
	for _, q := range model.Qualifiers() {
		qualifiers = append(qualifiers, q.String())
	}
	for _, c := range []struct {
		table, field string
		want         []string
	}{
		{"observations", "qualifier", qualifiers},
		{"indicators", "kind", []string{string(model.Level), string(model.Share), string(model.Growth), string(model.Rank)}},
		{"indicators", "scope", []string{model.NoScope, "anhui", "china", "world"}},
		{"sources", "grade", []string{string(model.GradeA), string(model.GradeB)}},
		{"sources", "language", []string{"en", "zh", "de", "it", "ja", "fr", "ko", "pt"}},
		{"corrections", "what", correctable()},
		{"statements", "speech", []string{string(model.Reported), string(model.Quoted)}},
	} {
		if got := tables[c.table].field(t, c.field).Constraints.Enum; !slices.Equal(got, c.want) {
			t.Errorf("%s.%s: descriptor has %v, the loader %v", c.table, c.field, got, c.want)
		}
	}
	if got := tables["observations"].field(t, "as_printed").Constraints.MaxLength; got != maxPrinted {
		t.Errorf("as_printed: descriptor has %d characters, the loader %d", got, maxPrinted)
	}
}

// TestDescriptorRequired empties one required cell after the other: the loader
// refuses each, and no other.
func TestDescriptorRequired(t *testing.T) {
	for name, table := range embeddedDescriptor(t) {
		for _, f := range table.Schema.Fields {
			if f.Constraints.Required != requiredByLoader(t, table, f.Name) {
				t.Errorf("%s.%s: descriptor says required=%v, the loader does not", name, f.Name, f.Constraints.Required)
			}
		}
	}
}

// requiredByLoader reports whether the loader complains about an empty cell,
// by itself: in a row all of whose other cells are empty too.
func requiredByLoader(t *testing.T, table descriptorTable, field string) bool {
	t.Helper()
	fsys := validPackage(t)
	header, _, _ := strings.Cut(string(fsys[table.Path].Data), "\n")
	fsys[table.Path].Data = []byte(header + "\n" + strings.Repeat(",", len(table.Schema.Fields)-1) + "\n")
	for _, f := range faultsOf(t, fsys).List {
		if f.Field == field && f.File == table.Path {
			return true
		}
	}
	return false
}

func TestDescriptorPatterns(t *testing.T) {
	tables := embeddedDescriptor(t)
	period := regexp.MustCompile(tables["observations"].field(t, "period").Constraints.Pattern)
	status := regexp.MustCompile(tables["observations"].field(t, "status").Constraints.Pattern)
	id := regexp.MustCompile(tables["sources"].field(t, "id").Constraints.Pattern)
	for _, s := range []string{
		"2023", "2023-H1", "2023-H3", "2023-Q4", "2023-Q5", "2024-09", "2024-09-18", "2021/2025", "2023-01/2023-10",
		"reported 2024-09", "2024-9", "202", "2023/", "/2023", "", "reported", "reported 2021/2025", "Reported 2024",
	} {
		if _, err := model.ParsePeriod(s); (err == nil) != period.MatchString(s) {
			t.Errorf("period %q: loader says %v, descriptor %v", s, err, period.MatchString(s))
		}
	}
	for _, s := range []string{"", "b", "fu", "uf", "bdefimnpu", "uu", "x"} {
		if _, ok := model.ParseStatus(s); ok != status.MatchString(s) {
			t.Errorf("status %q: loader says %v, descriptor %v", s, ok, !ok)
		}
	}
	for _, s := range []string{"a", "a-1", "", "-a", "a-", "a--b", "A", "a b"} {
		if ok := model.ValidID(s); ok != id.MatchString(s) {
			t.Errorf("id %q: loader says %v, descriptor %v", s, ok, !ok)
		}
	}
}

func TestDescriptorForeignKeys(t *testing.T) {
	tables := embeddedDescriptor(t)
	for name, want := range map[string]string{
		"places":       "within>",
		"clusters":     "size>indicators share>indicators",
		"indicators":   "cluster>clusters place>places unit>units growth_of> counterpart>",
		"observations": "indicator>indicators said_by>people source>sources conflict>conflicts",
		"statements":   "person>people source>sources",
		"offices":      "person>people source>sources until_source>sources",
		"conflicts":    "lead>observations",
	} {
		keys := make([]string, 0, len(tables[name].Schema.ForeignKeys))
		for _, k := range tables[name].Schema.ForeignKeys {
			keys = append(keys, k.Fields+">"+k.Reference.Resource)
			if k.Reference.Fields != "id" {
				t.Errorf("%s.%s refers to %s", name, k.Fields, k.Reference.Fields)
			}
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%s: foreign keys %s, want %s", name, got, want)
		}
	}
}
