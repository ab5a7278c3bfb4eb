package terminal

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
)

// typist is a terminal on a fake clock, and the program that reads it: bytes, and
// the silence in between, for which the program waits as Timeout says.
type typist struct {
	in  Input
	got []string
}

func (p *typist) emit(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		p.got = append(p.got, msg.String())
	case tea.PasteMsg:
		p.got = append(p.got, "paste "+msg.Content)
	default:
		p.got = append(p.got, fmt.Sprintf("%T", msg))
	}
}

func (p *typist) send(s string) { p.in.Feed([]byte(s), p.emit) }

func (p *typist) silence(d time.Duration) {
	for end := time.Now().Add(d); ; {
		wait := p.in.Timeout()
		if left := time.Until(end); wait == 0 || wait > left {
			time.Sleep(left)
			return
		}
		time.Sleep(wait)
		p.in.Expire(p.emit)
	}
}

// kinds are what a terminal sends, and what it is.
func kinds() map[string][]string {
	return map[string][]string{
		"\x1b[A":                             {"up"},
		"\x1b[1;5C":                          {"ctrl+right"},
		"\x1bOP":                             {"f1"},
		"\x1b[5~":                            {"pgup"},
		"\x1b[97;5u":                         {"ctrl+a"},
		"\x1b[<64;40;12M":                    {"tea.MouseWheelMsg"},
		"\x1b[<0;4;2M":                       {"tea.MouseClickMsg"},
		"\x1b[I":                             {"tea.FocusMsg"},
		"\x1b[?2026;2$y":                     {"tea.ModeReportMsg"},
		"\x1b]11;rgb:ffff/ffff/ffff\a":       {"tea.BackgroundColorMsg"},
		"\x1b]11;rgb:ffff/ffff/ffff\x1b\\":   {"tea.BackgroundColorMsg"},
		"\x1bP>|foot(1.16.2)\x1b\\":          nil,
		"\x1b[200~q \u4ea7\u91cf\r\x1b[201~": {"paste q \u4ea7\u91cf\r"},
		"\u5b89":                             {"\u5b89"},
		"\U0001f600":                         {"\U0001f600"},
	}
}

// Whatever a terminal sends may come in two parts, with a pause before the
// second: it is the same, and nothing of it is a key. A lone ESC has less time,
// but for the answers to what was asked.
func TestCutInput(t *testing.T) {
	for sequence, want := range kinds() {
		for cut := 1; cut < len(sequence); cut++ {
			for _, pause := range []time.Duration{0, 1, 50, 99, 200, 500, 900} {
				lone := sequence[:cut] == "\x1b"
				answer := strings.HasPrefix(sequence, "\x1b]11;") || strings.HasPrefix(sequence, "\x1b[?")
				if lone && pause > 99 && !answer {
					continue // by then it was the key
				}
				synctest.Test(t, func(t *testing.T) {
					var p typist
					p.in.Asked()
					p.send(sequence[:cut])
					p.silence(pause * time.Millisecond)
					p.send(sequence[cut:])
					p.silence(5 * time.Second)
					p.send("j")
					want := append(slices.Clone(want), "j")
					if lone && pause > 99 {
						want = append([]string{"esc"}, want...)
					}
					if !slices.Equal(p.got, want) {
						t.Errorf("%q cut after %d bytes for %d ms: %q, want %q", sequence, cut, pause, p.got, want)
					}
				})
			}
		}
	}
}

// What is never finished is thrown away, and keys are keys again after a second
// at most, however fast they are pressed; Esc and Ctrl-C are at once.
func TestUnfinishedInput(t *testing.T) {
	for sequence := range kinds() {
		for cut := 2; cut < len(sequence); cut++ {
			synctest.Test(t, func(t *testing.T) {
				var p typist
				p.send(sequence[:cut])
				for range 15 {
					p.silence(100 * time.Millisecond)
					p.send("q")
				}
				if !slices.Contains(p.got, "q") {
					t.Errorf("%q: q counts for nothing in 1.5 s: %q", sequence[:cut], p.got)
				}
			})
			synctest.Test(t, func(t *testing.T) {
				var p typist
				p.send(sequence[:cut])
				p.send("\x03")
				if !slices.Contains(p.got, "ctrl+c") {
					t.Errorf("%q: Ctrl-C counts for nothing: %q", sequence[:cut], p.got)
				}
			})
			synctest.Test(t, func(t *testing.T) {
				var p typist
				p.send(sequence[:cut])
				p.silence(50 * time.Millisecond)
				p.send("\x1b")
				p.silence(time.Second)
				if !slices.Contains(p.got, "esc") {
					t.Errorf("%q: Esc counts for nothing: %q", sequence[:cut], p.got)
				}
			})
		}
	}
}

// After Esc, keys that an answer could begin with are keys.
func TestKeysAfterEscape(t *testing.T) {
	for _, keys := range []string{"]", "[", "]j", "[j", "?", "]1", "]]", "[["} {
		synctest.Test(t, func(t *testing.T) {
			var p typist
			p.in.Asked()
			p.send("\x1b")
			p.silence(200 * time.Millisecond)
			for _, key := range keys {
				p.send(string(key))
			}
			p.silence(200 * time.Millisecond)
			if want := append([]string{"esc"}, strings.Split(keys, "")...); !slices.Equal(p.got, want) {
				t.Errorf("Esc and %q: %q, want %q", keys, p.got, want)
			}
		})
	}
}

// A paste takes as long as it takes, and a bounded part of it is kept.
func TestLongPaste(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var p typist
		p.send("\x1b[200~")
		for range 100 {
			p.silence(800 * time.Millisecond)
			p.send(strings.Repeat("q", 100))
		}
		p.send("\x1b[201~j")
		if want := []string{"paste " + strings.Repeat("q", maxPaste), "j"}; !slices.Equal(p.got, want) {
			t.Errorf("%d messages, want a paste and j: %.80q", len(p.got), p.got)
		}
	})
}
