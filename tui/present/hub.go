package present

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

// The times of a room.
const (
	Repeat  = 2 * time.Second  // between two messages with the whole state
	Away    = 5 * time.Second  // of silence, until the presenter is away
	Grace   = 15 * time.Minute // for a presenter to resume
	Answer  = 2 * time.Second  // of silence, until there is no such room
	Dwell   = time.Second      // for which a place has to be shown to be in the hand-out
	askings = 4                // how often a hub asks within Answer
)

// Why there is no seat.
var (
	ErrNoRoom  = errors.New("there is no such room")
	ErrRooms   = errors.New("there are as many rooms as there may be")
	ErrOneRoom = errors.New("there is a room of this source already")
	ErrFull    = errors.New("as many follow as may")
)

// Options bound a [Hub]. 0 is no limit.
type Options struct {
	Dataset    string // the version of the data
	Rooms      int    // that are presented from this hub
	Viewers    int    // of one room at this hub
	AllViewers int    // of all rooms at this hub
	Moves      int    // a second, of one room
}

// Hub has the rooms of one process. It is safe for concurrent use.
type Hub struct {
	bus     Bus // nil for a hub of its own
	id      string
	options Options

	moves, busErrors atomic.Int64
	viewers          atomic.Int64

	mu     sync.Mutex
	rooms  map[Code]*room
	over   map[Code]time.Time // rooms that have ended
	closed bool
}

// roomsOfSource is how many rooms of one source there may be, with those whose
// presenter is away. Only one has its presenter.
const roomsOfSource = 3

// maxOver is how many rooms that have ended are remembered.
const maxOver = 1 << 10

// maxAsked is how many rooms may be asked for on the bus at once.
const maxAsked = 64

// NewHub returns a hub without rooms. Without a bus it is alone.
func NewHub(bus Bus, o Options) *Hub {
	return &Hub{bus: bus, id: newID(), options: o, rooms: map[Code]*room{}, over: map[Code]time.Time{}}
}

// newID returns the id of a hub or a seat, by chance.
func newID() string {
	b := make([]byte, seatIDLength/2)
	_, _ = rand.Read(b) // which never fails
	return hex.EncodeToString(b)
}

// Shown is what a presenter shows.
type Shown struct{ Link, Mark string }

// Open opens a room, and returns the seat of its presenter. The owner is whom it
// counts for, "" for nobody. Without a secret the seat has one by chance. Notify is
// called whenever the status of the seat has changed; it must not wait, nor call
// the seat.
func (h *Hub) Open(owner string, secret Secret, shown Shown, notify func()) (*Seat, error) {
	return h.open(newCode(), owner, secret, shown, notify)
}

func (h *Hub) open(code Code, owner string, secret Secret, shown Shown, notify func()) (*Seat, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.mayOpen(owner); err != nil {
		return nil, err
	}
	r := newRoom(h, code)
	if err := r.subscribe(); err != nil {
		h.busErrors.Add(1) // others elsewhere cannot see it, which the status says
	}
	r.owner = owner
	h.rooms[code] = r
	close(r.found)
	s := newSeat(r, secret, notify)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.wanted = shown
	r.sit(s)
	r.begin(Turn{Term: 1, By: s.id, Key: s.secret.key()})
	return s, nil
}

// mayOpen returns why an owner may not open a room. h.mu is held.
func (h *Hub) mayOpen(owner string) error {
	if h.closed {
		return ErrNoRoom
	}
	all, here, own := 0, 0, 0
	for _, r := range h.rooms {
		r.mu.Lock()
		presented := r.presenter() != nil
		if presented || r.owner != "" {
			here++
		}
		if owner != "" && r.owner == owner && r.turn.State != Ended {
			all++
			if presented {
				own++
			}
		}
		r.mu.Unlock()
	}
	switch {
	case own >= 1, all >= roomsOfSource:
		return ErrOneRoom
	case h.options.Rooms > 0 && here >= h.options.Rooms:
		return ErrRooms
	}
	return nil
}

