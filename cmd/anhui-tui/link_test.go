package main

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// The dashboard is at every place whose link is completed.
func TestCompletedLinksLeadWhereTheySay(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, start := range []string{
		"", "overview/", "clusters/", "shares/", "trends/", "voices/", "sources/",
		"clusters/pv/", "trends/pv-revenue/", "voices/feng-kejin/", "sources/conflicts/",
	} {
		lines := completed(t, "show", start)
		if len(lines) < len(place.Views()) {
			t.Errorf("%q is completed to %q", start, lines)
		}
		for _, line := range lines {
			link, _, described := strings.Cut(line, "\t")
			at, err := place.Parse(link)
			if start == "" && err != nil { // a command
				continue
			}
			if at.Item == "" { // where a view is left to start
				continue
			}
			app := tui.New(d, at, place.Viewport{}, tui.Options{})
			if got := app.Place(); err != nil || got != at || !described {
				t.Errorf("%q is completed to %q, which leads to %s: %v", start, line, got.Link(), err)
			}
		}
	}
}
