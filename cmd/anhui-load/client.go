package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

// client is a session as seen by its user.
type client struct {
	conn    net.Conn
	ssh     ssh.Conn
	channel ssh.Channel

	mu       sync.Mutex
	begun    bool      // whether any bytes were received
	last     time.Time // when bytes were received last
	bytes    int64
	waiting  []time.Time // when keys without an answer were pressed
	answered []time.Time // when keys with an incomplete answer were pressed
	delays   []time.Duration
	walk     int // index of the walk whose keys are pressed
	pressed  int
	keep     bool
	output   []byte
	err      error
	first    chan struct{} // closed when the first bytes are received
}

// frameGap is the pause in the output after which a frame counts as complete.
const frameGap = 5 * time.Millisecond

// dial opens a session: connection, handshake, terminal, shell.
func dial(address string, auth []ssh.AuthMethod, width, height int, keep bool) (*client, error) {
	return dialCommand(address, "", auth, width, height, keep)
}

// dialCommand is dial for a command, which is the shell if it is "".
func dialCommand(address, command string, auth []ssh.AuthMethod, width, height int, keep bool) (*client, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil || !net.ParseIP(host).IsLoopback() {
		return nil, fmt.Errorf("%q is not on the loopback interface", address)
	}
	c := &client{keep: keep, first: make(chan struct{})}
	dialer := net.Dialer{Timeout: 30 * time.Second, KeepAlive: -1} // 10,000 probes at once are more than a loopback takes
	if c.conn, err = dialer.Dial("tcp", address); err != nil {
		return nil, err
	}
	if err := c.open(address, command, auth, width, height); err != nil {
		_ = c.conn.Close() // it is of no use any more
		return nil, err
	}
	return c, nil
}

func (c *client) open(address, command string, auth []ssh.AuthMethod, width, height int) error {
	if err := c.conn.SetDeadline(time.Now().Add(time.Minute)); err != nil {
		return err
	}
	conn, channels, requests, err := ssh.NewClientConn(c.conn, address, &ssh.ClientConfig{
		User: loginName(), Auth: auth,
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), //nolint:gosec // a server on this machine, with a new key
	})
	if err != nil {
		return err
	}
	if err := c.conn.SetDeadline(time.Time{}); err != nil {
		return err
	}
	c.ssh = conn
	go refuse(channels)
	go ssh.DiscardRequests(requests)
	channel, requests, err := conn.OpenChannel("session", nil)
	if err != nil {
		return err
	}
	c.channel = channel
	go ssh.DiscardRequests(requests)
	pty := struct {
		Term                string
		Cols, Rows, Wpx, Hp uint32
		Modes               string
	}{"xterm-256color", uint32(width), uint32(height), 0, 0, "\x00"} //nolint:gosec // both were checked
	type request struct {
		name    string
		payload []byte
	}
	start := request{"shell", nil}
	if command != "" {
		start = request{"exec", ssh.Marshal(struct{ Command string }{command})}
	}
	for _, request := range []request{{"pty-req", ssh.Marshal(pty)}, start} {
		ok, err := channel.SendRequest(request.name, true, request.payload)
		if err != nil {
			return err
		}
		if !ok {
			return fmt.Errorf("%s was refused", request.name)
		}
	}
	go c.read()
	return nil
}

func refuse(channels <-chan ssh.NewChannel) {
	for ch := range channels {
		_ = ch.Reject(ssh.Prohibited, "") // a failure means that the connection is closed
	}
}

// read receives the output of the server.
func (c *client) read() {
	buf := make([]byte, 4<<10)
	for {
		n, err := c.channel.Read(buf)
		c.mu.Lock()
		if n > 0 {
			c.arrived(buf[:n])
		}
		if err != nil {
			if c.err = err; errors.Is(err, io.EOF) {
				c.err = errors.New("the server ended the session")
			}
			c.mu.Unlock()
			return
		}
		c.mu.Unlock()
	}
}

// arrived records bytes from the server. The answer to a key is complete with
// its last bytes: the first ones after the key, and those that follow within
// frameGap.
func (c *client) arrived(p []byte) {
	now := time.Now()
	if !c.begun {
		c.begun = true
		close(c.first)
	}
	c.bytes += int64(len(p))
	if c.keep {
		c.output = append(c.output, p...)
	}
	switch {
	case len(c.waiting) > 0:
		c.complete()
		c.answered, c.waiting = append(c.answered, c.waiting...), c.waiting[:0]
	case now.Sub(c.last) > frameGap:
		c.complete()
	}
	c.last = now
}

// complete records the delays of keys whose answer is complete.
func (c *client) complete() {
	for _, pressed := range c.answered {
		c.delays = append(c.delays, c.last.Sub(pressed))
	}
	c.answered = c.answered[:0]
}

// press sends a key.
func (c *client) press(key string) error {
	c.mu.Lock()
	err := c.err
	c.waiting = append(c.waiting, time.Now())
	c.mu.Unlock()
	if err != nil {
		return err
	}
	_, err = io.WriteString(c.channel, key)
	return err
}

// busy reports whether a key has no answer, or something came after a time.
func (c *client) busy(since time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err == nil && (len(c.waiting) > 0 || c.last.After(since))
}

// expect waits for an answer to something that somebody else does now, and gives up
// those that did not come. It returns how many these are.
func (c *client) expect(now time.Time) (missed int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	missed = len(c.waiting)
	c.waiting = append(c.waiting[:0], now)
	return missed
}

// result returns the delays of the keys, the number without an answer, and the
// bytes received, all since the last call.
func (c *client) result() (delays []time.Duration, unanswered int, bytes int64, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.complete()
	delays, unanswered, bytes = c.delays, len(c.waiting), c.bytes
	c.delays, c.waiting, c.bytes = nil, nil, 0
	return delays, unanswered, bytes, c.err
}

func (c *client) close() {
	_ = c.ssh.Close() // the server may have done so
}
