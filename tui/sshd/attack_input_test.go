package sshd

import (
	"errors"
	"io"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"
)

func TestInBandResize(t *testing.T) {
	attack(t, func(f *fixture) {
		c, s := f.dashboard()
		s.send(strings.Repeat("\x1b[48;1000;1000;0;0t", 20))
		s.send("\x1b[27;29;99;1;0;65535_") // a key pressed 65,535 times
		s.send("2")
		s.wait("Anhui's share of China")
		if cells := f.server.gate.load().cells; cells != 2*80*24 {
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
