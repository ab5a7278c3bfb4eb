//go:build unix

package main

import (
	"bufio"
	"bytes"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

// server is the built program, serving.
type server struct {
	t           testing.TB
	cmd         *exec.Cmd
	addr, http  string
	fingerprint string
	known       string // line of a known_hosts file
	log         *logBuffer
	exited      chan struct{}
}

// logBuffer is a buffer many can write to.
type logBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func (l *logBuffer) len() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Len()
}

// generous are limits under which one address may be everybody.
func generous() []string { return []string{"--per-source-allow", "127.0.0.0/8"} }

// startServer starts a program with a host key at path.
func startServer(t testing.TB, program, key string, args ...string) *server {
	t.Helper()
	s := &server{t: t, log: &logBuffer{}, exited: make(chan struct{})}
	s.cmd = exec.Command(program, append([]string{
		"serve", "--listen", "127.0.0.1:0", "--http", "127.0.0.1:0", "--host-key", key,
	}, args...)...)
	s.cmd.Stderr = s.log
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.cmd.Process.Kill() })
	lines := bufio.NewScanner(out)
	for _, part := range []struct {
		pattern string
		to      *string
	}{
		{`SSH on (\S+)$`, &s.addr},
		{`Host key (SHA256:\S+)$`, &s.fingerprint},
		{`^For known_hosts:  (\S+ ssh-ed25519 \S+)$`, &s.known},
		{`(ssh -p \d+ \S+)$`, nil},
		{`http://(\S+)/metrics$`, &s.http},
	} {
		if !lines.Scan() {
			t.Fatalf("it says no more: %s", s.log)
		}
		m := regexp.MustCompile(part.pattern).FindStringSubmatch(lines.Text())
		if m == nil {
			t.Fatalf("%q is not like %q", lines.Text(), part.pattern)
		}
		if part.to != nil {
			*part.to = m[1]
		}
	}
	go func() {
		for lines.Scan() { //nolint:revive // nothing more is expected
		}
		_ = s.cmd.Wait() // the exit code says it
		close(s.exited)
	}()
	return s
}

// knownHosts returns the path of a file with the line the server prints for it.
func (s *server) knownHosts() string {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), "known_hosts")
	if err := os.WriteFile(path, []byte(s.known+"\n"), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

func (s *server) port() string {
	_, port, err := net.SplitHostPort(s.addr)
	if err != nil {
		s.t.Fatal(err)
	}
	return port
}

func (s *server) signal(sig syscall.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.t.Fatal(err)
	}
}

// wait waits for the program to end, and returns its exit code.
func (s *server) wait() int {
	s.t.Helper()
	select {
	case <-s.exited:
		return s.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		s.t.Fatalf("it does not end: %s", s.log)
		return -1
	}
}

// viewer is a client with a dashboard.
type viewer struct {
	client *ssh.Client
	in     interface{ Write([]byte) (int, error) }
	out    *logBuffer
	ended  chan struct{}
	err    error // when it has ended
}

// view opens a dashboard.
func view(addr string) (*viewer, error) {
	conn, err := net.DialTimeout("tcp", addr, patience)
	if err != nil {
		return nil, err
	}
	return viewOn(conn)
}

func viewOn(conn net.Conn) (*viewer, error) { return sessionOn(conn, "") }

// sessionOn starts a command in a terminal, or the dashboard if it is "".
func sessionOn(conn net.Conn, command string) (*viewer, error) {
	sc, chans, reqs, err := ssh.NewClientConn(conn, "", &ssh.ClientConfig{
		User: "analyst", HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	})
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	c := ssh.NewClient(sc, chans, reqs)
	s, err := c.NewSession()
	if err != nil {
		_ = c.Close()
		return nil, err
	}
	v := &viewer{client: c, out: &logBuffer{}, ended: make(chan struct{})}
	s.Stdout, s.Stderr = v.out, v.out
	if v.in, err = s.StdinPipe(); err == nil {
		err = s.RequestPty("xterm-256color", 24, 80, nil)
	}
	if err == nil {
		if command == "" {
			err = s.Shell()
		} else {
			err = s.Start(command)
		}
	}
	if err != nil {
		_ = c.Close()
		return nil, err
	}
	go func() {
		defer close(v.ended)
		v.err = s.Wait()
	}()
	return v, nil
}

func (v *viewer) shows(words string) bool { return strings.Contains(v.out.String(), words) }

// viewers opens as many dashboards, and waits for their first frames.
func (s *server) viewers(n int) []*viewer {
	s.t.Helper()
	all := make([]*viewer, n)
	for i := range all {
		v, err := view(s.addr)
		if err != nil {
			s.t.Fatalf("viewer %d: %v", i, err)
		}
		all[i] = v
	}
	for _, v := range all {
		eventually(s.t, "a first frame", func() bool { return v.shows("Overview") })
	}
	return all
}

// patience is how long a test waits for what must come: a machine may be busy.
const patience = 2 * time.Minute

// eventually waits until something is so.
func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Errorf("no %s within %v", what, patience)
}

// givenBack holds the modes a session set to be reset in the end.
func givenBack(t testing.TB, out string) {
	t.Helper()
	for _, mode := range []string{"1049", "1002", "1006", "1004", "2004", "2026"} {
		if strings.LastIndex(out, "\x1b[?"+mode+"h") > strings.LastIndex(out, "\x1b[?"+mode+"l") {
			t.Errorf("mode %s is still set", mode)
		}
	}
	if !strings.Contains(out, "\x1b[?1049h") || strings.LastIndex(out, "\x1b[?25l") > strings.LastIndex(out, "\x1b[?25h") {
		t.Error("no dashboard, or the cursor is still hidden")
	}
}

// TestServeProcess starts the program, and ends it with a signal. The line for
// known_hosts is one with which a client knows the server.
func TestServeProcess(t *testing.T) {
	t.Parallel()
	key := filepath.Join(t.TempDir(), "host_key")
	s := startServer(t, build(t, "."), key)
	check, err := knownhosts.New(s.knownHosts())
	if err != nil {
		t.Fatal(err)
	}
	c, err := ssh.Dial("tcp", s.addr, &ssh.ClientConfig{HostKeyCallback: check})
	if err != nil {
		t.Fatalf("with %q: %v", s.known, err)
	}
	_ = c.Close()
	v := s.viewers(1)[0]
	s.signal(syscall.SIGTERM)
	eventually(t, "notice", func() bool { return v.shows("about to restart") })
	s.signal(syscall.SIGTERM)
	if code := s.wait(); code != 0 {
		t.Errorf("exit code %d: %s", code, s.log)
	}
	<-v.ended
	givenBack(t, v.out.String())
}
