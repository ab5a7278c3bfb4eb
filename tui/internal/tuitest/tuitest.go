// Package tuitest has what the tests of the dashboard's packages share.
package tuitest

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// Langs returns the languages of the interface.
func Langs() []model.Lang { return []model.Lang{model.EN, model.ZH} }

// Viewport returns a viewport of 256 colours.
func Viewport(w, h int, lang model.Lang) place.Viewport {
	return place.Viewport{Width: w, Height: h, Lang: lang, Colors: place.Colors256}
}

// Cards returns no card and all cards.
func Cards() []place.Card {
	cards := []place.Card{place.NoCard}
	for c := place.NoCard + 1; c.String() != place.NoCard.String(); c++ {
		cards = append(cards, c)
	}
	return cards
}

// At returns the place a link names.
func At(t testing.TB, link string) place.Place {
	t.Helper()
	p, err := place.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// EachPlace calls do for every place of the cursor: each item of each view in its
// forms, and each step-th line of its detail.
func EachPlace(d *model.Dataset, lang model.Lang, step int, do func(at place.Place)) {
	starts := make([]place.Place, 0, len(place.Views())+6)
	for _, v := range place.Views() {
		starts = append(starts, place.Place{View: v})
	}
	starts = append(
		starts,
		place.Place{View: place.Trends, Table: true},
		place.Place{View: place.Shares, Table: true},
		place.Place{View: place.Shares, Scope: "world"},
		place.Place{View: place.Shares, Scope: "world", Table: true},
		place.Place{View: place.Shares, Scope: "anhui"},
		place.Place{View: place.Shares, Scope: "anhui", Table: true},
	)
	for _, at := range starts {
		for _, item := range nav.Items(d, at, lang) {
			at.Item, at.Sub = item, ""
			do(at)
			for i, sub := range nav.Subs(d, at, lang) {
				if at.Sub = sub; i%step == 0 {
					do(at)
				}
			}
		}
	}
}

// Squeezed returns a text without its spaces, to find in it what was wrapped.
func Squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

// KeyPress returns the message of a key as terminals send it: "j", "L", "tab",
// "ctrl+d", "space", "shift+tab".
func KeyPress(t testing.TB, name string) tea.KeyPressMsg {
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
