package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// screens are the frames of places one below the other, without styles and
// without the spaces at the ends of lines.
func screens(t *testing.T, d *model.Dataset, in place.Viewport, links ...string) string {
	t.Helper()
	var b strings.Builder
	for _, link := range links {
		b.WriteString("=== " + link + "\n")
		for _, l := range plain(Render(d, at(t, link), in)) {
			b.WriteString(strings.TrimRight(l, " ") + "\n")
		}
	}
	return b.String()
}

// The views as people see them. Read what changed, then -update.
func TestScreens(t *testing.T) {
	d := embedded(t)
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 50}} {
		for _, lang := range langs() {
			t.Run(fmt.Sprintf("%dx%d-%v", size[0], size[1], lang), func(t *testing.T) {
				in := viewport(size[0], size[1], lang)
				golden.RequireEqual(t, screens(t, d, in, "overview", "clusters", "shares", "trends", "voices", "sources"))
			})
		}
	}
}

// What can be opened or switched to, at the size of a common terminal.
func TestCardScreens(t *testing.T) {
	d := embedded(t)
	for _, lang := range langs() {
		t.Run(lang.String(), func(t *testing.T) {
			golden.RequireEqual(t, screens(t, d, viewport(80, 24, lang),
				"shares?card=source", "clusters/auto/vehicle-exports-share-china-2024?card=source", "shares?card=cite", "shares?card=link",
				"shares?card=export", "overview?card=help", "overview?card=search&q=glass", "overview?card=palette&q=sh",
				"clusters/display/"+firstSub(d, "display"), "shares?scope=world&as=table", "shares?sort=cluster", "trends/pv-revenue?as=table",
				"trends/nev-output?with=vehicle-output", "voices?topic=pv", "sources/conflicts", "sources/china-daily-2024-09-18"))
		})
	}
	t.Run("ascii", func(t *testing.T) {
		in := viewport(80, 24, model.EN)
		in.ASCII = true
		golden.RequireEqual(t, screens(t, d, in, "overview", "clusters", "shares", "trends", "shares?card=source"))
	})
	t.Run("20x5", func(t *testing.T) {
		golden.RequireEqual(t, screens(t, d, viewport(20, 5, model.EN), "overview", "clusters", "shares", "trends", "voices", "sources"))
	})
}

// On a screen of five lines there still is a number, or what somebody said.
func TestTinyScreensShowSomething(t *testing.T) {
	d := embedded(t)
	for _, lang := range langs() {
		for _, v := range place.Views() {
			a := New(d, place.Place{View: v}, viewport(20, 5, lang), Options{})
			if strings.TrimSpace(screenText(a)) == "" {
				t.Errorf("%v %v is empty at 20×5", lang, v)
			}
		}
	}
}
