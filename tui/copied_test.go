package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// What a key copies, tells the source of or exports is what the reader sees: at
// every place, the value and the period of each figure that y, i and e name are
// on the screen the key was pressed on, and the links of Y and e lead to just
// that screen.
func TestWhatIsCopiedIsOnTheScreen(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	for n, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		lang := langs()[n%len(langs())]
		t.Run(fmt.Sprintf("%dx%d-%v", size[0], size[1], lang), func(t *testing.T) {
			t.Parallel()
			given := 0
			everywhere(d, viewport(size[0], size[1], lang), 3, func(p page) {
				if p.at.Item == report.ConflictsItem && p.in.Height < 24 {
					return // one can be larger than the screen
				}
				given += checkGiven(t, p)
			})
			if given < len(d.Figures)/2 {
				t.Errorf("only %d figures were given", given)
			}
		})
	}
}

// checkGiven presses each key that gives something, and returns of how many
// figures.
func checkGiven(t *testing.T, p page) (given int) {
	t.Helper()
	a := New(p.data, p.at, p.in, Options{})
	screen := screenText(a)
	check := func(key string, f *model.Figure) {
		if given++; f == nil || !shows(p, screen, f) {
			t.Errorf("%s: %s gives %+v, which is not on the screen:\n%s", p.at.Link(), key, f, screen)
		}
	}

	_, e := press(t, a, "y")
	for rest := e.Copy; rest != ""; {
		f, citation := citedFirst(t, p, rest)
		check("y", f)
		rest = strings.TrimPrefix(rest[len(citation):], "\n")
	}

	if opened, _ := press(t, a, "i"); opened.at.Card == place.SourceCard {
		for _, id := range figureIDs(newPage(p.data, opened.at, p.in.Size(120, 40))) {
			check("i", p.data.Figure(id))
		}
	}

	_, e = press(t, a, "Y")
	links := []string{e.Copy}
	exporting, _ := press(t, a, "e")
	for _, c := range exporting.page().choices() {
		if link := strings.Split(c.command, "'")[1]; !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	for _, link := range links {
		to, err := place.Parse(link)
		if err != nil || screenText(New(p.data, to, p.in, Options{})) != screen {
			t.Errorf("%s: %q leads to another screen, %v", p.at.Link(), link, err)
		}
	}
	return given
}

// citedFirst is the figure whose citation a text begins with, and the citation.
func citedFirst(t *testing.T, p page, text string) (*model.Figure, string) {
	t.Helper()
	for _, f := range p.data.Figures {
		c, err := report.Cite(p.data, f, report.Plain, p.in.Lang)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(text, c) {
			return f, c
		}
	}
	t.Fatalf("%s: y gives no figure of the dataset: %s", p.at.Link(), text)
	return nil, ""
}

// shows reports whether a screen says the value of a figure, in one of the forms
// there are for much and for little room, and its period.
func shows(p page, screen string, f *model.Figure) bool {
	says := func(forms ...string) bool {
		return slices.ContainsFunc(forms, func(s string) bool { return strings.Contains(squeezed(screen), squeezed(s)) })
	}
	return says(p.text.Value(f), p.text.Brief(f)) && says(f.Period.Short(), p.text.Period(f.Period), p.text.When(f.Period))
}

// figureIDs are the ids that a source card names as its figures.
func figureIDs(p page) []string {
	var ids []string
	for _, l := range p.cardText() {
		if id, ok := strings.CutPrefix(ansi.Strip(l), p.text.Card.Figure+" "); ok {
			ids = append(ids, strings.TrimSpace(id))
		}
	}
	return ids
}
