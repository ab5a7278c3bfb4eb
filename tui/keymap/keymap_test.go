package keymap

import (
	"os"
	"strings"
	"testing"

	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

func TestFor(t *testing.T) {
	for _, lang := range tuitest.Langs() {
		does := map[string]Action{}
		bound := map[Action]bool{}
		for _, k := range For(lang) {
			for _, name := range k.Binding.Keys() {
				if other, taken := does[name]; taken {
					t.Errorf("%s does both %d and %d", name, other, k.Action)
				}
				does[name] = k.Action
				if got := Match(For(lang), tuitest.KeyPress(t, name).String()); got != k.Action {
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
		// What a Chinese input method sends for keys.
		for sent, want := range map[string]Action{
			"\u3000": PageDown, "\u3001": StartSearch, "\uff0f": StartSearch, "\u3002": StartTour, "\uff0e": StartTour,
			"\u3010": PrevTab, "\u3011": NextTab, "\u300c": PrevTab, "\u300d": NextTab, "\uff1a": ShowPalette, "\uff1f": ShowHelp,
			"\uff01": ShowConflicts, "\uff12": ToTab + 2, "\u5149": None,
		} {
			if got := Match(For(lang), sent); got != want {
				t.Errorf("%s does %d, want %d", sent, got, want)
			}
		}
		for do := MoveDown; do < ToTab+Action(len(place.Views())); do++ {
			if !bound[do] {
				t.Errorf("no key does %d", do)
			}
		}
	}
}

// readmeKeys is the README's table of keys.
func readmeKeys() string {
	var b strings.Builder
	b.WriteString("| Keys | What they do |\n|---|---|\n")
	for _, k := range For(model.EN) {
		if h := k.Binding.Help(); h.Desc != "" {
			b.WriteString("| `" + strings.Join(strings.Fields(h.Key), "` `") + "` | " + h.Desc + " |\n")
		}
	}
	return b.String()
}

func TestReadmeListsTheKeys(t *testing.T) {
	const begin, end = "<!-- keys -->\n", "<!-- /keys -->"
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatalf("%v; its table of keys, to be pasted:\n%s%s%s", err, begin, readmeKeys(), end)
	}
	_, rest, ok := strings.Cut(string(readme), begin)
	table, _, ends := strings.Cut(rest, end)
	if !ok || !ends || strings.TrimSpace(table) != strings.TrimSpace(readmeKeys()) {
		t.Errorf("the keys in README.md are not those of the program; paste this:\n%s%s%s", begin, readmeKeys(), end)
	}
}
