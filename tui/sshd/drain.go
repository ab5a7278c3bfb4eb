package sshd

import (
	"maps"
	"slices"
	"time"
)

// drainReserve is the part of the grace time, at most, that is reserved for
// resetting terminals.
const drainReserve = 3 * time.Second

// forceGrace is the time to reset terminals when Drain is cut short.
const forceGrace = 500 * time.Millisecond

// closed reports whether c is closed.
func closed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// Drain shuts the server down gracefully: it is no longer ready and accepts
// nobody, every screen shows a notice, and sessions that are still open near the
// end of the grace time are ended and their terminals reset. When Drain returns
// all connections are closed. Closing now cuts it short.
func (s *Server) Drain(grace time.Duration, now <-chan struct{}) {
	live := s.stopListening()
	s.log.Info("draining", "sessions", len(live), "grace", grace.String())
	for _, x := range live {
		x.announce()
	}
	last := min(drainReserve, grace/4)
	if !s.wait(grace-last, now) {
		if closed(now) {
			last = min(last, forceGrace)
		}
		for _, x := range s.live() {
			x.end(ending{why: reasonDrain, line: reasonDrain.advice()})
		}
		s.wait(last, nil)
	}
	// Clients hang up when their sessions are over. Closing first could cut
	// off what was just written to them.
	for end := time.Now().Add(forceGrace); len(s.connected()) > 0 && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
	}
	for _, c := range s.connected() {
		_ = c.raw.Close()
	}
	s.Close()
}

// Close closes all listeners and connections. Terminals are not reset.
func (s *Server) Close() {
	s.stopListening()
	for _, c := range s.connected() {
		c.raw.kill()
	}
	s.rooms.hub.Close()
}

// stopListening closes the listeners and returns the sessions there are.
func (s *Server) stopListening() []*session {
	s.mu.Lock()
	s.draining = true
	for ln := range s.listeners {
		_ = ln.Close() // nothing can be done about it
	}
	s.checkEmpty()
	s.mu.Unlock()
	return s.live()
}

// wait waits until no session is left, for at most d or until now is closed. It
// reports whether none is left.
func (s *Server) wait(d time.Duration, now <-chan struct{}) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-s.empty:
		return true
	case <-timer.C:
	case <-now:
	}
	return false
}

// live returns the sessions there are.
func (s *Server) live() []*session {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Collect(maps.Keys(s.sessions))
}

// connected returns the connections there are.
func (s *Server) connected() []*conn {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Collect(maps.Keys(s.conns))
}

// checkEmpty wakes a drain when no session is left. Connections without a session
// are not waited for. s.mu is held.
func (s *Server) checkEmpty() {
	if !s.draining || len(s.sessions) > 0 {
		return
	}
	select {
	case <-s.empty:
	default:
		close(s.empty)
	}
}
