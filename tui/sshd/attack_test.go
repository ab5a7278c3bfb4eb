package sshd

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/crypto/ssh"
)

// The attacks, one for each that takes down a server built of stock parts. They
// go over real sockets, by hostile clients in this process; those that do no
// more than wait do so on a fake clock.

// attack runs one against a server with another client on it. Afterwards
// everything must be as before: goroutines, heap, and the other client's
// screen answers to keys.
func attack(t *testing.T, do func(*fixture), changes ...func(*Config)) {
	t.Helper()
	f := serveTCP(t, changes...)
	c, other := f.dashboard()
	defer c.Close() //nolint:errcheck // the test is over
	goroutines, heap := runtime.NumGoroutine(), heapNow()
	do(f)
	eventually(t, func() bool { return runtime.NumGoroutine() <= goroutines }, func() string {
		buf := make([]byte, 1<<20)
		return fmt.Sprintf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), goroutines, buf[:runtime.Stack(buf, true)])
	})
	if grown := heapNow() - heap; grown > 10<<20 {
		t.Errorf("heap grew by %d KiB", grown>>10)
	}
	other.send("2")
	other.wait("Anhui's share of China")
	if strings.Contains(f.log.String(), "panic") {
		t.Error(f.log.String())
	}
}

func heapNow() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc) //nolint:gosec // not that large
}

// stalled is a time limit for attacks that wait for it.
func stalled(l *Limits) { l.WriteStall, l.TCPUserTimeout = 3*time.Second, 3*time.Second }

func TestHugeTerminal(t *testing.T) {
	attack(t, func(f *fixture) {
		for _, s := range [][2]uint32{{1<<32 - 1, 1<<32 - 1}, {1000, 1000}, {1 << 31, 1}, {0, 0}} {
			c := f.dial()
			term := c.session().pty("xterm", s[0], s[1]).shell()
			eventually(t, func() bool { return term.out.String() != "" }, func() string { return "nothing drawn" })
			term.resize(s[0], s[1])
			term.send("\x1b[48;1000;1000;0;0t\x1b[8;65535;65535t")
			term.send("2")
			time.Sleep(100 * time.Millisecond)
			if cells := f.server.capacity.load().cells; cells > 80*24+400*150 {
				t.Errorf("%d cells", cells)
			}
			_ = c.Close()
		}
		eventually(t, func() bool { return f.server.capacity.load().cells == 80*24 }, func() string {
			return fmt.Sprintf("cells are not given back: %+v", f.server.capacity.load())
		})
	})
}

func TestResizeFloodWithoutReading(t *testing.T) {
	attack(t, func(f *fixture) {
		c, conn := f.dialStalling()
		_ = conn.Conn.(*net.TCPConn).SetReadBuffer(4 << 10)
		s, err := c.trySession()
		if err != nil {
			t.Fatal(err)
		}
		s.pty("xterm-256color", 80, 24).shell()
		conn.stall.Store(true)
		gone := make(chan struct{})
		go func() {
			defer close(gone)
			for i := range uint32(1 << 20) {
				_, err := s.SendRequest("window-change", false, ssh.Marshal(struct{ C, R, W, H uint32 }{80 + i%300, 24 + i%100, 0, 0}))
				if err != nil {
					return
				}
			}
		}()
		eventually(t, func() bool { return f.server.capacity.load().conns == 1 }, func() string { return "not ended" })
		_ = conn.Close()
		<-gone
	}, limit(stalled))
}

func TestNoShellNoLeak(t *testing.T) {
	attack(t, func(f *fixture) {
		for range 50 {
			c := f.dial()
			s := c.session().pty("xterm", 80, 24)
			s.resize(100, 30)
			_ = c.Close()
		}
	})
}

// On a fake clock, which stands still while anything runs: a server that goes
// round and round for a channel that is closed would never see it move.
func TestClosedChannelOpenConnection(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		c, s := f.dashboard()
		_ = s.Close()
		s.exit(-1)
		synctest.Wait()
		if l := f.server.capacity.load(); l.sessions != 0 || l.conns != 1 {
			t.Errorf("%+v", l)
		}
		_ = c.Wait() // until it is closed for having no session
		f.tripped(reasonChannelTimeout)
	})
}

func TestEnvFlood(t *testing.T) {
	attack(t, func(f *fixture) {
		c := f.dial()
		s := c.session()
		for i := range 10_000 {
			payload := ssh.Marshal(struct{ N, V string }{fmt.Sprintf("LC_%d", i), strings.Repeat("x", 500)})
			if _, err := s.SendRequest("env", false, payload); err != nil {
				break
			}
		}
		s.exit(1)
		_ = c.Close()
	})
}

