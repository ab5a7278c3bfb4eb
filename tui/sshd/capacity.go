package sshd

import (
	"math/rand/v2"
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
	preAuth  map[*conn]struct{}   // connections before the client's key-exchange message
	begun    map[netip.Prefix]int // of them for each source, and for each network of sources
}

// newCapacity returns the capacity of an empty server.
func newCapacity(l Limits) *capacity {
	return &capacity{limits: l, preAuth: map[*conn]struct{}{}, begun: map[netip.Prefix]int{}}
}

// networkShare is how many times the handshakes of a source its network may have.
const networkShare = 4

// enter counts a connection. It returns why it cannot be accepted, or "" and
// perhaps a connection that has to be closed for it: where there is no room it is
// taken from those that have not begun.
func (c *capacity) enter(x *conn) (why reason, evict *conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	full := c.conns >= c.limits.Connections()
	if full && len(c.preAuth) == 0 {
		return reasonMaxConnections, nil
	}
	if !c.mayBegin(x) {
		return reasonHandshakes, nil
	}
	if full || len(c.preAuth) >= c.limits.MaxPreAuth {
		evict = c.crowded()
		c.begunBy(evict, -1)
	}
	c.conns++
	c.begunBy(x, 1)
	return "", evict
}

// locate is called when the source of a connection that was entered without one is
// known. It returns why the connection cannot go on, or "", which it does for one
// that was closed meanwhile.
func (c *capacity) locate(x *conn, from origin) (why reason) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.preAuth[x]; !ok {
		return ""
	}
	c.begunBy(x, -1)
	x.origin = from
	if !c.mayBegin(x) {
		return reasonHandshakes
	}
	c.begunBy(x, 1)
	return ""
}

// mayBegin reports whether the source of x, and its network, may have one more
// handshake.
func (c *capacity) mayBegin(x *conn) bool {
	most := c.limits.PerSourceHandshakes
	return most == 0 || c.begun[x.origin.source] < most && c.begun[x.origin.network] < networkShare*most
}

// begunBy adds a connection to those in preAuth, or removes it. c.mu is held.
func (c *capacity) begunBy(x *conn, by int) {
	if by > 0 {
		c.preAuth[x] = struct{}{}
	} else {
		delete(c.preAuth, x)
	}
	if x.origin == (origin{}) {
		return
	}
	for _, p := range []netip.Prefix{x.origin.source, x.origin.network} {
		if c.begun[p] += by; c.begun[p] == 0 {
			delete(c.begun, p)
		}
	}
}

// crowded returns one of the connections in preAuth of the networks that have most
// of them, by chance. So those who keep others waiting make room for each other,
// and where all networks have the same the next one is as likely to be closed as
// any before it.
func (c *capacity) crowded() *conn {
	var chosen *conn
	most, alike := -1, 0
	for x := range c.preAuth {
		n := c.begun[x.origin.network]
		if n > most {
			most, alike = n, 0
		}
		if n == most {
			if alike++; rand.IntN(alike) == 0 { //nolint:gosec // who is closed is no secret
				chosen = x
			}
		}
	}
	return chosen
}

// exchanged is called when the client's key-exchange message has arrived. If the
// handshake takes long from then on, it waits for a person.
func (c *capacity) exchanged(x *conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.settled(x)
}

// settled removes a connection from preAuth, if it is there. c.mu is held.
func (c *capacity) settled(x *conn) {
	if _, ok := c.preAuth[x]; ok {
		c.begunBy(x, -1)
	}
}

// leave is called when a connection is closed.
func (c *capacity) leave(x *conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.settled(x)
	c.conns--
}

// enterSession counts a session. It returns false if there is no room.
func (c *capacity) enterSession() bool { return c.take(&c.sessions, c.limits.MaxSessions) }

// leaveSession is called when a session is over.
func (c *capacity) leaveSession() { c.free(&c.sessions) }

// enterCommand counts a command. It returns false if there is no room.
func (c *capacity) enterCommand() bool { return c.take(&c.commands, c.limits.MaxCommands) }

// leaveCommand is called when a command is over.
func (c *capacity) leaveCommand() { c.free(&c.commands) }

// take counts one more, up to most. It returns false if there are as many.
func (c *capacity) take(count *int, most int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if *count >= most {
		return false
	}
	*count++
	return true
}

// free counts one less.
func (c *capacity) free(count *int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	*count--
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
	sweep  int         // the size at which known is swept next
	lifted func() bool // whether followers may come beyond PerSource
}

// clientUse is what one client holds.
type clientUse struct {
	conns, sessions       int
	commands, viewers     int // viewers are the sessions that follow a presentation
	newConns, newSessions bucket
	moreConns, moreSess   bucket // beyond these, while there are presentations
	wire, work            *sharedBucket
	heavy                 chan struct{} // as many as it has heavy commands running; nil if it may have any number
	turn                  chan struct{} // holds the one of its dashboards that works; nil if all may at once
}

