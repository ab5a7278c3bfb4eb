package sshd

import (
	"io"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/crypto/ssh"

	"anhui-tui/model"
	"anhui-tui/tui/text"
)

// TestEveryLimit trips every limit, each in a bubble of its own with a fake
// clock: it ends when nothing is left behind, not even a goroutine.
func TestEveryLimit(t *testing.T) {
	dataset()
	tests := limitTests()
	for _, r := range limitReasons() {
		trip, ok := tests[r]
		if !ok {
			t.Errorf("no test trips %s", r)
			continue
		}
		t.Run(string(r), func(t *testing.T) { synctest.Test(t, trip) })
	}
	if len(tests) != len(limitReasons()) {
		t.Errorf("%d tests for %d limits", len(tests), len(limitReasons()))
	}
}

func limitTests() map[reason]func(*testing.T) {
	return map[reason]func(*testing.T){
		reasonGuesses:          tripGuesses,
		reasonHandshakeTimeout: tripHandshakeTimeout,
		reasonPromptTimeout:    tripPromptTimeout,
		reasonShellTimeout:     tripShellTimeout,
		reasonChannelTimeout:   tripChannelTimeout,
		reasonMaxSessions:      tripMaxSessions,
		reasonMaxConnections:   tripMaxConnections,
		reasonMaxPreAuth:       tripMaxPreAuth,
		reasonConnSessions:     tripSessionsPerConnection,
		reasonPerSource:        tripPerSource,
		reasonPerSourceRate:    tripPerSourceRate,
		reasonHandshakes:       tripHandshakes,
		reasonSourceWire:       tripSourceWire,
		reasonSourceWork:       tripSourceWork,
		reasonIdleTimeout:      tripIdleTimeout,
		reasonSessionTimeout:   tripSessionTimeout,
		reasonWriteStall:       tripWriteStall,
		reasonKeepalive:        tripKeepalive,
		reasonTCPTimeout:       tripTCPTimeout,
		reasonMaxCells:         tripMaxCells,
		reasonResizeRate:       tripResizeRate,
		reasonInputRate:        tripInputRate,
		reasonInputExcess:      tripInputExcess,
		reasonOutputRate:       tripOutputRate,
		reasonWireRate:         tripWireRate,
		reasonCommandTimeout:   tripCommandTimeout,
		reasonCommandOutput:    tripCommandOutput,
		reasonCommandInput:     tripCommandInput,
		reasonMaxCommands:      tripMaxCommands,
		reasonEarlyRequests:    tripEarlyRequests,
		reasonEarlyData:        tripEarlyData,
		reasonEnv:              tripEnv,
		reasonEscape:           tripEscape,
	}
}

// bubble starts a server with another client on it, who must be undisturbed by
// whatever trips a limit, and checks that it was tripped.
func bubble(t *testing.T, r reason, trip func(*fixture), changes ...func(*Config)) {
	t.Helper()
	f := serveMem(t, changes...)
	trip(f)
	f.tripped(r)
	if strings.Contains(f.log.String(), "panic") {
		t.Error(f.log.String())
	}
	f.empty()
	c, other := f.dashboard()
	other.send("q")
	other.exit(0)
	_ = c.Close()
	f.close()
}

func tripHandshakeTimeout(t *testing.T) {
	bubble(t, reasonHandshakeTimeout, func(f *fixture) {
		start := time.Now()
		silent, banner, half := f.raw(), f.raw(), f.raw()
		_, _ = io.WriteString(banner, "SSH-2.0-x\r\n")
		// Algorithms that the server agrees to, its own, are no key exchange.
		_, algorithms := greet(t, half)
		_, _ = half.Write(algorithms)
		for _, c := range []io.ReadCloser{silent, banner, half} {
			_, _ = io.Copy(io.Discard, c)
			_ = c.Close()
		}
		if d := time.Since(start); d < 9*time.Second || d > 11*time.Second {
			t.Errorf("held for %v", d)
		}
	})
}

func tripShellTimeout(t *testing.T) {
	bubble(t, reasonShellTimeout, func(f *fixture) {
		c := f.dial()
		s := c.session().pty("xterm", 80, 24)
		s.exit(1)
		if !strings.Contains(s.errs.String(), "connect without -N") {
			t.Errorf("no advice: %q", s.errs.String())
		}
		_ = c.Close()
	})
}

func tripChannelTimeout(t *testing.T) {
	bubble(t, reasonChannelTimeout, func(f *fixture) {
		start := time.Now()
		_ = f.dial().Wait()
		if d := time.Since(start); d < 9*time.Second || d > 11*time.Second {
			t.Errorf("held for %v", d)
		}
	})
}

