package sshd

import (
	"io"
	"log/slog"
	"net"
	"net/netip"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"

	"anhui-tui/model/runes"
)

// conn is one client's connection.
type conn struct {
	server *Server
	wire   *wire
	source netip.Addr
	log    *slog.Logger
	client atomic.Pointer[ssh.ServerConn] // nil until the handshake is over
	asking atomic.Bool                    // there is a keepalive without an answer yet

	mu        sync.Mutex
	over      bool
	why       reason      // what ended it, if the server did
	exchanged bool        // the client has sent its part of the first key exchange
	timer     *time.Timer // of the handshake, then of the prompt, then of being without a session
	open      int         // session channels that the client has not closed
	running   int         // sessions that are not over
}

func newConn(s *Server, raw net.Conn) *conn {
	c := &conn{server: s, log: s.log}
	c.wire = &wire{
		Conn: raw, stall: s.limits.WriteStall, trip: c.blame,
		budget: newBucket(float64(s.limits.WireRate), float64(s.limits.WireBurst)),
		heard:  moment{from: time.Now()},
	}
	return c
}

// serve serves a connection until it is gone.
func (c *conn) serve() {
	defer c.gone()
	defer c.rescue()
	c.mu.Lock()
	c.expectLocked(c.server.limits.HandshakeTimeout, byHandshakeTimeout)
	c.mu.Unlock()
	leave := c.enter()
	if leave == nil {
		return
	}
	defer leave()
	config := *c.server.ssh
	config.AddHostKey(hostKey{c.server.config.HostKey, c.exchanging})
	client, chans, reqs, err := ssh.NewServerConn(c.wire, &config)
	if err != nil {
		c.server.metrics.handshakes.WithLabelValues("failed").Inc()
		c.log.Debug("handshake", "source", c.source.String(), "error", runes.Logged(err.Error()))
		return
	}
	c.server.metrics.handshakes.WithLabelValues("ok").Inc()
	c.log = c.log.With("source", c.source.String())
	c.log.Info("connected", "user", runes.Logged(client.User()), "client", runes.Logged(string(client.ClientVersion())))
	c.lonely()
	c.client.Store(client)
	c.multiplex(chans, reqs)
}

// hostKey is the server's host key on one connection. It is used as soon as the
// client has sent its part of a key exchange, which the library does not tell.
type hostKey struct {
	ssh.Signer
	using func()
}

// Sign implements [ssh.Signer].
func (k hostKey) Sign(rand io.Reader, data []byte) (*ssh.Signature, error) {
	k.using()
	return k.Signer.Sign(rand, data)
}

// exchanging says that the client has sent its part of a key exchange. After
// the first, OpenSSH shows its user the fingerprint of the host key and goes on
// with the handshake when that is answered. Whoever compares it takes time: as
// a connection of its source, not as one of the handshakes.
func (c *conn) exchanging() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.over || c.exchanged {
		return
	}
	c.exchanged = true
	c.server.gate.exchanged(c)
	c.expectLocked(c.server.limits.PromptTimeout, byPromptTimeout)
}

// enter finds out where a connection comes from, and whether one more may come
// from there. It returns nil if not.
func (c *conn) enter() (leave func()) {
	source, err := c.server.source(c.wire)
	if err != nil {
		c.blame(byProxy)
		c.log.Warn("proxy header", "proxy", addrOf(c.wire.RemoteAddr()).String(), "error", runes.Logged(err.Error()))
		return nil
	}
	c.source = source
	leave, no := c.server.sources.connect(source, time.Now())
	if no != "" {
		c.server.refuse(c.wire, no)
		return nil
	}
	return leave
}

// multiplex answers requests for channels and for anything else, until the
// connection is closed.
func (c *conn) multiplex(chans <-chan ssh.NewChannel, reqs <-chan *ssh.Request) {
	for chans != nil || reqs != nil {
		select {
		case ch, ok := <-chans:
			if !ok {
				chans = nil
				continue
			}
			c.accept(ch)
		case req, ok := <-reqs:
			if !ok {
				reqs = nil
				continue
			}
			if req.Type == "tcpip-forward" || req.Type == "streamlocal-forward@openssh.com" {
				c.server.metrics.deny("forwarding")
			}
			_ = req.Reply(false, nil) // a failing write ends the connection
		}
	}
}

