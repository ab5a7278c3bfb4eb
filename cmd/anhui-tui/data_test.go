package main

import (
	"strings"
	"testing"
)

// TestPackageOfAnotherPlace opens a package of real figures on China: no view
// and no list shows anything of the built-in one, as text or on the screen.
func TestPackageOfAnotherPlace(t *testing.T) {
	t.Parallel()
	const dir = "../../data/testdata/china"
	commands := append(make([]string, 0, 32), "changes", "list figures", "list indicators", "list clusters", "list sources", "cite gdp-china-2024")
	for _, view := range viewNames() {
		commands = append(commands, "show "+view, "show "+view+" --format svg")
	}
	for _, link := range []string{"clusters/auto", "trends/china-vehicle-output", "shares?scope=china", "sources/audit", "shares/display-national-revenue-share-2020?card=source"} {
		commands = append(commands, "show "+link, "show "+link+" --format svg")
	}
	for _, c := range commands {
		for _, lang := range []string{"en", "zh"} {
			code, stdout, stderr := runWith("", nil, append(strings.Fields(c), "--data", dir, "--lang", lang)...)
			if code != exitOK || stdout == "" {
				t.Errorf("%s in %s: exit %d, %s", c, lang, code, stderr)
			}
			shown := strings.ReplaceAll(stdout, "anhui-tui", "")
			for _, word := range []string{"anhui", "\u5b89\u5fbd", "photovolt", "\u5149\u4f0f", "\u5168\u7701"} { // Anhui, PV, of the province
				if at := strings.Index(strings.ToLower(shown), word); at >= 0 {
					t.Errorf("%s in %s shows %s: %.200q", c, lang, word, shown[max(0, at-80):])
				}
			}
		}
	}
	if code, stdout, _ := runWith("", nil, "check", dir); code != exitOK || !strings.Contains(stdout, "no faults: 39 figures") {
		t.Errorf("check: exit %d, %s", code, stdout)
	}
}
