package screen

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"unicode"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// In ASCII nothing is drawn with other characters: what is left of them are
// the letters and marks of texts.
func TestASCIIDrawsInASCII(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		in := tuitest.Viewport(100, 30, lang)
		in.ASCII = true
		for _, v := range place.Views() {
			p := pageOf(d, place.Place{View: v}, in)
			for i, item := range append([]string{""}, p.items()...) {
				cards := []place.Card{place.NoCard, place.SourceCard, place.CiteCard}
				if i == 0 { // these are the same for all
					cards = append(cards, place.HelpCard, place.ExportCard)
				}
				for _, card := range cards {
					at := place.Place{View: v, Item: item, Card: card}
					for _, l := range Render(d, at, in).Plain() {
						if i := strings.IndexFunc(l, drawnGlyph); i >= 0 {
							t.Fatalf("%v: %s draws %q in %q", lang, at.Link(), l[i:min(len(l), i+4)], l)
						}
					}
				}
			}
		}
	}
}

// In English all that is ours is ASCII: tabs, footer, and the cards that are
// not of the data.
func TestASCIIInEnglishIsASCII(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	in := tuitest.Viewport(120, 40, model.EN)
	in.ASCII = true
	for _, v := range place.Views() {
		lines := Render(d, place.Place{View: v}, in).Plain()
		s := layout(in)
		ours := []string{lines[s.Tabs.Y], lines[s.Rule.Y], lines[s.FootRule.Y], lines[s.Footer.Y]}
		for _, card := range []place.Card{place.HelpCard, place.ExportCard, place.PaletteCard, place.SearchCard} {
			for _, l := range Render(d, place.Place{View: v, Card: card}, in).Plain() {
				if strings.HasPrefix(strings.TrimLeft(l, " "), "|") { // within the card
					_, l, _ = strings.Cut(l, "|")
					ours = append(ours, l)
				}
			}
		}
		for _, l := range ours {
			if i := strings.IndexFunc(l, func(r rune) bool { return r > unicode.MaxASCII }); i >= 0 {
				t.Errorf("%v has %q in %q", v, l[i:min(len(l), i+6)], l)
			}
		}
	}
}

// What is told apart by its glyph is told apart in ASCII.
func TestASCIISignsMeanOneThing(t *testing.T) {
	g := chart.ASCII()
	in := tuitest.Viewport(80, 24, model.EN)
	in.ASCII = true
	plain := text.Plain().Replace
	means := map[string]string{}
	signs := map[string]string{"a year not stated": g.Gap}
	for n, level := range g.Levels {
		signs[fmt.Sprint("height ", n)] = level
	}
	maps.Copy(signs, map[string]string{
		"about": plain("\u2248"), "goes on": plain(moreGlyph), "claimed": g.Full, "possible": g.Hatch, "not claimed": g.Track,
		"no upper limit": g.Arrow, "beyond the scale": g.Beyond, "another source": g.Mark, "other sources": g.Marks, "target": g.Hollow,
		"thumb": plain(thumbGlyph), "swatch": plain(chipGlyph),
		"copy": secondHand, "conflict": conflicted,
		"first series": g.Points[0], "second series": g.Points[1], "third series": g.Points[2], "fourth series": g.Points[3],
		"at least": g.Above, "at most": g.Below,
	})
	delete(signs, fmt.Sprint("height ", len(g.Levels)-1)) // a full cell, as of a gauge
	delete(signs, "not claimed")                          // the same: nothing is stated
	if g.Gap != g.Track || g.Levels[len(g.Levels)-1] != g.Full {
		t.Errorf("nothing is %s and %s, a full cell %s and %s", g.Gap, g.Track, g.Levels[len(g.Levels)-1], g.Full)
	}
	for meaning, sign := range signs { // a caret stands in what is typed, beside no figure
		if other, taken := means[sign]; taken {
			t.Errorf("%s means %s and %s", sign, meaning, other)
		}
		means[sign] = meaning
	}
}

// drawnGlyph reports whether a character is none that a text has.
func drawnGlyph(r rune) bool {
	return r > unicode.MaxASCII && !unicode.IsLetter(r) && !unicode.IsPunct(r) && !unicode.IsDigit(r)
}