func TestManySessionsManyConnections(t *testing.T) {
	attack(t, func(f *fixture) {
		c := f.dial()
		refused := 0
		for range 1000 {
			if _, err := c.trySession(); err != nil {
				refused++
			}
		}
		if refused != 996 {
			t.Errorf("%d sessions refused", refused)
		}
		_ = c.Close()
		silent := make([]net.Conn, 0, 100)
		for i := range 100 {
			conn := f.raw()
			if i%2 == 0 {
				_, _ = io.WriteString(conn, "SSH-2.0-slow\r\n")
			}
			silent = append(silent, conn)
		}
		for _, conn := range silent {
			_, _ = io.Copy(io.Discard, conn)
			_ = conn.Close()
		}
	}, limit(func(l *Limits) { l.HandshakeTimeout, l.ShellTimeout = 5*time.Second, time.Hour }))
}

func TestWatcherIsIdle(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		c, awake := f.dashboard()
		d, watcher := f.dashboard()
		for i := range uint32(30) {
			watcher.resize(80+i, 24) // a screen that changes is no key
			awake.send("j")
			time.Sleep(time.Minute)
		}
		watcher.exit(1)
		restored(t, watcher.out.String())
		awake.send("q")
		awake.exit(0)
		_, _ = c.Close(), d.Close()
	})
}

func TestSlowReader(t *testing.T) {
	attack(t, func(f *fixture) {
		c, conn := f.dialStalling()
		_ = conn.Conn.(*net.TCPConn).SetReadBuffer(4 << 10)
		s := c.session().pty("xterm-256color", 400, 150).shell()
		s.wait("Overview")
		conn.stall.Store(true)
		eventually(t, func() bool { // until what the kernels keep is full
			_, err := s.Write([]byte("\x0c"))
			return err != nil || f.trips(reasonWriteStall) > 0
		}, func() string { return "limit not tripped" })
		eventually(t, func() bool { return f.server.capacity.load().conns == 1 }, func() string { return "not ended" })
		_ = conn.Close()
	}, limit(stalled), limit(func(l *Limits) { l.OutputRate = 0 }))
}

func TestPanicEndsOneSession(t *testing.T) {
	f := serveTCP(t)
	c, s := f.dashboard()
	bad := c.exec("panic")
	bad.exit(1)
	if !strings.Contains(bad.errs.String(), reasonPanic.advice()) {
		t.Errorf("no advice: %q", bad.errs.String())
	}
	s.send("2")
	s.wait("Anhui's share of China")
	_ = c.Close()
}

