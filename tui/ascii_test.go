package tui

import (
	"strings"
	"testing"
	"unicode"

	"anhui-tui/tui/place"
)

// In ASCII nothing is drawn with other characters: what is left of them are
// the letters and marks of texts.
func TestASCIIDrawsInASCII(t *testing.T) {
	d := embedded(t)
	for _, lang := range langs() {
		in := viewport(100, 30, lang)
		in.ASCII = true
		for _, v := range place.Views() {
			p := newPage(d, place.Place{View: v}, in)
			for _, item := range append([]string{""}, p.items()...) {
				for _, card := range []place.Card{place.NoCard, place.SourceCard, place.HelpCard, place.CiteCard, place.ExportCard} {
					at := place.Place{View: v, Item: item, Card: card}
					for _, l := range plain(Render(d, at, in)) {
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
