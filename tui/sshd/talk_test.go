package sshd

import (
	"context"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// talkHandler says again what it hears.
type talkHandler struct{ testHandler }

func (talkHandler) Talks(args, _ []string) bool { return strings.Join(args, " ") == "talk" }

func (h talkHandler) Exec(ctx context.Context, args, env []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if !h.Talks(args, env) {
		return h.testHandler.Exec(ctx, args, env, stdin, stdout, stderr)
	}
	heard := make(chan byte)
	go func() {
		defer close(heard)
		b := make([]byte, 1)
		for {
			if _, err := stdin.Read(b); err != nil {
				return
			}
			select {
			case heard <- b[0]:
			case <-ctx.Done():
				return
			}
		}
	}()
	for {
		select {
		case b, ok := <-heard:
			if !ok || b == 'q' {
				return 0
			}
			_, _ = stdout.Write([]byte{b})
		case <-ctx.Done():
			return 1
		}
	}
}

func talks(c *Config) { c.Handler = talkHandler{} }

// A dialogue waits as long as a dashboard, and no command waits for it.
func TestTalkHasTheTimeOfADashboard(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bubble(t, byIdleTimeout, func(f *fixture) {
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
			if !strings.Contains(s.errs.String(), byIdleTimeout.advice()) {
				t.Errorf("no advice: %q", s.errs.String())
			}
			_ = c.Close()
		}, talks, limit(func(l *Limits) { l.MaxCommands = 1 }))
	})
}

func TestTalkEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bubble(t, bySessionTimeout, func(f *fixture) {
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
		}, talks)
	})
}
