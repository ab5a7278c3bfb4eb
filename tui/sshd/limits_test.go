package sshd

import (
	"io"
	"strings"
	"syscall"
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
		byPromptTimeout:    tripPromptTimeout,
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
		byTCPTimeout:       tripTCPTimeout,
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
	f.close()
}

func tripHandshakeTimeout(t *testing.T) {
	bubble(t, byHandshakeTimeout, func(f *fixture) {
		start := time.Now()
		silent, banner, half := f.raw(), f.raw(), f.raw()
		_, _ = io.WriteString(banner, "SSH-2.0-x\r\n")
		// Algorithms that the server agrees to, its own, are no key exchange.
		_, algorithms := greet(t, half)
		_, _ = half.Write(algorithms)
		for _, c := range []io.ReadCloser{silent, banner, half} {
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

func tripIdleTimeout(t *testing.T) {
	bubble(t, byIdleTimeout, func(f *fixture) {
		c, s := f.dashboard()
		time.Sleep(13*time.Minute + 50*time.Second)
		s.send("j")
		time.Sleep(13 * time.Minute)
		// Neither a resize nor what the terminal says on its own is a key.
		s.resize(90, 30)
		s.send("\x1b[I\x1b]11;rgb:0000/0000/0000\x07")
		if strings.Contains(s.out.String(), "closing in") {
			t.Error("warned too early")
		}
		time.Sleep(65 * time.Second)
		s.wait("closing in 1 minute.")
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

func tripTCPTimeout(t *testing.T) {
	bubble(t, byTCPTimeout, func(f *fixture) {
		conn, _ := f.raw().(*memConn)
		c, err := f.tryDial(conn)
		if err != nil {
			t.Fatal(err)
		}
		c.session().pty("xterm", 80, 24).shell().wait("Overview")
		conn.out.fail(syscall.ETIMEDOUT) // what a kernel says of a network that is gone
		_ = c.Wait()
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
