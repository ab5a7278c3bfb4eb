package tui

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
)

// Whatever is pressed and clicked, the place is one that a link can name, and
// the screen is full.
func TestAnyKeysLeadSomewhere(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	r := rand.New(rand.NewPCG(4, 2))
	var keys []string
	for _, k := range keymap.For(model.EN) {
		for _, name := range k.Binding.Keys() {
			if k.Action != keymap.QuitNow && k.Action != keymap.CloseOrQuit {
				keys = append(keys, name)
			}
		}
	}
	keys = append(keys, "p", "v", "\u5149", "esc", "esc", "x", "f5", "delete")
	a := New(d, place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{})
	for n := range 3000 {
		name := keys[r.IntN(len(keys))]
		before := a.Place()
		var e Effect
		switch r.IntN(12) {
		case 0:
			a, _ = a.Click(a.Frame(), r.IntN(a.in.Width), r.IntN(a.in.Height))
			name = "a click"
		default:
			a, e = press(t, a, name)
		}
		at := a.Place()
		at.Status, at.Caret = "", 0 // what was said of the last key, and where the next letter goes, are in no link
		if got, err := place.Parse(at.Link()); err != nil || got != at {
			t.Fatalf("%s at %s: the place is %+v, whose link %q is %+v, %v", name, before.Link(), at, at.Link(), got, err)
		}
		if name == "esc" && e.Quit {
			t.Fatalf("Esc quits at %s", before.Link())
		}
		if n%10 == 0 {
			a.in = a.in.Size(1+r.IntN(130), 1+r.IntN(45))
			lines := a.Frame().Lines()
			if len(lines) != a.in.Height || slices.ContainsFunc(lines, func(l string) bool { return ansi.StringWidth(l) != a.in.Width }) {
				t.Fatalf("%s at %s does not fill %+v:\n%s", name, a.Place().Link(), a.in, screenText(a))
			}
		}
	}
}
