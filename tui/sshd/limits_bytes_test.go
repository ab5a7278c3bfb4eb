package sshd

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func tripInputRate(t *testing.T) {
	bubble(t, reasonInputRate, func(f *fixture) {
		c, s := f.dashboard()
		s.send(strings.Repeat("j", 6000))
		time.Sleep(time.Second)
		s.send("2")
		s.wait("Anhui's share of China")
		_ = c.Close()
	})
}

func tripInputExcess(t *testing.T) {
	bubble(t, reasonInputExcess, func(f *fixture) {
		c, s := f.dashboard()
		go s.send(strings.Repeat("j", 100_000)) // what fits into the budget and the network
		s.exit(1)
		if !strings.Contains(s.errs.String(), reasonInputExcess.advice()) {
			t.Errorf("no advice: %q", s.errs.String())
		}
		_ = c.Close()
	})
}

func tripOutputRate(t *testing.T) {
	bubble(t, reasonOutputRate, func(f *fixture) {
		c, s := f.dashboard()
		for range 100 {
			s.send("\x0c\x0c\x0c")
			time.Sleep(10 * time.Millisecond)
		}
		if n := len(s.out.String()); n > 300<<10 {
			t.Errorf("%d bytes in a second", n)
		}
		_ = c.Close()
	}, limit(func(l *Limits) { l.OutputRate, l.OutputBurst = 64<<10, 128<<10 }))
}

func tripWireRate(t *testing.T) {
	bubble(t, reasonWireRate, func(f *fixture) {
		c, _ := f.dashboard()
		go func() {
			for range 100_000 {
				if _, _, err := c.SendRequest("flood@example.org", false, make([]byte, 100)); err != nil {
					return
				}
			}
		}()
		_ = c.Wait()
	})
}

// exec runs a command.
func (c *client) exec(line string) *clientSession { return c.session().exec(line) }

func tripCommandTimeout(t *testing.T) {
	bubble(t, reasonCommandTimeout, func(f *fixture) {
		c := f.dial()
		s := c.exec("sleep")
		s.exit(1)
		if !strings.Contains(s.errs.String(), reasonCommandTimeout.advice()) {
			t.Errorf("no advice: %q", s.errs.String())
		}
		_ = c.Close()
	})
}

func tripCommandOutput(t *testing.T) {
	bubble(t, reasonCommandOutput, func(f *fixture) {
		c := f.dial()
		s := c.exec("spam")
		s.exit(1)
		if n := len(s.out.String()); n > 1<<20 {
			t.Errorf("%d bytes came", n)
		}
		_ = c.Close()
	}, limit(func(l *Limits) { l.CommandOutput = 1 << 20 }))
}

func tripCommandInput(t *testing.T) {
	bubble(t, reasonCommandInput, func(f *fixture) {
		c := f.dial()
		for n, status := range map[int]int{499: 0, 500: 0, 501: 1, 100_000: 1} {
			s := c.exec("cat")
			go func() {
				s.send(strings.Repeat("x", n))
				_ = s.CloseWrite()
			}()
			s.exit(status)
			if got := len(s.out.String()); got != min(n, 500) {
				t.Errorf("%d bytes of %d came through", got, n)
			}
			_ = s.Close()
		}
		_ = c.Close()
	}, limit(func(l *Limits) { l.CommandInput = 500 }))
}

func tripMaxCommands(t *testing.T) {
	bubble(t, reasonMaxCommands, func(f *fixture) {
		c := f.dial()
		c.exec("sleep")
		other := f.dialFrom("192.0.2.2")
		other.exec("sleep")
		third := f.dialFrom("192.0.2.3")
		s := third.exec("env")
		s.exit(1)
		if !strings.Contains(s.errs.String(), reasonMaxCommands.advice()) {
			t.Errorf("no advice: %q", s.errs.String())
		}
		c.exec("env").exit(1) // one source has an eighth of all
		for _, c := range []*client{c, other, third} {
			_ = c.Close()
		}
	}, limit(func(l *Limits) { l.MaxCommands = 2 }))
}

// TestSilentCommandInput ends a command whose client sends nothing.
func TestSilentCommandInput(t *testing.T) {
	dataset()
	synctest.Test(t, func(t *testing.T) {
		bubble(t, reasonCommandTimeout, func(f *fixture) {
			c := f.dial()
			start := time.Now()
			s := c.exec("cat")
			s.exit(1)
			if d := time.Since(start); d > 31*time.Second {
				t.Errorf("it took %v", d)
			}
			_ = c.Close()
		})
	})
}

func tripEarlyRequests(t *testing.T) {
	bubble(t, reasonEarlyRequests, func(f *fixture) {
		c := f.dial()
		s := c.session()
		for range 65 {
			s.resize(80, 24)
		}
		s.exit(1)
		_ = c.Close()
	})
}

// tripEarlyData sends what nobody has asked for, which is kept up to a bound: what
// was typed before the shell counts.
func tripEarlyData(t *testing.T) {
	bubble(t, reasonEarlyData, func(f *fixture) {
		c := f.dial()
		s := c.session().pty("xterm", 80, 24)
		s.send("2")
		synctest.Wait()
		s.must("shell", nil)
		s.wait("Anhui's share of China")
		cat := c.session()
		cat.send("before, ")
		synctest.Wait()
		cat.exec("cat")
		cat.send("after")
		_ = cat.CloseWrite()
		cat.exit(0)
		if got := cat.out.String(); got != "before, after" {
			t.Errorf("%q", got)
		}
		early := c.session()
		early.send(strings.Repeat("x", maxEarlyData+1))
		early.exit(1)
		if !strings.Contains(early.errs.String(), reasonEarlyData.advice()) {
			t.Errorf("no advice: %q", early.errs.String())
		}
		_ = c.Close()
	})
}

func tripEnv(t *testing.T) {
	bubble(t, reasonEnv, func(f *fixture) {
		c := f.dial()
		s := c.session()
		env := func(name, value string) bool { return s.request("env", struct{ N, V string }{name, value}) }
		if !env("LANG", "zh_CN.UTF-8") || env("LC_ALL", strings.Repeat("x", 65)) || env("PATH", "/tmp") ||
			env("TMUX", "1") || env("LC_CTYPE", "a\nb") {
			t.Error("wrong variables kept")
		}
		s.exec("env")
		s.exit(0)
		if got := s.out.String(); got != "LANG=zh_CN.UTF-8\n" {
			t.Errorf("%q", got)
		}
		_ = c.Close()
	})
}

func tripEscape(t *testing.T) {
	bubble(t, reasonEscape, func(f *fixture) {
		c, s := f.dashboard()
		s.send("\x1b]52;c;" + strings.Repeat("A", 1000))
		time.Sleep(2 * time.Second)
		s.send("2")
		s.wait("Anhui's share of China")
		_ = c.Close()
	})
}
