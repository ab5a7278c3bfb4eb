package screen

import (
	"slices"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
)

// The help card lists every key, with what it does.
func TestHelpCardListsTheKeys(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		p := pageOf(d, tuitest.At(t, "overview?card=help"), tuitest.Viewport(100, 200, lang))
		for _, w := range []int{80, 118} { // in one column and in two
			card := partsText(p.helpCard(w), w)
			for _, k := range keymap.For(lang) {
				if h := k.Binding.Help(); !strings.Contains(card, h.Key) || w == 80 && !strings.Contains(tuitest.Squeezed(card), tuitest.Squeezed(h.Desc)) {
					t.Errorf("%v: the card has no %q, %q", lang, h.Key, h.Desc)
				}
			}
		}
	}
}

// The footer names keys of the key map with what they do there, eight at most
// beside help and quit, which are always there; on a card it is how to close
// that and help. A dot stands between groups of them.
func TestFooterIsFromTheKeyMap(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		for _, v := range place.Views() {
			for _, card := range []place.Card{place.NoCard, place.SourceCard} {
				for _, w := range []int{40, 80, 120} {
					p := pageOf(d, place.Place{View: v, Card: card}, tuitest.Viewport(w, 24, lang))
					f := cell.NewFrame(w, 1)
					p.footer(f.Canvas())
					footer := strings.TrimSpace(f.Plain()[0])
					hints := strings.Split(strings.ReplaceAll(footer, " \u00b7 ", "   "), "   ")
					last := [2]string{"? ", "q "}
					if p.at.Card != place.NoCard { // it closes where there is nothing to tell
						last = [2]string{"Esc ", "? "}
					}
					if n := len(hints); n > 10 || !strings.HasPrefix(hints[n-2], last[0]) || !strings.HasPrefix(hints[n-1], last[1]) {
						t.Errorf("%v %v at %d: %q", lang, v, w, footer)
					}
					for _, hint := range hints {
						if !slices.ContainsFunc(keymap.For(p.in.Lang), func(k keymap.Key) bool {
							key, does, _ := strings.Cut(hint, " ")
							return does == k.Short && slices.Contains(strings.Fields(k.Binding.Help().Key), key)
						}) {
							t.Errorf("%v %v at %d: the key map has no %q", lang, v, w, hint)
						}
					}
				}
			}
		}
	}
}

// A group of keys is not interrupted by another, whatever the room.
func TestFooterIsInGroups(t *testing.T) {
	d := datatest.Embedded(t)
	for _, v := range place.Views() {
		for _, w := range []int{80, 120, 200} {
			p := pageOf(d, place.Place{View: v}, tuitest.Viewport(w, 24, model.EN))
			f := cell.NewFrame(w, 1)
			p.footer(f.Canvas())
			seen := map[keymap.Group]bool{}
			groups := strings.Split(strings.TrimSpace(f.Plain()[0]), " \u00b7 ")
			for _, group := range groups[:len(groups)-1] { // the last is help and quit
				of := map[keymap.Group]bool{}
				for hint := range strings.SplitSeq(group, "   ") {
					for _, k := range keymap.For(model.EN) {
						if key, does, _ := strings.Cut(hint, " "); does == k.Short && slices.Contains(strings.Fields(k.Binding.Help().Key), key) {
							of[k.Action.Group()] = true
						}
					}
				}
				for g := range of {
					if len(of) != 1 || seen[g] {
						t.Errorf("%v at %d: %q", v, w, group)
					}
					seen[g] = true
				}
			}
		}
	}
}