// accept opens a session if there may be one more.
func (c *conn) accept(ch ssh.NewChannel) {
	if ch.ChannelType() != "session" {
		c.server.metrics.deny("channel")
		_ = ch.Reject(ssh.Prohibited, "anhui-tui: there are sessions only, no forwarding")
		return
	}
	leave, no := c.enterSession()
	if no != "" {
		if no != byDrain {
			c.server.metrics.refuse(no)
		}
		_ = ch.Reject(ssh.ResourceShortage, "anhui-tui: "+no.advice())
		return
	}
	channel, reqs, err := ch.Accept()
	if err != nil {
		leave()
		return
	}
	s := newSession(c, channel)
	if !c.server.trackSession(s) {
		leave()
		_ = channel.Close()
		go ssh.DiscardRequests(reqs)
		return
	}
	c.begin()
	go func() {
		defer leave()
		s.serve(reqs)
	}()
}

// enterSession takes a place for a session, or says why there is none.
func (c *conn) enterSession() (leave func(), no reason) {
	if !c.server.Ready() {
		return nil, byDrain
	}
	c.mu.Lock()
	full := c.open >= c.server.limits.SessionsPerConnection
	c.mu.Unlock()
	if full {
		return nil, byConnSessions
	}
	leaveSource, no := c.server.sources.session(c.source, time.Now())
	if no != "" {
		return nil, no
	}
	if !c.server.gate.enterSession() {
		leaveSource()
		return nil, byMaxSessions
	}
	c.count(1, 0)
	return func() {
		c.count(-1, 0)
		c.server.gate.leaveSession()
		leaveSource()
	}, ""
}

func (c *conn) count(open, running int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.open += open
	c.running += running
	if c.over {
		return
	}
	if c.running > 0 {
		c.timer.Stop()
	} else if running < 0 {
		c.expectLocked(c.server.limits.ChannelTimeout, byChannelTimeout)
	}
}

func (c *conn) begin() { c.count(0, 1) }
func (c *conn) end()   { c.count(0, -1) }

// lonely gives a connection without a session some time to open one.
func (c *conn) lonely() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.over {
		c.expectLocked(c.server.limits.ChannelTimeout, byChannelTimeout)
	}
}

// expectLocked closes the connection for a limit after a while, unless the
// client does before what the connection waits for next.
func (c *conn) expectLocked(d time.Duration, limit reason) {
	if c.timer != nil {
		c.timer.Stop()
	}
	c.timer = time.AfterFunc(d, func() { c.kill(limit) })
}

// kill closes the connection hard because of a limit.
func (c *conn) kill(why reason) {
	c.blame(why)
	c.wire.kill()
}

// blame remembers and counts what the server ends a connection for. Only the
// first counts: the others are its consequences.
func (c *conn) blame(why reason) {
	c.mu.Lock()
	first := !c.over && c.why == ""
	if first {
		c.why = why
	}
	c.mu.Unlock()
	if first {
		c.server.metrics.close(why)
	}
}

// blamed is what the server ended the connection for, or that the client did.
func (c *conn) blamed() reason {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.why != "" {
		return c.why
	}
	return byClient
}

// gone releases what a connection holds.
func (c *conn) gone() {
	_ = c.wire.Close()
	c.mu.Lock()
	c.over = true
	if c.timer != nil {
		c.timer.Stop()
	}
	why := c.why
	c.mu.Unlock()
	if why != "" {
		c.log.Info("closed", "reason", string(why))
	}
	c.server.gate.leave(c)
	c.server.untrack(c)
}

// rescue keeps a fault in serving one client from ending all others.
func (c *conn) rescue() {
	if fault := recover(); fault != nil {
		c.report(fault)
		c.kill(byPanic)
	}
}

// rescueAlone is rescue for one session of several: the connection goes on.
func (c *conn) rescueAlone() {
	if fault := recover(); fault != nil {
		c.report(fault)
	}
}

// report logs a fault of the server.
func (c *conn) report(fault any) {
	c.server.metrics.panics.Inc()
	c.log.Error("panic", "fault", fault, "stack", string(debug.Stack()))
}
