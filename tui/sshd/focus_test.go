package sshd

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/tui"
)

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
	s.wait("Ctrl-d")
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
	dataset()
	synctest.Test(t, func(t *testing.T) {
		f := serveMem(t)
		_, s := f.dashboard()
		for range 2 * int(DefaultLimits().IdleTimeout/time.Minute) {
			s.send("\x1b[O\x1b[I")
			time.Sleep(time.Minute)
		}
		if n := f.trips(byIdleTimeout); n != 1 {
			t.Errorf("%d sessions ended", n)
		}
		f.close()
	})
}
