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
	t.Parallel()
	d := embedded(t)
	for _, lang := range langs() {
		in := viewport(100, 30, lang)
		in.ASCII = true
		for _, v := range place.Views() {
			p := newPage(d, place.Place{View: v}, in)
			for i, item := range append([]string{""}, p.items()...) {
				cards := []place.Card{place.NoCard, place.SourceCard, place.CiteCard}
				if i == 0 { // these are the same for all
					cards = append(cards, place.HelpCard, place.ExportCard)
				}
				for _, card := range cards {
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

// A viewer who draws with ASCII costs no allocation more a key than any other,
// and of a frame only its lines are written anew, a few allocations each. It
// counts allocations, so no test may run beside it.
func TestASCIIIsMadeOnce(t *testing.T) {
	d := embedded(t)
	key, height := keyPress(t, "j"), 40
	for _, lang := range langs() {
		cost := func(ascii bool) (perKey, perFrame float64) {
			in := viewport(120, height, lang)
			in.ASCII = ascii
			a := New(d, at(t, "shares"), in, Options{})
			return testing.AllocsPerRun(100, func() { a.Update(key) }), testing.AllocsPerRun(20, func() { a.Frame() })
		}
		key, frame := cost(false)
		asciiKey, asciiFrame := cost(true)
		if asciiKey > key {
			t.Errorf("%v: a key takes %v allocations, and %v in ASCII", lang, key, asciiKey)
		}
		if more := asciiFrame - frame; more > 3*float64(height) {
			t.Errorf("%v: a frame takes %v allocations, and %v more in ASCII", lang, frame, more)
		}
	}
}

// drawnGlyph reports whether a character is none that a text has.
func drawnGlyph(r rune) bool {
	return r > unicode.MaxASCII && !unicode.IsLetter(r) && !unicode.IsPunct(r) && !unicode.IsDigit(r)
}
