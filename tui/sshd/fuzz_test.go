package sshd

import (
	"bytes"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/crypto/ssh"
)

func FuzzPtyRequest(f *testing.F) {
	f.Add(ssh.Marshal(ptyMsg{Term: "xterm-256color", Cols: 80, Rows: 24, Modes: "\x00"}))
	f.Add(ssh.Marshal(ptyMsg{Term: "../../file", Cols: 1<<32 - 1, Rows: 0}))
	f.Add([]byte("\x00\x00\x00\xff"))
	f.Fuzz(func(t *testing.T, payload []byte) {
		p, ok := parsePty(payload)
		if ok && (p.term != "" && !validTerm(p.term) || p.size != clampSize(uint32(p.size.w), uint32(p.size.h))) { //nolint:gosec // clamped
			t.Errorf("%+v", p)
		}
		if ok {
			checkSize(t, p.size)
		}
	})
}

func FuzzWindowChange(f *testing.F) {
	f.Add(ssh.Marshal(struct{ C, R, W, H uint32 }{1<<32 - 1, 1, 0, 0}))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, payload []byte) {
		if s, ok := parseWindow(payload); ok {
			checkSize(t, s)
		}
	})
}

func checkSize(t *testing.T, s size) {
	t.Helper()
	if s.w < 1 || s.h < 1 || s.w > 400 || s.h > 150 {
		t.Errorf("%+v", s)
	}
}

func FuzzEnv(f *testing.F) {
	f.Add(ssh.Marshal(struct{ N, V string }{"LANG", "zh_CN.UTF-8"}))
	f.Add(ssh.Marshal(struct{ N, V string }{"LC_ALL", "a\nb=c"}))
	f.Fuzz(func(t *testing.T, payload []byte) {
		var e environ
		name, value, ok := parseEnv(payload)
		if !ok {
			return
		}
		for i := range 3 {
			e.set(name, value+strings.Repeat("x", i%3))
		}
		for _, kv := range e {
			name, value, _ := strings.Cut(kv, "=")
			if !allowedEnv(name) || !plain(value) || len(value) > maxEnvBytes {
				t.Errorf("%q", kv)
			}
		}
		if len(e) > 1 {
			t.Errorf("%d variables", len(e))
		}
	})
}

func FuzzProxyHeader(f *testing.F) {
	f.Add([]byte("PROXY TCP4 203.0.113.9 10.0.0.1 1 22\r\nSSH-"))
	f.Add([]byte("PROXY UNKNOWN\r\n"))
	f.Add([]byte(proxyV2Signature + "\x21\x11\x00\x0c\xcb\x00\x71\x09\x0a\x00\x00\x01\x00\x01\x00\x16"))
	f.Fuzz(func(t *testing.T, in []byte) {
		r := bytes.NewReader(in)
		addr, err := readProxyHeader(r, netip.MustParseAddr("10.0.0.1"))
		if err == nil && !addr.IsValid() {
			t.Error("no address and no error")
		}
		if used := len(in) - r.Len(); used > 16+maxProxyV2 {
			t.Errorf("%d bytes read", used)
		}
	})
}

func FuzzSplitWords(f *testing.F) {
	for _, s := range []string{"show shares", `a "b c" 'd'`, "$(id)", "a\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		words, err := splitWords(line)
		if err != nil {
			return
		}
		for _, w := range words {
			if strings.ContainsFunc(w, func(r rune) bool { return r != '\t' && unicode.IsControl(r) }) || len(w) > len(line) {
				t.Errorf("%q", w)
			}
		}
	})
}

// FuzzRequestOrder sends requests in any order, each byte one, to a server
// that must neither fail nor keep anything.
func FuzzRequestOrder(f *testing.F) {
	for _, s := range []string{"pes", "sps", "xpwq", "eeeep", "pswwwwq", "tts", "dpsdd", "psk", "pxs", "psS", "psc"} {
		f.Add([]byte(s))
	}
	server := serveTCP(f)
	f.Fuzz(func(t *testing.T, order []byte) {
		server := *server
		server.t = t
		c := server.dial()
		s := c.session()
		for _, o := range order[:min(len(order), 100)] {
			requestOf(s, o)
		}
		_ = c.Close()
		eventually(t, func() bool { return server.server.capacity.load().conns <= 1 }, func() string { return "still there" })
		if server.server.metrics.panics != nil && strings.Contains(server.log.String(), `"msg":"panic"`) {
			t.Fatal(server.log.String())
		}
	})
}

// requestOf does something with a session.
func requestOf(s *clientSession, o byte) {
	var name string
	var payload []byte
	switch o % 12 {
	case 0:
		name, payload = "pty-req", ssh.Marshal(ptyMsg{Term: "xterm", Cols: uint32(o), Rows: 24})
	case 1:
		name, payload = "env", ssh.Marshal(struct{ N, V string }{"LANG", string(rune(o))})
	case 2:
		name = "shell"
	case 3:
		name, payload = "exec", ssh.Marshal(struct{ S string }{"env"})
	case 4:
		name, payload = "window-change", ssh.Marshal(struct{ C, R, W, H uint32 }{uint32(o), uint32(o), 0, 0})
	case 5:
		name, payload = "signal", ssh.Marshal(struct{ S string }{"TERM"})
	case 6:
		name, payload = "subsystem", ssh.Marshal(struct{ S string }{"sftp"})
	case 7:
		name, payload = "auth-agent-req@openssh.com", nil
	case 8:
		s.send("\x1b[" + string(rune(o)))
		return
	case 9:
		_ = s.CloseWrite()
		return
	case 10:
		_ = s.Close()
		return
	default:
		name, payload = "pty-req", []byte{o, o, o}
	}
	_, _ = s.SendRequest(name, o%2 == 0, payload)
}

// FuzzHandshake sends any bytes after, or in place of, a version.
func FuzzHandshake(f *testing.F) {
	f.Add([]byte("SSH-2.0-x\r\n"), true)
	f.Add([]byte("GET / HTTP/1.1\r\n\r\n"), false)
	f.Add([]byte("\x00\x00\x01\x0c\x0a\x14"), true)
	f.Add([]byte("\xff\xff\xff\xff\xff\x14"), true)
	server := serveTCP(f, limit(func(l *Limits) { l.HandshakeTimeout = 5 * time.Second }))
	f.Fuzz(func(t *testing.T, in []byte, version bool) {
		server := *server
		server.t = t
		c := server.raw()
		if version {
			_, _ = io.WriteString(c, "SSH-2.0-fuzz\r\n")
		}
		_, _ = c.Write(in)
		if tcp, ok := c.(*net.TCPConn); ok {
			_ = tcp.CloseWrite()
		}
		_, _ = io.Copy(io.Discard, c)
		_ = c.Close()
		eventually(t, func() bool { return server.server.capacity.load().preAuth == 0 }, func() string { return "still there" })
	})
}