// Join returns the seat of a follower in the room of a code, or [ErrNoRoom]. If
// the room is at another hub it takes up to [Answer] to find that out.
func (h *Hub) Join(ctx context.Context, code Code, notify func()) (*Seat, error) {
	r, err := h.find(ctx, code)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.turn.State == Ended:
		return nil, ErrNoRoom
	case h.options.Viewers > 0 && len(r.seats) > h.options.Viewers,
		h.options.AllViewers > 0 && int(h.viewers.Load()) >= h.options.AllViewers:
		return nil, ErrFull
	}
	s := newSeat(r, "", notify)
	r.sit(s)
	return s, nil
}

// Resume returns the seat of a presenter who has the secret of a room. A room that
// no hub knows, as its process has died, is opened anew under its code.
func (h *Hub) Resume(ctx context.Context, code Code, owner string, secret Secret, shown Shown, notify func()) (*Seat, error) {
	r, err := h.find(ctx, code)
	if errors.Is(err, ErrNoRoom) && !h.isOver(code) {
		return h.open(code, owner, secret, shown, notify)
	}
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.turn.State == Ended || !secret.opens(r.turn.Key) {
		return nil, ErrNoRoom
	}
	s := newSeat(r, secret, notify)
	if r.owner == "" {
		r.owner = owner
	}
	r.sit(s)
	r.wanted = Shown{r.turn.Link, r.turn.Mark}
	r.begin(Turn{Term: r.turn.Term + 1, By: s.id, Key: s.secret.key(), State: r.turn.State, Shown: r.turn.Shown})
	return s, nil
}

// Handout returns the links of the places that were shown in a room.
func (h *Hub) Handout(ctx context.Context, code Code) ([]string, error) {
	r, err := h.find(ctx, code)
	if err != nil {
		return nil, err
	}
	st := r.status.Load()
	if st.Stage == StageEnded {
		return nil, ErrNoRoom
	}
	return st.Turn.Shown, nil
}

// find returns the room of a code, for which it asks the other hubs if it is not
// known here.
func (h *Hub) find(ctx context.Context, code Code) (*room, error) {
	h.mu.Lock()
	r := h.rooms[code]
	if r == nil {
		if _, over := h.over[code]; over || h.bus == nil || h.closed || h.asked() >= maxAsked {
			h.mu.Unlock()
			return nil, ErrNoRoom
		}
		r = newRoom(h, code)
		h.rooms[code] = r
		go r.ask()
	}
	h.mu.Unlock()
	select {
	case <-r.found:
	case <-r.gone:
		return nil, ErrNoRoom
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	return r, nil
}

// asked returns how many rooms are being asked for. h.mu is held.
func (h *Hub) asked() int {
	n := 0
	for _, r := range h.rooms {
		select {
		case <-r.found:
		default:
			n++
		}
	}
	return n
}

func (h *Hub) isOver(code Code) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, over := h.over[code]
	return over
}

// remove forgets a room, or remembers only that it has ended.
func (h *Hub) remove(r *room, over bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.rooms[r.code] == r {
		delete(h.rooms, r.code)
	}
	if !over {
		return
	}
	now := time.Now()
	for code, at := range h.over {
		if now.Sub(at) > Grace || len(h.over) >= maxOver {
			delete(h.over, code)
		}
	}
	h.over[r.code] = now
}

// Stats are the numbers of a hub now, and of moves and errors so far.
type Stats struct {
	Rooms, Viewers   int // here
	Moves, BusErrors int64
}

// Stats returns the numbers of the hub.
func (h *Hub) Stats() Stats {
	h.mu.Lock()
	defer h.mu.Unlock()
	return Stats{len(h.rooms) - h.asked(), int(h.viewers.Load()), h.moves.Load(), h.busErrors.Load()}
}

// Shared reports whether rooms of other processes can be joined.
func (h *Hub) Shared() bool { return h.bus != nil }

// Close ends the subscriptions and timers of the hub. The rooms do not end: the
// presenters may go on elsewhere.
func (h *Hub) Close() {
	h.mu.Lock()
	h.closed = true
	rooms := h.rooms
	h.rooms = map[Code]*room{}
	h.mu.Unlock()
	for _, r := range rooms {
		r.mu.Lock()
		r.stop()
		r.mu.Unlock()
	}
}
