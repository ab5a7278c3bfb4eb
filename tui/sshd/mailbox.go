package sshd

import (
	"math"
	"sync"
	"time"

	"anhui-tui/tui"
)

// events batches the events since the loop last ran. The zero value is empty.
type events struct {
	input    []byte        // bytes from the client
	since    time.Time     // when the first of them arrived
	resize   size          // the latest size, if not zero
	expire   bool          // an incomplete escape sequence has timed out
	idle     time.Duration // the time left at an idle warning that is due
	draining bool          // the server is draining
	redraw   bool          // a paint that was put off is due
	auto     *tui.AutoMsg  // a tour is to step by itself
	room     bool          // something has happened in the room
	noRoom   error         // why a code that was tried leads to none
	end      *ending       // the session is over
}

// ending is how a session ends.
type ending struct {
	why    reason
	status uint32
	line   string // for the client, after its terminal was given back
}

// mailbox passes events from the goroutine that reads and from timers to the event
// loop. put never blocks: sizes and notices replace each other, input is bounded.
//
// The loop has no goroutine while the mailbox is empty. put tells its caller to
// start one, which ends when take returns false.
type mailbox struct {
	mu     sync.Mutex
	next   events
	busy   bool // the loop runs
	closed bool
}

// put changes the next event batch, and reports whether the caller has to start
// the loop.
func (b *mailbox) put(change func(*events)) bool {
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

// take returns the next event batch, or false if there is none and the loop has to
// end.
func (b *mailbox) take() (events, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	ev := b.next
	b.next = events{}
	if ev.empty() {
		b.busy = false
		return ev, false
	}
	return ev, true
}

// close discards all events, now and later.
func (b *mailbox) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed, b.next = true, events{}
}

// ending reports whether the next batch ends the session.
func (b *mailbox) ending() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.next.end != nil
}

// empty reports whether there is no event.
func (ev *events) empty() bool {
	return len(ev.input) == 0 && ev.resize == size{} && !ev.expire && ev.idle == 0 && !ev.draining && !ev.redraw && !ev.room && ev.auto == nil && ev.end == nil
}

// ends sets the ending, unless there is one already.
func (ev *events) ends(e ending) {
	if ev.end == nil {
		ev.end = &e
	}
}

// maxWaitingInput bounds the input, in bytes, that waits while the loop writes to a
// slow client.
const maxWaitingInput = 4 << 10

// addInput adds input that arrived at now. What exceeds maxWaitingInput is
// dropped.
func (ev *events) addInput(p []byte, now time.Time) {
	if len(ev.input) == 0 {
		ev.since = now
	}
	room := min(len(p), maxWaitingInput-len(ev.input))
	ev.input = append(ev.input, p[:room]...)
}

// handoffDelay is how long the reader may run the loop before another goroutine
// takes over reading.
const handoffDelay = 50 * time.Millisecond

// read implements [activity]. It runs the loop on the goroutine that reads: waking
// another one would cost as much as the key does. If the loop blocks, because the
// client does not read, a new goroutine continues reading and this one ends after
// the loop.
func (d *dashboard) read(p []byte, err error) {
	defer d.session.conn.recoverConn()
	<-d.started // what came before is first
	handoffTimer := time.AfterFunc(math.MaxInt64, d.readOn)
	handoffTimer.Stop()
	var buf [512]byte
	for n := copy(buf[:], p); ; n, err = d.session.ch.Read(buf[:]) {
		start := n > 0 && d.receive(buf[:n])
		if err != nil { // there may be input all the same
			d.end(ending{why: d.session.conn.closeReason(), status: 0})
		}
		if start {
			handoffTimer.Reset(handoffDelay)
			if d.run(); !handoffTimer.Stop() {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// readOn continues to read on a new goroutine.
func (d *dashboard) readOn() { d.read(nil, nil) }

// receive adds input to the mailbox, as far as InputRate allows, and reports
// whether the caller has to run the loop.
func (d *dashboard) receive(p []byte) (start bool) {
	if d.flooded || len(p) == 0 {
		return false
	}
	now := time.Now()
	kept, ok := d.limiter.admit(now, len(p))
	if kept < len(p) {
		d.session.server.metrics.exceeded(reasonInputRate)
	}
	if d.flooded = !ok; d.flooded {
		d.cut(reasonInputExcess)
		return false
	}
	return kept > 0 && d.mailbox.put(func(ev *events) { ev.addInput(p[:kept], now) })
}

// timers are the timers of a dashboard. None repeats: while nothing happens,
// nothing runs.
type timers struct {
	mu      sync.Mutex
	stopped bool
	idle    *time.Timer
	session *time.Timer
	later   *time.Timer // to a paint that was put off
	escape  *time.Timer // to the timeout of an incomplete escape sequence
	auto    *time.Timer // to the next step of a tour
}

// startTimers starts the timers of SessionTimeout and IdleTimeout.
func (d *dashboard) startTimers() {
	if t := d.limits.SessionTimeout; t > 0 {
		d.timers.set(&d.timers.session, t, func() { d.cut(reasonSessionTimeout) })
	}
	if t := d.limits.IdleTimeout; t > 0 {
		d.timers.set(&d.timers.idle, t-min(t, d.limits.IdleWarning), d.checkIdle)
	}
}

// checkIdle warns an idle session, ends it, or sets the timer again if there was a
// key in the meantime.
func (d *dashboard) checkIdle() {
	limit := d.limits.IdleTimeout
	left := limit - d.lastKey.ago(time.Now())
	warning := min(limit, d.limits.IdleWarning)
	switch {
	case left <= 0:
		d.cut(reasonIdleTimeout)
		return
	case left <= warning:
		d.put(func(ev *events) { ev.idle = left })
	default:
		left -= warning
	}
	d.timers.set(&d.timers.idle, left, d.checkIdle)
}

// later paints after wait.
func (d *dashboard) later(wait time.Duration) {
	d.timers.set(&d.timers.later, wait, func() { d.put(func(ev *events) { ev.redraw = true }) })
}

// expect expires an incomplete escape sequence after wait.
func (t *timers) expect(d *dashboard, wait time.Duration) {
	t.set(&t.escape, wait, func() { d.put(func(ev *events) { ev.expire = true }) })
}

// schedule gives the app a message after a time, as it wishes.
func (d *dashboard) schedule(a tui.Auto) {
	if a.After > 0 {
		msg := a.Msg
		d.timers.set(&d.timers.auto, a.After, func() { d.put(func(ev *events) { ev.auto = &msg }) })
	}
}

// set calls do after wait, in place of what the timer was set to. It does nothing
// after stop.
func (t *timers) set(which **time.Timer, wait time.Duration, do func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.stopped {
		return
	}
	if *which != nil {
		(*which).Stop()
	}
	*which = time.AfterFunc(wait, do)
}

// stop stops all timers.
func (t *timers) stop() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.stopped = true
	for _, timer := range []*time.Timer{t.idle, t.session, t.later, t.escape, t.auto} {
		if timer != nil {
			timer.Stop()
		}
	}
}
