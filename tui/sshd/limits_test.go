package sshd

import (
	"io"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/crypto/ssh"
)

// TestEveryLimit trips every limit, each in a bubble of its own with a fake
// clock: it ends when nothing is left behind, not even a goroutine.
func TestEveryLimit(t *testing.T) {
	dataset()
	tests := limitTests()
	for _, r := range limitReasons() {
		trip, ok := tests[r]
		if !ok {
			t.Errorf("no test trips %s", r)
			continue
		}
		t.Run(string(r), func(t *testing.T) { synctest.Test(t, trip) })
	}
	if len(tests) != len(limitReasons()) {
		t.Errorf("%d tests for %d limits", len(tests), len(limitReasons()))
	}
}

func limitTests() map[reason]func(*testing.T) {
	return map[reason]func(*testing.T){
		byHandshakeTimeout: tripHandshakeTimeout,
		byShellTimeout:     tripShellTimeout,
		byChannelTimeout:   tripChannelTimeout,
		byMaxSessions:      tripMaxSessions,
		byMaxConnections:   tripMaxConnections,
		byMaxPreAuth:       tripMaxPreAuth,
		byConnSessions:     tripSessionsPerConnection,
		byPerSource:        tripPerSource,
		byPerSourceRate:    tripPerSourceRate,
		byIdleTimeout:      tripIdleTimeout,
		bySessionTimeout:   tripSessionTimeout,
		byWriteStall:       tripWriteStall,
		byKeepalive:        tripKeepalive,
		byMaxCells:         tripMaxCells,
		byResizeRate:       tripResizeRate,
		byInputRate:        tripInputRate,
		byInputExcess:      tripInputExcess,
		byOutputRate:       tripOutputRate,
		byWireRate:         tripWireRate,
		byCommandTimeout:   tripCommandTimeout,
		byCommandOutput:    tripCommandOutput,
		byCommandInput:     tripCommandInput,
		byMaxCommands:      tripMaxCommands,
		byEarlyRequests:    tripEarlyRequests,
		byEnv:              tripEnv,
		byEscape:           tripEscape,
	}
}

// bubble starts a server with another client on it, who must be undisturbed by
// whatever trips a limit, and checks that it was tripped.
func bubble(t *testing.T, r reason, trip func(*fixture), changes ...func(*Config)) {
	t.Helper()
	f := serveMem(t, changes...)
	trip(f)
	f.tripped(r)
	if strings.Contains(f.log.String(), "panic") {
		t.Error(f.log.String())
	}
	f.empty()
	c, other := f.dashboard()
	other.send("q")
	other.exit(0)
	_ = c.Close()
	f.server.Close()
	if err := <-f.served; err != nil {
		t.Error(err)
	}
	time.Sleep(time.Minute) // what waits for work leaves; the clock stops with this goroutine
}

func tripHandshakeTimeout(t *testing.T) {
	bubble(t, byHandshakeTimeout, func(f *fixture) {
		start := time.Now()
		silent, banner := f.raw(), f.raw()
		_, _ = io.WriteString(banner, "SSH-2.0-x\r\n")
		for _, c := range []io.ReadCloser{silent, banner} {
			_, _ = io.Copy(io.Discard, c)
			_ = c.Close()
		}
		if d := time.Since(start); d < 9*time.Second || d > 11*time.Second {
			t.Errorf("held for %v", d)
		}
	})
}

func tripShellTimeout(t *testing.T) {
	bubble(t, byShellTimeout, func(f *fixture) {
		c := f.dial()
		s := c.session().pty("xterm", 80, 24)
		s.exit(1)
		if !strings.Contains(s.errs.String(), "ssh host") {
			t.Errorf("no advice: %q", s.errs.String())
		}
		_ = c.Close()
	})
}

func tripChannelTimeout(t *testing.T) {
	bubble(t, byChannelTimeout, func(f *fixture) {
		start := time.Now()
		_ = f.dial().Wait()
		if d := time.Since(start); d < 9*time.Second || d > 11*time.Second {
			t.Errorf("held for %v", d)
		}
	})
}

// refusedSession expects that a session cannot be opened, and why.
func refusedSession(t *testing.T, c *client, why reason) {
	t.Helper()
	_, err := c.trySession()
	if err == nil || !strings.Contains(err.Error(), why.advice()) {
		t.Errorf("not refused with %q: %v", why.advice(), err)
	}
}

