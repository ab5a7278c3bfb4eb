package sshd

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"
)

// talkHandler says again what it hears.
type talkHandler struct{ testHandler }

func talks(args []string) bool { return slices.Equal(args, []string{"talk"}) }

func (h talkHandler) Open(args, env []string) (Opening, error) {
	if talks(args) {
		return Opening{Dialogue: true}, nil
	}
	return h.testHandler.Open(args, env)
}

func (h talkHandler) Exec(ctx context.Context, args, env []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if !talks(args) {
		return h.testHandler.Exec(ctx, args, env, stdin, stdout, stderr)
	}
	lastRead := make(chan byte)
	go func() {
		defer close(lastRead)
		b := make([]byte, 1)
		for {
			if _, err := stdin.Read(b); err != nil {
				return
			}
			select {
			case lastRead <- b[0]:
			case <-ctx.Done():
				return
			}
		}
	}()
	for {
		select {
		case b, ok := <-lastRead:
			if !ok || b == 'q' {
				return 0
			}
			_, _ = stdout.Write([]byte{b})
		case <-ctx.Done():
			return 1
		}
	}
}

func talker(c *Config) { c.Handler = talkHandler{} }

// A dialogue waits as long as a dashboard, and no command waits for it.
func TestTalkHasTheTimeOfADashboard(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bubble(t, reasonIdleTimeout, func(f *fixture) {
			c := f.dial()
			s := c.exec("talk")
			for range 3 {
				time.Sleep(14 * time.Minute)
				s.send("x")
			}
			s.wait("xxx")
			other := c.exec("env")
			other.exit(0)
			time.Sleep(16 * time.Minute)
			s.exit(1)
			if !strings.Contains(s.errs.String(), reasonIdleTimeout.advice()) {
				t.Errorf("no advice: %q", s.errs.String())
			}
			_ = c.Close()
		}, talker, limit(func(l *Limits) { l.MaxCommands = 1 }))
	})
}

func TestTalkEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bubble(t, reasonSessionTimeout, func(f *fixture) {
			c := f.dial()
			s := c.exec("talk")
			s.send("q")
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
		}, talker)
	})
}

// A drain tells a dialogue, which may go on for a while, and a command that
// takes its time. Both are ended for it in the end, and neither reports
// success.
func TestDrainEndsCommands(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := serveMem(t, talker)
		c := f.dial()
		raw := c.session().pty("xterm", 80, 24)
		raw.must("exec", struct{ S string }{"talk"})
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
		stays.send("x") // there is still time
		stays.wait("x")
		leaves.send("q")
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
		for why, want := range map[reason]float64{reasonDrain: 3, reasonUser: 1} {
			if n := testutil.ToFloat64(f.server.metrics.ended.WithLabelValues(string(why))); n != want {
				t.Errorf("%v sessions ended by %s", n, why)
			}
		}
		if n := strings.Count(f.log.String(), `"reason":"drain"`); n != 3 {
			t.Errorf("the log has %d: %s", n, f.log.String())
		}
		_ = c.Close()
		f.close()
	})
}
