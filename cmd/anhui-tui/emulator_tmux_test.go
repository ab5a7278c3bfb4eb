//go:build unix && clients

package main

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"testing"

	"anhui-tui/tui/place"
)

// tmuxScreen is tmux with the program in its only pane.
type tmuxScreen struct {
	t      *testing.T
	socket string
	width  int
}

func openTmux(t *testing.T, in place.Viewport, environ []string, command ...string) emulator {
	t.Helper()
	need(t, "tmux")
	m := tmuxScreen{t, t.TempDir() + "/tmux", in.Width}
	// -u, or it would take the screen for ASCII where the locale is that.
	m.do(slices.Concat([]string{
		"-f", "/dev/null", "start-server", ";", "set", "-g", "status", "off", ";", "set", "-g", "escape-time", "0", ";",
		"new-session", "-d", "-x", fmt.Sprint(in.Width), "-y", fmt.Sprint(in.Height), "env", "-i", "PATH=" + os.Getenv("PATH"),
	}, environ, command)...)
	t.Cleanup(func() { _ = exec.Command("tmux", "-S", m.socket, "kill-server").Run() })
	return m
}

func (m tmuxScreen) do(args ...string) string {
	m.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-u", "-S", m.socket}, args...)...).CombinedOutput()
	if err != nil {
		m.t.Fatalf("tmux %q: %v\n%s", args, err, out)
	}
	return string(out)
}

func (m tmuxScreen) press(key string) {
	if key == "Enter" || key == "Escape" {
		m.do("send-keys", key)
		return
	}
	m.do("send-keys", "-l", key)
}

// rows are of tmux's own copy of the screen: what it makes of colours that the
// terminal around it lacks comes later and has no part in this. Blanks at the
// end of a line that were erased and not written it leaves out, though they
// have a background; links it knows from 3.4 on.
func (m tmuxScreen) rows() [][]shown {
	rows := parsed(m.do("capture-pane", "-p", "-e", "-N"))
	for y := range rows {
		for len(rows[y]) < m.width {
			rows[y] = append(rows[y], shown{Text: " ", Bg: untold})
		}
		for x := range rows[y] {
			rows[y][x].Link = untold
		}
	}
	return rows
}
