package sshd

import (
	"net"
	"net/netip"
	"sync"
	"time"
)

// sources counts what each source holds and how fast it comes back. A source
// is an IPv4 address or an IPv6 /64, which is what one customer has.
type sources struct {
	mu     sync.Mutex
	limits Limits
	known  map[netip.Prefix]*source
	sweep  int // size at which known is swept next
}

type source struct {
	conns, sessions       int
	commands              int
	newConns, newSessions bucket
}

// The table of sources is swept of those that are gone when it has grown to
// twice what was left the last time. What is left are those that are
// connected, and others as long as there are no more than maxSources in all.
const (
	minSweep   = 1 << 10
	maxSources = 1 << 16
)

func newSources(l Limits) *sources {
	return &sources{limits: l, known: map[netip.Prefix]*source{}, sweep: minSweep}
}

// prefixOf is the source an address belongs to. What is no IP address, such as
// a socket in memory, is all one source.
func prefixOf(addr netip.Addr) netip.Prefix {
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

// addrOf is the IP address of a connection's other end.
func addrOf(a net.Addr) netip.Addr {
	if tcp, ok := a.(*net.TCPAddr); ok {
		return tcp.AddrPort().Addr()
	}
	if ap, err := netip.ParseAddrPort(a.String()); err == nil {
		return ap.Addr()
	}
	return netip.Addr{}
}

// allowed reports whether a source is not counted.
func (s *sources) allowed(addr netip.Addr) bool {
	addr = addr.Unmap().WithZone("")
	for _, p := range s.limits.SourceAllow {
		if p.Contains(addr) {
			return true
		}
	}
	return false
}

// connect lets a connection of a source in, or says why not. The returned
// function says that it is gone.
func (s *sources) connect(addr netip.Addr, now time.Time) (leave func(), no reason) {
	return s.enter(addr, now, func(x *source) (*int, *bucket) { return &x.conns, &x.newConns })
}

// session lets a session of a source in.
func (s *sources) session(addr netip.Addr, now time.Time) (leave func(), no reason) {
	return s.enter(addr, now, func(x *source) (*int, *bucket) { return &x.sessions, &x.newSessions })
}

// command lets a command of a source run: an eighth of all, so that one source
// leaves room for others.
func (s *sources) command(addr netip.Addr) (leave func(), no reason) {
	if s.allowed(addr) {
		return func() {}, ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.get(prefixOf(addr), time.Now())
	if x.commands >= max(1, s.limits.MaxCommands/8) {
		return nil, byMaxCommands
	}
	x.commands++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		x.commands--
	}, ""
}

func (s *sources) enter(addr netip.Addr, now time.Time, of func(*source) (*int, *bucket)) (func(), reason) {
	if s.allowed(addr) {
		return func() {}, ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	count, rate := of(s.get(prefixOf(addr), now))
	if s.limits.PerSource > 0 && *count >= s.limits.PerSource {
		return nil, byPerSource
	}
	if !rate.take(now, 1) {
		return nil, byPerSourceRate
	}
	*count++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		*count--
	}, ""
}

func (s *sources) get(p netip.Prefix, now time.Time) *source {
	if x := s.known[p]; x != nil {
		return x
	}
	if len(s.known) >= s.sweep {
		s.forget(now)
	}
	perMinute := float64(s.limits.PerSourceRate)
	x := &source{
		newConns:    newBucket(perMinute/60, perMinute),
		newSessions: newBucket(perMinute/60, perMinute),
	}
	s.known[p] = x
	return x
}

// forget removes the sources that hold nothing and have not come for so long
// that they would be treated as new anyway; those that have come lately too,
// if there are too many.
func (s *sources) forget(now time.Time) {
	for p, x := range s.known {
		gone := x.conns == 0 && x.sessions == 0 && x.commands == 0
		if gone && (len(s.known) > maxSources || x.newConns.full(now) && x.newSessions.full(now)) {
			delete(s.known, p)
		}
	}
	s.sweep = max(minSweep, 2*len(s.known))
}
