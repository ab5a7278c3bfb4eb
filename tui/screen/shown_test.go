package screen

import (
	"slices"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/text"
)

// What the screen shows of a figure, typed as it is, finds that figure.
func TestShownIsFound(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, words := range []*text.Texts{text.For(model.EN), text.For(model.ZH), text.ASCII(model.EN)} {
		missed := 0
		for _, f := range d.Figures {
			found := model.Found{Kind: model.FoundFigure, ID: f.ID}
			shown := words.Value(f)
			if n := strings.TrimPrefix(shown, "target "); strings.Trim(n, "0123456789") == "" && len(n) < 3 {
				continue // a short number without a unit is in too many
			}
			if !slices.Contains(d.Search(shown, len(d.Figures)).Found, found) {
				if missed++; missed < 10 {
					t.Errorf("%q does not find %s", shown, f.ID)
				}
			}
		}
		if missed > 0 {
			t.Errorf("%d of %d are not found", missed, len(d.Figures))
		}
	}
}
