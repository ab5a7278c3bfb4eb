package screen

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"anhui-tui/data"
	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// planned returns the built-in dataset with a target among the years of a city.
func planned(t *testing.T) *model.Dataset {
	t.Helper()
	pack := fstest.MapFS{}
	names, err := fs.Glob(data.Files(), "*")
	for _, name := range names {
		text, readErr := fs.ReadFile(data.Files(), name)
		if readErr != nil {
			continue // a folder
		}
		pack[name] = &fstest.MapFile{Data: text, Mode: 0o644}
	}
	const stated, target = "gdp-hefei,2025,exact,1421,,,,14210\u4ebf\u5143,,iu,", "gdp-hefei,2026,target,1421,,,,14210\u4ebf\u5143,,fiu,"
	rows := pack["observations.csv"]
	if rows == nil || !bytes.Contains(rows.Data, []byte(stated)) {
		t.Fatalf("no row %s: %v", stated, err)
	}
	rows.Data = bytes.Replace(rows.Data, []byte(stated), []byte(target), 1)
	d, err := data.Load(pack)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// looks returns pages of everything that lists and details can be narrowed to, ordered
// by, and set against, the same ones each time.
func looks(d *model.Dataset) []Page {
	r := rand.New(rand.NewPCG(23, 5)) //nolint:gosec // the same ones
	of := func(all ...string) string { return all[r.IntN(len(all))] }
	filters := []string{"", "", "2025", "=", "!", "+", "*", "=2025", "2022..", "GDP", "target", "zzz", "new A"}
	parts, measures := make([]string, 1, 32), make([]string, 1, 32) // none of them too
	for _, p := range d.Parts() {
		parts = append(parts, p.ID)
	}
	for _, m := range d.Measures() {
		measures = append(measures, m.Indicator.ID)
	}
	pages := make([]Page, 0, 400)
	for range cap(pages) {
		at := place.Place{
			View: place.View(r.IntN(int(place.ViewCount))), Filter: of(filters...), Table: r.IntN(2) == 0, //nolint:gosec // small
			Sort: place.Sort{By: place.Column(r.IntN(int(place.ColumnCount))), Turned: r.IntN(2) == 0}, //nolint:gosec // small
			Rows: place.Sort{By: place.Column(r.IntN(int(place.ColumnCount))), Turned: r.IntN(2) == 0}, //nolint:gosec // small
		}
		if at.View == place.Cities {
			at.With, at.By = of(parts...), of(measures...)
		}
		lang := model.Lang(r.IntN(2)) //nolint:gosec // small
		if items := nav.Items(d, nav.Canonical(d, at), lang); at.View == place.Cities && r.IntN(4) > 0 {
			at.Item = of(parts...)
		} else if len(items) > 0 {
			at.Item = of(items...)
		}
		if subs := nav.Subs(d, at, lang); len(subs) > 0 && r.IntN(2) == 0 {
			at.Sub = of(subs...)
		}
		pages = append(pages, At(d, nav.Normalize(d, at, lang), place.Viewport{Width: 100, Height: 40, Lang: lang}))
	}
	return pages
}

// What a dataset says does not depend on what anybody has looked at before: values
// found out once are shared, and nobody changes them.
func TestLookingChangesNothing(t *testing.T) {
	d := planned(t)
	before := make([]string, 0, 400)
	for _, p := range looks(planned(t)) { // each from a dataset that little was asked of
		before = append(before, strings.Join(p.Frame().Plain(), "\n"))
	}
	pages := looks(d)
	var wg sync.WaitGroup
	for viewer := range 4 {
		wg.Go(func() {
			for n, p := range slices.Backward(pages) {
				if n%4 != viewer && n%3 > 0 { // some are looked at by all
					continue
				}
				if after := strings.Join(p.Frame().Plain(), "\n"); after != before[n] {
					t.Errorf("%s shows\n%s\nand for others\n%s", p.Place().Link(), after, before[n])
					return
				}
			}
		})
	}
	wg.Wait()
}