func tripIdleTimeout(t *testing.T) {
	bubble(t, reasonIdleTimeout, func(f *fixture) {
		c, s := f.dashboard()
		time.Sleep(13*time.Minute + 50*time.Second)
		s.send("j")
		time.Sleep(13 * time.Minute)
		// Neither a resize nor what the terminal says on its own is a key.
		s.resize(90, 30)
		s.send("\x1b[I\x1b]11;rgb:0000/0000/0000\x07")
		if strings.Contains(s.out.String(), "disconnecting in") {
			t.Error("warned too early")
		}
		time.Sleep(65 * time.Second)
		s.wait("disconnecting in 1 minute.")
		time.Sleep(time.Minute)
		s.exit(1)
		if !strings.Contains(s.errs.String(), reasonIdleTimeout.advice()) {
			t.Errorf("no advice: %q", s.errs.String())
		}
		restored(t, s.out.String())
		_ = c.Close()
	})
}

func tripSessionTimeout(t *testing.T) {
	bubble(t, reasonSessionTimeout, func(f *fixture) {
		c, s := f.dashboard()
		for range 8 * 6 {
			time.Sleep(10 * time.Minute)
			s.send("j")
		}
		s.exit(1)
		restored(t, s.out.String())
		_ = c.Close()
	})
}

// tripWriteStall has a client that takes everything from the network, but
// whose user reads nothing, so that the channel's window closes.
func tripWriteStall(t *testing.T) {
	bubble(t, reasonWriteStall, func(f *fixture) {
		c := f.dial()
		s, err := c.trySession()
		if err != nil {
			t.Fatal(err)
		}
		s.pty("xterm-256color", 200, 50).shell()
		for range 3000 {
			s.send("\x0c")
			time.Sleep(200 * time.Millisecond)
			if f.trips(reasonWriteStall) > 0 {
				break
			}
		}
		_ = c.Close()
	})
}

// TestWriteStallTCP trips the same limit below SSH: the client stops reading
// from the network.
func TestWriteStallTCP(t *testing.T) {
	dataset()
	synctest.Test(t, func(t *testing.T) {
		bubble(t, reasonWriteStall, func(f *fixture) {
			c, conn := f.dialStalling()
			s := c.session().pty("xterm-256color", 200, 50).shell()
			s.wait("Overview")
			conn.stall.Store(true)
			go func() {
				for i := range uint32(100) {
					s.send("\x0c")
					s.resize(200+i%2, 50)
					time.Sleep(200 * time.Millisecond)
				}
			}()
			f.tripped(reasonWriteStall)
			_ = c.Close()
			time.Sleep(time.Minute) // the clock stops with this goroutine
		})
	})
}

func tripKeepalive(t *testing.T) {
	bubble(t, reasonKeepalive, func(f *fixture) {
		start := time.Now()
		conn, _, reqs, err := ssh.NewClientConn(f.raw(), "", &ssh.ClientConfig{
			HostKeyCallback: ssh.InsecureIgnoreHostKey(),
		})
		if err != nil {
			t.Fatal(err)
		}
		// Questions are read and not answered.
		go func() {
			for range reqs { //nolint:revive // nothing to do
			}
		}()
		ch, chReqs, err := conn.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go ssh.DiscardRequests(chReqs)
		_, _ = ch.SendRequest("pty-req", true, ssh.Marshal(ptyMsg{Term: "xterm", Cols: 80, Rows: 24}))
		_, _ = ch.SendRequest("shell", true, nil)
		_ = conn.Wait()
		if d := time.Since(start); d < 59*time.Second || d > 61*time.Second {
			t.Errorf("held for %v", d)
		}
	})
}

func tripTCPTimeout(t *testing.T) {
	bubble(t, reasonTCPTimeout, func(f *fixture) {
		conn, _ := f.raw().(*memConn)
		c, err := f.tryDial(conn)
		if err != nil {
			t.Fatal(err)
		}
		c.session().pty("xterm", 80, 24).shell().wait("Overview")
		conn.out.fail(syscall.ETIMEDOUT) // what a kernel says of a network that is gone
		_ = c.Wait()
	})
}

// restored checks that every mode that was set was reset, in the end.
func restored(t *testing.T, out string) {
	t.Helper()
	for _, mode := range []string{"1049", "1002", "1006", "2004", "1003", "1000", "1004", "2026", "2027"} {
		set, reset := strings.LastIndex(out, "\x1b[?"+mode+"h"), strings.LastIndex(out, "\x1b[?"+mode+"l")
		if set > reset {
			t.Errorf("mode %s is still set", mode)
		}
	}
	if hidden, shown := strings.LastIndex(out, "\x1b[?25l"), strings.LastIndex(out, "\x1b[?25h"); hidden > shown {
		t.Error("the cursor is still hidden")
	}
	if wrap := strings.LastIndex(out, "\x1b[?7l"); wrap > strings.LastIndex(out, "\x1b[?7h") {
		t.Error("lines are not wrapped any more")
	}
	if n, m := strings.Count(out, "\x1b[22;2t"), strings.Count(out, "\x1b[23;2t"); n != m {
		t.Errorf("titles: %d saved, %d given back", n, m)
	}
}

