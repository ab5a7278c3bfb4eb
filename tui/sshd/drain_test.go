package sshd

import (
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// TestDrain ends a server with 200 sessions: not ready and not listening at
// once, a notice on every screen within a second, terminals given back within
// the grace time.
func TestDrain(t *testing.T) {
	dataset()
	synctest.Test(t, func(t *testing.T) {
		f := serveMem(t)
		clients, terms := make([]*client, 0, 200), make([]*clientSession, 0, 200)
		for range 200 {
			c, s := f.dashboard()
			clients, terms = append(clients, c), append(terms, s)
		}
		idle := f.dial() // has no session, and is not waited for
		start := time.Now()
		drained := make(chan struct{})
		go func() {
			defer close(drained)
			f.server.Drain(30*time.Second, nil)
		}()
		time.Sleep(100 * time.Millisecond)
		if f.server.ready() {
			t.Error("still ready")
		}
		select {
		case err := <-f.served:
			if err != nil {
				t.Error(err)
			}
		default:
			t.Error("still listening")
		}
		time.Sleep(900 * time.Millisecond)
		for i, s := range terms {
			if !strings.Contains(s.out.String(), "about to restart") {
				t.Fatalf("no notice on screen %d", i)
			}
		}
		terms[0].send("q") // one leaves on its own
		terms[0].exit(0)
		refusedSession(t, clients[0], reasonDrain)
		<-drained
		if d := time.Since(start); d > 30*time.Second {
			t.Errorf("took %v", d)
		}
		for _, s := range terms[1:] {
			s.exit(0)
			restored(t, s.out.String())
		}
		if l := f.server.capacity.load(); l.sessions != 0 || l.cells != 0 {
			t.Errorf("left: %+v", l)
		}
		_ = idle.Wait()
		time.Sleep(time.Minute)
	})
}

// TestDrainEmpty does not wait for connections without a session.
func TestDrainEmpty(t *testing.T) {
	dataset()
	synctest.Test(t, func(t *testing.T) {
		f := serveMem(t)
		c := f.dial()
		start := time.Now()
		f.server.Drain(30*time.Second, nil)
		if d := time.Since(start); d > time.Second {
			t.Errorf("took %v", d)
		}
		_ = c.Wait()
		time.Sleep(time.Minute)
	})
}

// TestDrainNow is cut short by a second signal.
func TestDrainNow(t *testing.T) {
	dataset()
	synctest.Test(t, func(t *testing.T) {
		f := serveMem(t)
		c, s := f.dashboard()
		now := make(chan struct{})
		var wg sync.WaitGroup
		start := time.Now()
		wg.Go(func() { f.server.Drain(time.Hour, now) })
		time.Sleep(time.Second)
		close(now)
		wg.Wait()
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("took %v", d)
		}
		s.exit(0)
		restored(t, s.out.String())
		_ = c.Wait()
		time.Sleep(time.Minute)
	})
}
