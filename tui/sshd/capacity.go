package sshd

import (
	"net"
	"net/netip"
	"sync"
	"time"
)

// capacity enforces the server-wide limits on connections, sessions, commands and
// cells. It is safe for concurrent use.
type capacity struct {
	mu       sync.Mutex
	limits   Limits
	conns    int
	sessions int
	commands int
	cells    int
	preAuth  map[*conn]time.Time // connections before the client's key-exchange message, and since when
}

// newCapacity returns the capacity of an empty server.
func newCapacity(l Limits) *capacity { return &capacity{limits: l, preAuth: map[*conn]time.Time{}} }

// slowHandshake is the time after which a handshake can be evicted for a new one.
// Honest ones take a fraction of it, so that clients that connect and say nothing
// evict each other.
const slowHandshake = 2 * time.Second

// enter counts a connection. It returns why it cannot be accepted, or "" and
// perhaps a connection that has to be closed for it.
func (c *capacity) enter(x *conn, now time.Time) (why reason, evict *conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.conns >= c.limits.connections() {
		return reasonMaxConnections, nil
	}
	if len(c.preAuth) >= c.limits.MaxPreAuth {
		if evict = c.slowest(now); evict == nil {
			return reasonMaxPreAuth, nil
		}
		delete(c.preAuth, evict)
	}
	c.conns++
	c.preAuth[x] = now
	return "", evict
}

// slowest returns the connection with the slowest handshake, or nil if none has
// taken longer than slowHandshake.
func (c *capacity) slowest(now time.Time) *conn {
	var oldest *conn
	since := now.Add(-slowHandshake)
	for x, t := range c.preAuth {
		if t.Before(since) {
			oldest, since = x, t
		}
	}
	return oldest
}

// exchanged is called when the client's key-exchange message has arrived. If the
// handshake takes long from then on, it waits for a person.
func (c *capacity) exchanged(x *conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.preAuth, x)
}

// leave is called when a connection is closed.
func (c *capacity) leave(x *conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.preAuth, x)
	c.conns--
}

// enterSession counts a session. It returns false if there is no room.
func (c *capacity) enterSession() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.sessions >= c.limits.MaxSessions {
		return false
	}
	c.sessions++
	return true
}

// leaveSession is called when a session is over.
func (c *capacity) leaveSession() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sessions--
}

// enterCommand counts a command. It returns false if there is no room.
func (c *capacity) enterCommand() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.commands >= c.limits.MaxCommands {
		return false
	}
	c.commands++
	return true
}

// leaveCommand is called when a command is over.
func (c *capacity) leaveCommand() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.commands--
}

// resize counts a screen that changes from one number of cells to another. It
// returns false, and counts nothing, if MaxCells would be exceeded.
func (c *capacity) resize(from, to int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if to > from && c.cells-from+to > c.limits.MaxCells {
		return false
	}
	c.cells += to - from
	return true
}

// load is a snapshot of what is counted.
type load struct{ conns, preAuth, sessions, commands, cells int }

func (c *capacity) load() load {
	c.mu.Lock()
	defer c.mu.Unlock()
	return load{c.conns, len(c.preAuth), c.sessions, c.commands, c.cells}
}

// clients enforces the limits for one client: on its connections, sessions and
// commands, and on the rates of new ones. A client is an IPv4 address or an IPv6
// /64, which is what one customer has. It is safe for concurrent use.
type clients struct {
	mu     sync.Mutex
	limits Limits
	known  map[netip.Prefix]*clientUse
	sweep  int // the size at which known is swept next
}

// clientUse is what one client holds.
type clientUse struct {
	conns, sessions       int
	commands              int
	newConns, newSessions bucket
}

// The table of clients is swept when it has twice as many entries as were left the
// last time. Those without connections are removed if their rates are as of new
// ones, or if there are more than maxClients.
const (
	minSweep   = 1 << 10
	maxClients = 1 << 16
)

// newClients returns an empty table.
func newClients(l Limits) *clients {
	return &clients{limits: l, known: map[netip.Prefix]*clientUse{}, sweep: minSweep}
}

// clientKey returns the key of an address's client. All addresses that are not IP,
// such as a socket in memory, have the same.
func clientKey(addr netip.Addr) netip.Prefix {
	addr = addr.Unmap().WithZone("")
	bits := 32
	if addr.Is6() {
		bits = 64
	}
	p, err := addr.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}

// addrOf returns the IP address of a, or the zero Addr.
func addrOf(a net.Addr) netip.Addr {
	if tcp, ok := a.(*net.TCPAddr); ok {
		return tcp.AddrPort().Addr()
	}
	if ap, err := netip.ParseAddrPort(a.String()); err == nil {
		return ap.Addr()
	}
	return netip.Addr{}
}

// allowed reports whether a client is exempt.
func (s *clients) allowed(addr netip.Addr) bool {
	addr = addr.Unmap().WithZone("")
	for _, p := range s.limits.SourceAllow {
		if p.Contains(addr) {
			return true
		}
	}
	return false
}

// connect counts a connection. It returns a function to call when it is closed, or
// why it is refused.
func (s *clients) connect(addr netip.Addr, now time.Time) (leave func(), why reason) {
	return s.enter(addr, now, func(x *clientUse) (*int, *bucket) { return &x.conns, &x.newConns })
}

// session counts a session, likewise.
func (s *clients) session(addr netip.Addr, now time.Time) (leave func(), why reason) {
	return s.enter(addr, now, func(x *clientUse) (*int, *bucket) { return &x.sessions, &x.newSessions })
}

// command counts a command, likewise. One client may run an eighth of all.
func (s *clients) command(addr netip.Addr) (leave func(), why reason) {
	if s.allowed(addr) {
		return func() {}, ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.get(clientKey(addr), time.Now())
	if x.commands >= max(1, s.limits.MaxCommands/8) {
		return nil, reasonMaxCommands
	}
	x.commands++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		x.commands--
	}, ""
}

func (s *clients) enter(addr netip.Addr, now time.Time, of func(*clientUse) (*int, *bucket)) (func(), reason) {
	if s.allowed(addr) {
		return func() {}, ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	count, rate := of(s.get(clientKey(addr), now))
	if s.limits.PerSource > 0 && *count >= s.limits.PerSource {
		return nil, reasonPerSource
	}
	if !rate.allow(now, 1) {
		return nil, reasonPerSourceRate
	}
	*count++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		*count--
	}, ""
}

func (s *clients) get(p netip.Prefix, now time.Time) *clientUse {
	if x := s.known[p]; x != nil {
		return x
	}
	if len(s.known) >= s.sweep {
		s.removeIdle(now)
	}
	perMinute := float64(s.limits.PerSourceRate)
	x := &clientUse{
		newConns:    newBucket(perMinute/60, perMinute),
		newSessions: newBucket(perMinute/60, perMinute),
	}
	s.known[p] = x
	return x
}

// removeIdle sweeps the table. s.mu is held.
func (s *clients) removeIdle(now time.Time) {
	for p, x := range s.known {
		gone := x.conns == 0 && x.sessions == 0 && x.commands == 0
		if gone && (len(s.known) > maxClients || x.newConns.full(now) && x.newSessions.full(now)) {
			delete(s.known, p)
		}
	}
	s.sweep = max(minSweep, 2*len(s.known))
}
