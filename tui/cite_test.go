package tui

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// y turns from the plain citation to GB/T 7714, BibTeX and back, and copies each as
// cite prints it; what the card shows is what was copied.
func TestCopyTurnsTheStyle(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		a := New(d, place.Place{View: place.Shares, Item: glass}, tuitest.Viewport(100, 40, lang), Options{})
		for n, style := range []report.Style{report.Plain, report.GBT7714, report.BibTeX, report.Plain} {
			next, e := press(t, a, "y")
			a = next
			want, err := report.Cite(d, d.Figure(glass), style, lang)
			if err != nil || e.Copy != want {
				t.Errorf("%v, y %d: copied %q, want %q", lang, n+1, e.Copy, want)
			}
			squeeze := func(s string) string { return strings.NewReplacer(" ", "", "\n", "", ruleGlyph, "").Replace(s) }
			if !strings.Contains(squeeze(cardText(a)), squeeze(want)) {
				t.Errorf("%v: the card of %s shows\n%s", lang, style, screenText(a))
			}
		}
	}
}

// cardText is the text of the frame between the edges of the card.
func cardText(a App) string {
	var b strings.Builder
	for l := range strings.SplitSeq(screenText(a), "\n") {
		if parts := strings.Split(l, ruleGlyph); len(parts) >= 3 {
			b.WriteString(parts[len(parts)-2])
		}
	}
	return b.String()
}

// What is read online is cited with a day of access: its own, or that of the dataset.
// What has no address has none.
func TestCitedOnlineHasItsDay(t *testing.T) {
	d := datatest.Embedded(t)
	for style, word := range map[report.Style]string{report.GBT7714: "[%s]", report.BibTeX: "urldate   = {%s}"} {
		for _, f := range d.Figures {
			day := f.Source.Accessed
			if day == "" {
				day = d.AsOf
			}
			got, err := report.Cite(d, f, style, model.ZH)
			if has := strings.Contains(got, strings.Replace(word, "%s", day, 1)); err != nil || has != (f.Source.URL != "") {
				t.Errorf("%s of %s: %s", style, f.ID, got)
			}
		}
	}
}
