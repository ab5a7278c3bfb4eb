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
		c := choices.At(i)
		to := strings.Split(c.Command, "'")[1]
		if c.Save == "svg" { // the screen
			links = append(links, to)
		}
		// All else is of the view or the item on the screen, whatever is under the cursor.
		if at := tuitest.At(t, to); c.Save != "svg" && (at.Sub != "" || at.Item != "" && at.Item != a.at.Item) {
			t.Errorf("%s: %s is of %q", link, c.Name, to)
		}
	}
	for _, to := range links {
		if screenText(New(a.data, tuitest.At(t, to), a.in, Options{})) != screen {
			t.Errorf("%s: %q leads to another screen", link, to)
		}
	}
	return given
}

// A view is copied as a table or as Markdown: all of it, as the command on the card prints
// it, and the card says what was sent where. What is too long is not sent, and that is
// said.
func TestCopyView(t *testing.T) {
	t.Parallel()
	d := datatest.Dataset(t)
	for _, lang := range tuitest.Langs() {
		for _, remote := range []bool{false, true} {
			in := tuitest.Viewport(100, 36, lang)
			in.Remote = remote
			for _, c := range []struct{ view, format, holds string }{
				{"shares", "tsv", "\t14.7\tpercent\t"},
				{"shares", "md", "| 14.7% |"},
				{"trends/pv-revenue/pv-revenue-2023", "tsv", "\t296.74\tcny-bn\t2023\t"},
			} {
				a, _ := press(t, New(d, tuitest.At(t, c.view), in, Options{}), "e")
				for choice, ok := a.Page().Chosen(); string(choice.Copy) != c.format; choice, ok = a.Page().Chosen() {
					next, _ := press(t, a, "j")
					if !ok || next.Place() == a.Place() {
						t.Fatalf("%s cannot be copied as %s", c.view, c.format)
					}
					a = next
				}
				a, e := press(t, a, "enter")
				view, _, _ := strings.Cut(c.view, "/pv-revenue-2")
				var printed strings.Builder
				if err := report.Write(&printed, report.Of(d, tuitest.At(t, view), lang), report.Format(c.format), false); err != nil {
					t.Fatal(err)
				}
				if e.Copy != printed.String() || !strings.Contains(e.Copy, c.holds) {
					t.Errorf("%v: of %s as %s is copied\n%s", lang, c.view, c.format, e.Copy)
				}
				said := tuitest.Squeezed(screenText(a))
				for _, want := range []string{view, map[string]string{"tsv": "TSV", "md": "Markdown"}[c.format], fmt.Sprint(strings.Count(e.Copy, "\n")), "KiB", "--format" + c.format} {
					if !strings.Contains(said, want) {
						t.Errorf("%v: the card lacks %q:\n%s", lang, want, screenText(a))
					}
				}
				if a, _ = press(t, a, "k"); strings.Contains(screenText(a), "KiB") {
					t.Errorf("%v: it is still said of another choice:\n%s", lang, screenText(a))
				}
			}
		}
	}
	for _, s := range d.Sources {
		s.Publisher.EN = strings.Repeat("long ", 500)
	}
	for most, remote := range map[int]bool{16: true, 64: false} {
		in := tuitest.Viewport(100, 36, model.EN)
		in.Remote = remote
		a, e := press(t, New(d, place.Place{View: place.Shares}, in, Options{}), "e j j j j j enter")
		if _, ok := a.Page().Chosen(); !ok || e.Copy != "" || !strings.Contains(tuitest.Squeezed(screenText(a)), fmt.Sprintf("takes%dKiBhere", most)) {
			t.Errorf("%d bytes are copied:\n%s", len(e.Copy), screenText(a))
		}
	}
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
