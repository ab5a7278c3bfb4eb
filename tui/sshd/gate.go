package sshd

import (
	"sync"
	"time"
)

// gate counts what the whole server holds, and says no when it is full.
type gate struct {
	mu       sync.Mutex
	limits   Limits
	conns    int
	sessions int
	commands int
	cells    int
	preAuth  map[*conn]time.Time // whose client has not sent its key-exchange message, since when
}

func newGate(l Limits) *gate { return &gate{limits: l, preAuth: map[*conn]time.Time{}} }

// slowHandshake is how long a handshake takes that may be given up for a new
// one when there are too many. Honest ones take a fraction of it, so that
// whoever opens connections and says nothing only gets in their own way.
const slowHandshake = 2 * time.Second

// enter lets a connection in. It returns a reason if there is no room, or a
// connection to close to make room.
func (g *gate) enter(c *conn, now time.Time) (no reason, evict *conn) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.conns >= g.limits.connections() {
		return byMaxConnections, nil
	}
	if len(g.preAuth) >= g.limits.MaxPreAuth {
		if evict = g.slowest(now); evict == nil {
			return byMaxPreAuth, nil
		}
		delete(g.preAuth, evict)
	}
	g.conns++
	g.preAuth[c] = now
	return "", evict
}

// slowest is the connection that has been at its handshake for longest, if
// that is long.
func (g *gate) slowest(now time.Time) *conn {
	var oldest *conn
	since := now.Add(-slowHandshake)
	for c, t := range g.preAuth {
		if t.Before(since) {
			oldest, since = c, t
		}
	}
	return oldest
}

// exchanged says that a client has sent its part of the key exchange. If its
// handshake takes longer than that a person takes the time.
func (g *gate) exchanged(c *conn) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.preAuth, c)
}

// leave says that a connection is gone.
func (g *gate) leave(c *conn) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.preAuth, c)
	g.conns--
}

func (g *gate) enterSession() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.sessions >= g.limits.MaxSessions {
		return false
	}
	g.sessions++
	return true
}

func (g *gate) leaveSession() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.sessions--
}

func (g *gate) enterCommand() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.commands >= g.limits.MaxCommands {
		return false
	}
	g.commands++
	return true
}

func (g *gate) leaveCommand() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.commands--
}

// resize changes what a screen has of all cells, from one number to another.
// It reports false, and changes nothing, if there are not as many.
func (g *gate) resize(from, to int) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if to > from && g.cells-from+to > g.limits.MaxCells {
		return false
	}
	g.cells += to - from
	return true
}

// load is what the gate has counted.
type load struct{ conns, preAuth, sessions, commands, cells int }

func (g *gate) load() load {
	g.mu.Lock()
	defer g.mu.Unlock()
	return load{g.conns, len(g.preAuth), g.sessions, g.commands, g.cells}
}
