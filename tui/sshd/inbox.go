package sshd

import (
	"sync"
	"time"
)

// letter is what happened to a dashboard since it last looked.
type letter struct {
	input    []byte        // bytes from the client, in order
	since    time.Time     // when the first of them came
	resize   size          // the latest size, if not zero
	expire   bool          // no more input came for a while
	idle     time.Duration // a warning is due: so much is left
	draining bool          // the server is about to end
	redraw   bool          // something is due now that was put off
	end      *ending       // the session is over
}

// ending is how a session ends.
type ending struct {
	why    reason
	status uint32
	line   string // for the client, after its terminal was given back
}

// inbox is where everything that happens to a dashboard is put, by the
// goroutines that read from the connection and by timers. Putting never waits
// for the dashboard: sizes and notices replace each other, input is bounded.
//
// The dashboard has no goroutine while its inbox is empty. Whoever puts
// something into an empty inbox is told to start one, which takes until
// nothing is left.
type inbox struct {
	mu     sync.Mutex
	next   letter
	busy   bool // somebody takes
	closed bool
}

// put changes the next letter, and reports whether the caller has to start
// taking.
func (b *inbox) put(change func(*letter)) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return false
	}
	change(&b.next)
	start := !b.busy
	b.busy = true
	return start
}

// take returns the next letter, or false if there is none; then the taker is
// done.
func (b *inbox) take() (letter, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	l := b.next
	b.next = letter{}
	if l.empty() {
		b.busy = false
		return l, false
	}
	return l, true
}

// close makes the inbox forget everything that comes.
func (b *inbox) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed, b.next = true, letter{}
}

func (l *letter) empty() bool {
	return len(l.input) == 0 && l.resize == size{} && !l.expire && l.idle == 0 && !l.draining && !l.redraw && l.end == nil
}

// ends notes how the session ends; the first way is the one.
func (l *letter) ends(e ending) {
	if l.end == nil {
		l.end = &e
	}
}

// maxWaitingInput bounds the input that waits for a dashboard which is busy
// writing to a slow client.
const maxWaitingInput = 4 << 10

// addInput adds input as far as there is room.
func (l *letter) addInput(p []byte, now time.Time) {
	if len(l.input) == 0 {
		l.since = now
	}
	room := min(len(p), maxWaitingInput-len(l.input))
	l.input = append(l.input, p[:room]...)
}