// TestLimitsCheck names the flag that is wrong, and the first of several.
func TestLimitsCheck(t *testing.T) {
	if err := DefaultLimits().check(); err != nil {
		t.Error(err)
	}
	for want, change := range map[string]func(*Limits){
		"--handshake-timeout must be more than 0": func(l *Limits) { l.HandshakeTimeout, l.ShellTimeout, l.PerSource = 0, 0, -1 },
		"--write-stall must be more than 0":       func(l *Limits) { l.WriteStall = -1 },
		"--max-sessions must be more than 0":      func(l *Limits) { l.MaxSessions = 0 },
		"--per-source must not be negative":       func(l *Limits) { l.PerSource, l.WireRate = -1, -1 },
		"--idle-timeout must not be negative":     func(l *Limits) { l.IdleTimeout = -1 },
		"--input-burst 0 would":                   func(l *Limits) { l.InputBurst = 0 },
		"--output-burst 0 would":                  func(l *Limits) { l.OutputBurst, l.WireBurst = 0, 0 },
		"--per-source-work-burst 0 would":         func(l *Limits) { l.PerSourceWorkBurst = 0 },
		"--per-source-wire-burst 0 would":         func(l *Limits) { l.PerSourceWireBurst = 0 },
		"--wire-burst 0 would":                    func(l *Limits) { l.WireBurst = 0 },
	} {
		l := DefaultLimits()
		change(&l)
		if err := l.check(); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	off := DefaultLimits()
	off.InputRate, off.InputBurst, off.OutputRate, off.OutputBurst, off.WireRate, off.WireBurst = 0, 0, 0, 0, 0, 0
	off.PerSourceWireRate, off.PerSourceWireBurst, off.PerSourceHandshakes = 0, 0, 0
	off.PerSourceWorkRate, off.PerSourceWorkBurst = 0, 0
	if err := off.check(); err != nil {
		t.Error(err)
	}
	if fields := reflect.TypeFor[Limits]().NumField() - 1; len(off.needed())+len(off.optional()) != fields { // SourceAllow cannot be wrong
		t.Errorf("%d limits are looked at, there are %d", len(off.needed())+len(off.optional()), fields)
	}
}

// TestWords pins that whoever is refused or ended reads in one plain line what
// to do, and that notices fit over a line of the usual width.
func TestWords(t *testing.T) {
	silent := []reason{ // who is ended for these is gone, has closed the ears, or goes on
		reasonHandshakeTimeout, reasonPromptTimeout, reasonMaxPreAuth, reasonChannelTimeout, reasonWriteStall, reasonKeepalive, reasonTCPTimeout, reasonResizeRate, reasonInputRate,
		reasonOutputRate, reasonWireRate, reasonSourceWire, reasonSourceWork, reasonEnv, reasonEscape, reasonUser, reasonClient, reasonProtocol, reasonProxy, reasonGuesses, reasonRoom,
	}
	for _, r := range append(limitReasons(), otherReasons()...) {
		advice := r.advice()
		if (advice == "") != slices.Contains(silent, r) || strings.ContainsFunc(advice, unicode.IsControl) || len(advice) > 100 {
			t.Errorf("%s: %q", r, advice)
		}
	}
	for _, lang := range []model.Lang{model.EN, model.ZH} {
		for _, notice := range []string{text.For(lang).Restarting(), text.For(lang).Idle(119 * time.Second)} {
			if w := ansi.StringWidth(" " + notice); w > 80 {
				t.Errorf("%d columns: %s", w, notice)
			}
		}
	}
	for left, want := range map[time.Duration][2]string{
		59*time.Second + 900*time.Millisecond: {"1 minute.", "1\u5206\u949f\u540e"},
		time.Second:                           {"1 second.", "1\u79d2\u540e"},
		30 * time.Second:                      {"30 seconds.", "30\u79d2\u540e"},
		90 * time.Second:                      {"90 seconds.", "90\u79d2\u540e"},
		10*time.Minute + 10*time.Second:       {"10 minutes.", "10\u5206\u949f\u540e"},
	} {
		en, zh := text.For(model.EN).Idle(left), text.For(model.ZH).Idle(left)
		if !strings.Contains(en, " in "+want[0]) || !strings.Contains(zh, "\uff0c"+want[1]) {
			t.Errorf("%v: %s %s", left, en, zh)
		}
	}
}
