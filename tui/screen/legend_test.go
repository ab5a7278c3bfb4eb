package screen

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/report"
)

// What the help card says of gauges and marks is what the text of the same
// place says of them, and every mark beside a number is among it.
func TestLegend(t *testing.T) {
	d := datatest.Embedded(t)
	to := tuitest.At(t, "shares?card=help")
	for _, lang := range tuitest.Langs() {
		p := pageOf(d, to, tuitest.Viewport(100, 100, lang))
		card := tuitest.Squeezed(partsText(p.cardText(), p.cardWidth()))
		var legend []string
		for _, s := range report.Of(d, to, lang).Sections {
			if s.Heading == p.text.Head.Reading {
				legend = s.Lines
			}
		}
		for _, mark := range []string{conflicted, secondHand} {
			if !strings.Contains(strings.Join(legend, "\n"), mark) {
				t.Errorf("%v: the text does not say what %q means:\n%s", lang, mark, legend)
			}
		}
		for _, l := range legend {
			if !strings.Contains(card, tuitest.Squeezed(l)) {
				t.Errorf("%v: the card does not say %q", lang, l)
			}
		}
	}
}
