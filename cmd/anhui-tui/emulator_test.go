//go:build unix && clients

package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// emulator is a terminal with the program in it.
type emulator interface {
	press(key string)
	rows() [][]shown // what is on the screen
}

// opener starts a command in an emulator. The environment is all it has.
type opener func(t *testing.T, in place.Viewport, environ []string, command ...string) emulator

func emulators() map[string]opener {
	return map[string]opener{"tmux": openTmux, "xterm.js": openXterm, "go": openGo}
}

// steps are the keys that are pressed one after the other, and with each the
// screen is looked at: every view, the list and the detail, cards, search, a
// full-width key, both languages, all themes. An Escape that changes nothing is
// not among them: a key right after it would be taken for one with Alt.
func steps() []string {
	return strings.Fields("1 j Enter j i Escape 2 w t 3 j c 4 Enter 5 j 0 ? q L 2 j i Escape 3 \uff14 / g f Enter y " +
		"2 i T Escape T j T T")
}

// message is the key as Bubble Tea has it.
func message(key string) tea.KeyPressMsg {
	switch key {
	case "Enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "Escape":
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	}
	r := []rune(key)[0]
	return tea.KeyPressMsg{Code: r, Text: key}
}

// sequence is the key as a terminal sends it.
func sequence(key string) string {
	switch key {
	case "Enter":
		return "\r"
	case "Escape":
		return "\x1b"
	}
	return key
}

// same holds the screen to become the frame.
func same(t *testing.T, e emulator, f screen.Frame, after string) {
	t.Helper()
	said := ""
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if said = differs(e.rows(), framed(f)); said == "" {
			return
		}
	}
	t.Fatalf("after %s: %s", after, said)
}

// walk presses the keys and holds the screen to be the App's.
func walk(t *testing.T, e emulator, in place.Viewport) {
	t.Helper()
	d := datatest.Embedded(t)
	app := tui.New(d, place.Place{}, in, tui.Options{FixedTheme: true})
	same(t, e, app.Frame(), "the start")
	for i, key := range steps() {
		next, _ := app.Update(message(key))
		app, _ = next.(tui.App)
		e.press(key)
		same(t, e, app.Frame(), fmt.Sprintf("step %d, %s, at %s", i+1, key, app.Place().Link()))
	}
}

func TestEmulators(t *testing.T) {
	program := build(t, ".")
	for name, open := range emulators() {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			for _, lang := range []model.Lang{model.EN, model.ZH} {
				t.Run(fmt.Sprintf("%s/%dx%d/%v", name, size[0], size[1], lang), func(t *testing.T) {
					t.Parallel()
					in := place.Viewport{Width: size[0], Height: size[1], Colors: place.Colors256, Lang: lang, Links: true}
					walk(t, open(t, in, []string{"TERM=xterm-256color", "LANG=C.UTF-8", "ANHUI_TUI_LANG=" + lang.String()}, program), in)
				})
			}
		}
	}
}
