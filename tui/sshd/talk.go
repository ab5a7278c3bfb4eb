package sshd

import (
	"context"
	"sync/atomic"
	"time"
)

// talking is the kind of a command that waits for lines.
const talking = "dialogue"

// talk is the time of a command that talks with its client. It has that of a
// dashboard in place of a command's, and none of the few places of commands:
// while it waits it costs less than a dashboard.
type talk struct {
	idle    *time.Timer // nil if it may be silent
	timeout time.Duration
	why     atomic.Pointer[reason]
}

// talk runs a command that talks.
func (s *session) talk(do job) bool {
	ctx, stop := context.WithCancel(context.Background())
	if !s.begin(running, nil, stop) {
		stop()
		return false
	}
	s.server.metrics.started.WithLabelValues(talking).Inc()
	t := &talk{timeout: s.server.limits.IdleTimeout}
	after := func(d time.Duration, why reason) *time.Timer {
		if d <= 0 {
			return nil
		}
		return time.AfterFunc(d, func() {
			t.why.CompareAndSwap(nil, &why)
			stop()
		})
	}
	t.idle = after(t.timeout, byIdleTimeout)
	all := after(s.server.limits.SessionTimeout, bySessionTimeout)
	s.next = func() {
		s.perform(ctx, stop, do, t)
		for _, timer := range []*time.Timer{t.idle, all} {
			if timer != nil {
				timer.Stop()
			}
		}
	}
	return true
}

// heard starts the wait anew.
func (t *talk) heard() {
	if t != nil && t.idle != nil {
		t.idle.Reset(t.timeout)
	}
}

// ended is why the time is over; "" if it is not.
func (t *talk) ended() reason {
	if t == nil {
		return ""
	}
	if why := t.why.Load(); why != nil {
		return *why
	}
	return ""
}
