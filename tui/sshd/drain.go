package sshd

import (
	"errors"
	"net"
	"time"
)

// checkEmpty tells a drain that no session is left. Connections without one
// have nothing to wait for. It is called with the lock held.
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

// farewell is the part of the grace time that is kept for giving terminals
// back, at most.
const farewell = 3 * time.Second

// atOnce is as long as it takes to give terminals back when there is no time.
const atOnce = 500 * time.Millisecond

func closed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// Drain ends the server in peace: from now on it is not ready and accepts
// nobody, every screen shows a notice, and those who do not leave on their own
// have their sessions ended and their terminals given back before the grace
// time is over. When Drain returns all connections are closed. Closing now cuts
// it short.
func (s *Server) Drain(grace time.Duration, now <-chan struct{}) {
	live := s.stopListening()
	s.log.Info("draining", "sessions", len(live), "grace", grace.String())
	for _, x := range live {
		x.announce()
	}
	last := min(farewell, grace/4)
	if !s.wait(grace-last, now) {
		if closed(now) {
			last = min(last, atOnce)
		}
		for _, x := range s.live() {
			x.end(ending{why: byDrain, line: byDrain.advice()})
		}
		s.wait(last, nil)
	}
	// Clients hang up when their sessions are over. Closing first could cut
	// off what was just written to them.
	for end := time.Now().Add(atOnce); len(s.connected()) > 0 && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
	}
	for _, c := range s.connected() {
		_ = c.wire.Close()
	}
	s.Close()
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

// wait waits until no session is left.
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

func (s *Server) live() []*session {
	s.mu.Lock()
	defer s.mu.Unlock()
	live := make([]*session, 0, len(s.sessions))
	for x := range s.sessions {
		live = append(live, x)
	}
	return live
}

func (s *Server) connected() []*conn {
	s.mu.Lock()
	defer s.mu.Unlock()
	conns := make([]*conn, 0, len(s.conns))
	for c := range s.conns {
		conns = append(conns, c)
	}
	return conns
}

// Close ends the server and all connections at once.
func (s *Server) Close() {
	s.stopListening()
	for _, c := range s.connected() {
		c.wire.kill()
	}
}

// Serve accepts connections until the listener is closed by [Server.Drain] or
// [Server.Close], and returns nil then.
func (s *Server) Serve(ln net.Listener) error {
	s.mu.Lock()
	if s.draining {
		s.mu.Unlock()
		return ln.Close()
	}
	s.listeners[ln] = struct{}{}
	s.mu.Unlock()
	s.serving.Add(1)
	defer s.serving.Add(-1)
	err := s.accept(ln)
	s.mu.Lock()
	delete(s.listeners, ln)
	draining := s.draining
	s.mu.Unlock()
	if draining && errors.Is(err, net.ErrClosed) {
		return nil
	}
	_ = ln.Close()
	return err
}
