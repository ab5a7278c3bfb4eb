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
	server  *Server
	raw     *limitedConn
	located bool // addr is that of the client, and not one of a proxy that has not told it
	addr    netip.Addr
	use     *clientUse // what the client uses
	leave   func()     // releases the place that the client has for the connection
	origin  origin     // the zero origin while it is not known, and for a client without limits; guarded by capacity.mu
	log     *slog.Logger
	sshConn atomic.Pointer[ssh.ServerConn] // nil before the end of the handshake
	asking  atomic.Bool                    // a keepalive has no answer yet

	mu        sync.Mutex
	closed    bool
	why       reason      // why the server closed it, "" if it did not
	exchanged bool        // the client has sent its part of the first key exchange
	timer     *time.Timer // of the handshake, then of the prompt, then of being without a session
	open      int         // session channels that the client has not closed
	running   int         // sessions that are not over
}

// newConn returns the connection of a client that was accepted.
func newConn(s *Server, nc net.Conn) *conn {
	c := &conn{server: s, log: s.log, use: unlimited(), leave: func() {}}
	c.raw = &limitedConn{
		Conn: nc, stall: s.limits.WriteStall, exceeded: c.setCloseReason,
		slowed:   func() { s.metrics.exceeded(reasonSourceWire) },
		budget:   newBucket(float64(s.limits.WireRate), float64(min(s.limits.WireBurst, maxTypedBurst))),
		burst:    float64(s.limits.WireBurst),
		upload:   make(chan struct{}),
		lastRead: atomicTime{from: time.Now()},
		shared:   c.use.wire,
		closed:   make(chan struct{}),
	}
	return c
}

// serve runs the handshake and serves channels until the connection is closed.
func (c *conn) serve() {
	defer c.gone()
	defer c.recoverConn()
	c.mu.Lock()
	c.expectLocked(c.server.limits.HandshakeTimeout, reasonHandshakeTimeout)
	c.mu.Unlock()
	if !c.located && !c.locate() {
		return
	}
	config := *c.server.ssh
	config.AddHostKey(hostKey{c.server.config.HostKey, c.exchanging})
	client, chans, reqs, err := ssh.NewServerConn(c.raw, &config)
	if err != nil {
		c.server.metrics.handshakes.With("failed").Inc()
		c.log.Debug("handshake", "source", c.addr.String(), "error", runes.Logged(err.Error()))
		return
	}
	c.server.metrics.handshakes.With("ok").Inc()
	c.log = c.log.With("source", c.addr.String())
	c.log.Info("connected", "user", runes.Logged(client.User()), "client", runes.Logged(string(client.ClientVersion())))
	c.startChannelTimer()
	c.sshConn.Store(client)
	c.multiplex(chans, reqs)
}

// hostKey is the server's host key on one connection. It calls using when it
// signs, which is when the client's part of a key exchange has arrived: x/crypto/ssh
// has no other sign of it.
type hostKey struct {
	ssh.Signer
	using func()
}

// Sign implements [ssh.Signer].
func (k hostKey) Sign(rand io.Reader, data []byte) (*ssh.Signature, error) {
	k.using()
	return k.Signer.Sign(rand, data)
}

// exchanging is called when the client's part of a key exchange has arrived. After
// the first, OpenSSH asks its user about the fingerprint of the host key before
// it goes on, which takes a person some time: it counts as a connection of its
// client, but no longer as a handshake.
func (c *conn) exchanging() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed || c.exchanged {
		return
	}
	c.exchanged = true
	c.server.capacity.exchanged(c)
	c.expectLocked(c.server.limits.PromptTimeout, reasonPromptTimeout)
}

