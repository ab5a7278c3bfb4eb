package screen

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
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

// The legend over the shares shows what their gauges are drawn with: thin where rows
// touch, whole where there are lines between them.
func TestSharesLegendIsDrawn(t *testing.T) {
	d := datatest.Embedded(t)
	for link, want := range map[string][2]string{"shares": {"\u2501 stated", "\u2501\u2501"}, "shares?filter=chuzhou": {"\u2588 stated", "\u2588\u2588"}} {
		drawn := Render(d, tuitest.At(t, link), tuitest.Viewport(100, 26, model.EN)).Plain()
		if head := drawn[2]; !strings.Contains(head, want[0]) {
			t.Errorf("%s: the legend is %q, want %q", link, head, want[0])
		}
		if body := strings.Join(drawn[4:len(drawn)-2], "\n"); !strings.Contains(body, want[1]) {
			t.Errorf("%s: no gauge is drawn with %q:\n%s", link, want[1], body)
		}
	}
}
