package sshd

import (
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// publicLimits are the limits of a public server, which the other tests switch
// off for their own source.
func publicLimits(c *Config) { c.Limits = DefaultLimits() }

// TestNewcomers has 100 newcomers, each of a network of its own and a quarter of a
// second away, connect while others keep the server busy with connections: 95 of
// them get in, and whoever does not reads why.
func TestNewcomers(t *testing.T) {
	dataset()
	for name, attack := range map[string]func(f *fixture, second int){
		"sixty sources connect once a second and say nothing": func(f *fixture, _ int) {
			for source := range 60 {
				f.abandoned(fmt.Sprintf("198.51.100.%d", source))
			}
		},
		"sixty networks connect once a second and say nothing": func(f *fixture, _ int) {
			for source := range 60 {
				f.abandoned(fmt.Sprintf("198.51.%d.1", source))
			}
		},
		"a /48 connects from another /64 each time": func(f *fixture, second int) {
			for source := range 100 {
				f.abandoned(fmt.Sprintf("2001:db8:1:%x::1", 100*second+source))
			}
		},
		"one source connects 3,000 times a second": func(f *fixture, _ int) {
			for range 3000 {
				f.abandoned("198.51.100.1")
			}
		},
		"every connection comes from another network": func(f *fixture, second int) {
			for source := range 50 {
				f.abandoned(fmt.Sprintf("%d.%d.100.1", 11+second, source))
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			inMemory(t, func(t *testing.T, f *fixture) {
				stop := make(chan struct{})
				attackers := make(chan struct{})
				go func() {
					defer close(attackers)
					for second := 0; ; second++ {
						attack(f, second)
						select {
						case <-stop:
							return
						case <-time.After(time.Second):
						}
					}
				}()
				time.Sleep(15 * time.Second)
				in := make(chan bool)
				for i := range 100 {
					time.Sleep(150 * time.Millisecond)
					go func() { in <- f.newcomer(fmt.Sprintf("203.%d.113.1", i)) }()
				}
				got := 0
				for range 100 {
					if <-in {
						got++
					}
				}
				if got < 95 {
					t.Errorf("%d of 100 newcomers got in", got)
				}
				close(stop)
				<-attackers
			}, publicLimits)
		})
	}
}

// abandoned connects, says nothing, and does not wait for an answer.
func (f *fixture) abandoned(from string) {
	c := f.rawFrom(from)
	go func() { // its kernel takes what comes
		_, _ = io.Copy(io.Discard, c)
		_ = c.Close()
	}()
}

// newcomer reports whether a client gets a session.
func (f *fixture) newcomer(from string) bool {
	conn := newFarConn(f.rawFrom(from), 250*time.Millisecond)
	defer conn.Close() //nolint:errcheck // the test is over
	c, chans, reqs, err := ssh.NewClientConn(conn, "anhui", &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()})
	if err != nil {
		return false
	}
	defer c.Close() //nolint:errcheck // likewise
	go ssh.DiscardRequests(reqs)
	go func() {
		for ch := range chans {
			_ = ch.Reject(ssh.Prohibited, "")
		}
	}()
	ch, chReqs, err := c.OpenChannel("session", nil)
	if err != nil {
		return false
	}
	go ssh.DiscardRequests(chReqs)
	return ch.Close() == nil
}

// TestFarewell reads, over real sockets, the line for a client that is refused,
// which has said its version before: a reset would overtake the line. While more
// are refused than can be told they are closed all the same.
func TestFarewell(t *testing.T) {
	f := serveTCP(t, limit(func(l *Limits) { l.PerSource = 1 }))
	c := f.dial()
	defer c.Close() //nolint:errcheck // the test is over
	const refusals = 100
	resets := 0
	for range refusals {
		refused := f.raw()
		_, _ = io.WriteString(refused, "SSH-2.0-OpenSSH_10.0\r\n")
		line, err := io.ReadAll(refused)
		if !strings.Contains(string(line), reasonPerSource.advice()) {
			t.Errorf("%q, %v", line, err)
		}
		if err != nil {
			resets++
		}
		_ = refused.Close()
	}
	if resets > refusals/10 { // a version that comes late is not waited for: on a busy machine it may
		t.Errorf("%d of %d connections were reset", resets, refusals)
	}
	var silent []net.Conn
	for range 3 * maxFarewells {
		if c, err := f.dialer(home); err == nil { // it may be closed before it is known to be open
			silent = append(silent, c)
		}
	}
	for _, c := range silent {
		_ = c.SetReadDeadline(time.Now().Add(time.Minute))
		if _, err := io.ReadAll(c); err != nil && strings.Contains(err.Error(), "timeout") {
			t.Error("one was left open")
		}
		_ = c.Close()
	}
}
