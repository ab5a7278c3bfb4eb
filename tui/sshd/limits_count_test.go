package sshd

import (
	"io"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// refusedSession expects that a session cannot be opened, and why.
func refusedSession(t *testing.T, c *client, why reason) {
	t.Helper()
	_, err := c.trySession()
	if err == nil || !strings.Contains(err.Error(), why.advice()) {
		t.Errorf("not refused with %q: %v", why.advice(), err)
	}
}

func tripMaxSessions(t *testing.T) {
	bubble(t, reasonMaxSessions, func(f *fixture) {
		c1, _ := f.dashboard()
		c2, _ := f.dashboard()
		c3 := f.dial()
		refusedSession(t, c3, reasonMaxSessions)
		for _, c := range []*client{c1, c2, c3} {
			_ = c.Close()
		}
	}, limit(func(l *Limits) { l.MaxSessions, l.MaxConnections = 2, 10 }))
}

func tripMaxConnections(t *testing.T) {
	bubble(t, reasonMaxConnections, func(f *fixture) {
		clients := make([]*client, 0, 6)
		for range 6 {
			clients = append(clients, f.dial())
		}
		refusedConnection(t, f, home, reasonMaxConnections)
		for _, c := range clients {
			_ = c.Close()
		}
	}, limit(func(l *Limits) { l.MaxSessions = 5 }))
}

// refusedConnection expects a plain line in place of SSH.
func refusedConnection(t *testing.T, f *fixture, from string, why reason) {
	t.Helper()
	c := f.rawFrom(from)
	line, _ := io.ReadAll(c)
	_ = c.Close()
	if want := "anhui-tui: " + why.advice() + "\r\n"; string(line) != want {
		t.Errorf("refused with %q, want %q", line, want)
	}
}

func tripMaxPreAuth(t *testing.T) {
	bubble(t, reasonMaxPreAuth, func(f *fixture) {
		slow := make([]io.ReadCloser, 0, 3)
		for range 3 {
			slow = append(slow, f.raw())
		}
		synctest.Wait()
		refusedConnection(t, f, home, reasonMaxPreAuth)
		time.Sleep(3 * time.Second)
		// Now they have had their time: one makes room for an honest client.
		c := f.dial()
		_ = c.Close()
		for _, s := range slow {
			_ = s.Close()
		}
	}, limit(func(l *Limits) { l.MaxPreAuth = 3 }))
}

func tripSessionsPerConnection(t *testing.T) {
	bubble(t, reasonConnSessions, func(f *fixture) {
		c := f.dial()
		open := make([]*clientSession, 0, 4)
		for range 4 {
			open = append(open, c.session().pty("xterm", 80, 24).shell())
		}
		refusedSession(t, c, reasonConnSessions)
		open[0].send("q")
		open[0].exit(0)
		_ = open[0].Close()
		time.Sleep(time.Second)
		c.session().pty("xterm", 80, 24).shell().wait("Overview")
		_ = c.Close()
	})
}

func tripPerSource(t *testing.T) {
	bubble(t, reasonPerSource, func(f *fixture) {
		a, b := f.dialFrom("2001:db8::1"), f.dialFrom("2001:db8::2:1")
		refusedConnection(t, f, "2001:db8::3", reasonPerSource) // the same /64
		one := a.session().pty("xterm", 80, 24).shell()
		a.session().pty("xterm", 80, 24).shell()
		refusedSession(t, b, reasonPerSource)
		one.wait("Overview")
		other, office := f.dialFrom("2001:db8:0:1::1"), make([]*client, 0, 8)
		for range 5 {
			office = append(office, f.dialFrom("198.51.100.7"))
		}
		for _, c := range append(office, a, b, other) {
			_ = c.Close()
		}
	}, limit(func(l *Limits) {
		l.PerSource = 2
		l.SourceAllow = []netip.Prefix{netip.MustParsePrefix("198.51.100.0/24")}
	}))
}

func tripPerSourceRate(t *testing.T) {
	bubble(t, reasonPerSourceRate, func(f *fixture) {
		for range 5 {
			_ = f.dial().Close()
		}
		refusedConnection(t, f, home, reasonPerSourceRate)
		_ = f.dialFrom("192.0.2.9").Close()
		time.Sleep(time.Minute)
		c := f.dial()
		for range 5 {
			s := c.session()
			s.must("exec", struct{ S string }{"env"})
			s.exit(0)
			_ = s.Close()
			time.Sleep(time.Millisecond)
		}
		refusedSession(t, c, reasonPerSourceRate)
		_ = c.Close()
		time.Sleep(time.Minute)
	}, limit(func(l *Limits) { l.PerSourceRate = 5 }))
}

func tripMaxCells(t *testing.T) {
	bubble(t, reasonMaxCells, func(f *fixture) {
		c, s := f.dashboard()
		s.resize(100, 30)
		time.Sleep(time.Second)
		if got := f.server.capacity.load().cells; got != 3000 {
			t.Errorf("%d cells", got)
		}
		s.resize(400, 150)
		time.Sleep(time.Second)
		if got := f.server.capacity.load().cells; got != 3000 {
			t.Errorf("%d cells", got)
		}
		second := c.session().pty("xterm", 80, 24)
		second.must("shell", nil)
		second.exit(1)
		if !strings.Contains(second.errs.String(), reasonMaxCells.advice()) {
			t.Errorf("no advice: %q", second.errs.String())
		}
		_ = c.Close()
	}, limit(func(l *Limits) { l.MaxCells = 4000 }))
}

func tripResizeRate(t *testing.T) {
	bubble(t, reasonResizeRate, func(f *fixture) {
		c, s := f.dashboard()
		for i := range uint32(2000) {
			s.resize(80+i%40, 24+i%20)
			if i%20 == 0 {
				time.Sleep(time.Millisecond)
			}
		}
		s.resize(123, 45)
		time.Sleep(time.Second)
		if got := f.server.capacity.load().cells; got != 123*45 {
			t.Errorf("the latest size did not win: %d cells", got)
		}
		_ = c.Close()
	})
}