// enter counts the connection for its client. It returns the origin that its
// handshake counts for, and why it is refused, or "".
func (c *conn) enter(addr netip.Addr) (origin, reason) {
	leave, _, why := c.server.clients.connect(addr, time.Now())
	if why != "" {
		return origin{}, why
	}
	c.located, c.addr, c.leave, c.use = true, addr, leave, c.server.clients.use(addr)
	c.raw.shared = c.use.wire
	if c.server.clients.allowed(addr) {
		return origin{}, ""
	}
	return originOf(addr), ""
}

// locate reads the header of a proxy and counts the connection for the client it
// names. It returns false if the client is refused.
func (c *conn) locate() bool {
	addr, err := readProxyHeader(c.raw, addrOf(c.raw.RemoteAddr()))
	if err != nil {
		c.setCloseReason(reasonProxy)
		c.log.Warn("proxy header", "proxy", addrOf(c.raw.RemoteAddr()).String(), "error", runes.Logged(err.Error()))
		return false
	}
	from, why := c.enter(addr)
	if why == "" {
		why = c.server.capacity.locate(c, from)
	}
	if why != "" {
		c.server.metrics.refuse(why)
		c.server.explain(c.raw.Conn, why)
	}
	return why == ""
}

// multiplex handles new channels and global requests until the connection is
// closed.
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

// accept opens a session, or rejects the channel.
func (c *conn) accept(ch ssh.NewChannel) {
	if ch.ChannelType() != "session" || len(ch.ExtraData()) > 0 { // which would be kept with the channel
		c.server.metrics.deny("channel")
		_ = ch.Reject(ssh.Prohibited, "anhui-tui: there are sessions only, no forwarding")
		return
	}
	leave, excess, why := c.enterSession()
	if why != "" {
		if why != reasonDrain {
			c.server.metrics.refuse(why)
		}
		_ = ch.Reject(ssh.ResourceShortage, "anhui-tui: "+why.advice())
		return
	}
	channel, reqs, err := ch.Accept()
	if err != nil {
		leave()
		return
	}
	s := newSession(c, channel)
	s.excess = excess
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

// enterSession counts one more session, or returns why there can be none. Excess
// is as [clients.session] returns it.
func (c *conn) enterSession() (leave func(), excess bool, why reason) {
	if !c.server.ready() {
		return nil, false, reasonDrain
	}
	c.mu.Lock()
	full := c.open >= c.server.limits.SessionsPerConnection
	c.mu.Unlock()
	if full {
		return nil, false, reasonConnSessions
	}
	leaveClient, excess, why := c.server.clients.session(c.addr, time.Now())
	if why != "" {
		return nil, false, why
	}
	if !c.server.capacity.enterSession() {
		leaveClient()
		return nil, false, reasonMaxSessions
	}
	c.count(1, 0)
	return func() {
		c.count(-1, 0)
		c.server.capacity.leaveSession()
		leaveClient()
	}, excess, ""
}

// count adds to the numbers of open channels and of running sessions. While none
// runs, the channel timeout does.
func (c *conn) count(open, running int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.open += open
	c.running += running
	if c.closed {
		return
	}
	if c.running > 0 {
		c.timer.Stop()
	} else if running < 0 {
		c.expectLocked(c.server.limits.ChannelTimeout, reasonChannelTimeout)
	}
}

// begin and end are called when a session begins and ends.
func (c *conn) begin() { c.count(0, 1) }
func (c *conn) end()   { c.count(0, -1) }

// startChannelTimer closes the connection if no session is opened within
// ChannelTimeout.
func (c *conn) startChannelTimer() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closed {
		c.expectLocked(c.server.limits.ChannelTimeout, reasonChannelTimeout)
	}
}

// expectLocked closes the connection for a limit after d, in place of what it
// would have been closed for before. c.mu is held.
func (c *conn) expectLocked(d time.Duration, limit reason) {
	if c.timer != nil {
		c.timer.Stop()
	}
	c.timer = time.AfterFunc(d, func() { c.kill(limit) })
}

// kill closes the connection at once, without sending what is buffered.
func (c *conn) kill(why reason) {
	c.setCloseReason(why)
	c.raw.kill()
}

