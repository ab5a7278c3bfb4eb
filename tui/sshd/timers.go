package sshd

import (
	"sync"
	"time"
)

// timers are those of a dashboard. None of them repeats: while nothing
// happens, nothing runs.
type timers struct {
	mu      sync.Mutex
	stopped bool
	idle    *time.Timer
	session *time.Timer
	later   *time.Timer // to the next paint that was put off
	escape  *time.Timer // to the end of an incomplete sequence
}

func (d *dashboard) startTimers() {
	if t := d.limits.SessionTimeout; t > 0 {
		d.timers.set(&d.timers.session, t, func() { d.cut(bySessionTimeout) })
	}
	if t := d.limits.IdleTimeout; t > 0 {
		d.timers.set(&d.timers.idle, t-min(t, d.limits.IdleWarning), d.checkIdle)
	}
}

// checkIdle warns or ends a session without a key, or waits for longer if
// there was one in the meantime.
func (d *dashboard) checkIdle() {
	limit := d.limits.IdleTimeout
	left := limit - d.lastKey.ago(time.Now())
	warning := min(limit, d.limits.IdleWarning)
	switch {
	case left <= 0:
		d.cut(byIdleTimeout)
		return
	case left <= warning:
		d.put(func(l *letter) { l.idle = left })
	default:
		left -= warning
	}
	d.timers.set(&d.timers.idle, left, d.checkIdle)
}

// later paints after a while.
func (d *dashboard) later(wait time.Duration) {
	d.timers.set(&d.timers.later, wait, func() { d.put(func(l *letter) { l.redraw = true }) })
}

// expect waits for the rest of an escape sequence, but not for long.
func (t *timers) expect(d *dashboard, wait time.Duration) {
	t.set(&t.escape, wait, func() { d.put(func(l *letter) { l.expire = true }) })
}

// set starts a timer, in place of the one that was there.
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

// stop stops all.
func (t *timers) stop() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.stopped = true
	for _, timer := range []*time.Timer{t.idle, t.session, t.later, t.escape} {
		if timer != nil {
			timer.Stop()
		}
	}
}
