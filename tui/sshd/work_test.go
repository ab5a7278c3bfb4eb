package sshd

import (
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// tripSourceWork has two sessions of one source ask for new frames without end,
// while a viewer from elsewhere gets each frame at once.
func tripSourceWork(t *testing.T) {
	bubble(t, reasonSourceWork, func(f *fixture) {
		for range 2 {
			c := f.dialFrom("198.51.100.1")
			defer c.Close() //nolint:errcheck // the test is over
			s := c.session().pty("xterm-256color", 200, 50).shell()
			s.wait("Overview")
			go func() {
				for i := range 200 {
					s.send(fmt.Sprintf("/%d\x7f\x1b[B\x1b[A\x15", i)) // searches
					s.send(fmt.Sprintf("\x1b[<0;%d;%dM", i%200, i%50))
					time.Sleep(50 * time.Millisecond)
				}
			}()
		}
		work := f.server.clients.use(netip.MustParseAddr("198.51.100.1")).work
		c, viewer := f.dashboard()
		defer c.Close() //nolint:errcheck // likewise
		busy := 0
		for i := range 20 {
			time.Sleep(500 * time.Millisecond)
			if work.charge(time.Now(), 0) > 0 {
				busy++
			}
			at := len(viewer.out.String())
			viewer.send([]string{"2", "1"}[i%2])
			synctest.Wait()
			if len(viewer.out.String()) == at {
				t.Errorf("key %d of the viewer has no frame at once", i)
			}
		}
		if busy < 5 {
			t.Errorf("the others were over their budget at %d of 20 moments", busy)
		}
	}, limit(func(l *Limits) { l.PerSourceWorkRate, l.PerSourceWorkBurst = 5_000, 20_000 }))
}

// TestTurn has one dashboard of a source work at a time, while others work for who
// comes from elsewhere.
func TestTurn(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		c := f.dialFrom("198.51.100.1")
		s := c.session().pty("xterm-256color", 80, 24).shell()
		s.wait("Overview")
		other, viewer := f.dashboard()
		end := f.server.clients.use(netip.MustParseAddr("198.51.100.1")).takeTurn()
		for _, term := range []*clientSession{s, viewer} {
			term.send("2")
		}
		synctest.Wait()
		viewer.wait("Anhui's share of China")
		if strings.Contains(s.out.String(), "Anhui's share of China") {
			t.Error("two work at a time")
		}
		end()
		s.wait("Anhui's share of China")
		_, _ = c.Close(), other.Close()
	})
}

// TestHeldInput shows that a session's input waits, and goes on from where it was,
// while its source has had too much done; and that it is dropped with the session.
func TestHeldInput(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		c, s := f.dashboard()
		s.send(strings.Repeat("\t", 6*20) + "2")
		synctest.Wait()
		if strings.Contains(s.out.String(), "Anhui's share of China") {
			t.Error("it did not wait")
		}
		s.wait("Anhui's share of China")
		s.send(strings.Repeat("jk", 1000))
		synctest.Wait()
		start := time.Now()
		_ = s.Close()
		eventually(t, func() bool { return f.server.capacity.load().sessions == 0 }, func() string { return "still there" })
		if d := time.Since(start); d > time.Second {
			t.Errorf("it took %v to end", d)
		}
		_ = c.Close()
	}, limit(func(l *Limits) { l.PerSourceWorkRate, l.PerSourceWorkBurst = 1000, 1000 }))
}

// TestWhatKeysLeadToIsCharged shows that who has more done by a key than another key
// does waits as for all that takes as long: for the key of another view, here.
func TestWhatKeysLeadToIsCharged(t *testing.T) {
	for name, c := range map[string]struct{ first, seen, again string }{
		"a view made to be copied, or to be told that it is too long": {"4ejjjj\r", "KiB", strings.Repeat("\r", 10) + "\x1b[27u"},
		"a list narrowed anew for each key":                           {"6&====\r", "====", strings.Repeat("jk", 10)},
	} {
		t.Run(name, func(t *testing.T) {
			inMemory(t, func(t *testing.T, f *fixture) {
				client, s := f.dashboard()
				s.send(c.first)
				s.wait(c.seen)
				time.Sleep(time.Minute)
				s.send(c.again + "2")
				synctest.Wait()
				if strings.Contains(s.out.String(), "Anhui's share of China") {
					t.Error("it is done for nothing")
				}
				s.wait("Anhui's share of China")
				_ = client.Close()
			}, limit(func(l *Limits) { l.PerSourceWorkRate, l.PerSourceWorkBurst = 1000, 3000 }))
		})
	}
}

// TestHeavyCommands runs four heavy commands of one source: two at once, the others
// wait for them, and one of another source does not.
func TestHeavyCommands(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		c, other := f.dial(), f.dialFrom("198.51.100.1")
		for range 4 {
			c.exec("heavy")
		}
		o := other.exec("heavy")
		synctest.Wait()
		use := f.server.clients.use(netip.MustParseAddr(home))
		if n := len(use.heavy); n != 2 || use.commands != 4 {
			t.Errorf("%d of %d commands run, want 2 of 4", n, use.commands)
		}
		if use := f.server.clients.use(netip.MustParseAddr("198.51.100.1")); len(use.heavy) != 1 {
			t.Error("another source has to wait")
		}
		o.exit(1)
		_ = c.Close()
		_ = other.Close()
	})
}

// TestStubbornCommand ends the session of a command at its timeout though the
// command goes on; until it returns it takes a place.
func TestStubbornCommand(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		c := f.dial()
		start := time.Now()
		s := c.exec("stubborn")
		s.exit(1)
		if d := time.Since(start); d < 29*time.Second || d > 31*time.Second {
			t.Errorf("it took %v", d)
		}
		if !strings.Contains(s.errs.String(), reasonCommandTimeout.advice()) {
			t.Errorf("no advice: %q", s.errs.String())
		}
		if n := f.server.capacity.load().commands; n != 1 {
			t.Errorf("%d commands run, want 1", n)
		}
		_ = c.Close()
		time.Sleep(10 * time.Minute)
		f.empty()
	})
}
