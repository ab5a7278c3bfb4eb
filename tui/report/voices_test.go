package report_test

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// Voices says who holds an office on the day of the dataset, whether they said
// anything or not, and who held it before.
func TestVoicesSayWhoIsInOffice(t *testing.T) {
	d := datatest.Embedded(t)
	for person, want := range map[string]string{
		"li-lecheng":    "In office on " + d.AsOf + ": Party secretary of Anhui, since 2026-09-23 (from a republished copy)",
		"wang-dongwei":  "In office on " + d.AsOf + ": Acting governor of Anhui, since 2026-09-23 (from a republished copy)",
		"liang-yanshun": "Party secretary of Anhui, 2024-06-28 to 2026-09-23 (from a republished copy)",
		"wang-qingxian": "Governor of Anhui, 2021 to 2026-09-23 (from a republished copy)",
	} {
		text := printed(t, report.Of(d, place.Place{View: place.Voices, Item: person}, model.EN), report.Text, false)
		if got := strings.Join(strings.Fields(text), " "); !strings.Contains(got, want) {
			t.Errorf("%s: %s", person, got)
		}
	}
}
