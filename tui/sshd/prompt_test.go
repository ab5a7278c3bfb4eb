package sshd

import (
	"net"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/crypto/ssh"
)

// prompted connects as somebody does who compares the host key for some time,
// of which OpenSSH makes a pause in the middle of the handshake.
func (f *fixture) prompted(from string, compare time.Duration) (*client, error) {
	f.t.Helper()
	asked := false
	c, _, reqs, err := ssh.NewClientConn(f.rawFrom(from), "anhui", &ssh.ClientConfig{
		Config: ssh.Config{RekeyThreshold: 1}, // as often as the library lets it
		HostKeyCallback: func(string, net.Addr, ssh.PublicKey) error {
			if !asked { // not again for other keys of the connection
				asked = true
				time.Sleep(compare)
			}
			return nil
		},
	})
	if err != nil {
		return nil, err
	}
	go ssh.DiscardRequests(reqs)
	return &client{Conn: c, f: f}, nil
}

func tripPromptTimeout(t *testing.T) {
	bubble(t, byPromptTimeout, func(f *fixture) {
		gone := make(chan error)
		go func() {
			_, err := f.prompted(home, 2*time.Minute)
			gone <- err
		}()
		time.Sleep(59 * time.Second)
		if n := f.trips(byPromptTimeout) + f.trips(byHandshakeTimeout); n != 0 || f.server.gate.load().conns != 1 {
			t.Errorf("cut off too early, for %d limits", n)
		}
		time.Sleep(2 * time.Second)
		if n := f.server.gate.load().conns; n != 0 {
			t.Errorf("%d connections are still there", n)
		}
		if err := <-gone; err == nil {
			t.Error("let in after two minutes")
		}
	})
}

// TestPrompt has a whole seminar behind one address compare the host key at
// once. All come in, and stay; while they compare others connect as ever, but
// nobody more from their address.
func TestPrompt(t *testing.T) {
	const seminar = 25
	dataset()
	synctest.Test(t, func(t *testing.T) {
		f := serveMem(t, limit(func(l *Limits) { l.MaxPreAuth, l.PerSource = 3, seminar }))
		renderer := make(chan *clientSession, seminar)
		for range seminar {
			go func() {
				c, err := f.prompted(home, 20*time.Second)
				if err != nil {
					t.Error(err)
					renderer <- nil
					return
				}
				renderer <- c.session().pty("xterm-256color", 80, 24).shell()
			}()
			synctest.Wait()
		}
		if got, want := f.server.gate.load(), (load{conns: seminar}); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
		refusedConnection(t, f, home, byPerSource)
		other := f.dialFrom("192.0.2.2")
		other.session().pty("xterm-256color", 80, 24).shell().wait("Overview")
		_ = other.Close()

		in := make([]*clientSession, 0, seminar)
		for range seminar {
			if v := <-renderer; v != nil {
				v.wait("Overview")
				in = append(in, v)
			}
		}
		for range 5 { // minutes, with new keys for the connection, which are no new prompt
			for _, v := range in {
				v.send("j")
			}
			time.Sleep(time.Minute)
		}
		for _, v := range in {
			v.send("q")
			v.exit(0)
		}
		f.close()
	})
}
