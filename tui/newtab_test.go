//go:build load

package tui

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A new tab is a row of each table of views, what is said of it, and its title in
// each language; the rest follows. The tests that ask of every view what a reader
// expects of one find nothing missing.
func TestNewTab(t *testing.T) {
	const most = 6 // files, beside the texts
	dir := t.TempDir()
	replace, files := map[string]string{}, 0
	put := func(path, text string) {
		from, err := filepath.Abs(path)
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(dir, strings.ReplaceAll(path, "/", "_"))
		if err := os.WriteFile(to, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if replace[from] = to; !strings.HasPrefix(path, "text/") {
			files++
		}
	}
	edit := func(path string, pairs ...string) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s := string(text)
		for i := 0; i < len(pairs); i += 2 {
			if strings.Count(s, pairs[i]) != 1 {
				t.Fatalf("%s has %q %d times", path, pairs[i], strings.Count(s, pairs[i]))
			}
			s = strings.Replace(s, pairs[i], pairs[i+1], 1)
		}
		put(path, s)
	}

	edit("place/place.go", "\tSources\n", "\tSources\n\tDigest\n", `"voices", "sources"}`, `"voices", "sources", "digest"}`)
	edit("nav/views.go", "\t\tplace.Sources: {\n", `		place.Digest: {
			items:   func(d *model.Dataset, _ place.Place, _ model.Lang) []string { return ids(d.Clusters, clusterID) },
			figures: overviewFigures,
			name:    overviewName,
			nouns:   constant(nouns{"cluster", "clusters", "detail", "figures"}),
			open:    openCard,
		},
		place.Sources: {
`)
	edit("report/document.go", "\tplace.Sources:  {", "\tplace.Digest: {document: (*writer).digest},\n\tplace.Sources:  {")
	put("report/digest.go", `package report

import "anhui-tui/model"

// digest is the share and the size of each cluster, or of one.
func (w *writer) digest() {
	for _, c := range chosen(w.data.Clusters, w.data.Cluster(w.at.Item)) {
		s := Section{Heading: c.Name.In(w.lang), Level: 1}
		for _, f := range []*model.Figure{w.data.NationalShare(c), w.data.Size(c)} {
			if f != nil {
				s.Figures.List = append(s.Figures.List, f)
			}
		}
		s.Figures.fields = w.fullyNamed()
		w.add(s)
	}
}
`)
	edit("screen/view.go", "\t\tplace.Sources: {\n", `		place.Digest: {
			body: Page.clusters, list: 25,
			hints: []keymap.Action{keymap.MoveDown, keymap.ShowSource},
		},
		place.Sources: {
`)
	edit("text/en.go", `"Voices", "Sources"}`, `"Voices", "Sources", "Digest"}`)
	edit("text/zh.go", "\"\u6765\u6e90\"},", "\"\u6765\u6e90\", \"\u6458\u8981\"},")
	if files > most {
		t.Errorf("a tab is %d files", files)
	}

	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(path, overlay, 0o600); err != nil {
		t.Fatal(err)
	}
	const tests = "^(TestNamesAreDistinct|TestViewsAreWhole|TestFor|TestEveryPlace|TestEveryViewHasFigures|TestEmptyDataset|TestHelpIsTrue|TestEverythingIsReached|" +
		"TestSmallScreensAreFilledExactly|TestLargeScreensAreFilledExactly|TestCardsFitEverywhere|TestFooterIsFromTheKeyMap|" +
		"TestWhatIsCopiedIsOnTheScreen|TestAnyKeysLeadSomewhere|TestLinksLeadWhereTheySay|TestCompletedLinksAreThere)$"
	cmd := exec.CommandContext(t.Context(), "go", "test", "-overlay", path, "-count", "1", "-run", tests,
		"./place", "./nav", "./keymap", "./text", "./report", "./screen", "./dialogue", ".", "../cmd/anhui-tui")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("with another tab: %v\n%s", err, out)
	}
}
