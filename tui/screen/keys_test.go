package screen

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// The help card lists every key once, with what it does, in one column or two, and
// first those that are for something in its view only.
func TestHelpCardListsTheKeys(t *testing.T) {
	d := datatest.Embedded(t)
	first := map[place.View]string{place.Clusters: "v", place.Shares: "w", place.Trends: "x", place.Cities: "o", place.Voices: "f", place.Sources: "s"}
	for _, lang := range tuitest.Langs() {
		words := text.For(lang)
		for _, v := range place.Views() {
			p := pageOf(d, place.Place{View: v, Card: place.HelpCard}, tuitest.Viewport(100, 200, lang))
			one, at := partsText(p.helpCard(34), 34), keyRoom+helpGap
			for _, k := range keymap.For(lang) {
				if h := k.Binding.Help(); !strings.Contains(columnOf(one, at, 34), tuitest.Squeezed(h.Desc)) {
					t.Errorf("%v %v: no %q, %q in\n%s", lang, v, h.Key, h.Desc, one)
				}
				times := 0
				for _, g := range p.helpGroups() {
					for _, listed := range g.keys {
						if listed.Action == k.Action {
							times++
						}
					}
				}
				if want := len(strings.Fields(k.Binding.Help().Key)); times != min(want, 1) {
					t.Errorf("%v %v: %q is in %d groups", lang, v, k.Binding.Help().Key, times)
				}
			}
			for _, w := range []int{34, 74, 118} {
				card := partsText(p.helpCard(w), w)
				for _, k := range keymap.For(lang) {
					for key := range strings.FieldsSeq(k.Binding.Help().Key) {
						if !strings.Contains(card, key) {
							t.Errorf("%v %v: a card of %d has no %q:\n%s", lang, v, w, key, card)
						}
					}
				}
				head, rest := strings.Split(card, "\n")[0], card
				if !strings.HasPrefix(head, words.Views[v]) || w >= 74 && len(strings.Fields(head)) < 2 {
					t.Errorf("%v %v: a card of %d begins with %q", lang, v, w, head)
				}
				if rest, _, _ = strings.Cut(rest, "\n"+words.KeyGroups[keymap.Moving]); !strings.Contains(rest, "\n"+first[v]) {
					t.Errorf("%v %v: %q is not among the first keys:\n%s", lang, v, first[v], card)
				}
			}
		}
	}
}

//nolint:gochecknoglobals // a constant that takes code to make
var keyed = regexp.MustCompile(`^(\S+(?: \S+)*? {2,})\S`) // a line of keys and what they do

// What keys do begins in one column of a card, or of both halves of it, and that is
// near where a short key ends.
func TestHelpCardIsAligned(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		for _, v := range place.Views() {
			const most = 9
			for _, w := range []int{34, 74, 118} {
				p := pageOf(d, place.Place{View: v, Card: place.HelpCard}, tuitest.Viewport(100, 200, lang))
				card := partsText(p.helpCard(w), w)
				keys, _, _ := strings.Cut(card, text.For(lang).Head.Reading)
				begins := map[int]int{}
				for l := range strings.SplitSeq(keys, "\n") {
					left := cell.Truncate(l, w/2, "")
					halves := []string{left, strings.TrimPrefix(strings.TrimPrefix(l, left), " ")}
					if w < 70 {
						halves = []string{l}
					}
					for _, half := range halves {
						if m := keyed.FindStringSubmatch(half); m != nil {
							begins[cell.Width(m[1])]++
						}
					}
				}
				for at, lines := range begins {
					if len(begins) != 1 || at > most || lines < 30 {
						t.Errorf("%v %v: in a card of %d what keys do begins at %v, want one of at most %d\n%s", lang, v, w, begins, most, card)
						break
					}
				}
			}
		}
	}
}

// columnOf is the text of a column of lines, without its spaces.
func columnOf(lines string, from, to int) string {
	var all strings.Builder
	for l := range strings.SplitSeq(lines, "\n") {
		all.WriteString(tuitest.Squeezed(cell.Truncate(strings.TrimPrefix(l, cell.Truncate(l, from, "")), to-from, "")))
	}
	return all.String()
}

//nolint:gochecknoglobals // a constant that takes code to make
var apart = regexp.MustCompile(` {2,}`) // what is between hints

// The footer names keys of the key map with what they do there, eight at most
// beside help and quit, which are always there, search and export among them where it
// has 80 columns; on a card it is how to close that and help. A dot stands between
// groups of them.
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
					hints := apart.Split(strings.ReplaceAll(footer, " \u00b7 ", "   "), -1)
					last := [2]string{"? ", "q "}
					if p.at.Card != place.NoCard { // it closes where there is nothing to tell
						last = [2]string{"Esc ", "? "}
					}
					if n := len(hints); n > 10 || !strings.HasPrefix(hints[n-2], last[0]) || !strings.HasPrefix(hints[n-1], last[1]) {
						t.Errorf("%v %v at %d: %q", lang, v, w, footer)
					}
					for _, key := range []string{"/ ", "e "} {
						if w >= 80 && card == place.NoCard && !slices.ContainsFunc(hints, func(h string) bool { return strings.HasPrefix(h, key) }) {
							t.Errorf("%v %v at %d: no %q in %q", lang, v, w, key, footer)
						}
					}
					for _, hint := range hints {
						if !slices.ContainsFunc(keymap.For(p.in.Lang), func(k keymap.Key) bool {
							key, does, _ := strings.Cut(hint, " ")
							short := k.Short
							if k.Action == keymap.MoveRight { // whose word is of where the cursor is
								short = p.asideWord()
							}
							return does == short && slices.Contains(strings.Fields(k.Binding.Help().Key), key)
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
				for hint := range slices.Values(apart.Split(group, -1)) {
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
