package sshd

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"sync"
	"time"

	"anhui-tui/tui/place"
	"anhui-tui/tui/present"
)

// rooms is what the server keeps of presentations beside the hub: who guesses
// codes, and what the moves of each room have cost. It is safe for concurrent use.
type rooms struct {
	hub    *present.Hub
	limits Limits

	mu      sync.Mutex
	work    map[present.Code]*roomWork
	guesses map[netip.Prefix]*bucket // by source
	all     bucket                   // of all sources
}

// roomWork is the budget that the moves of a presenter are charged to.
type roomWork struct {
	budget  *sharedBucket
	viewers int
}

// The number of codes that are not those of a room which one source, and all
// together, may try in a minute. Beyond the latter only those may try who have not
// failed.
const (
	maxGuesses    = 5
	maxAllGuesses = 100
	maxGuessers   = 1 << 16
)

// newRooms returns the rooms of a server.
func newRooms(bus present.Bus, version string, l Limits) *rooms {
	return &rooms{
		hub: present.NewHub(bus, present.Options{
			Dataset: version, Rooms: l.Rooms, Viewers: l.RoomFollowers, AllViewers: max(1, l.MaxSessions/2), Moves: l.RoomMoves,
		}),
		limits: l, work: map[present.Code]*roomWork{}, guesses: map[netip.Prefix]*bucket{},
		all: newBucket(maxAllGuesses/60., maxAllGuesses),
	}
}

// lifted reports whether a source may have more sessions than PerSource, as some may
// be followers.
func (r *rooms) lifted() bool { return r.hub.Shared() || r.hub.Stats().Rooms > 0 }

// mayTry reports whether a source may try a code.
func (r *rooms) mayTry(source netip.Prefix) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := time.Now()
	b := r.guesses[source]
	if b == nil {
		return true
	}
	return b.full(now) || b.delay(now, 1) == 0 && r.all.delay(now, 1) == 0
}

// failed notes that a source has tried a code of no room.
func (r *rooms) failed(source netip.Prefix) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := time.Now()
	b := r.guesses[source]
	if b == nil {
		if len(r.guesses) >= maxGuessers {
			for p, b := range r.guesses {
				if b.full(now) {
					delete(r.guesses, p)
				}
			}
		}
		if len(r.guesses) >= maxGuessers {
			clear(r.guesses)
		}
		next := newBucket(maxGuesses/60., maxGuesses)
		b = &next
		r.guesses[source] = b
	}
	b.charge(now, 1)
	r.all.allowUpTo(now, 1)
}

// enter returns the budget of a room for one more viewer, and a function to call
// when they leave.
func (r *rooms) enter(code present.Code) (budget *sharedBucket, leave func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	w := r.work[code]
	if w == nil {
		w = &roomWork{budget: newWork(&r.limits)}
		r.work[code] = w
	}
	w.viewers++
	return w.budget, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		if w.viewers--; w.viewers == 0 {
			delete(r.work, code)
		}
	}
}

// RoomAction is what a command line asks for in a room.
type RoomAction uint8

// The actions.
const (
	NoRoom RoomAction = iota
	PresentRoom
	FollowRoom
	HandoutRoom
)

// RoomRequest is what an [Opening] asks for: to present, or resume with a token; to
// follow by a code; or the hand-out of a code in a format.
type RoomRequest struct {
	Do     RoomAction
	Code   string
	Token  string
	Format string
}

// joinTimeout bounds how long a hub is asked for.
const joinTimeout = present.Answer + time.Second

// try does something with a code that may be a guess.
func (c *conn) try(do func(ctx context.Context) error) error {
	r, source := c.server.rooms, originOf(c.addr).source
	if !r.mayTry(source) {
		c.server.metrics.exceeded(reasonGuesses)
		return present.ErrNoRoom
	}
	ctx, cancel := context.WithTimeout(context.Background(), joinTimeout)
	defer cancel()
	err := do(ctx)
	if errors.Is(err, present.ErrNoRoom) {
		r.failed(source)
	}
	return err
}

// join returns a seat in the room of a code.
func (c *conn) join(typed string, notify func()) (seat *present.Seat, err error) {
	err = c.try(func(ctx context.Context) error {
		code, ok := present.ParseCode(typed)
		if !ok {
			return present.ErrNoRoom
		}
		seat, err = c.server.rooms.hub.Join(ctx, code, notify)
		return err
	})
	return seat, err
}

// presentOrResume returns the seat of a presenter, in a new room or in that of a
// token.
func (c *conn) presentOrResume(token string, shown present.Shown, notify func()) (seat *present.Seat, err error) {
	hub, secret := c.server.rooms.hub, c.secret()
	if token == "" {
		return hub.Open(c.owner(), secret, shown, notify)
	}
	err = c.try(func(ctx context.Context) error {
		code, typed, ok := present.ParseToken(token)
		if !ok {
			return present.ErrNoRoom
		}
		if typed == "" {
			typed = secret
		}
		if typed == "" { // no key, and nothing else
			return present.ErrNoRoom
		}
		seat, err = hub.Resume(ctx, code, c.owner(), typed, shown, notify)
		return err
	})
	return seat, err
}

// owner returns whom a room of the client counts for, "" for nobody.
func (c *conn) owner() string {
	source := originOf(c.addr).source
	if !source.IsValid() || c.server.clients.allowed(c.addr) {
		return ""
	}
	return source.String()
}

// presenterKey is the name of the extension of [ssh.Permissions] that has the
// fingerprint of a presenter's key. It is set for a key that is proven and listed.
const presenterKey = "anhui-tui-presenter"

// fingerprint returns the fingerprint of the key the client presents with, "" if it
// has none.
func (c *conn) fingerprint() string {
	if client := c.sshConn.Load(); client != nil && client.Permissions != nil {
		return client.Permissions.Extensions[presenterKey]
	}
	return ""
}

// secret returns the secret of a presenter with a key: the key is the token. It is
// none that can be typed.
func (c *conn) secret() present.Secret {
	if print := c.fingerprint(); print != "" {
		return present.Secret("key " + print)
	}
	return ""
}

// right returns whether the client may present.
func (c *conn) right() place.Right {
	config := &c.server.config
	switch {
	case config.PresenterKeys != nil && c.fingerprint() == "":
		return place.WithKey
	case config.PresenterKeys != nil, config.AnyonePresents:
		return place.MayAlways
	}
	return place.MayNot
}

// reached returns the address under which clients reach the server: that which is
// advertised, or the one this client has reached; "" if a proxy is in between.
func (c *conn) reached() string {
	if to := c.server.config.Advertise; to != "" {
		return to
	}
	if c.server.proxied(addrOf(c.raw.RemoteAddr())) { // which clients do not reach where it listens
		return ""
	}
	if _, _, err := net.SplitHostPort(c.raw.LocalAddr().String()); err != nil {
		return ""
	}
	return c.raw.LocalAddr().String()
}
