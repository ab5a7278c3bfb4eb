package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
)

// What a key copies, tells the source of or exports is what the reader sees: at
// every place, the value and the period of each figure that y, i and e name are
// on the screen the key was pressed on, and the links of Y and e lead to just
// that screen.
func TestWhatIsCopiedIsOnTheScreen(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for n, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		lang := tuitest.Langs()[n%len(tuitest.Langs())]
		t.Run(fmt.Sprintf("%dx%d-%v", size[0], size[1], lang), func(t *testing.T) {
			t.Parallel()
			given := 0
			tuitest.EachPlace(d, lang, 3, func(at place.Place) {
				if (at.Item == nav.ConflictsItem || d.Conflict(at.Sub) != nil) && size[1] < 24 {
					return // one can be larger than the screen
				}
				given += checkGiven(t, New(d, at, tuitest.Viewport(size[0], size[1], lang), Options{}))
			})
			if given < len(d.Figures)/2 {
				t.Errorf("only %d figures were given", given)
			}
		})
	}
}

// checkGiven presses each key that gives something, and returns of how many
// figures.
func checkGiven(t *testing.T, a App) (given int) {
	t.Helper()
	link, screen := a.at.Link(), screenText(a)
	check := func(key string, f *model.Figure) {
		if given++; f == nil || !shows(text.For(a.in.Lang), screen, f) {
			t.Errorf("%s: %s gives %+v, which is not on the screen:\n%s", link, key, f, screen)
		}
	}

	_, e := press(t, a, "y")
	for rest := e.Copy; rest != ""; {
		f, citation := citedFirst(t, a, rest)
		check("y", f)
		rest = strings.TrimPrefix(rest[len(citation):], "\n")
	}

	if opened, _ := press(t, a, "i"); opened.at.Card == place.SourceCard {
		opened.in = opened.in.Size(120, 150)
		for _, id := range figureIDs(opened) {
			check("i", a.data.Figure(id))
		}
	}

	_, e = press(t, a, "Y")
	links := []string{e.Copy}
	exporting, _ := press(t, a, "e")
	choices, _ := exporting.Page().Choices()
	for i := range choices.Len {
		if link := strings.Split(choices.At(i).Command, "'")[1]; !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	for _, to := range links {
		if screenText(New(a.data, tuitest.At(t, to), a.in, Options{})) != screen {
			t.Errorf("%s: %q leads to another screen", link, to)
		}
	}
	return given
}

// citedFirst is the figure whose citation a text begins with, and the citation.
func citedFirst(t *testing.T, a App, text string) (*model.Figure, string) {
	t.Helper()
	for _, f := range a.data.Figures {
		c, err := report.Cite(a.data, f, report.Plain, a.in.Lang)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(text, c) {
			return f, c
		}
	}
	t.Fatalf("%s: y gives no figure of the dataset: %s", a.at.Link(), text)
	return nil, ""
}

// shows reports whether a screen says the value of a figure, in one of the forms
// there are for much and for little room, and its period.
func shows(words *text.Texts, screen string, f *model.Figure) bool {
	says := func(forms ...string) bool {
		return slices.ContainsFunc(forms, func(s string) bool { return strings.Contains(tuitest.Squeezed(screen), tuitest.Squeezed(s)) })
	}
	value := says(words.Value(f), words.Brief(f)) || says(words.OnChart(f)) && says(words.Unit(f.Indicator)) // which is stated once
	return value && says(f.Period.Short(), words.Period(f.Period), words.When(f.Period))
}

// figureIDs are the ids that the source card on a screen names as its figures.
func figureIDs(a App) []string {
	var ids []string
	for l := range strings.SplitSeq(screenText(a), "\n") {
		_, row, _ := strings.Cut(l, ruleGlyph+" ")
		if id, ok := strings.CutPrefix(row, text.For(a.in.Lang).Card.Figure+" "); ok {
			ids = append(ids, strings.Fields(id)[0])
		}
	}
	return ids
}

const ruleGlyph = "│"

// A text that is too long for the clipboard of a terminal elsewhere is not copied,
// and the card says so, and what to run instead. Here it is copied.
func TestTooLongToCopy(t *testing.T) {
	t.Parallel()
	d := datatest.Dataset(t)
	for _, s := range d.Sources {
		s.Title = strings.Repeat("long ", 4000)
	}
	for _, lang := range tuitest.Langs() {
		in := tuitest.Viewport(120, 40, lang)
		if _, e := press(t, New(d, place.Place{View: place.Trends}, in, Options{}), "y"); len(e.Copy) < 20_000 {
			t.Errorf("%v: %d bytes are copied here", lang, len(e.Copy))
		}
		in.Remote = true
		a, e := press(t, New(d, place.Place{View: place.Trends}, in, Options{}), "y")
		say, screen := text.For(lang).Say, screenText(a)
		if e.Copy != "" || strings.Contains(screen, say.Copied+"\n") || !strings.Contains(screen, "20 KiB") || !strings.Contains(screen, "ssh HOST show 'trends") {
			t.Errorf("%v: %d bytes are copied, and it says\n%s", lang, len(e.Copy), screen)
		}
	}
}
