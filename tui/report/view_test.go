package report_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"anhui-tui/data"
	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// Every view has text, speech, a list and a name for what is in it that are its
// own: of one that a switch forgot they would be another's, or nothing.
func TestEveryViewIsItsOwn(t *testing.T) {
	d, err := data.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []model.Lang{model.EN, model.ZH} {
		of := map[string]place.View{}
		own := func(v place.View, what, is string) {
			t.Helper()
			if other, said := of[what+is]; said || is == "" {
				t.Errorf("%v: the %s of %v is that of %v: %.200s", lang, what, v, other, is)
			}
			of[what+is] = v
		}
		for _, v := range place.Views() {
			at := place.Place{View: v}
			text := func(doc report.Document) string {
				_, body, _ := strings.Cut(printed(t, doc, report.Text, false), "\n\n") // under its title
				return body
			}
			own(v, "text", text(report.Of(d, at, lang)))
			spoken, _ := report.Spoken(d, at, lang)
			own(v, "speech", text(spoken))
			items := nav.Items(d, at, lang)
			own(v, "list", strings.Join(items, " "))
			if !slices.Contains(items, nav.Start(d, at, lang)) {
				t.Errorf("%v starts at %q, which is not in it", v, nav.Start(d, at, lang))
			}
			at.Item = "nonsense"
			var unknown *nav.Unknown
			if !errors.As(nav.Check(d, at), &unknown) {
				t.Errorf("%v takes any item", v)
				continue
			}
			own(v, "kind of item", unknown.What)
		}
	}
}

// Every view has figures under its cursor but Voices, whose card tells of a
// statement.
func TestEveryViewHasFigures(t *testing.T) {
	d, err := data.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range place.Views() {
		figures := 0
		for _, item := range nav.Items(d, place.Place{View: v}, model.EN) {
			at := place.Place{View: v, Item: item}
			for _, at.Sub = range append([]string{""}, nav.Subs(d, at, model.EN)...) {
				figures += len(nav.Selected(d, at, model.EN))
			}
		}
		if (figures > 0) != (v != place.Voices) {
			t.Errorf("%v has %d figures under its cursor", v, figures)
		}
	}
}

// Whatever kind of thing a search finds leads to a place that is there, and
// whose text is about it.
func TestEveryKindOfResultLeadsToIt(t *testing.T) {
	d := fixture(t)
	for _, kind := range model.FoundKinds() {
		about := map[model.FoundKind]struct{ id, words string }{
			model.FoundCluster:   {d.Clusters[0].ID, d.Clusters[0].Name.EN},
			model.FoundPlace:     {d.Parts()[0].ID, d.Parts()[0].Name.EN},
			model.FoundIndicator: {d.Indicators[0].ID, d.Indicators[0].Name.EN},
			model.FoundPerson:    {d.People[0].ID, d.People[0].Name.EN},
			model.FoundFigure:    {d.Figures[0].ID, d.Figures[0].Source.Title},
			model.FoundStatement: {d.Statements[0].ID, d.Statements[0].Text.EN},
			model.FoundSource:    {d.Sources[0].ID, d.Sources[0].Title},
		}[kind]
		to := nav.PlaceOf(d, model.Found{Kind: kind, ID: about.id})
		if err := nav.Check(d, to); err != nil || to == (place.Place{}) {
			t.Errorf("kind %d leads to %q, %v", kind, to.Link(), err)
			continue
		}
		said := printed(t, report.Of(d, to, model.EN), report.Markdown, false)
		if words := strings.Fields(about.words); len(words) == 0 || !strings.Contains(said, strings.Join(words[:min(3, len(words))], " ")) {
			t.Errorf("kind %d leads to %s, which does not say %q", kind, to.Link(), about.words)
		}
	}
}
