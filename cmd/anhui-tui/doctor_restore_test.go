//go:build unix

package main

import (
	"io"
	"os"
	"os/exec"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/term"
)

// However doctor ends, the terminal is as it was: the driver's modes, which
// stty shows, and its own, which escape sequences set.
func TestDoctorRestores(t *testing.T) {
	t.Parallel()
	program := build(t, ".")
	for name, c := range bySignal(map[string]ending{
		"answered":             {sent: "\x1b[?62;52c"},
		"never answered":       {},
		"answered to the half": {sent: "\x1b[1;3R\x1b]11;rgb:ff"},
		"Ctrl-C":               {sent: "\x03", code: 130},
		"Ctrl-C among answers": {sent: "\x1b[1;2R\x03\x1b[?62;52c", code: 130},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			terminal, tty := openPty(t, 80, 24)
			unchanged := keepingModes(t, tty)
			cmd := exec.Command(program, "doctor")
			cmd.Env = []string{"TERM=xterm-256color", "LANG=en_US.UTF-8"}
			startOn(t, tty, cmd)
			var out logBuffer
			go io.Copy(&out, terminal) //nolint:errcheck // until the terminal is closed
			eventually(t, "last question", func() bool { return strings.Contains(out.String(), "\x1b[c") })
			if c.signal != 0 {
				_ = cmd.Process.Signal(c.signal) // it may have ended
			}
			if _, err := io.WriteString(terminal, c.sent); err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait() // the exit code says it
			// On a slow machine it may have been done before it was interrupted.
			if code := cmd.ProcessState.ExitCode(); code != c.code && code != exitOK {
				t.Errorf("exit code %d, want %d", code, c.code)
			}
			unchanged()
			readToTheEnd(t, tty, out.String)
			nothingSet(t, out.String())
		})
	}
}

// keepingModes returns what holds a terminal to the modes that it has now.
func keepingModes(t *testing.T, tty *os.File) (unchanged func()) {
	t.Helper()
	before, err := term.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		t.Helper()
		after, err := term.GetState(tty.Fd())
		if err != nil || !reflect.DeepEqual(before, after) {
			t.Errorf("the modes were %+v and are %+v, %v", before, after, err)
		}
	}
}

// readToTheEnd waits until all that was written to a terminal is in an output.
func readToTheEnd(t *testing.T, tty *os.File, output func() string) {
	t.Helper()
	const last = "all has been read"
	if _, err := io.WriteString(tty, last); err != nil {
		t.Fatal(err)
	}
	eventually(t, "end of the output", func() bool { return strings.HasSuffix(output(), last) })
}

// nothingSet holds an output to have reset what modes it has set, and to have
// shown the cursor and ended the styles.
func nothingSet(t *testing.T, out string) {
	t.Helper()
	set := map[string]bool{}
	for _, m := range regexp.MustCompile(`\x1b\[(\??[\d;]*)([hl])`).FindAllStringSubmatch(out, -1) {
		set[m[1]] = m[2] == "h"
	}
	delete(set, "?25") // the cursor, which is there to begin with
	for mode, on := range set {
		if on {
			t.Errorf("mode %s is still set", mode)
		}
	}
	if strings.LastIndex(out, "\x1b[?25l") > strings.LastIndex(out, "\x1b[?25h") {
		t.Error("the cursor is still hidden")
	}
	// Modes of the keyboard, a character set, margins, the style.
	if left := regexp.MustCompile(`\x1b\[[>=]\d*[um]|\x1b[()][^B]|\x1b[=>]|\x1b\[\d*;\d*r|\x1b\[[\d;]*m`).FindString(out); left != "" {
		t.Errorf("there is a %q", left)
	}
}
