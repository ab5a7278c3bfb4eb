package screen

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

var hyperlink = regexp.MustCompile(`\x1b\]8;id=a;(.*?)\x1b\\(.*?)\x1b\]8;;\x1b\\`)

// Where an address is shown it leads there, on each of the lines it is on; its
// text is the address itself. A terminal that cannot follow it gets none.
func TestAddressesCanBeFollowed(t *testing.T) {
	d := datatest.Embedded(t)
	f := d.Figure("pv-inverter-share-china-r2024-09")
	for _, link := range []string{
		"shares/" + f.ID + "?card=source", "shares/" + f.ID + "?card=cite", "sources/" + f.Source.ID,
	} {
		for _, width := range []int{200, 80, 40, 30} {
			for _, lang := range tuitest.Langs() {
				in := tuitest.Viewport(width, 80, lang)
				without := Render(d, tuitest.At(t, link), in)
				in.Links = true
				with := Render(d, tuitest.At(t, link), in)
				shown, lines := "", 0
				for y, l := range with.Lines() {
					for _, m := range hyperlink.FindAllStringSubmatch(l, -1) {
						if m[1] != f.Source.URL {
							t.Errorf("%s, %d: line %d leads to %q", link, width, y, m[1])
						}
						shown, lines = shown+ansi.Strip(m[2]), lines+1
					}
					if ansi.Strip(l) != ansi.Strip(without.Lines()[y]) || strings.Contains(without.Lines()[y], "\x1b]") {
						t.Errorf("%s, %d: line %d is %q without links", link, width, y, without.Lines()[y])
					}
				}
				if shown != f.Source.URL {
					t.Errorf("%s, %d: the link on %d lines says %q, want %q", link, width, lines, shown, f.Source.URL)
				}
			}
		}
	}
}

// What is no address of the web is shown and leads nowhere: another data
// package may hold anything.
func TestOnlyTheWebIsFollowed(t *testing.T) {
	for address, shown := range map[string]string{
		"": "", "javascript:alert(1)": "javascript:alert(1)", "https://a\x1b\\b": "https://a\\b", "https://\u4e2d": "https://\u4e2d",
	} {
		p := Page{in: place.Viewport{Lang: model.EN, Links: true}}
		f := cell.NewFrame(40, 2)
		p.leading(f.Canvas(), address).Put(0, 0, 0, "text")
		p.putLinked(f.Canvas().Line(1), 0, "see "+address, "see "+address, address, 0)
		if got, want := f.Lines(), []string{cell.Fit("text", 40), cell.Fit("see "+shown, 40)}; !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}
