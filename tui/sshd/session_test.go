package sshd

import (
	"io"
	"net"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"golang.org/x/crypto/ssh"

	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/terminal"
)

// TestSlowClientSkips presses many keys for a client that does not read what
// it gets. Once it reads again it has the frame of the last place soon, and few
// of those between.
func TestSlowClientSkips(t *testing.T) {
	dataset()
	synctest.Test(t, func(t *testing.T) {
		in, options := place.Viewport{Colors: place.Colors256}.Size(200, 50), tui.Options{FixedTheme: true}
		f := serveMem(t, func(c *Config) { c.Handler = opens{Opening{View: in, Options: options}} })
		conn := &stallConn{Conn: f.raw()}
		c, err := f.tryDial(conn)
		if err != nil {
			t.Fatal(err)
		}
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
		if n := testutil.ToFloat64(f.server.metrics.keys); n != keys {
			t.Errorf("%v of %d keys arrived", n, keys)
		}
		if n := testutil.ToFloat64(f.server.metrics.frames); n > keys/4 {
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
	dataset()
	synctest.Test(t, func(t *testing.T) {
		f := serveMem(t)
		lastSession(f).open(Opening{})
		time.Sleep(time.Minute)
		if n := testutil.ToFloat64(f.server.metrics.ended.WithLabelValues(string(byClient))); n != 1 {
			t.Errorf("%v sessions ended", n)
		}
		f.empty()
		f.close()
	})
}

// TestEndedBeforeItStarts leaves no timer of a dashboard that a drain ended
// between its beginning and its start.
func TestEndedBeforeItStarts(t *testing.T) {
	dataset()
	synctest.Test(t, func(t *testing.T) {
		f := serveMem(t)
		s := lastSession(f)
		d := newDashboard(s, tui.New(dataset(), place.Place{}, place.Viewport{}.Size(80, 24), tui.Options{}), s.pty)
		s.begin(running, d)
		s.end(byDrain.ending())
		synctest.Wait()
		d.start()
		if d.timers.session != nil || d.timers.idle != nil {
			t.Error("a timer was started")
		}
		f.close()
	})
}
