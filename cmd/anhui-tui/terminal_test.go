//go:build unix

package main

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	"anhui-tui/model"
	"anhui-tui/tui/text"
)

// tmux is a terminal of 100×30 cells with a shell in it.
type tmux struct {
	t      *testing.T
	folder string // of the server's socket
}

func newTmux(t *testing.T) tmux {
	t.Helper()
	need(t, "tmux")
	openPty(t, 1, 1) // or tmux can open none either
	m := tmux{t, t.TempDir()}
	m.do("-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", "PS1='$ ' sh")
	t.Cleanup(func() { m.do("kill-server") })
	return m
}

func (m tmux) do(args ...string) string {
	m.t.Helper()
	cmd := exec.Command("tmux", append([]string{"-S", m.folder + "/tmux"}, args...)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		m.t.Fatalf("tmux %q: %v\n%s", args, err, out)
	}
	return string(out)
}

func (m tmux) keys(keys ...string) { m.do(append([]string{"send-keys"}, keys...)...) }

func (m tmux) screen() string { return m.do("capture-pane", "-p") }

// waitFor waits until the screen shows some words.
func (m tmux) waitFor(words string) {
	m.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if strings.Contains(m.screen(), words) {
			return
		}
	}
	m.t.Fatalf("no %q on the screen:\n%s", words, m.screen())
}

// restored holds the terminal to be as before: no alternate screen, no mouse,
// a cursor, and a shell that echoes.
func (m tmux) restored() {
	m.t.Helper()
	if got := m.do("display-message", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}"); got != "0 0 1\n" {
		m.t.Errorf("alternate screen, mouse, cursor: %s, want 0 0 1", got)
	}
	m.keys("clear", "Enter", "echo one two | tr a-z A-Z", "Enter")
	m.waitFor("ONE TWO")
}

func TestTerminal(t *testing.T) {
	t.Parallel()
	m := newTmux(t)
	program := build(t, ".")
	m.keys("export LANG=en_US.UTF-8 LC_ALL= RUNEWIDTH_EASTASIAN=1", "Enter")
	start := func() {
		m.keys("clear; "+program+"; echo code=$?", "Enter")
		m.waitFor("q quit")
	}

	start()
	m.waitFor("Overview")
	for _, l := range strings.Split(m.screen(), "\n") {
		// With RUNEWIDTH_EASTASIAN heeded, rules would be half as long.
		if rule := strings.Count(l, "─") + strings.Count(l, "━"); strings.HasPrefix(l, "──") && rule < 100 {
			t.Errorf("a rule of %d cells", rule)
		}
	}
	m.keys("Tab")
	m.waitFor("Enter open")
	m.keys("2")
	m.waitFor("Anhui's share of China")
	m.keys("L")
	m.waitFor(text.For(model.ZH).Views[2])
	m.keys("q")
	m.waitFor("code=0")
	m.restored()

	pgrep := need(t, "pgrep") // or signals are left out
	for _, signal := range []struct{ name, code string }{{"TERM", "143"}, {"HUP", "129"}, {"INT", "130"}} {
		start()
		pid := strings.TrimSpace(m.do("display-message", "-p", "#{pane_pid}"))
		out, err := exec.Command(pgrep, "-P", pid).Output()
		if err != nil {
			t.Fatal(err)
		}
		if err := exec.Command("kill", "-"+signal.name, strings.TrimSpace(string(out))).Run(); err != nil {
			t.Fatal(err)
		}
		m.waitFor("code=" + signal.code)
		m.restored()
	}
}
