package sshd

import (
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
)

// inputs are the bytes of every key there is, but for those that quit, and of
// what a terminal says on its own.
func inputs(t *testing.T) []string {
	t.Helper()
	named := map[string]string{
		"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "pgup": "\x1b[5~", "pgdown": "\x1b[6~",
		"home": "\x1b[H", "end": "\x1b[F", "tab": "\t", "shift+tab": "\x1b[Z", "enter": "\r", "esc": "\x1b[27u",
		"backspace": "\x7f", "space": " ",
	}
	all := []string{"\x1b[I", "\x1b[O", "\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b[<0;5;5M", "\x1b[<65;5;5M"}
	for _, k := range keymap.For(model.EN) {
		for _, name := range k.Binding.Keys() {
			letter, ctrl := strings.CutPrefix(name, "ctrl+")
			switch {
			case name == "q" || name == "ctrl+c":
			case named[name] != "":
				all = append(all, named[name])
			case ctrl:
				all = append(all, string(rune(letter[0]&0x1f)))
			case len(name) == 1:
				all = append(all, name)
			case !strings.HasPrefix(name, "shift+"): // of a letter, which is here already
				t.Errorf("what does a terminal send for %s?", name)
			}
		}
	}
	return all
}

// copied returns what a session's terminal was told to put on its clipboard,
// each time.
func copied(t *testing.T, out string) []string {
	t.Helper()
	parts := strings.Split(out, "\x1b]52;c;")[1:]
	all := make([]string, 0, len(parts))
	for _, part := range parts {
		code, _, _ := strings.Cut(part, "\x07")
		text, err := base64.StdEncoding.DecodeString(code)
		if err != nil {
			t.Error(err)
		}
		all = append(all, string(text))
	}
	return all
}

// TestHeldOutput presses 10,000 keys while a client has had too much output to
// get more. What it is given then is a frame, and of all it has made the server
// keep in the meantime the last of each kind.
func TestHeldOutput(t *testing.T) {
	const keys, frame = 10_000, 16 << 10
	all := inputs(t)
	random := rand.New(rand.NewPCG(1, 2))
	var mixed strings.Builder
	for range keys {
		mixed.WriteString(all[random.IntN(len(all))])
	}
	dataset()
	for name, c := range map[string]struct {
		link, input string
		copies      bool
	}{
		"figures":     {"shares", strings.Repeat("jy", keys/2), true},
		"links":       {"trends", strings.Repeat("jY", keys/2), true},
		"citations":   {"shares?card=cite", strings.Repeat("L", keys), true},
		"commands":    {"shares?card=export", strings.Repeat("\r", keys), true},
		"everything":  {"shares", mixed.String(), true},
		"backgrounds": {"", strings.Repeat("\x1b[I", keys), false},
		"redraws":     {"", strings.Repeat("\x0c", keys), false},
		"modes":       {"", strings.Repeat("m", keys), false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				at, err := place.Parse(c.link)
				if err != nil {
					t.Fatal(err)
				}
				in := place.Viewport{Colors: place.Colors256}.Size(80, 24)
				f := serveMem(t, limit(func(l *Limits) {
					l.InputRate, l.WireRate, l.OutputRate, l.OutputBurst = 0, 0, 1<<10, 1<<10
				}), func(config *Config) { config.Handler = opens{Opening{At: at, View: in}} })
				client := f.dial()
				s := client.session().pty("xterm-256color", 80, 24).shell()
				synctest.Wait()
				before := len(s.out.String())
				if before == 0 {
					t.Fatal("no frame")
				}
				s.send(c.input)
				synctest.Wait()
				if n := len(s.out.String()); n != before {
					t.Fatalf("%d bytes came that should be held back", n-before)
				}
				time.Sleep(time.Minute)
				got := s.out.String()[before:]
				if n := len(got); n > maxEffects+frame {
					t.Errorf("%d bytes were kept", n)
				}
				if n := strings.Count(got, ansi.RequestBackgroundColor); n > 1 {
					t.Errorf("the same question %d times", n)
				}
				in.Remote = true
				want := alone(tui.New(dataset(), at, in, tui.Options{}), c.input)
				if (want != "") != c.copies {
					t.Errorf("the keys copy %q", want)
				}
				if clips := copied(t, got); len(clips) > 1 || strings.Join(clips, "") != want {
					t.Errorf("copied %q, want %q", clips, want)
				}
				_ = client.Close()
				f.close()
			})
		})
	}
}

// alone gives an App some input, and returns what it copies last.
func alone(app tui.App, input string) (clipboard string) {
	for _, msg := range decoded(input) {
		next, cmd := app.Update(msg)
		app, _ = next.(tui.App)
		if cmd == nil {
			continue
		}
		if out := cmd(); fmt.Sprintf("%T", out) == "tea.setClipboardMsg" {
			clipboard = fmt.Sprint(out)
		}
	}
	return clipboard
}
