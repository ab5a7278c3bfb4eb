package screen

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// The lines that are shown to be typed are ones that ssh takes, also where the server
// does not know under which address it is reached.
func TestSSH(t *testing.T) {
	for _, c := range []struct{ user, address, want string }{
		{"", "demo.example.org:2222", "ssh -t -p 2222 demo.example.org present"},
		{"", "demo.example.org:22", "ssh -t demo.example.org present"},
		{"present", "demo.example.org:2222", "ssh -t -p 2222 present@demo.example.org present"},
		{"present", "demo.example.org", "ssh -t present@demo.example.org present"},
		{"present", "[2001:db8::7]:2222", "ssh -t -p 2222 present@2001:db8::7 present"},
		{"", "", "ssh -t HOST present"},
		{"present", "", "ssh -t present@HOST present"},
	} {
		if got := SSH(c.user, c.address, "present"); got != c.want {
			t.Errorf("%q at %q: %s, want %s", c.user, c.address, got, c.want)
		}
	}
}

// The title of every card begins as a sentence does.
func TestCardTitlesBeginAsSentences(t *testing.T) {
	d := datatest.Embedded(t)
	in := tuitest.Viewport(80, 24, model.EN)
	for card := place.SourceCard; card <= place.BasketCard; card++ {
		for _, line := range pageOf(d, place.Place{View: place.Shares, Card: card, Keep: "pv-revenue-2023"}, in).Frame().Plain() {
			if _, title, ok := strings.Cut(line, "│ "); ok {
				if first, _ := utf8.DecodeRuneInString(title); unicode.IsLower(first) {
					t.Errorf("%v begins %q", card, title)
				}
				break
			}
		}
	}
}