// unlimited returns what a client uses that nothing is charged to.
func unlimited() *clientUse { return &clientUse{wire: &sharedBucket{}, work: &sharedBucket{}} }

// The table of clients is swept when it has twice as many entries as were left the
// last time. Those without connections are removed if their rates are as of new
// ones, or if there are more than maxClients.
const (
	minSweep   = 1 << 10
	maxClients = 1 << 16
)

// newClients returns an empty table.
func newClients(l Limits) *clients {
	return &clients{limits: l, known: map[netip.Prefix]*clientUse{}, sweep: minSweep, lifted: func() bool { return false }}
}

// origin is where a connection comes from: its source, an IPv4 address or an IPv6
// /64, and its network, a /24 or a /48. The zero origin is not counted.
type origin struct{ source, network netip.Prefix }

// originOf returns the origin of an address. All addresses that are not IP, such
// as a socket in memory, have the zero one.
func originOf(addr netip.Addr) origin {
	addr = addr.Unmap().WithZone("")
	source, network := 32, 24
	if addr.Is6() {
		source, network = 64, 48
	}
	var o origin
	o.source, _ = addr.Prefix(source) // an address that is none has no prefix
	o.network, _ = addr.Prefix(network)
	return o
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
// why it is refused. Excess is true for one beyond PerSource, which is there only
// to follow a presentation.
func (s *clients) connect(addr netip.Addr, now time.Time) (leave func(), excess bool, why reason) {
	return s.enter(addr, now, func(x *clientUse) (*int, int, *bucket, *bucket) {
		return &x.conns, x.viewers, &x.newConns, &x.moreConns
	})
}

// follow counts a session that follows a presentation, and for its source not among
// those of PerSource. It returns false if the source has too many of them.
func (s *clients) follow(addr netip.Addr) (leave func(), ok bool) {
	if s.allowed(addr) {
		return func() {}, true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.get(originOf(addr).source, time.Now())
	if s.limits.RoomViewers > 0 && x.viewers >= s.limits.RoomViewers {
		return nil, false
	}
	x.viewers++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		x.viewers--
	}, true
}

// use returns what an address's client has used, to charge it with more. Nothing
// is charged to one that is exempt.
func (s *clients) use(addr netip.Addr) *clientUse {
	if s.allowed(addr) {
		return unlimited()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.get(originOf(addr).source, time.Now())
}

// session counts a session, likewise.
func (s *clients) session(addr netip.Addr, now time.Time) (leave func(), excess bool, why reason) {
	return s.enter(addr, now, func(x *clientUse) (*int, int, *bucket, *bucket) {
		return &x.sessions, x.viewers, &x.newSessions, &x.moreSess
	})
}

// command counts a command, likewise. One client may run an eighth of all.
func (s *clients) command(addr netip.Addr) (leave func(), why reason) {
	if s.allowed(addr) {
		return func() {}, ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.get(originOf(addr).source, time.Now())
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

func (s *clients) enter(addr netip.Addr, now time.Time, of func(*clientUse) (count *int, viewers int, rate, more *bucket)) (func(), bool, reason) {
	if s.allowed(addr) {
		return func() {}, false, ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	count, viewers, rate, more := of(s.get(originOf(addr).source, now))
	excess := s.limits.PerSource > 0 && *count-viewers >= s.limits.PerSource
	if excess && (*count >= s.limits.PerSource+s.limits.RoomViewers || !s.lifted()) {
		return nil, false, reasonPerSource
	}
	if !rate.allow(now, 1) && (s.limits.RoomViewers == 0 || !s.lifted() || !more.allow(now, 1)) {
		return nil, false, reasonPerSourceRate
	}
	*count++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		*count--
	}, excess, ""
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
		moreConns:   newBucket(float64(s.limits.RoomViewers)/60, float64(s.limits.RoomViewers)),
		moreSess:    newBucket(float64(s.limits.RoomViewers)/60, float64(s.limits.RoomViewers)),
		wire:        &sharedBucket{bucket: newBucket(float64(s.limits.PerSourceWireRate), float64(s.limits.PerSourceWireBurst))},
		work:        newWork(&s.limits),
		heavy:       make(chan struct{}, heavyCommands),
		turn:        make(chan struct{}, 1),
	}
	s.known[p] = x
	return x
}

// full reports whether all rates of a client are as those of a new one.
func (x *clientUse) full(now time.Time) bool {
	return x.newConns.full(now) && x.newSessions.full(now) && x.moreConns.full(now) && x.moreSess.full(now) && x.wire.full(now) && x.work.full(now)
}

// removeIdle sweeps the table. s.mu is held.
func (s *clients) removeIdle(now time.Time) {
	for p, x := range s.known {
		gone := x.conns == 0 && x.sessions == 0 && x.commands == 0
		if gone && (len(s.known) > maxClients || x.full(now)) {
			delete(s.known, p)
		}
	}
	s.sweep = max(minSweep, 2*len(s.known))
}
