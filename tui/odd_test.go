package tui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/data"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// odd returns a package of one cluster with so many indicators of a year each, and the
// kind of all of them.
func odd(t *testing.T, indicators int, kind string) *model.Dataset {
	t.Helper()
	table := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s), Mode: 0o644} }
	counted, stated := firstLine(t, "indicators.csv"), firstLine(t, "observations.csv")
	unit, scope, whole := "cny-bn", "none", ",,"
	if kind == "share" {
		unit, scope, whole = "percent", "home", "all,\u5168\u90e8,"
	}
	for n := range indicators {
		id := fmt.Sprintf("i%d", n)
		counted += fmt.Sprintf("%s,only,home,%s,%s,Counted,\u7edf\u8ba1,%s,%s,%s,%s,,,,,\n", id, id, id, kind, unit, scope, whole)
		stated += fmt.Sprintf("%s-2023,%s,2023,exact,12,,,,12,,,,,,,paper,,true,,,,\n", id, id)
	}
	fsys := fstest.MapFS{
		"places.csv":       table("id,name_en,name_zh,within,tile\nhome,Home,\u5bb6\u4e61,,\n"),
		"scopes.csv":       table("id,name_en,name_zh\nhome,Home,\u5bb6\u4e61\n"),
		"units.csv":        table(read(t, "units.csv")),
		"clusters.csv":     table("id,name_en,name_zh,summary_en,summary_zh,size,share,hue\nonly,Only,\u552f\u4e00,About,\u5173\u4e8e,,,\n"),
		"indicators.csv":   table(counted),
		"observations.csv": table(stated),
		"people.csv":       table(firstLine(t, "people.csv")),
		"statements.csv":   table(firstLine(t, "statements.csv")),
		"conflicts.csv":    table(firstLine(t, "conflicts.csv")),
		"sources.csv":      table(firstLine(t, "sources.csv") + "paper,The Paper,\u62a5\u7eb8,Title,,2024-01-01,https://example.org/,A,en,,\n"),
	}
	resources := make([]string, 0, len(fsys))
	for name := range fsys {
		resources = append(resources, `{"path":"`+name+`"}`)
	}
	slices.Sort(resources)
	fsys["datapackage.json"] = table(`{"version":"1.0.0","asOf":"2026-11-30","name":"odd","title":"Odd","title_zh":"x","home":"home","resources":[` + strings.Join(resources, ",") + "]}")
	d, err := data.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Packages with almost nothing, or with very much of one, are walked through by keys and
// clicks anywhere at all sizes, and each place one comes to is one that a link opens.
func TestOddPackages(t *testing.T) {
	t.Parallel()
	keys := strings.Fields("j k h l G g tab enter esc / s r a i y Y e v x z w o O space pgdown pgup 1 2 3 4 5 6 0 = ! + & m k t . bksp ? up down left right")
	for name, d := range map[string]*model.Dataset{
		"a share": odd(t, 1, "share"), "a level": odd(t, 1, "level"), "nothing": odd(t, 0, "level"),
		"many shares": odd(t, 2000, "share"), "many levels": odd(t, 2000, "level"),
	} {
		r := rand.New(rand.NewPCG(7, 9)) //nolint:gosec // the same each time
		for _, lang := range tuitest.Langs() {
			a := New(d, place.Place{}, tuitest.Viewport(80, 24, lang), Options{})
			for range 150 {
				w, h := 1+r.IntN(60), 1+r.IntN(20)
				switch r.IntN(40) {
				case 0:
					w, h = 1000, 400
				case 1:
					w, h = 120, 40
				}
				a, _ = a.Step(tea.WindowSizeMsg{Width: w, Height: h})
				f := a.Page().Frame()
				if len(f.Plain()) != h {
					t.Fatalf("%s: %d lines of %d", name, len(f.Plain()), h)
				}
				if r.IntN(3) > 0 {
					key := keys[r.IntN(len(keys))]
					if key == "bksp" {
						key = "backspace"
					}
					a, _ = press(t, a, key)
				} else { // where it was drawn, or after the terminal was made another size
					a, _ = a.Click(f, r.IntN(w+2)-1, r.IntN(h+2)-1)
				}
				at := a.Place()
				again, err := place.Parse(at.Link())
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				app := New(d, again, a.Viewport(), Options{})
				if opened := app.Place(); opened.Link() != at.Link() {
					t.Errorf("%s: %s opens %s", name, at.Link(), opened.Link())
				}
			}
			for _, format := range append(report.Formats(), report.TSV) {
				var b strings.Builder
				if err := report.Write(&b, report.Of(d, a.Place().Closed(), lang), format, true); err != nil {
					t.Errorf("%s as %s: %v", name, format, err)
				}
			}
		}
	}
}