// hangUp closes the connection of a client that keeps a channel open that is over.
// What was written to it is still sent.
func (c *conn) hangUp() {
	c.setCloseReason(reasonChannelTimeout)
	_ = c.raw.Close()
}

// setCloseReason records and counts why the server closes the connection. Later
// reasons are consequences of the first, and ignored.
func (c *conn) setCloseReason(why reason) {
	c.mu.Lock()
	first := !c.closed && c.why == ""
	if first {
		c.why = why
	}
	c.mu.Unlock()
	if first {
		c.server.metrics.close(why)
	}
}

// closeReason returns why the server closed the connection, or reasonClient.
func (c *conn) closeReason() reason {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.why != "" {
		return c.why
	}
	return reasonClient
}

// gone releases what the connection holds.
func (c *conn) gone() {
	_ = c.raw.Close()
	c.mu.Lock()
	c.closed = true
	if c.timer != nil {
		c.timer.Stop()
	}
	why := c.why
	c.mu.Unlock()
	if why != "" {
		c.log.Info("closed", "reason", string(why))
	}
	c.server.capacity.leave(c)
	c.leave()
	c.server.untrack(c)
}

// recoverConn is deferred by the goroutines of a connection: a panic closes that
// and no other.
func (c *conn) recoverConn() {
	if fault := recover(); fault != nil {
		c.report(fault)
		c.kill(reasonPanic)
	}
}

// recoverSession is deferred where a panic ends one session: the connection goes
// on.
func (c *conn) recoverSession() {
	if fault := recover(); fault != nil {
		c.report(fault)
	}
}

// report counts and logs a recovered panic.
func (c *conn) report(fault any) {
	c.server.metrics.panics.Inc()
	c.log.Error("panic", "fault", fault, "stack", string(debug.Stack()))
}

// keepaliveSlots is the number of batches of keepalives per interval: few enough
// to let the process sleep, which a timer for each connection would not, and
// enough that a batch does not delay keys.
const keepaliveSlots = 20

// scheduleKeepalive schedules the next batch of keepalives, if there are
// connections. s.mu is held.
func (s *Server) scheduleKeepalive() {
	every := s.limits.Keepalive
	if every <= 0 || s.limits.KeepaliveCount <= 0 || s.keepaliveDue || len(s.conns) == 0 {
		return
	}
	s.keepaliveDue = true
	time.AfterFunc(every/keepaliveSlots, func() {
		now := time.Now()
		for _, c := range s.connected() {
			c.keepalive(now)
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.keepaliveDue = false
		s.scheduleKeepalive()
	})
}

// keepalive sends a request to a client that has been silent for an interval, and
// closes the connection of one that has been for KeepaliveCount more. Any bytes
// from the client end the silence.
func (c *conn) keepalive(now time.Time) {
	client := c.sshConn.Load()
	if client == nil {
		return // the handshake has its own limits
	}
	every, count := c.server.limits.Keepalive, c.server.limits.KeepaliveCount
	switch silent := c.raw.lastRead.ago(now); {
	case silent >= every*time.Duration(1+count):
		c.kill(reasonKeepalive)
	case silent >= every && c.asking.CompareAndSwap(false, true):
		// x/crypto/ssh waits for the answer, for ever if need be.
		go func() {
			defer c.asking.Store(false)
			_, _, _ = client.SendRequest("keepalive@openssh.com", true, nil)
		}()
	}
}

// atomicTime is a time that is safe for concurrent use. It is stored as the
// distance from another, so that it does not jump when the clock is set.
type atomicTime struct {
	from  time.Time
	since atomic.Int64
}

func (m *atomicTime) set(now time.Time) { m.since.Store(int64(now.Sub(m.from))) }

// ago returns the time from m to now.
func (m *atomicTime) ago(now time.Time) time.Duration {
	return now.Sub(m.from) - time.Duration(m.since.Load())
}
