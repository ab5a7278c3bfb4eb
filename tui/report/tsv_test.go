package report_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"anhui-tui/model"
	"anhui-tui/tui/report"
)

// What is pasted into a spreadsheet has a cell for each column, whatever the texts of a
// package have in them, and nothing that a spreadsheet carries out.
func TestPastedTexts(t *testing.T) {
	for name, want := range map[string]string{
		"plain":                    "plain",
		"a\tb\nc":                  "a b c",
		"=1+1":                     "'=1+1",
		"\t=1+1":                   "'=1+1",
		"\u200b @SUM(A1)":          "'@SUM(A1)",
		"\x1b=cmd|' /C calc'!A0":   "'=cmd|' /C calc'!A0",
		"\uff1d1+1":                "'\uff1d1+1",
		"\uff0b1":                  "'\uff0b1",
		"-2+3":                     "'-2+3",
		`"open`:                    `"open`,
		`a "quoted" word` + "\t\"": `a "quoted" word "`,
	} {
		d := fixture(t)
		f := d.Shares(d.Scopes[0])[0]
		f.Indicator.Name, f.Indicator.Place.Name = model.Text{EN: name}, model.Text{}
		list, _ := report.ListOf(d, "figures", model.EN)
		tables := map[string]string{
			"list":     printed(t, list, report.TSV, false),
			"hand-out": report.Handout(d, []string{"clusters/" + f.Indicator.Cluster.ID + "/" + f.ID}, report.TSV, model.EN),
		}
		for what, table := range tables {
			r := csv.NewReader(strings.NewReader(table)) // which has every row as long as the first
			r.Comma = '\t'
			rows, err := r.ReadAll()
			if err != nil {
				t.Errorf("%q in a %s: %v", name, what, err)
				continue
			}
			found := false
			for _, row := range rows {
				for _, cell := range row {
					found = found || strings.HasPrefix(cell, want) // the whole follows
				}
			}
			if !found {
				t.Errorf("%q is not %q in the %s:\n%s", name, want, what, table[:min(len(table), 900)])
			}
		}
	}
}
