package tui

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

func TestKeyMap(t *testing.T) {
	for _, lang := range langs() {
		does := map[string]Action{}
		bound := map[Action]bool{}
		for _, k := range KeyMap(lang) {
			for _, name := range k.Binding.Keys() {
				if other, taken := does[name]; taken {
					t.Errorf("%s does both %d and %d", name, other, k.Action)
				}
				does[name] = k.Action
				if got := actionOf(KeyMap(lang), keyPress(t, name).String()); got != k.Action {
					t.Errorf("pressing %s does %d, want %d", name, got, k.Action)
				}
				if strings.Contains(name, "alt+") || strings.Contains(name, "ctrl+shift") {
					t.Errorf("%s: terminals and window managers keep it to themselves", name)
				}
			}
			if bound[k.Action] {
				t.Errorf("two entries do %d", k.Action)
			}
			bound[k.Action] = true
			if h := k.Binding.Help(); (h.Key == "") != (h.Desc == "") || (h.Desc == "") != (k.Short == "") {
				t.Errorf("%v: keys %q, long %q, short %q", k.Binding.Keys(), h.Key, h.Desc, k.Short)
			}
		}
		if got := actionOf(KeyMap(lang), "\u3000"); got != pageDown {
			t.Errorf("the space of a Chinese input method does %d", got)
		}
		for do := moveDown; do < toTab+Action(len(place.Views())); do++ {
			if !bound[do] {
				t.Errorf("no key does %d", do)
			}
		}
	}
}

// The help card lists every key, with what it does.
func TestHelpCardListsTheKeys(t *testing.T) {
	d := embedded(t)
	for _, lang := range langs() {
		p := newPage(d, at(t, "overview?card=help"), viewport(100, 200, lang))
		card := ansi.Strip(strings.Join(p.helpCard(90), "\n"))
		for _, k := range KeyMap(lang) {
			if h := k.Binding.Help(); !strings.Contains(card, h.Key) || !strings.Contains(card, h.Desc) {
				t.Errorf("%v: the card has no %q, %q", lang, h.Key, h.Desc)
			}
		}
	}
}

// The footer names keys of the key map with what they do there, six at most
// beside help and quit, which are always there; on a card it is how to close
// that and help.
func TestFooterIsFromTheKeyMap(t *testing.T) {
	d := embedded(t)
	for _, lang := range langs() {
		for _, v := range place.Views() {
			for _, card := range []place.Card{place.NoCard, place.SourceCard} {
				for _, w := range []int{40, 80, 120} {
					p := newPage(d, place.Place{View: v, Card: card}, viewport(w, 24, lang))
					footer := strings.TrimSpace(ansi.Strip(p.footer(Area{W: w, H: 1})))
					hints := strings.Split(footer, "   ")
					last := [2]string{"? ", "q "}
					if p.at.Card != place.NoCard { // it closes where there is nothing to tell
						last = [2]string{"Esc ", "? "}
					}
					if n := len(hints); n > 8 || !strings.HasPrefix(hints[n-2], last[0]) || !strings.HasPrefix(hints[n-1], last[1]) {
						t.Errorf("%v %v at %d: %q", lang, v, w, footer)
					}
					for _, hint := range hints {
						if !slices.ContainsFunc(KeyMap(p.in.Lang), func(k Key) bool {
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

// readmeKeys is the README's table of keys.
func readmeKeys() string {
	var b strings.Builder
	b.WriteString("| Keys | What they do |\n|---|---|\n")
	for _, k := range KeyMap(model.EN) {
		if h := k.Binding.Help(); h.Desc != "" {
			b.WriteString("| `" + strings.Join(strings.Fields(h.Key), "` `") + "` | " + h.Desc + " |\n")
		}
	}
	return b.String()
}

func TestReadmeListsTheKeys(t *testing.T) {
	const begin, end = "<!-- keys -->\n", "<!-- /keys -->"
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatalf("%v; its table of keys, to be pasted:\n%s%s%s", err, begin, readmeKeys(), end)
	}
	_, rest, ok := strings.Cut(string(readme), begin)
	table, _, ends := strings.Cut(rest, end)
	if !ok || !ends || strings.TrimSpace(table) != strings.TrimSpace(readmeKeys()) {
		t.Errorf("the keys in README.md are not those of the program; paste this:\n%s%s%s", begin, readmeKeys(), end)
	}
}
