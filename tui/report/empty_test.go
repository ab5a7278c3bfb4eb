package report_test

import (
	"strings"
	"testing"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// Of a data package without rows every view says that nothing is there.
func TestEmptyDataset(t *testing.T) {
	d := model.NewDataset(model.Tables{})
	for _, v := range place.Views() {
		for _, card := range []place.Card{place.NoCard, place.SourceCard, place.HelpCard} {
			at := place.Place{View: v, Card: card}
			doc := report.Of(d, at, model.EN)
			for _, f := range report.Formats() {
				if printed(t, doc, f, false) == "" {
					t.Errorf("%s as %s is empty", at.Link(), f)
				}
			}
			if text := printed(t, doc, report.Text, false); !strings.Contains(text, "Nothing here") {
				t.Errorf("%s: %s", at.Link(), text)
			}
			report.Spoken(d, at, model.EN)
		}
	}
}
