package screen

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// screens are the frames of places one below the other, without styles and
// without the spaces at the ends of lines.
func screens(t *testing.T, d *model.Dataset, in place.Viewport, links ...string) string {
	t.Helper()
	var b strings.Builder
	for _, link := range links {
		b.WriteString("=== " + link + "\n")
		for _, l := range Render(d, tuitest.At(t, link), in).Plain() {
			b.WriteString(strings.TrimRight(l, " ") + "\n")
		}
	}
	return b.String()
}

// The views as people see them. Read what changed, then -update. One size has
// the live data, so that changes of rows are seen on screens; the others change
// with the drawing alone.
func TestScreens(t *testing.T) {
	live, fixture := datatest.Embedded(t), datatest.Dataset(t)
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 50}} {
		for _, lang := range tuitest.Langs() {
			t.Run(fmt.Sprintf("%dx%d-%v", size[0], size[1], lang), func(t *testing.T) {
				d, in := fixture, tuitest.Viewport(size[0], size[1], lang)
				if in.Width == 80 {
					d = live
				}
				golden.RequireEqual(t, screens(t, d, in, "overview", "clusters", "shares", "trends", "cities", "voices", "sources"))
			})
		}
	}
}

// What can be opened or switched to, at the size of a common terminal.
func TestCardScreens(t *testing.T) {
	d := datatest.Dataset(t)
	for _, lang := range tuitest.Langs() {
		t.Run(lang.String(), func(t *testing.T) {
			golden.RequireEqual(t, screens(t, d, tuitest.Viewport(80, 24, lang),
				"shares?card=source", "clusters/auto/vehicle-exports-share-china-2024?card=source", "shares?card=cite", "shares?card=link",
				"shares?card=export", "overview?card=help", "overview?card=search&q=glass", "overview?card=palette&q=sh",
				"clusters/display/panel-lines-2024", "shares?scope=world&as=table", "shares?sort=cluster", "trends/pv-revenue?as=table",
				"trends/nev-output?with=vehicle-output", "voices?topic=pv", "sources/conflicts", "sources/china-daily-2024-09-18"))
		})
	}
	t.Run("ascii", func(t *testing.T) {
		in := tuitest.Viewport(80, 24, model.EN)
		in.ASCII = true
		golden.RequireEqual(t, screens(t, d, in, "overview", "clusters", "shares", "trends", "shares?card=source"))
	})
	t.Run("20x5", func(t *testing.T) {
		golden.RequireEqual(t, screens(t, d, tuitest.Viewport(20, 5, model.EN), "overview", "clusters", "shares", "trends", "voices", "sources"))
	})
}

// On a screen of five lines there still is a number, or what somebody said: the
// words here are those of the rows of the fixture.
func TestTinyScreensShowSomething(t *testing.T) {
	d := datatest.Dataset(t)
	share, revenue := d.Figure("pv-glass-share-china-r2024-09").Indicator.Name, d.Figure("pv-revenue-2023").Indicator.Name
	person, said := d.Statement("wang-qingxian-2025-01-20-nev").Person.Name, d.Statement("wang-qingxian-2025-01-20-nev").Text
	for link, want := range map[string][]model.Text{
		"overview": {{EN: ">50%", ZH: "50%"}, share, {EN: "2024", ZH: "2024"}},
		"clusters": {{EN: ">50%", ZH: "50%"}, share, {EN: "2024", ZH: "2024"}},
		"shares":   {{EN: ">50%", ZH: "50%"}, share, {EN: "2024", ZH: "2024"}},
		"trends":   {{EN: "CNY 296.7 bn", ZH: "2967.4"}, revenue, {EN: "2023", ZH: "2023"}},
		"voices":   {person, {EN: "2025-01-20", ZH: "2025-01-20"}, {EN: said.EN[:40], ZH: string([]rune(said.ZH)[:10])}},
		"sources":  {{EN: strconv.Itoa(len(d.Figures)), ZH: strconv.Itoa(len(d.Figures))}, {EN: strconv.Itoa(len(d.Sources)), ZH: strconv.Itoa(len(d.Sources))}},
	} {
		for _, lang := range tuitest.Langs() {
			screen := strings.Join(Render(d, tuitest.At(t, link), tuitest.Viewport(20, 5, lang)).Plain(), " ")
			for _, words := range want { // wherever lines break
				if !strings.Contains(strings.ReplaceAll(screen, " ", ""), strings.ReplaceAll(words.In(lang), " ", "")) {
					t.Errorf("%s in %v at 20×5 does not say %q: %q", link, lang, words.In(lang), screen)
				}
			}
		}
	}
}
