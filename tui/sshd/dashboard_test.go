package sshd

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/crypto/ssh"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
	"anhui-tui/tui/terminal"
)

// TestSlowClientSkips presses many keys for a client that does not read what
// it gets. Once it reads again it has the frame of the last place soon, and few
// of those between.
func TestSlowClientSkips(t *testing.T) {
	dataset()
	synctest.Test(t, func(t *testing.T) {
		// A theme that does not depend on the background, which is not asked for then: nobody
		// would read the answer.
		in, options := place.Viewport{Colors: place.Colors256, Theme: place.HighContrast}.Size(200, 50), tui.Options{FixedTheme: true}
		f := serveMem(t, func(c *Config) { c.Handler = opens{Opening{View: in, Options: options}} })
		c, conn := f.dialStalling()
		s := c.session().pty("xterm-256color", 200, 50).shell()
		s.wait("Overview")
		conn.stall.Store(true)
		app := tui.New(dataset(), place.Place{}, in, options)
		const keys = 400
		for range keys - 1 {
			app = pressed(app, s, "\t")
			time.Sleep(10 * time.Millisecond)
		}
		app = pressed(app, s, "j")
		conn.stall.Store(false)
		time.Sleep(time.Minute)

		shown, want := newScreenOf(in, nil), newScreenOf(in, nil)
		_, _ = io.WriteString(shown, s.out.String())
		_, _ = io.WriteString(cooked{want}, app.Frame().String())
		if d := difference("served", shown.cells(200, 50), want.cells(200, 50), 200); d != "" {
			t.Errorf("at %q: %s\n%s", app.Place().Link(), d, shown.e.String())
		}
		if n := f.server.metrics.keys.Value(); n != keys {
			t.Errorf("%v of %d keys arrived", n, keys)
		}
		if n := f.server.metrics.frames.Value(); n > keys/4 {
			t.Errorf("%v frames for %d keys", n, keys)
		}
		_ = c.Close()
		f.close()
	})
}

// decoded returns the messages for what a terminal sends.
func decoded(input string) []tea.Msg {
	var in terminal.Input
	var all []tea.Msg
	emit := func(msg tea.Msg) { all = append(all, msg) }
	in.Feed([]byte(input), emit)
	in.Expire(emit)
	return all
}

// pressed presses a key in a session and in an App alone.
func pressed(app tui.App, s *clientSession, key string) tui.App {
	s.send(key)
	for _, msg := range decoded(key) {
		next, _ := app.Update(msg)
		app, _ = next.(tui.App)
	}
	return app
}

// lastWords is a channel that gives input and fails at once, after a while.
type lastWords struct{ ssh.Channel }

func (lastWords) Read(p []byte) (int, error) {
	time.Sleep(time.Second)
	return copy(p, "j"), io.ErrUnexpectedEOF
}

func (lastWords) Write(p []byte) (int, error)                    { return len(p), nil }
func (lastWords) SendRequest(string, bool, []byte) (bool, error) { return false, nil }
func (lastWords) CloseWrite() error                              { return nil }
func (lastWords) Close() error                                   { return nil }
func (lastWords) Stderr() io.ReadWriter                          { return nil }

// lastSession is a session on such a channel that is about to open.
func lastSession(f *fixture) *session {
	raw, _ := net.Pipe()
	c := newConn(f.server, raw)
	c.timer = time.NewTimer(time.Hour)
	c.begin()
	s := newSession(c, lastWords{})
	s.pty = &pty{term: "xterm", size: size{80, 24}}
	return s
}

// TestInputWithAnError ends a session whose last input comes with an error.
func TestInputWithAnError(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		s := lastSession(f)
		go s.read()
		s.openDashboard(Opening{})
		time.Sleep(time.Minute)
		if n := f.server.metrics.ended.With(string(reasonClient)).Value(); n != 1 {
			t.Errorf("%v sessions ended", n)
		}
		f.empty()
	})
}

