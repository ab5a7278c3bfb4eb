package tui

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"anhui-tui/data"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/screen"
)

// jiangsu is a package about another province, with twelve clusters of which
// none is one of ours, in another country's terms, and without a tour.
func jiangsu(t *testing.T) *model.Dataset {
	t.Helper()
	const tail = `"version":"1.0.0","asOf":"2026-11-30","name":"jiangsu","title":"Industries of Jiangsu","title_zh":"江苏产业","home":"jiangsu",` //nolint:gosmopolitan // a package's own name
	table := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s), Mode: 0o644} }
	clusters, indicators, observations := "id,name_en,name_zh,summary_en,summary_zh,size,share,hue\n", "", ""
	for _, id := range strings.Fields("ships steel silk wool wine salt paper glass boats wheat cranes pearls") {
		clusters += id + ",The " + id + ",麒麟" + id + ",About " + id + ",关于" + id + ",," + id + "-delta,\n" //nolint:gosmopolitan // a package's own names
		for _, scope := range []string{"delta", "jiangsu"} {
			name := id + "-" + scope
			indicators += name + "," + id + ",jiangsu,Output,产量,Counted,统计,share,percent," + scope + ",all output,总产量,,,,,,\n" //nolint:gosmopolitan // a package's own names
			observations += name + "-2023," + name + ",2023,exact,12,,,,12%,,,,,,,paper-2024,,true,,,,\n"
		}
	}
	header, _, _ := strings.Cut(read(t, "observations.csv"), "\n")
	fsys := fstest.MapFS{
		"places.csv":       table("id,name_en,name_zh,within,tile\njiangsu,Jiangsu,江苏,,\n"),                //nolint:gosmopolitan // a package's own names
		"scopes.csv":       table("id,name_en,name_zh\ndelta,the Yangtze Delta,长三角\njiangsu,Jiangsu,全省\n"), //nolint:gosmopolitan // a package's own names
		"units.csv":        table(read(t, "units.csv")),
		"clusters.csv":     table(clusters),
		"indicators.csv":   table(firstLine(t, "indicators.csv") + indicators),
		"observations.csv": table(header + "\n" + observations),
		"people.csv":       table(firstLine(t, "people.csv")),
		"statements.csv":   table(firstLine(t, "statements.csv")),
		"conflicts.csv":    table(firstLine(t, "conflicts.csv")),
		"sources.csv":      table(firstLine(t, "sources.csv") + "paper-2024,The Paper,报纸,Title,,2024-01-01,https://example.org/,A,en,,\n"), //nolint:gosmopolitan // a package's own names
	}
	resources := make([]string, 0, len(fsys))
	for name := range fsys {
		resources = append(resources, `{"path":"`+name+`"}`)
	}
	fsys["datapackage.json"] = table("{" + tail + `"resources":[` + strings.Join(resources, ",") + "]}")
	d, err := data.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// read returns a table of the program's own package.
func read(t *testing.T, name string) string {
	t.Helper()
	f, err := data.Files().Open(name)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func firstLine(t *testing.T, name string) string {
	t.Helper()
	line, _, _ := strings.Cut(read(t, name), "\n")
	return line + "\n"
}

// Of a package about something else nothing on the screen or in print is about
// Anhui or China, its clusters have twelve hues, and it is searched in pinyin.
func TestAnotherPackage(t *testing.T) {
	d := jiangsu(t)
	for _, lang := range tuitest.Langs() {
		const brand = "\u6c5f\u82cf"
		for _, link := range []string{
			"overview", "clusters/silk", "shares", "shares?scope=jiangsu", "trends", "voices", "sources/audit", "overview?card=help",
			"shares?card=source", "shares?card=cite", "overview?card=palette", "overview?tour=1",
		} {
			to := tuitest.At(t, link)
			drawn := strings.Join(screen.Render(d, to, tuitest.Viewport(120, 40, lang)).Plain(), "\n")
			var text bytes.Buffer
			if err := report.Write(&text, report.Of(d, to.Closed(), lang), report.Text, false); err != nil {
				t.Fatal(err)
			}
			for _, shown := range []string{drawn, text.String()} {
				for _, word := range []string{"Anhui", "\u5b89\u5fbd", "China"} {
					if strings.Contains(shown, word) {
						t.Errorf("%v: %s names %s:\n%s", lang, link, word, shown)
					}
				}
			}
			if !strings.Contains(drawn, brand) {
				t.Errorf("%v: %s has no %q:\n%s", lang, link, brand, drawn)
			}
		}
		a, _ := press(t, New(d, tuitest.At(t, "shares"), tuitest.Viewport(120, 40, lang), Options{}), "w")
		if a.Place().Scope != "jiangsu" {
			t.Errorf("the next scope is %q", a.Place().Scope)
		}
		if a, _ = press(t, a, "w"); a.Place().Scope != "" {
			t.Errorf("the one after the last is %q", a.Place().Scope)
		}
	}
	if s := strings.Join(screen.Render(d, tuitest.At(t, "shares"), tuitest.Viewport(120, 40, model.EN)).Plain(), "\n"); !strings.Contains(s, "Jiangsu's share of the Yangtze Delta") {
		t.Errorf("shares:\n%s", s)
	}
	hues := map[model.Hue]bool{}
	for _, c := range d.Clusters {
		hues[c.Hue] = true
	}
	if len(hues) != 12 {
		t.Errorf("twelve clusters have %d hues", len(hues))
	}
	if found := d.Search("ql", 99).Found; len(found) < 12 {
		t.Errorf("pinyin finds %v", found)
	}
	for link, want := range map[string]string{"shares?scope=delta": "shares", "shares?scope=anhui": "shares", "shares?scope=jiangsu": "shares?scope=jiangsu"} {
		a := New(d, tuitest.At(t, link), tuitest.Viewport(80, 24, model.EN), Options{})
		if got := (place.Place{View: place.Shares, Scope: a.Place().Scope}).Link(); got != want {
			t.Errorf("%s opens %s, want %s", link, got, want)
		}
	}
	if err := nav.Check(d, tuitest.At(t, "shares?scope=delt")); err == nil || !strings.Contains(err.Error(), "delta") {
		t.Errorf("a scope that is not there: %v", err)
	}
}
