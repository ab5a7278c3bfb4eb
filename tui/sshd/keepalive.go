package sshd

import (
	"sync/atomic"
	"time"
)

// beats is in how many parts the time between two keepalives is divided. All
// connections that are due in one part are asked at once: waking a process
// costs more than a question does, and a timer each would wake it for each.
// In fewer parts, thousands of questions at once would hold up the keys.
const beats = 20

// beat asks who has been silent for long, and goes on for as long as there is
// a connection. The lock is held.
func (s *Server) beat() {
	every := s.limits.Keepalive
	if every <= 0 || s.limits.KeepaliveCount <= 0 || s.beating || len(s.conns) == 0 {
		return
	}
	s.beating = true
	time.AfterFunc(every/beats, func() {
		now := time.Now()
		for _, c := range s.connected() {
			c.keepalive(now)
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.beating = false
		s.beat()
	})
}

// keepalive asks a client that has been silent for the time between two
// keepalives whether it is still there, and closes the connection of one that
// has stayed silent for as many of them as may go without an answer. Whatever
// comes from a client is a sign of life.
func (c *conn) keepalive(now time.Time) {
	client := c.client.Load()
	if client == nil {
		return // the handshake has a limit of its own
	}
	every, count := c.server.limits.Keepalive, c.server.limits.KeepaliveCount
	switch silent := c.wire.heard.ago(now); {
	case silent >= every*time.Duration(1+count):
		c.kill(byKeepalive)
	case silent >= every && c.asking.CompareAndSwap(false, true):
		// x/crypto/ssh waits for the answer, for ever if need be.
		go func() {
			defer c.asking.Store(false)
			_, _, _ = client.SendRequest("keepalive@openssh.com", true, nil)
		}()
	}
}

// moment is a time that some goroutines set and others look at. It counts
// from another time, so that it does not jump when the clock is set.
type moment struct {
	from  time.Time
	since atomic.Int64
}

func (m *moment) set(now time.Time) { m.since.Store(int64(now.Sub(m.from))) }
func (m *moment) ago(now time.Time) time.Duration {
	return now.Sub(m.from) - time.Duration(m.since.Load())
}
