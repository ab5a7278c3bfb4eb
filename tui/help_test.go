package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/place"
)

func embedded(t testing.TB) *model.Dataset { return datatest.Embedded(t) }

func viewport(w, h int, lang model.Lang) place.Viewport {
	return place.Viewport{Width: w, Height: h, Lang: lang, Colors: place.Colors256}
}

func at(t testing.TB, link string) place.Place {
	t.Helper()
	p, err := place.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// plain is a frame's lines without their styles.
func plain(f Frame) []string {
	lines := make([]string, len(f.Lines))
	for i, l := range f.Lines {
		lines[i] = ansi.Strip(l)
	}
	return lines
}

func screenText(a App) string { return strings.Join(plain(a.Frame()), "\n") }

func langs() []model.Lang { return []model.Lang{model.EN, model.ZH} }

// keyPress is the message of a key as terminals send it: "j", "L", "tab",
// "ctrl+d", "space", "shift+tab".
func keyPress(t testing.TB, name string) tea.KeyPressMsg {
	t.Helper()
	var k tea.KeyPressMsg
	base := name
	for prefix, mod := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "shift+": tea.ModShift} {
		if rest, ok := strings.CutPrefix(base, prefix); ok && rest != "" {
			base, k.Mod = rest, k.Mod|mod
		}
	}
	codes := map[string]rune{
		"tab": tea.KeyTab, "enter": tea.KeyEnter, "esc": tea.KeyEscape, "backspace": tea.KeyBackspace, "up": tea.KeyUp,
		"down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"home": tea.KeyHome, "end": tea.KeyEnd, "f5": tea.KeyF5, "delete": tea.KeyDelete,
	}
	switch runes := []rune(base); {
	case base == "space":
		k.Code, k.Text = tea.KeySpace, " "
	case codes[base] != 0:
		k.Code = codes[base]
	case len(runes) != 1:
		t.Fatalf("no key %q", name)
	case k.Mod == 0:
		k.Code, k.Text = runes[0], base
	default:
		k.Code = runes[0]
	}
	return k
}

// press sends keys, one after the other, and returns the last one's effect.
func press(t testing.TB, a App, keys string) (App, Effect) {
	t.Helper()
	var e Effect
	for name := range strings.FieldsSeq(keys) {
		a, e = a.Step(keyPress(t, name))
	}
	return a, e
}