// TestEndedBeforeItStarts leaves no timer of a dashboard that a drain ended
// between its beginning and its start.
func TestEndedBeforeItStarts(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		s := lastSession(f)
		d := newDashboard(s, tui.New(dataset(), place.Place{}, place.Viewport{}.Size(80, 24), tui.Options{}), s.pty)
		s.begin(running, d)
		s.end(reasonDrain.ending())
		synctest.Wait()
		d.start()
		if d.timers.session != nil || d.timers.idle != nil {
			t.Error("a timer was started")
		}
	})
}

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
			events, ctrl := strings.CutPrefix(name, "ctrl+")
			switch {
			case name == "q" || name == "ctrl+c":
			case named[name] != "":
				all = append(all, named[name])
			case ctrl:
				all = append(all, string(rune(events[0]&0x1f)))
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
		"views":       {"shares?card=export&scroll=5", strings.Repeat("\r", keys/100), true}, // as a table
		"everything":  {"shares", mixed.String(), true},
		"backgrounds": {"", strings.Repeat("\x1b[I", keys), false},
		"redraws":     {"", strings.Repeat("\x0c", keys), false},
		"modes":       {"", strings.Repeat("m", keys), false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				at := tuitest.At(t, c.link)
				in := place.Viewport{Colors: place.Colors256}.Size(80, 24)
				f := serveMem(t, limit(func(l *Limits) {
					l.InputRate, l.WireRate, l.OutputRate, l.OutputBurst = 0, 0, 1<<10, 1<<10
					l.PerSourceWorkRate, l.PerSourceWorkBurst = 10_000_000, 10_000_000 // it is not for this that it waits
				}), func(config *Config) {
					config.Handler, config.Advertise = opens{Opening{At: at, View: in}}, "demo.example.org" // commands name no port
				})
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

// TestFocus asks a terminal for its background again when somebody comes back
// to it, as the dashboard does at home.
func TestFocus(t *testing.T) {
	asked := func(s *clientSession) int { return strings.Count(s.out.String(), ansi.RequestBackgroundColor) }
	f := serveTCP(t)
	_, s := f.dashboard()
	if !strings.Contains(s.out.String(), ansi.SetModeFocusEvent) {
		t.Error("focus is not reported")
	}
	s.send("\x1b[I")
	eventually(t, func() bool { return asked(s) == 2 }, func() string { return "it is not asked again" })
	s.send("\x1b[O\x1b]11;rgb:ffff/ffff/ffff\x07")
	s.send("T") // what is chosen stays
	s.wait(ansi.ResetModeFocusEvent)
	s.send("\x1b[I?")
	s.wait("1\u201318")
	if n := asked(s); n != 2 {
		t.Errorf("asked %d times", n)
	}
	s.send("q" + "q")
	s.exit(0)
	restored(t, s.out.String())

	_, s = f.dashboard()
	s.send("q")
	s.exit(0)
	restored(t, s.out.String())

	for name, c := range map[string]struct {
		term    string
		options tui.Options
	}{
		"the console of Linux": {"linux", tui.Options{}}, "an old terminal": {"vt220", tui.Options{}},
		"a theme that was chosen": {"xterm", tui.Options{FixedTheme: true}},
	} {
		f := serveTCP(t, func(config *Config) { config.Handler = opens{Opening{Options: c.options}} })
		s := f.dial().session().pty(c.term, 80, 24).shell()
		s.wait("Overview")
		s.send("q")
		s.exit(0)
		if strings.Contains(s.out.String(), "?1004") {
			t.Errorf("%s: focus is asked for", name)
		}
	}
}

// TestFocusIsNoKey ends a session at which windows come and go and nobody
// presses a key.
func TestFocusIsNoKey(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		_, s := f.dashboard()
		for range 2 * int(DefaultLimits().IdleTimeout/time.Minute) {
			s.send("\x1b[O\x1b[I")
			time.Sleep(time.Minute)
		}
		if n := f.trips(reasonIdleTimeout); n != 1 {
			t.Errorf("%d sessions ended", n)
		}
	})
}

func TestEffects(t *testing.T) {
	most := strings.Repeat("a", maxClipboard)
	for name, c := range map[string]struct {
		wished  []tui.Effect
		kept    tui.Effect
		written string
	}{
		"nothing":    {},
		"quit":       {[]tui.Effect{{Quit: true}}, tui.Effect{Quit: true}, ""},
		"redraw":     {[]tui.Effect{{Redraw: true}}, tui.Effect{Redraw: true}, ""},
		"background": {[]tui.Effect{{AskBackground: true}, {AskBackground: true}}, tui.Effect{AskBackground: true}, "\x1b]11;?\x07"},
		"copy":       {[]tui.Effect{{Copy: "b"}, {}, {Copy: "a"}, {}}, tui.Effect{Copy: "a"}, "\x1b]52;c;YQ==\x07"},
		"copy most":  {[]tui.Effect{{Copy: most}}, tui.Effect{Copy: most}, "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte(most)) + "\x07"},
		"too much":   {[]tui.Effect{{Copy: most + "a"}}, tui.Effect{}, ""},
		"save":       {[]tui.Effect{{Save: "csv"}}, tui.Effect{}, ""},
		"all": {
			[]tui.Effect{{Copy: "a"}, {Quit: true}, {AskBackground: true}, {Redraw: true}},
			tui.Effect{Quit: true, Redraw: true, AskBackground: true, Copy: "a"},
			"\x1b]11;?\x07\x1b]52;c;YQ==\x07",
		},
	} {
		var got effects
		for _, e := range c.wished {
			got.add(e)
		}
		if got != (effects{Effect: c.kept}) {
			t.Errorf("%s: %+v, want %+v", name, got, c.kept)
		}
		size := got.size()
		var out bytes.Buffer
		if got.writeTo(&out); out.String() != c.written || size != len(c.written) || got != (effects{}) {
			t.Errorf("%s: %d bytes announced, written %q, want %q", name, size, out.String(), c.written)
		}
	}
	full := effects{tui.Effect{Quit: true, Redraw: true, AskBackground: true, Copy: most}, true}
	if n := full.size(); n > maxEffects {
		t.Errorf("all effects together are %d bytes", n)
	}
}
