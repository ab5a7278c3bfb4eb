package present

import (
	"slices"
	"time"
)

// Seat is a viewer's seat in a room. Its methods are safe for concurrent use, and
// do not wait.
type Seat struct {
	room   *room
	id     string
	secret Secret
	notify func()

	// Guarded by room.mu.
	browses, small, left bool
}

func newSeat(r *room, secret Secret, notify func()) *Seat {
	if secret == "" {
		secret = newSecret()
	}
	return &Seat{room: r, id: newID(), secret: secret, notify: notify}
}

// Status returns how the room stands.
func (s *Seat) Status() *Status { return s.room.status.Load() }

// Presents reports whether the seat presents by a status.
func (s *Seat) Presents(st *Status) bool { return st.Turn.By == s.id && st.Stage != StageEnded }

// Token returns the text the presenter of the seat is given to resume the room: its
// code, and the secret.
func (s *Seat) Token() string { return s.room.code.String() + "-" + string(s.secret) }

// lead calls do if the seat presents.
func (s *Seat) lead(do func(r *room)) {
	r := s.room
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.chair == s && !r.stopped && r.turn.State != Ended {
		do(r)
	}
}

// Show shows a place to all who follow. Of many in a short time the last counts.
func (s *Seat) Show(shown Shown) {
	s.lead(func(r *room) {
		if r.wanted == shown {
			return
		}
		r.wanted = shown
		if r.turn.State != Live {
			return
		}
		pause := time.Duration(0)
		if n := r.hub.options.Moves; n > 0 {
			pause = time.Second/time.Duration(n) - time.Since(r.moved)
		}
		if pause > 0 {
			r.move.Reset(pause)
			return
		}
		r.moveNow(false)
	})
}

// Pause lets the presenter look things up unseen, until it is called with false.
func (s *Seat) Pause(paused bool) {
	s.lead(func(r *room) {
		next := Live
		if paused {
			next = Paused
		}
		if next != r.turn.State {
			r.turn.State = next
			r.moveNow(false)
		}
	})
}

// HandOver lets the first of those who wish it present, and reports whether there
// is one.
func (s *Seat) HandOver() (ok bool) {
	s.lead(func(r *room) {
		to, here := r.next()
		if ok = to.Seat != ""; !ok {
			return
		}
		r.take(Turn{
			Term: r.turn.Term + 1, By: to.Seat, Dataset: r.turn.Dataset, Link: r.turn.Link, Mark: r.turn.Mark,
			Key: to.Key, Shown: r.turn.Shown,
		})
		if here {
			r.wanted = Shown{r.turn.Link, r.turn.Mark}
			r.moveNow(true)
			return
		}
		r.handed = s
		r.changed(true)
		r.send(true)
	})
	return ok
}

// next returns the wish that is next, and whether it is of a seat here.
func (r *room) next() (w wish, here bool) {
	if len(r.asking) > 0 {
		return wish{r.asking[0].id, r.asking[0].secret.key()}, true
	}
	for _, e := range r.elsewhere {
		if len(e.Asking) > 0 {
			return e.Asking[0], false
		}
	}
	return wish{}, false
}

// Ask tells the presenter that the seat wishes to present, or no longer does.
func (s *Seat) Ask(wishes bool) {
	r := s.room
	r.mu.Lock()
	defer r.mu.Unlock()
	r.unask(s)
	if wishes && !s.left && r.chair != s && len(r.asking) < maxAsking {
		r.asking = append(r.asking, s)
	}
	r.changed(false)
	r.tell()
}

// Asks reports whether the seat wishes to present by a status.
func (s *Seat) Asks(st *Status) bool { return slices.Contains(st.Asking, s.id) }

// Watch says how the viewer of the seat takes part: browsing alone or following,
// and on a small screen or not.
func (s *Seat) Watch(browses, small bool) {
	r := s.room
	r.mu.Lock()
	defer r.mu.Unlock()
	if s.left || s.browses == browses && s.small == small {
		return
	}
	r.count(s, -1)
	s.browses, s.small = browses, small
	r.count(s, 1)
	r.changed(false)
}

// End ends the room.
func (s *Seat) End() {
	s.lead(func(r *room) {
		r.shown()
		r.turn.State = Ended
		r.moveNow(true)
	})
}

// Leave gives the seat up. A presenter is away then, and may resume.
func (s *Seat) Leave() {
	r := s.room
	r.mu.Lock()
	defer r.mu.Unlock()
	if s.left {
		return
	}
	s.left = true
	r.count(s, -1)
	delete(r.seats, s)
	r.hub.viewers.Add(-1)
	r.unask(s)
	if r.handed == s {
		r.handed = nil
	}
	if r.chair == s {
		r.chair = nil
		r.listen()
	}
	r.changed(false)
}
