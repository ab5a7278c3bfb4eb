package screen

import (
	"strings"
	"testing"
	"unicode"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
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

// drawnGlyph reports whether a character is none that a text has.
func drawnGlyph(r rune) bool {
	return r > unicode.MaxASCII && !unicode.IsLetter(r) && !unicode.IsPunct(r) && !unicode.IsDigit(r)
}