func tripMaxSessions(t *testing.T) {
	bubble(t, byMaxSessions, func(f *fixture) {
		c1, _ := f.dashboard()
		c2, _ := f.dashboard()
		c3 := f.dial()
		refusedSession(t, c3, byMaxSessions)
		for _, c := range []*client{c1, c2, c3} {
			_ = c.Close()
		}
	}, limit(func(l *Limits) { l.MaxSessions, l.MaxConnections = 2, 10 }))
}

func tripMaxConnections(t *testing.T) {
	bubble(t, byMaxConnections, func(f *fixture) {
		clients := make([]*client, 0, 6)
		for range 6 {
			clients = append(clients, f.dial())
		}
		refusedConnection(t, f, home, byMaxConnections)
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
	bubble(t, byMaxPreAuth, func(f *fixture) {
		slow := make([]io.ReadCloser, 0, 3)
		for range 3 {
			slow = append(slow, f.raw())
		}
		synctest.Wait()
		refusedConnection(t, f, home, byMaxPreAuth)
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
	bubble(t, byConnSessions, func(f *fixture) {
		c := f.dial()
		open := make([]*terminal, 0, 4)
		for range 4 {
			open = append(open, c.session().pty("xterm", 80, 24).shell())
		}
		refusedSession(t, c, byConnSessions)
		open[0].send("q")
		open[0].exit(0)
		_ = open[0].Close()
		time.Sleep(time.Second)
		c.session().pty("xterm", 80, 24).shell().wait("Overview")
		_ = c.Close()
	})
}

func tripPerSource(t *testing.T) {
	bubble(t, byPerSource, func(f *fixture) {
		a, b := f.dialFrom("2001:db8::1"), f.dialFrom("2001:db8::2:1")
		refusedConnection(t, f, "2001:db8::3", byPerSource) // the same /64
		one := a.session().pty("xterm", 80, 24).shell()
		a.session().pty("xterm", 80, 24).shell()
		refusedSession(t, b, byPerSource)
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
	bubble(t, byPerSourceRate, func(f *fixture) {
		for range 5 {
			_ = f.dial().Close()
		}
		refusedConnection(t, f, home, byPerSourceRate)
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
		refusedSession(t, c, byPerSourceRate)
		_ = c.Close()
		time.Sleep(time.Minute)
	}, limit(func(l *Limits) { l.PerSourceRate = 5 }))
}

func tripIdleTimeout(t *testing.T) {
	bubble(t, byIdleTimeout, func(f *fixture) {
		c, s := f.dashboard()
		time.Sleep(13*time.Minute + 50*time.Second)
		s.send("j")
		time.Sleep(13 * time.Minute)
		// Neither a resize nor an answer of the terminal is a key.
		s.resize(90, 30)
		s.send("\x1b]11;rgb:0000/0000/0000\x07")
		if strings.Contains(s.out.String(), "closing in") {
			t.Error("warned too early")
		}
		time.Sleep(65 * time.Second)
		s.wait("closing in 1m0s")
		time.Sleep(time.Minute)
		s.exit(1)
		if !strings.Contains(s.errs.String(), byIdleTimeout.advice()) {
			t.Errorf("no advice: %q", s.errs.String())
		}
		restored(t, s.out.String())
		_ = c.Close()
	})
}

func tripSessionTimeout(t *testing.T) {
	bubble(t, bySessionTimeout, func(f *fixture) {
		c, s := f.dashboard()
		for range 8 * 6 {
			time.Sleep(10 * time.Minute)
			s.send("j")
		}
		s.exit(1)
		restored(t, s.out.String())
		_ = c.Close()
	})
}

// tripWriteStall has a client that takes everything from the network, but
// whose user reads nothing, so that the channel's window closes.
func tripWriteStall(t *testing.T) {
	bubble(t, byWriteStall, func(f *fixture) {
		c := f.dial()
		s, err := c.trySession()
		if err != nil {
			t.Fatal(err)
		}
		s.pty("xterm-256color", 200, 50).shell()
		for range 3000 {
			s.send("\x0c")
			time.Sleep(200 * time.Millisecond)
			if f.trips(byWriteStall) > 0 {
				break
			}
		}
		_ = c.Close()
	})
}

// TestWriteStallTCP trips the same limit below SSH: the client stops reading
// from the network.
func TestWriteStallTCP(t *testing.T) {
	dataset()
	synctest.Test(t, func(t *testing.T) {
		bubble(t, byWriteStall, func(f *fixture) {
			conn := &stallConn{Conn: f.raw()}
			c, err := f.tryDial(conn)
			if err != nil {
				t.Fatal(err)
			}
			s := c.session().pty("xterm-256color", 200, 50).shell()
			s.wait("Overview")
			conn.stall.Store(true)
			go func() {
				for i := range uint32(100) {
					s.send("\x0c")
					s.resize(200+i%2, 50)
					time.Sleep(200 * time.Millisecond)
				}
			}()
			f.tripped(byWriteStall)
			_ = c.Close()
			time.Sleep(time.Minute) // the clock stops with this goroutine
		})
	})
}

func tripKeepalive(t *testing.T) {
	bubble(t, byKeepalive, func(f *fixture) {
		start := time.Now()
		conn, _, reqs, err := ssh.NewClientConn(f.raw(), "", &ssh.ClientConfig{
			HostKeyCallback: ssh.InsecureIgnoreHostKey(),
		})
		if err != nil {
			t.Fatal(err)
		}
		// Questions are read and not answered.
		go func() {
			for range reqs { //nolint:revive // nothing to do
			}
		}()
		ch, chReqs, err := conn.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go ssh.DiscardRequests(chReqs)
		_, _ = ch.SendRequest("pty-req", true, ssh.Marshal(ptyMsg{Term: "xterm", Cols: 80, Rows: 24}))
		_, _ = ch.SendRequest("shell", true, nil)
		_ = conn.Wait()
		if d := time.Since(start); d < 59*time.Second || d > 61*time.Second {
			t.Errorf("held for %v", d)
		}
	})
}

func tripMaxCells(t *testing.T) {
	bubble(t, byMaxCells, func(f *fixture) {
		c, s := f.dashboard()
		s.resize(100, 30)
		time.Sleep(time.Second)
		if got := f.server.gate.load().cells; got != 3000 {
			t.Errorf("%d cells", got)
		}
		s.resize(400, 150)
		time.Sleep(time.Second)
		if got := f.server.gate.load().cells; got != 3000 {
			t.Errorf("%d cells", got)
		}
		second := c.session().pty("xterm", 80, 24)
		second.must("shell", nil)
		second.exit(1)
		_ = c.Close()
	}, limit(func(l *Limits) { l.MaxCells = 4000 }))
}

func tripResizeRate(t *testing.T) {
	bubble(t, byResizeRate, func(f *fixture) {
		c, s := f.dashboard()
		for i := range uint32(2000) {
			s.resize(80+i%40, 24+i%20)
			if i%20 == 0 {
				time.Sleep(time.Millisecond)
			}
		}
		s.resize(123, 45)
		time.Sleep(time.Second)
		if got := f.server.gate.load().cells; got != 123*45 {
			t.Errorf("the latest size did not win: %d cells", got)
		}
		_ = c.Close()
	})
}

func tripInputRate(t *testing.T) {
	bubble(t, byInputRate, func(f *fixture) {
		c, s := f.dashboard()
		s.send(strings.Repeat("j", 6000))
		time.Sleep(time.Second)
		s.send("2")
		s.wait("China/world")
		_ = c.Close()
	})
}

func tripInputExcess(t *testing.T) {
	bubble(t, byInputExcess, func(f *fixture) {
		c, s := f.dashboard()
		go s.send(strings.Repeat("j", 200_000))
		s.exit(1)
		if !strings.Contains(s.errs.String(), byInputExcess.advice()) {
			t.Errorf("no advice: %q", s.errs.String())
		}
		_ = c.Close()
	})
}

func tripOutputRate(t *testing.T) {
	bubble(t, byOutputRate, func(f *fixture) {
		c, s := f.dashboard()
		for range 100 {
			s.send("\x0c\x0c\x0c")
			time.Sleep(10 * time.Millisecond)
		}
		if n := len(s.out.String()); n > 300<<10 {
			t.Errorf("%d bytes in a second", n)
		}
		_ = c.Close()
	}, limit(func(l *Limits) { l.OutputRate, l.OutputBurst = 64<<10, 128<<10 }))
}

func tripWireRate(t *testing.T) {
	bubble(t, byWireRate, func(f *fixture) {
		c, _ := f.dashboard()
		go func() {
			for range 100_000 {
				if _, _, err := c.SendRequest("flood@example.org", false, make([]byte, 100)); err != nil {
					return
				}
			}
		}()
		_ = c.Wait()
	})
}

// exec runs a command.
func (c *client) exec(line string) *terminal {
	s := c.session()
	s.must("exec", struct{ S string }{line})
	return s
}

func tripCommandTimeout(t *testing.T) {
	bubble(t, byCommandTimeout, func(f *fixture) {
		c := f.dial()
		s := c.exec("sleep")
		s.exit(1)
		if !strings.Contains(s.errs.String(), byCommandTimeout.advice()) {
			t.Errorf("no advice: %q", s.errs.String())
		}
		_ = c.Close()
	})
}

func tripCommandOutput(t *testing.T) {
	bubble(t, byCommandOutput, func(f *fixture) {
		c := f.dial()
		s := c.exec("spam")
		s.exit(1)
		if n := len(s.out.String()); n > 1<<20 {
			t.Errorf("%d bytes came", n)
		}
		_ = c.Close()
	}, limit(func(l *Limits) { l.CommandOutput = 1 << 20 }))
}

func tripCommandInput(t *testing.T) {
	bubble(t, byCommandInput, func(f *fixture) {
		c := f.dial()
		s := c.exec("cat")
		go s.send(strings.Repeat("x", 1000))
		s.exit(1)
		_ = c.Close()
	}, limit(func(l *Limits) { l.CommandInput = 500 }))
}

func tripMaxCommands(t *testing.T) {
	bubble(t, byMaxCommands, func(f *fixture) {
		c := f.dial()
		c.exec("sleep")
		other := f.dialFrom("192.0.2.2")
		other.exec("sleep")
		third := f.dialFrom("192.0.2.3")
		s := third.exec("env")
		s.exit(1)
		if !strings.Contains(s.errs.String(), byMaxCommands.advice()) {
			t.Errorf("no advice: %q", s.errs.String())
		}
		c.exec("env").exit(1) // one source has an eighth of all
		for _, c := range []*client{c, other, third} {
			_ = c.Close()
		}
	}, limit(func(l *Limits) { l.MaxCommands = 2 }))
}

// TestSilentCommandInput ends a command whose client sends nothing.
func TestSilentCommandInput(t *testing.T) {
	dataset()
	synctest.Test(t, func(t *testing.T) {
		bubble(t, byCommandTimeout, func(f *fixture) {
			c := f.dial()
			start := time.Now()
			s := c.exec("cat")
			s.exit(1)
			if d := time.Since(start); d > 31*time.Second {
				t.Errorf("it took %v", d)
			}
			_ = c.Close()
		})
	})
}

func tripEarlyRequests(t *testing.T) {
	bubble(t, byEarlyRequests, func(f *fixture) {
		c := f.dial()
		s := c.session()
		for range 65 {
			s.resize(80, 24)
		}
		s.exit(1)
		_ = c.Close()
	})
}

func tripEnv(t *testing.T) {
	bubble(t, byEnv, func(f *fixture) {
		c := f.dial()
		s := c.session()
		env := func(name, value string) bool { return s.request("env", struct{ N, V string }{name, value}) }
		if !env("LANG", "zh_CN.UTF-8") || env("LC_ALL", strings.Repeat("x", 65)) || env("PATH", "/tmp") ||
			env("TMUX", "1") || env("LC_CTYPE", "a\nb") {
			t.Error("wrong variables kept")
		}
		s.must("exec", struct{ S string }{"env"})
		s.exit(0)
		if got := s.out.String(); got != "LANG=zh_CN.UTF-8\n" {
			t.Errorf("%q", got)
		}
		_ = c.Close()
	})
}

func tripEscape(t *testing.T) {
	bubble(t, byEscape, func(f *fixture) {
		c, s := f.dashboard()
		s.send("\x1b]52;c;" + strings.Repeat("A", 1000))
		time.Sleep(2 * time.Second)
		s.send("2")
		s.wait("China/world")
		_ = c.Close()
	})
}

// restored checks that every mode that was set was reset, in the end.
func restored(t *testing.T, out string) {
	t.Helper()
	for _, mode := range []string{"1049", "1002", "1006", "2004", "1003", "1000", "1004", "2026", "2027"} {
		set, reset := strings.LastIndex(out, "\x1b[?"+mode+"h"), strings.LastIndex(out, "\x1b[?"+mode+"l")
		if set > reset {
			t.Errorf("mode %s is still set", mode)
		}
	}
	if hidden, shown := strings.LastIndex(out, "\x1b[?25l"), strings.LastIndex(out, "\x1b[?25h"); hidden > shown {
		t.Error("the cursor is still hidden")
	}
	if wrap := strings.LastIndex(out, "\x1b[?7l"); wrap > strings.LastIndex(out, "\x1b[?7h") {
		t.Error("lines are not wrapped any more")
	}
	if n, m := strings.Count(out, "\x1b[22;2t"), strings.Count(out, "\x1b[23;2t"); n != m {
		t.Errorf("titles: %d saved, %d given back", n, m)
	}
}
