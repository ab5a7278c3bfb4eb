//go:build unix && clients

package main

import (
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// kinds are environments of other terminals, and such that mislead, and what
// is to be made of them. The emulators know more than a vt100 does: what is
// held here is that the frame is meant for one, and comes through.
func kinds() []kind {
	return []kind{
		{"TERM=xterm-256color LANG=C.UTF-8 RUNEWIDTH_EASTASIAN=1", place.Colors256, false, true},
		{"TERM=xterm-256color LANG=C.UTF-8 NO_COLOR=yes", place.NoColors, false, true},
		{"TERM=xterm-256color LANG=C", place.Colors256, true, true},
		{"TERM=linux LANG=C.UTF-8", place.Colors16, true, false},
		{"TERM=vt100 LANG=C.UTF-8", place.NoColors, false, false},
	}
}

type kind struct {
	environ      string
	colors       place.Colors
	ascii, links bool
}

func TestTerminalKinds(t *testing.T) {
	program := build(t, ".")
	walkKinds(t, program)
	t.Run("TERM=dumb", func(t *testing.T) {
		dumbOutput(t, []string{"TERM=dumb", "LANG=C.UTF-8"}, program, "shares")
	})
}

// Over SSH it is the viewer's environment that counts. The server's, in which
// everything is wrong, does not.
func TestTerminalKindsOverSSH(t *testing.T) {
	ssh := need(t, "ssh")
	for _, wrong := range []string{"RUNEWIDTH_EASTASIAN=1", "NO_COLOR=yes", "LANG=C", "LC_ALL=C", "TERM=dumb", "ACCESSIBLE=1"} {
		name, value, _ := strings.Cut(wrong, "=")
		t.Setenv(name, value)
	}
	s := startServer(t, build(t, "."), filepath.Join(t.TempDir(), "host_key"), generous()...)
	command := append([]string{ssh}, sshOptions(s)...)
	command = append(command, "-o", "SendEnv=LANG NO_COLOR ANHUI_TUI_LANG RUNEWIDTH_EASTASIAN", "-tt", "127.0.0.1")
	walkKinds(t, command...)
	t.Run("TERM=dumb", func(t *testing.T) {
		dumbOutput(t, []string{"TERM=dumb", "LANG=C.UTF-8"}, append(command, "shares")...)
	})
}

// walkKinds walks through what a command shows, in every kind of terminal and
// every emulator.
func walkKinds(t *testing.T, command ...string) {
	t.Helper()
	for name, open := range emulators() {
		for _, k := range kinds() {
			for _, lang := range []model.Lang{model.EN, model.ZH} {
				t.Run(fmt.Sprintf("%s/%s/%v", name, k.environ, lang), func(t *testing.T) {
					t.Parallel()
					if name == "go" && strings.Contains(k.environ, "vt100") {
						t.Skip("the Go emulator has no insert mode, which Bubble Tea uses in a vt100")
					}
					in := place.Viewport{Width: 80, Height: 24, Colors: k.colors, ASCII: k.ascii, Lang: lang, Links: k.links}
					walk(t, open(t, in, append(strings.Fields(k.environ), "ANHUI_TUI_LANG="+lang.String()), command...), in)
				})
			}
		}
	}
}

// dumbOutput holds a command to print the text of the Shares on a terminal
// that can do no more, and no escape sequence.
func dumbOutput(t *testing.T, environ []string, command ...string) {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = environ
	terminal := startInPty(t, cmd, 80, 24)
	out, _ := io.ReadAll(terminal) // ends with an error when the program has closed its end
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	_, want, _ := runWith("", []string{"LANG=C.UTF-8"}, "show", "shares")
	if got := strings.ReplaceAll(string(out), "\r\n", "\n"); got != want {
		t.Errorf("printed %.300q", got)
	}
}
