package nav_test

import (
	"errors"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
)

func TestCheck(t *testing.T) {
	d := datatest.Dataset(t)
	for _, c := range []struct{ link, near string }{
		{"overview", ""},
		{"overview/pv", ""},
		{"overview/pv-revenue-2023", ""},
		{"clusters/pv/pv-revenue-2020?card=source", "sources/hefei-daily-2023-11-08/pv-revenue-2020?card=source"},
		{"overview/pv/pv-revenue-2020", "sources/hefei-daily-2023-11-08/pv-revenue-2020"},
		{"voices/feng-kejin?topic=hydrogen", "anhui-tui list statements"},
		{"clusters/pv/feng-kejin-2024-09-18", ""},
		{"shares/panel-share-2024?scope=world", ""},
		{"trends/pv-revenue/pv-revenue-2020", ""},
		{"voices/feng-kejin/feng-kejin-2024-09-18", ""},
		{"sources/conflicts/inverters", ""},
		{"sources/audit", ""},
		{"sources/statistics-2025/panel-rank-2024", ""},
		{"overview/pw", "overview/pv"},
		{"clusters/pvv?card=source", "clusters/pv?card=source"},
		{"clusters/hydrogn", "clusters/hydrogen"},
		{"clusters/pv/pv-revenue-2032", "clusters/pv/pv-revenue-2023"},
		{"shares/panel-share-2024", "clusters/display/panel-share-2024"},
		{"trends/pv-revenu", "trends/pv-revenue"},
		{"trends/pv-revenue?with=pv-revenu", "pv-revenue"},
		{"voices/feng", "voices/feng-kejin"},
		{"voices/feng-kejin/feng-kejin-2024-09-81", "voices/feng-kejin/feng-kejin-2024-09-18"},
		{"voices?topic=hydro", "hydrogen"},
		{"sources/conflict", "sources/conflicts"},
		{"sources/conflicts/inverter", "sources/conflicts/inverters"},
		{"sources/statistics-2025/panel-share", "sources/statistics-2025/panel-share-2024"},
		{"clusters/something-else-altogether", "anhui-tui list clusters"},
		{"voices/feng-kejin/wang-qingxian-2023-11-8", "anhui-tui list statements"},
	} {
		err := nav.Check(d, tuitest.At(t, c.link))
		var unknown *nav.Unknown
		switch {
		case c.near == "" && err != nil:
			t.Errorf("%s: %v", c.link, err)
		case c.near != "" && !errors.As(err, &unknown):
			t.Errorf("%s: error %v, want an Unknown", c.link, err)
		case c.near != "" && !strings.Contains(err.Error(), c.near):
			t.Errorf("%s: %q does not suggest %q", c.link, err, c.near)
		}
	}
}

// A figure is found where it is now: its row in a cluster may be a newer one's, and
// a territory's list that of another. Nothing else of the link is lost.
func TestFind(t *testing.T) {
	d := datatest.Dataset(t)
	for link, want := range map[string]string{
		"clusters/pv/pv-revenue-2020?card=source":        "sources/hefei-daily-2023-11-08/pv-revenue-2020?card=source",
		"clusters/pv/pv-revenue-2020":                    "sources/hefei-daily-2023-11-08/pv-revenue-2020",
		"overview/pv-revenue-2020?keep=panel-share-2024": "sources/hefei-daily-2023-11-08/pv-revenue-2020?keep=panel-share-2024",
		"shares/panel-share-2024":                        "clusters/display/panel-share-2024",
		"clusters/pv/pv-revenue-2023":                    "clusters/pv/pv-revenue-2023",
	} {
		if at, err := nav.Find(d, tuitest.At(t, link)); err != nil || at.Link() != want {
			t.Errorf("%s leads to %s, %v; want %s", link, at.Link(), err, want)
		}
	}
	for _, link := range []string{"clusters/pv/pv-revenue-2032", "clusters/pv/pv-revenue-2020?keep=nothing", "clusters/pw/pv-revenue-2032"} {
		if at, err := nav.Find(d, tuitest.At(t, link)); err == nil {
			t.Errorf("%s leads to %s", link, at.Link())
		}
	}
}

func TestLookups(t *testing.T) {
	d := datatest.Dataset(t)
	if _, err := nav.FigureOf(d, "pv-revenue-2024"); err == nil || !strings.Contains(err.Error(), "did you mean pv-revenue-202") {
		t.Errorf("figure: %v", err)
	}
	if _, err := nav.SourceOf(d, "china-daily"); err == nil || !strings.Contains(err.Error(), "did you mean china-daily-2024-09-18,") {
		t.Errorf("source: %v", err)
	}
	for id, want := range map[string]string{
		"pv":                     "clusters/pv",
		"pv-revenue":             "trends/pv-revenue",
		"pv-revenue-2023":        "clusters/pv/pv-revenue-2023",
		"feng-kejin":             "voices/feng-kejin",
		"audit":                  "sources/audit",
		"hefei-daily-2023-11-08": "sources/hefei-daily-2023-11-08",
		"nothing":                "",
	} {
		if got := strings.Join(nav.Places(d, id), " "); got != want {
			t.Errorf("places of %s are %q, want %q", id, got, want)
		}
	}
}
