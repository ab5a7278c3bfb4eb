//go:build unix && clients

package main

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// TestKillAndRestart kills a server with 50 sessions: the next one takes its
// address and has the same host key, and no viewer takes it for a proper end.
func TestKillAndRestart(t *testing.T) {
	program, key := build(t, "."), filepath.Join(t.TempDir(), "host_key")
	first := startServer(t, program, key, generous()...)
	viewers := first.viewers(50)
	first.signal(syscall.SIGKILL)
	first.wait()
	start := time.Now()
	second := startServer(t, program, key, append(generous(), "--listen", first.addr)...)
	v, err := view(second.addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("accepting again after %v", time.Since(start))
	if second.fingerprint != first.fingerprint {
		t.Errorf("host key %s, before %s", second.fingerprint, first.fingerprint)
	}
	_ = v.client.Close()
	for i, v := range viewers {
		if <-v.ended; v.err == nil {
			t.Errorf("viewer %d: the session ended as if in order", i)
		}
	}
}

// TestTerminateWithSessions ends a server with 200 sessions: nobody new is let
// in, everybody is told while their session goes on and left the time to read it,
// and nobody is waited for when the grace is over. How long that is to the second,
// the tests of package sshd say on a fake clock; a busy machine makes it longer,
// and never shorter.
func TestTerminateWithSessions(t *testing.T) {
	s := startServer(t, build(t, "."), filepath.Join(t.TempDir(), "host_key"), append(generous(), "--grace", "10s")...)
	viewers := s.viewers(200)
	start := time.Now()
	lasted := make(chan time.Duration, len(viewers))
	for _, v := range viewers {
		go func() {
			<-v.ended
			lasted <- time.Since(start)
		}()
	}
	s.signal(syscall.SIGTERM)
	s.drains()
	eventually(t, "notice on every screen", func() bool { return count(viewers, "about to restart") == len(viewers) })
	t.Logf("everybody is told after %v", time.Since(start))
	if code := s.wait(); code != 0 {
		t.Errorf("exit code %d: %s", code, s.log)
	}
	t.Logf("it ended after %v", time.Since(start))
	for i, v := range viewers {
		if d := <-lasted; d < 7*time.Second { // a quarter of the grace is for the ends of sessions
			t.Errorf("a session ended %v after the signal: that is not the time to read it", d)
		}
		<-v.ended
		out := v.out.String()
		if strings.Index(out, "about to restart") > strings.LastIndex(out, ansi.ResetModeAltScreenSaveCursor) {
			t.Errorf("viewer %d was told when the session was over", i)
		}
		givenBack(t, out)
	}
}

// drains waits until a server that was told to end is not ready and lets nobody in.
func (s *server) drains() {
	s.t.Helper()
	eventually(s.t, "word that it is not ready", func() bool { return ready(s.http) == http.StatusServiceUnavailable })
	eventually(s.t, "closed listener", func() bool {
		c, err := net.Dial("tcp", s.addr)
		if err == nil {
			_ = c.Close()
		}
		return err != nil
	})
}

// ready is the status of /readyz, 0 if there is nobody.
func ready(addr string) int {
	r, err := http.Get("http://" + addr + "/readyz")
	if err != nil {
		return 0
	}
	_ = r.Body.Close()
	return r.StatusCode
}

// TestHAProxy has the example of deploy in front of two servers.
func TestHAProxy(t *testing.T) {
	program, key := build(t, "."), filepath.Join(t.TempDir(), "host_key")
	haproxy := need(t, "haproxy")
	args := append(generous(), "--proxy-protocol-from", "127.0.0.1", "--grace", "3s")
	a, b := startServer(t, program, key, args...), startServer(t, program, key, args...)
	front := fmt.Sprint("127.0.0.1:", freePort(t))
	startHAProxy(t, haproxy, front, a, b)

	var from7 *viewer
	eventually(t, "session through the proxy", func() bool {
		var err error
		from7, err = viewFrom("127.0.0.7", front)
		return err == nil
	})
	eventually(t, "first frame", func() bool { return from7.shows("Overview") })
	if log := a.log.String() + b.log.String(); !strings.Contains(log, `"source":"127.0.0.7"`) {
		t.Errorf("the client's address is not known: %s", log)
	}

	var viewers []*viewer
	eventually(t, "eight sessions, some on each server", func() bool {
		v, err := view(front)
		if err != nil {
			t.Fatal(err)
		}
		viewers = append(viewers, v)
		return len(viewers) >= 8 && sessions(a) > 0 && sessions(b) > 0
	})
	eventually(t, "first frames", func() bool { return count(viewers, "Overview") == len(viewers) })

	// A rolling restart: those on the one see a notice, those on the other
	// see nothing, and whoever comes now lands on the other.
	onA := sessions(a)
	before := sessions(b)
	a.signal(syscall.SIGTERM)
	a.drains()
	for range 6 {
		v, err := view(front)
		if err != nil {
			t.Fatalf("during the restart: %v", err)
		}
		viewers = append(viewers, v)
	}
	eventually(t, "sessions on the other server", func() bool { return sessions(b) == before+6 })
	eventually(t, "notices", func() bool {
		return count(append(viewers, from7), "about to restart") == onA
	})
	if code := a.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	a = startServer(t, program, key, append(args, "--listen", a.addr, "--http", a.http)...)
	eventually(t, "sessions on the new server", func() bool {
		v, err := view(front)
		if err == nil {
			defer v.client.Close() //nolint:errcheck // it was only to look
			eventually(t, "first frame", func() bool { return v.shows("Overview") })
		}
		return sessions(a) > 0
	})
	for _, v := range viewers {
		_, _ = v.in.Write([]byte("q"))
	}
}

// count is how many viewers see some words.
func count(viewers []*viewer, words string) int {
	n := 0
	for _, v := range viewers {
		if v.shows(words) {
			n++
		}
	}
	return n
}

// sessions is how many a server has, by its metrics.
func sessions(s *server) int {
	r, err := http.Get("http://" + s.http + "/metrics")
	if err != nil {
		return -1
	}
	defer r.Body.Close() //nolint:errcheck // only read
	n := -1
	for lines := bufio.NewScanner(r.Body); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "anhui_sessions "); ok {
			_, _ = fmt.Sscan(rest, &n)
		}
	}
	return n
}

// startHAProxy runs the example configuration with other addresses.
func startHAProxy(t *testing.T, haproxy, front string, a, b *server) {
	t.Helper()
	text, err := os.ReadFile("deploy/haproxy.cfg")
	if err != nil {
		t.Fatal(err)
	}
	port := func(addr string) string { return addr[strings.LastIndex(addr, ":")+1:] }
	config := strings.NewReplacer(
		"bind :22", "bind "+front,
		"timeout connect 3s", "timeout connect 3s\n    timeout check 1m", // a server of a busy machine is not one that is gone
		"10.0.0.11:2222", a.addr, "port 9222 # 1", "port "+port(a.http),
		"10.0.0.12:2222", b.addr, "port 9222 # 2", "port "+port(b.http),
	).Replace(string(text))
	path := filepath.Join(t.TempDir(), "haproxy.cfg")
	if err := os.WriteFile(path, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(haproxy, "-db", "-f", path)
	var log logBuffer
	cmd.Stdout, cmd.Stderr = &log, &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if t.Failed() {
			t.Log(log.String())
		}
	})
}

// viewFrom opens a dashboard from an address of this machine.
func viewFrom(from, addr string) (*viewer, error) {
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}, Timeout: patience}
	conn, err := d.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	return viewOn(conn)
}
