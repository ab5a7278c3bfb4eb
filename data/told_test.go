package data

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"anhui-tui/model"
)

// TestChangesAreTold compares the figures with those of the last version that
// was released, as git has it: each that is new says since when, and each that
// was changed or dropped is in corrections.csv, under the version of today.
// testdata/released.txt has that version, and its commit.
func TestChangesAreTold(t *testing.T) {
	line, err := os.ReadFile("testdata/released.txt")
	if err != nil {
		t.Fatal(err)
	}
	version, commit, _ := strings.Cut(strings.TrimSpace(string(line)), " ")
	released := func(name string) []byte {
		content, err := exec.Command("git", "show", commit+":data/"+name).Output()
		if err != nil {
			t.Skipf("git does not have version %s: %v; fetch all commits", version, err)
		}
		return content
	}
	var about struct{ Version string }
	if err := json.Unmarshal(released(descriptorFile), &about); err != nil || about.Version != version {
		t.Fatalf("%s has version %q (%v), not %s", commit, about.Version, err, version)
	}
	d, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	now, err := files.ReadFile("observations.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, missing := range untold(t, released("observations.csv"), now, d, version) {
		t.Error(missing)
	}
}

// untold returns the differences of two tables of figures that the dataset does
// not tell of.
func untold(t *testing.T, before, after []byte, d *model.Dataset, version string) []string {
	t.Helper()
	was, is := cells(t, before), cells(t, after)
	var missing []string
	told := func(figure, what, before, after string) {
		if !slices.ContainsFunc(d.Corrections, func(c *model.Correction) bool {
			same := what == model.Dropped || c.Before == before && c.After == after
			return c.Version == d.Version && c.Figure == figure && c.What == what && same
		}) {
			missing = append(missing, strings.Join([]string{figure, what, before, after}, ": "))
		}
	}
	for id, old := range was {
		now, there := is[id]
		if !there {
			told(id, model.Dropped, "", "")
			continue
		}
		for _, column := range correctable() {
			if old[column] != now[column] {
				told(id, column, old[column], now[column])
			}
		}
		if model.CompareVersions(now["since"], version) > 0 {
			missing = append(missing, id+": since "+now["since"]+", but version "+version+" has it")
		}
	}
	for id, now := range is {
		if _, there := was[id]; !there && now["since"] != d.Version {
			missing = append(missing, id+": since "+now["since"]+", but it is new in "+d.Version)
		}
	}
	slices.Sort(missing)
	return missing
}

// cells returns the rows of a table by their ids, and the cells of each by the
// columns.
func cells(t *testing.T, table []byte) map[string]map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]map[string]string{}
	for _, row := range rows[1:] {
		byID[row[0]] = map[string]string{}
		for i, cell := range row {
			byID[row[0]][rows[0][i]] = cell
		}
	}
	return byID
}

// TestUntoldChangesAreNamed has the comparison find a figure that was changed,
// one that was dropped, and one that came, none of them told.
func TestUntoldChangesAreNamed(t *testing.T) {
	const head = "id,value,status,since\n"
	before := head + "same,1,,0.1.0\nchanged,2,,0.1.0\ngone,3,,0.1.0\ntold,4,u,0.1.0\n"
	after := head + "same,1,,0.1.0\nchanged,2.5,,0.1.0\ntold,4,,0.1.0\ncame,5,,0.1.0\nknown,6,,0.2.0\n"
	d := &model.Dataset{Tables: model.Tables{Version: "0.2.0", Corrections: []*model.Correction{
		{Version: "0.2.0", Figure: "told", What: "status", Before: "u"},
		{Version: "0.1.0", Figure: "changed", What: "value", Before: "2", After: "2.5"}, // of another version
	}}}
	want := []string{"came: since 0.1.0, but it is new in 0.2.0", "changed: value: 2: 2.5", "gone: dropped: : "}
	if got := untold(t, []byte(before), []byte(after), d, "0.1.0"); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
