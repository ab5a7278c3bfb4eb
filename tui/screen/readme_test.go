package screen

import (
	"os"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/place"
)

// TestReadmeScreen keeps the README's screenshot true.
func TestReadmeScreen(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "<!-- screen:")
	_, rest, _ = strings.Cut(rest, "```text\n")
	shown, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("README.md has no screen between its marks")
	}
	d := datatest.Embedded(t)
	lines := Render(d, place.Place{}, place.Viewport{Width: 100, Height: 24}).Plain()
	var want strings.Builder
	for _, l := range lines {
		want.WriteString(strings.TrimRight(l, " ") + "\n")
	}
	if shown != want.String() {
		t.Errorf("README.md shows another screen than the program draws; paste this:\n%s", want.String())
	}
}
