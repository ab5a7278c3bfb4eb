package sshd

import (
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

// client is a connected client.
type client struct {
	ssh.Conn
	f     *fixture
	chans <-chan ssh.NewChannel
}

func (f *fixture) dial() *client { return f.dialFrom(home) }

func (f *fixture) dialFrom(from string) *client {
	f.t.Helper()
	c, err := f.tryDial(f.rawFrom(from))
	if err != nil {
		f.t.Fatal(err)
	}
	return c
}

// tryDial makes a handshake. The client answers keepalives.
func (f *fixture) tryDial(conn net.Conn, auth ...ssh.AuthMethod) (*client, error) {
	c, chans, reqs, err := ssh.NewClientConn(conn, "anhui", &ssh.ClientConfig{
		User: "analyst", HostKeyCallback: ssh.FixedHostKey(testKey(f.t).PublicKey()), Auth: auth,
	})
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	go ssh.DiscardRequests(reqs)
	return &client{Conn: c, f: f, chans: chans}, nil
}

// clientSession is a session as its client sees it.
type clientSession struct {
	ssh.Channel
	f      *fixture
	out    syncBuffer
	errs   syncBuffer
	status chan int // -1 if there was none
	read   sync.WaitGroup
}

// session opens a session and reads what comes.
func (c *client) session() *clientSession {
	c.f.t.Helper()
	t, err := c.trySession()
	if err != nil {
		c.f.t.Fatal(err)
	}
	t.read.Go(func() { _, _ = io.Copy(&t.out, t) })
	t.read.Go(func() { _, _ = io.Copy(&t.errs, t.Stderr()) })
	return t
}

// trySession opens a session that reads nothing yet.
func (c *client) trySession() (*clientSession, error) {
	ch, reqs, err := c.OpenChannel("session", nil)
	if err != nil {
		return nil, err
	}
	t := &clientSession{Channel: ch, f: c.f, status: make(chan int, 1)}
	go func() {
		status := -1
		for req := range reqs {
			if req.Type == "exit-status" {
				var msg struct{ Status uint32 }
				if ssh.Unmarshal(req.Payload, &msg) == nil {
					status = int(msg.Status)
				}
			}
			_ = req.Reply(false, nil)
		}
		t.status <- status
	}()
	return t, nil
}

type ptyMsg struct {
	Term                      string
	Cols, Rows, Width, Height uint32
	Modes                     string
}

func (t *clientSession) pty(term string, cols, rows uint32) *clientSession {
	t.f.t.Helper()
	t.must("pty-req", ptyMsg{Term: term, Cols: cols, Rows: rows})
	return t
}

func (t *clientSession) shell() *clientSession {
	t.f.t.Helper()
	t.must("shell", nil)
	return t
}

// exec runs a command.
func (t *clientSession) exec(line string) *clientSession {
	t.f.t.Helper()
	t.must("exec", struct{ Line string }{line})
	return t
}

// must sends a request that succeeds.
func (t *clientSession) must(name string, payload any) {
	t.f.t.Helper()
	if !t.request(name, payload) {
		t.f.t.Errorf("%s was refused", name)
	}
}

func (t *clientSession) request(name string, payload any) bool {
	var p []byte
	if payload != nil {
		p = ssh.Marshal(payload)
	}
	ok, err := t.SendRequest(name, true, p)
	return ok && err == nil
}

func (t *clientSession) resize(cols, rows uint32) {
	_, _ = t.SendRequest("window-change", false, ssh.Marshal(struct{ Cols, Rows, W, H uint32 }{cols, rows, 0, 0}))
}

func (t *clientSession) send(keys string) {
	_, _ = t.Write([]byte(keys))
}

// wait waits until the session has printed something.
func (t *clientSession) wait(want string) {
	t.f.t.Helper()
	eventually(t.f.t, func() bool { return strings.Contains(t.out.String(), want) }, func() string {
		return fmt.Sprintf("%q did not come: %q", want, tail(t.out.String()))
	})
}

func tail(s string) string { return s[max(0, len(s)-600):] }

func (t *clientSession) exit(want int) {
	t.f.t.Helper()
	select {
	case got := <-t.status:
		t.read.Wait()
		if got != want {
			t.f.t.Errorf("exit status %d, want %d; stderr %q", got, want, t.errs.String())
		}
	case <-time.After(2 * time.Minute):
		t.f.t.Errorf("no exit status")
	}
}

// dashboard opens a dashboard and waits for its first frame.
func (f *fixture) dashboard() (*client, *clientSession) {
	f.t.Helper()
	c := f.dial()
	t := c.session().pty("xterm-256color", 80, 24).shell()
	t.wait("Overview")
	return c, t
}