// TestRekeyFlood has a client ask for new keys as often as its library lets it.
// That does not disturb its dashboard; when it does nothing else it is ended,
// because of what it sends for that.
func TestRekeyFlood(t *testing.T) {
	attack(t, func(f *fixture) {
		var exchanges atomic.Int32
		conn, chans, reqs, err := ssh.NewClientConn(f.raw(), "", &ssh.ClientConfig{
			Config: ssh.Config{RekeyThreshold: 1},
			HostKeyCallback: func(string, net.Addr, ssh.PublicKey) error {
				exchanges.Add(1)
				return nil
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		go ssh.DiscardRequests(reqs)
		c := &client{Conn: conn, f: f, chans: chans}
		s := c.session().pty("xterm", 80, 24).shell()
		s.wait("Overview")
		eventually(t, func() bool {
			s.send("j")
			return exchanges.Load() >= 5
		}, func() string { return "no new keys" })
		s.send("2")
		s.wait("Anhui's share of China")
		served := exchanges.Load()
		var ended atomic.Bool
		go func() { _ = c.Wait(); ended.Store(true) }()
		for !ended.Load() {
			// Two requests make the client ask for new keys. They are waited for: requests
			// alone would use the budget up while the client's exchange is not scheduled.
			n := exchanges.Load()
			for range 2 {
				_, _, _ = c.SendRequest("flood@example.org", true, make([]byte, 300))
			}
			eventually(t, func() bool { return exchanges.Load() > n || ended.Load() }, func() string { return "no new keys in the flood" })
		}
		f.tripped(reasonWireRate)
		if n := exchanges.Load(); n < 2*served {
			t.Errorf("only %d key exchanges, %d of them before the flood", n, served)
		}
		_ = c.Close()
	}, limit(func(l *Limits) { l.WireRate, l.WireBurst = 1<<10, 128<<10 }))
}

func TestInBandResize(t *testing.T) {
	attack(t, func(f *fixture) {
		c, s := f.dashboard()
		s.send(strings.Repeat("\x1b[48;1000;1000;0;0t", 20))
		s.send("\x1b[27;29;99;1;0;65535_") // a key pressed 65,535 times
		s.send("2")
		s.wait("Anhui's share of China")
		if cells := f.server.capacity.load().cells; cells != 2*80*24 {
			t.Errorf("%d cells", cells)
		}
		_ = c.Close()
	})
}

func TestEndlessSequences(t *testing.T) {
	attack(t, func(f *fixture) {
		for _, start := range []string{"\x1b]0;", "\x1bP", "\x1b_", "\x1b^", "\x1bX", "\x1b[200~", "\x1b[", "\x1b[1;"} {
			c, s := f.dashboard()
			s.send(start)
			s.send(strings.Repeat("1", 500_000))
			s.exit(1)
			_ = c.Close()
		}
	})
}

func TestHostileNames(t *testing.T) {
	attack(t, func(f *fixture) {
		evil := "root\n{\"level\":\"ERROR\"}\x1b[31m\u009b2J\u202e\x00"
		conn := f.raw()
		c, _, reqs, err := ssh.NewClientConn(conn, "", &ssh.ClientConfig{
			User: evil, HostKeyCallback: ssh.InsecureIgnoreHostKey(),
		})
		if err != nil {
			t.Fatal(err)
		}
		go ssh.DiscardRequests(reqs)
		s := &client{Conn: c, f: f}
		term := s.session()
		term.must("pty-req", ptyMsg{Term: evil, Cols: 80, Rows: 24})
		term.request("env", struct{ N, V string }{"LANG", evil})
		term.must("shell", nil)
		term.exit(0)
		log := f.log.String()
		if strings.Count(log, "\n") != strings.Count(log, `{"time":`) {
			t.Errorf("forged lines: %q", log)
		}
		for _, bad := range []string{"\x1b", "\u009b", "\u202e", `\u001b`, `\u009b`, `\u202e`} {
			if strings.Contains(log, bad) || strings.Contains(term.out.String(), bad) {
				t.Errorf("%q came through: %q", bad, log)
			}
		}
		_ = c.Close()
	})
}

func TestHostileTerminalType(t *testing.T) {
	for _, term := range []string{"../../file", "/etc/passwd", "x y", "-x", "xterm\x00", strings.Repeat("x", 65), ""} {
		p, ok := parsePty(ssh.Marshal(ptyMsg{Term: term, Cols: 80, Rows: 24}))
		if !ok || p.term != "" {
			t.Errorf("%q was kept as %q", term, p.term)
		}
	}
	attack(t, func(f *fixture) {
		marker := filepath.Join(t.TempDir(), "ran")
		bin := t.TempDir()
		script := "#!/bin/sh\ntouch " + marker + "\n"
		if err := os.WriteFile(filepath.Join(bin, "tmux"), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv("PATH", bin)
		c := f.dial()
		s := c.session()
		for _, e := range [][2]string{{"TMUX", "1"}, {"TTY_FORCE", "1"}, {"PATH", bin}, {"TERMINFO", bin}, {"COLORTERM", "truecolor"}} {
			s.request("env", struct{ N, V string }{e[0], e[1]})
		}
		s.pty("tmux-256color", 80, 24).shell()
		s.wait("Overview")
		if _, err := os.Stat(marker); err == nil {
			t.Error("tmux was run")
		}
		_ = c.Close()
	})
}

func TestSpoofedSource(t *testing.T) {
	attack(t, func(f *fixture) {
		conn := f.raw()
		_, _ = io.WriteString(conn, "PROXY TCP4 203.0.113.9 10.0.0.1 1 22\r\n")
		if c, err := f.tryDial(conn); err == nil {
			_ = c.Close()
		}
		if strings.Contains(f.log.String(), "203.0.113.9") {
			t.Errorf("believed: %s", f.log.String())
		}
	})
	f := serveTCP(t, func(c *Config) { c.ProxyFrom = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")} })
	conn := f.raw()
	_, _ = io.WriteString(conn, "PROXY TCP4 203.0.113.9 10.0.0.1 1 22\r\n")
	c, err := f.tryDial(conn)
	if err != nil {
		t.Fatal(err)
	}
	_ = c.Close()
	believed := func() bool { return strings.Contains(f.log.String(), `"source":"203.0.113.9"`) }
	eventually(t, believed, func() string { return "not believed: " + f.log.String() })
	if c, err := f.tryDial(f.raw()); err == nil {
		_ = c.Close()
		t.Error("a proxy may leave out the header")
	}
}

func TestEverythingElseRefused(t *testing.T) {
	attack(t, func(f *fixture) {
		c, s := f.dashboard()
		for _, kind := range []string{"direct-tcpip", "forwarded-tcpip", "x11", "auth-agent@openssh.com", "tun@openssh.com", "direct-streamlocal@openssh.com", "whatever"} {
			var open *ssh.OpenChannelError
			if _, _, err := c.OpenChannel(kind, nil); !errors.As(err, &open) {
				t.Errorf("%s was opened: %v", kind, err)
			}
		}
		for _, name := range []string{"tcpip-forward", "streamlocal-forward@openssh.com", "no-more-sessions@openssh.com", "hostkeys-prove-00@openssh.com"} {
			if ok, _, _ := c.SendRequest(name, true, nil); ok {
				t.Errorf("%s was granted", name)
			}
		}
		second := c.session()
		for _, name := range []string{"auth-agent-req@openssh.com", "x11-req", "subsystem", "window-change", "signal", "break", "xon-xoff"} {
			if second.request(name, struct{ S string }{"sftp"}) {
				t.Errorf("%s was granted", name)
			}
			if s.request(name, struct{ S string }{"sftp"}) {
				t.Errorf("%s was granted in a running session", name)
			}
		}
		_ = c.Close()
	})
}

func TestForeignStderr(t *testing.T) {
	attack(t, func(f *fixture) {
		c, s := f.dashboard()
		_, _ = s.Stderr().Write(make([]byte, 1<<20))
		_ = c.Wait()
	})
}
