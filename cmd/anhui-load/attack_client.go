package main

import (
	"errors"
	"fmt"
	"net"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

// target is a server as hostile clients see it, and counts what they do. With rates
// they do no more than that.
type target struct {
	address             string
	begun               time.Time
	bytesRate, dialRate float64 // a second; 0 is as many as they like
	sent, dialed        atomic.Int64
}

// paced counts n, and waits until there may be as many.
func (t *target) paced(count *atomic.Int64, n int, rate float64) {
	if sum := count.Add(int64(n)); rate > 0 {
		time.Sleep(time.Until(t.begun.Add(time.Duration(float64(sum) / rate * float64(time.Second)))))
	}
}

// pacedConn is a connection of which the bytes are counted.
type pacedConn struct {
	net.Conn

	to *target
}

func (c pacedConn) Write(p []byte) (int, error) {
	c.to.paced(&c.to.sent, len(p), c.to.bytesRate)
	return c.Conn.Write(p)
}

// tooLong is how long a client waits for a handshake, and for the first of a screen.
const tooLong = 30 * time.Second

// caller is a client at an address of its own.
type caller struct {
	conn    net.Conn
	ssh     ssh.Conn
	channel ssh.Channel
}

// from returns a connection from an address on the loopback interface.
func (t *target) from(address string) (net.Conn, error) {
	t.paced(&t.dialed, 1, t.dialRate)
	d := net.Dialer{Timeout: 5 * time.Second, KeepAlive: -1, LocalAddr: &net.TCPAddr{IP: net.ParseIP(address)}}
	c, err := d.Dial("tcp", t.address)
	if err != nil {
		return nil, err
	}
	return pacedConn{c, t}, nil
}

// connect makes a handshake.
func (t *target) connect(address, user string) (*caller, error) {
	return t.connectWith(address, &ssh.ClientConfig{User: user})
}

// connectWith makes a handshake with some configuration.
func (t *target) connectWith(address string, config *ssh.ClientConfig) (*caller, error) {
	conn, err := t.from(address)
	if err != nil {
		return nil, err
	}
	config.HostKeyCallback = ssh.InsecureIgnoreHostKey() //nolint:gosec // a server on this machine, with a new key
	_ = conn.SetDeadline(time.Now().Add(tooLong))
	c, channels, requests, err := ssh.NewClientConn(conn, t.address, config)
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	_ = conn.SetDeadline(time.Time{})
	go refuse(channels)
	go ssh.DiscardRequests(requests)
	return &caller{conn: conn, ssh: c}, nil
}

func (c *caller) close() { _ = c.ssh.Close() }

// session opens a session of which the answers are thrown away, and runs a command
// unless it is "".
func (c *caller) session(command string) error {
	channel, requests, err := c.ssh.OpenChannel("session", nil)
	if err != nil {
		return err
	}
	go ssh.DiscardRequests(requests)
	c.channel = channel
	if command == "" {
		return nil
	}
	if ok, err := channel.SendRequest("exec", true, ssh.Marshal(struct{ S string }{command})); err != nil || !ok {
		return errors.Join(errors.New("exec was refused"), err)
	}
	go discard(channel)
	return nil
}

// shell opens a dashboard and waits for its first bytes.
func (c *caller) shell(width, height uint32) error { return c.open("", width, height) }

// open opens a dashboard, or what a command line says, in a terminal and waits for its
// first bytes.
func (c *caller) open(line string, width, height uint32) error {
	if err := c.session(""); err != nil {
		return err
	}
	pty := struct {
		Term                string
		Cols, Rows, Wpx, Hp uint32
		Modes               string
	}{"xterm-256color", width, height, 0, 0, "\x00"}
	if _, err := c.channel.SendRequest("pty-req", false, ssh.Marshal(pty)); err != nil {
		return err
	}
	request, payload := "shell", []byte(nil)
	if line != "" {
		request, payload = "exec", ssh.Marshal(struct{ S string }{line})
	}
	if ok, err := c.channel.SendRequest(request, true, payload); err != nil || !ok {
		return errors.Join(fmt.Errorf("%s was refused", request), err)
	}
	late := time.AfterFunc(tooLong, c.close)
	defer late.Stop()
	_, err := c.channel.Read(make([]byte, 4096))
	return err
}

// resize tells the size of the window.
func (c *caller) resize(width, height uint32) error {
	_, err := c.channel.SendRequest("window-change", false, ssh.Marshal(struct{ W, H, Wpx, Hpx uint32 }{width, height, 0, 0}))
	return err
}
