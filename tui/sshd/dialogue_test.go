package sshd

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// dialogueHandler opens a dialogue for the word "talk".
type dialogueHandler struct{ testHandler }

func (h dialogueHandler) Open(args, env []string) (Opening, error) {
	if slices.Equal(args, []string{"talk"}) {
		return Opening{Dialogue: true}, nil
	}
	return h.testHandler.Open(args, env)
}

func dialogues(c *Config) { c.Handler = dialogueHandler{} }

// prompts waits until a dialogue has asked n times.
func (t *clientSession) prompts(n int) {
	t.f.t.Helper()
	eventually(t.f.t, func() bool { return strings.Count(t.out.String(), "q quit: ") == n },
		func() string { return fmt.Sprintf("not %d prompts: %q", n, tail(t.out.String())) })
}

// TestDialogue talks with clients with a terminal, which is raw, and without one.
func TestDialogue(t *testing.T) {
	f := serveTCP(t, dialogues)
	for _, c := range []struct {
		pty              bool
		typed, ends, own string
	}{
		{true, "5\rx\x7fc\rq\r", "\r\n", "x\b \bc\r\n"},
		{false, "5\nc\nq\n", "\n", ""},
	} {
		s := f.dial().session()
		if c.pty {
			s.pty("xterm-256color", 80, 24)
		}
		s.exec("talk")
		s.prompts(1)
		s.send(c.typed)
		s.exit(0)
		out := s.out.String()
		if !strings.Contains(out, "Overview"+c.ends) || strings.Count(out, "\n") != strings.Count(out, c.ends) {
			t.Errorf("lines do not end with %q: %q", c.ends, out)
		}
		if c.own != "" && !strings.Contains(out, c.own) || c.own == "" && strings.Contains(out, "q quit: 5") {
			t.Errorf("what was typed is not shown, or twice: %q", out)
		}
		if errs := s.errs.String(); errs != "" {
			t.Errorf("stderr %q", errs)
		}
	}
}

// A dialogue waits as long as a dashboard, and no command waits for it.
func TestDialogueHasTheTimeOfADashboard(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bubble(t, reasonIdleTimeout, func(f *fixture) {
			c := f.dial()
			s := c.exec("talk")
			for n := range 3 {
				time.Sleep(14 * time.Minute)
				s.send("x\n")
				s.prompts(n + 2)
			}
			other := c.exec("env")
			other.exit(0)
			time.Sleep(16 * time.Minute)
			s.exit(1)
			if !strings.Contains(s.errs.String(), reasonIdleTimeout.advice()) {
				t.Errorf("no advice: %q", s.errs.String())
			}
			_ = c.Close()
		}, dialogues, limit(func(l *Limits) { l.MaxCommands = 1 }))
	})
}

func TestDialogueEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bubble(t, reasonSessionTimeout, func(f *fixture) {
			c := f.dial()
			s := c.exec("talk")
			s.send("q\n")
			s.exit(0)
			s = c.exec("talk")
			for range 8 * 6 {
				time.Sleep(10 * time.Minute)
				s.send("x")
			}
			s.exit(1)
			gone := f.dial()
			gone.exec("talk")
			_ = gone.Close() // without a word
			_ = c.Close()
		}, dialogues)
	})
}

// A drain tells a dialogue, which may go on for a while, and a command that
// takes its time. Both are ended for it in the end, and neither reports
// success.
func TestDrainEndsCommands(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		c := f.dial()
		raw := c.session().pty("xterm", 80, 24)
		raw.exec("talk")
		leaves, stays, sleeps := c.exec("talk"), c.exec("talk"), c.exec("sleep")
		synctest.Wait()
		drained := make(chan struct{})
		go func() {
			defer close(drained)
			f.server.Drain(20*time.Second, nil)
		}()
		time.Sleep(time.Second)
		for s, want := range map[*clientSession]string{
			raw: "\r\n" + drainHint + "\r\n", leaves: "\n" + drainHint + "\n", stays: "\n" + drainHint + "\n", sleeps: "",
		} {
			if got := s.errs.String(); got != want {
				t.Errorf("told %q, want %q", got, want)
			}
		}
		stays.send("x\n") // there is still time
		stays.prompts(2)
		leaves.send("q\n")
		leaves.exit(0)
		<-drained
		for _, s := range []*clientSession{raw, stays, sleeps} {
			s.exit(1)
			if !strings.HasSuffix(s.errs.String(), reasonDrain.advice()+"\r\n") {
				t.Errorf("no advice: %q", s.errs.String())
			}
		}
		if strings.Contains(sleeps.out.String(), "too late") {
			t.Error("the command went on")
		}
		for why, want := range map[reason]uint64{reasonDrain: 3, reasonUser: 1} {
			if n := f.server.metrics.ended.With(string(why)).Value(); n != want {
				t.Errorf("%v sessions ended by %s", n, why)
			}
		}
		if n := strings.Count(f.log.String(), `"reason":"drain"`); n != 3 {
			t.Errorf("the log has %d: %s", n, f.log.String())
		}
		_ = c.Close()
	}, dialogues)
}

// TestDialogueInputWaits types faster into a dialogue than it may: nothing is lost,
// and it comes at the rate of keys, while its source may not have more done.
func TestDialogueInputWaits(t *testing.T) {
	inMemory(t, func(t *testing.T, f *fixture) {
		c := f.dial()
		s := c.exec("talk")
		s.prompts(1)
		start := time.Now()
		go s.send(strings.Repeat("no such place\n", 1000) + "q\n") // 14 KB at 1 KiB/s, 4 KiB at once
		s.exit(0)
		if d := time.Since(start); d < 9*time.Second || d > 12*time.Second {
			t.Errorf("it took %v", d)
		}
		if n := strings.Count(s.out.String(), "q quit: "); n != 1001 {
			t.Errorf("%d prompts, want 1001", n)
		}
		if f.trips(reasonInputRate) == 0 {
			t.Error("it was not counted")
		}
		_ = c.Close()
	}, dialogues)
}
