package sshd

import (
	"fmt"
	"io"
	"net"
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

// tripMaxPreAuth has more handshakes than there is room for: one of those of the
// network that has most of them makes room, at once.
func tripMaxPreAuth(t *testing.T) {
	bubble(t, reasonMaxPreAuth, func(f *fixture) {
		alone := f.rawFrom("203.0.113.1")
		many := []net.Conn{f.rawFrom("198.51.100.1"), f.rawFrom("198.51.100.2")}
		c := f.dial()
		_ = c.Close()
		ended := 0
		for _, c := range many {
			var b [100]byte
			_, _ = c.Read(b[:]) // the server's version
			_, err := c.Write([]byte("x"))
			if err != nil {
				ended++
			}
		}
		if ended != 1 {
			t.Errorf("%d of two of one network were closed, want 1", ended)
		}
		if _, err := alone.Write([]byte("x")); err != nil {
			t.Error("one of another network was closed")
		}
		for _, c := range append(many, alone) {
			_ = c.Close()
		}
	}, limit(func(l *Limits) { l.MaxPreAuth = 3 }))
}

func tripHandshakes(t *testing.T) {
	bubble(t, reasonHandshakes, func(f *fixture) {
		held := make([]net.Conn, 0, 12)
		held = append(held, f.rawFrom("2001:db8:0:1::1"), f.rawFrom("2001:db8:0:1::2"))
		refusedConnection(t, f, "2001:db8:0:1::3", reasonHandshakes) // the same /64
		for i := range 6 {
			held = append(held, f.rawFrom(fmt.Sprintf("2001:db8:0:%x::1", i+2)))
		}
		refusedConnection(t, f, "2001:db8:0:ff::1", reasonHandshakes) // the same /48
		held = append(held, f.rawFrom("2001:db8:1::1"), f.rawFrom("198.51.100.7"), f.rawFrom("198.51.100.7"), f.rawFrom("198.51.100.7"))
		synctest.Wait() // the last of them are counted
		if n := f.server.capacity.load().preAuth; n != 12 {
			t.Errorf("%d handshakes, want 12", n)
		}
		for range 5 { // those that go on take nobody's place
			c := f.dial()
			defer c.Close() //nolint:errcheck // the test is over
		}
		for _, c := range held {
			_ = c.Close()
		}
	}, limit(func(l *Limits) {
		l.PerSourceHandshakes = 2
		l.SourceAllow = []netip.Prefix{netip.MustParsePrefix("198.51.100.7/32")}
	}))
}

// tripSourceWire has one source send on eight connections, and then on new ones,
// what one may send: it is read at the rate for all of them.
func tripSourceWire(t *testing.T) {
	bubble(t, reasonSourceWire, func(f *fixture) {
		start := time.Now()
		const conns, each = 16, 40 << 10
		for range conns {
			c := f.dial()
			for range each / 1000 {
				_, _, _ = c.SendRequest("flood@example.org", false, make([]byte, 1000))
			}
			if _, _, err := c.SendRequest("last@example.org", true, nil); err != nil {
				t.Fatal(err)
			}
			_ = c.Close()
		}
		sent := float64(conns*each - 100<<10)
		if d := time.Since(start).Seconds(); d < sent/(10<<10) || d > 1.5*sent/(10<<10) {
			t.Errorf("%d bytes in %.0f s at 10 KiB/s", conns*each, d)
		}
		other := f.dialFrom("203.0.113.1")
		if d := time.Since(start); d > 2*time.Minute {
			t.Errorf("others waited: %v", d)
		}
		_ = other.Close()
		time.Sleep(time.Minute)
	}, limit(func(l *Limits) { l.PerSourceWireRate, l.PerSourceWireBurst = 10<<10, 100<<10 }))
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
			s.exec("env")
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
		for i := range uint32(500) {
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
