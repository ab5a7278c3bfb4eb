//go:build unix

package main

import (
	"crypto/ed25519"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/vt"
	"golang.org/x/crypto/ssh"

	"anhui-tui/data/datatest"
)

// startNATS starts a NATS server as a process of its own.
func startNATS(t *testing.T, port int) *os.Process {
	t.Helper()
	cmd := exec.Command(os.Args[0]) //nolint:gosec // this program
	cmd.Env = append(os.Environ(), fmt.Sprint(natsPort, "=", port))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go cmd.Wait() //nolint:errcheck // it is killed
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	eventually(t, "NATS", func() bool {
		c, err := net.Dial("tcp", fmt.Sprint("127.0.0.1:", port))
		if err == nil {
			_ = c.Close()
		}
		return err == nil
	})
	return cmd.Process
}

// freePort returns a port that nobody has, and that nobody is given who asks for any.
func freePort(t *testing.T) int {
	t.Helper()
	for range 1000 {
		port := 20_000 + rand.IntN(10_000) // below those that systems give away
		if ln, err := net.Listen("tcp", fmt.Sprint("127.0.0.1:", port)); err == nil {
			_ = ln.Close() // it is free now
			return port
		}
	}
	t.Fatal("no port is free")
	return 0
}

// as runs a command in a terminal for a user with a key.
func (s *server) as(user string, key ssh.Signer, command string) *viewer {
	s.t.Helper()
	c, err := ssh.Dial("tcp", s.addr, &ssh.ClientConfig{
		User: user, HostKeyCallback: ssh.InsecureIgnoreHostKey(), Auth: []ssh.AuthMethod{ssh.PublicKeys(key)},
	})
	if err != nil {
		s.t.Fatal(err)
	}
	session, err := c.NewSession()
	if err != nil {
		s.t.Fatal(err)
	}
	v := &viewer{client: c, out: &logBuffer{}, ended: make(chan struct{})}
	session.Stdout, session.Stderr = v.out, v.out
	if v.in, err = session.StdinPipe(); err == nil {
		err = session.RequestPty("xterm-256color", 30, 100, nil)
	}
	if err == nil {
		err = session.Start(command)
	}
	if err != nil {
		s.t.Fatal(err)
	}
	go func() {
		defer close(v.ended)
		v.err = session.Wait()
	}()
	return v
}

// sees reports whether a viewer of a size has words on the screen now.
func (v *viewer) sees(w, h int, words string) bool {
	return strings.Contains(textOn(w, h, v.out.String()), words)
}

func (v *viewer) press(keys string) { _, _ = v.in.Write([]byte(keys)) }

// escape presses Esc, as it needs no silence after it.
func (v *viewer) escape() { v.press("\x1b[27u") }

// roomCode finds the code of a presentation.
var roomCode = regexp.MustCompile(`[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}`)

// TestPresentAcrossReplicas has one present on a replica, and others follow on two.
// The presenter's replica is killed, and the presenter goes on from the other with
// nothing but a key. NATS is killed, and comes back. A replica with another dataset
// shows the nearest place.
func TestPresentAcrossReplicas(t *testing.T) {
	t.Parallel()
	port := freePort(t)
	nats := startNATS(t, port)

	folder := t.TempDir()
	key, err := ssh.NewSignerFromKey(ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize)))
	if err != nil {
		t.Fatal(err)
	}
	keys := filepath.Join(folder, "presenters.pub")
	if err := os.WriteFile(keys, ssh.MarshalAuthorizedKey(key.PublicKey()), 0o600); err != nil {
		t.Fatal(err)
	}
	options := append(generous(), "--presenter-keys", keys, "--bus", fmt.Sprintf("nats://anhui:secret@127.0.0.1:%d", port), "--advertise", "demo.example.org")
	program, hostKey := build(t, "."), filepath.Join(folder, "host_key")
	a, b := startServer(t, program, hostKey, options...), startServer(t, program, hostKey, options...)
	old := startServer(t, program, hostKey, append(options, "--data", datatest.Dir(t))...)

	p := a.as("present", key, "present shares")
	code := ""
	eventually(t, "code", func() bool {
		code = roomCode.FindString(p.out.String())
		return p.shows("demo.example.org follow ") && code != ""
	})
	p.escape()
	follow := func(s *server) *viewer {
		t.Helper()
		conn, err := net.Dial("tcp", s.addr)
		if err != nil {
			t.Fatal(err)
		}
		v, err := sessionOn(conn, "follow "+code)
		if err != nil {
			t.Fatal(err)
		}
		eventually(t, "follower", func() bool { return v.sees(80, 24, "following") && v.sees(80, 24, "by value") })
		return v
	}
	v, o := follow(b), follow(old)
	sees := func(x *viewer, words string) {
		t.Helper()
		eventually(t, fmt.Sprintf("%q on a follower's screen", words), func() bool { return x.sees(80, 24, words) })
		if t.Failed() {
			t.Fatal(textOn(80, 24, x.out.String()) + "\nThe presenter sees\n" + textOn(100, 30, p.out.String()) + b.log.String())
		}
	}
	p.press("3jjj") // to a series the other dataset has not
	sees(v, "following "+code)
	sees(o, "another version")
	p.press("p")
	sees(v, "presenter points at")

	a.signal(syscall.SIGKILL)
	sees(v, "presenter away")
	again := b.as("present", key, "present --resume "+code)
	eventually(t, "presenter on the other replica", func() bool { return again.sees(100, 30, "presenting "+code) })
	again.escape()
	again.press("2")
	sees(v, "by value")
	sees(o, "by value")
	if v.sees(80, 24, "away") {
		t.Error("the presenter is still away")
	}

	_ = nats.Kill()
	eventually(t, "word that the bus is down", func() bool { return again.sees(100, 30, "followers elsewhere") })
	sees(o, "presenter away")
	again.press("3")
	eventually(t, "move on the replica itself", func() bool { return !v.sees(80, 24, "by value") })
	ready, err := http.Get("http://" + b.http + "/readyz")
	if err != nil || ready.StatusCode != http.StatusOK {
		t.Errorf("a replica without its bus: %v, %v", ready, err)
	} else {
		_ = ready.Body.Close()
	}
	startNATS(t, port)
	eventually(t, "move after NATS is back", func() bool { return !o.sees(80, 24, "by value") && !o.sees(80, 24, "away") })
	for line := range strings.Lines(b.log.String()) {
		if strings.Contains(line, "secret") || strings.Contains(line, code) {
			t.Errorf("the log tells: %s", line)
		}
		if !json.Valid([]byte(line)) && strings.HasPrefix(line, "{") {
			t.Errorf("no line of a log: %s", line)
		}
	}
}

// textOn is what a terminal shows after some output.
func textOn(w, h int, output string) string {
	e := vt.NewEmulator(w, h)
	go io.Copy(io.Discard, e) //nolint:errcheck // its answers
	_, _ = e.Write([]byte(output))
	text := e.String()
	if answers, ok := e.InputPipe().(io.Closer); ok { // closing all of it would be a race with who reads
		_ = answers.Close()
	}
	return text
}
