//go:build unix && clients

package main

import (
	"cmp"
	"io"
	"os"
	"os/exec"
	"sync"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"

	"anhui-tui/tui/place"
)

// goScreen is the Go emulator between a pseudo-terminal and us.
type goScreen struct {
	t        *testing.T
	terminal *os.File
	raw      logBuffer // all the program wrote
	w, h     int

	mu sync.Mutex // guards the screen
	vt *vt.Emulator
}

func openGo(t *testing.T, in place.Viewport, environ []string, command ...string) emulator {
	t.Helper()
	e := &goScreen{t: t, w: in.Width, h: in.Height, vt: vt.NewEmulator(in.Width, in.Height)}
	e.terminal = inTerminal(t, in, environ, command)
	go io.Copy(e, e.terminal)    //nolint:errcheck // ends with the program
	go io.Copy(e.terminal, e.vt) //nolint:errcheck // the emulator's answers, as long
	return e
}

// inTerminal starts a command in a pseudo-terminal until the test ends.
func inTerminal(t *testing.T, in place.Viewport, environ, command []string) *os.File {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = environ
	terminal := startInPty(t, cmd, in.Width, in.Height)
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	return terminal
}

// Write implements [io.Writer].
func (e *goScreen) Write(b []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	_, _ = e.raw.Write(b)
	return e.vt.Write(b)
}

func (e *goScreen) press(key string) {
	if _, err := io.WriteString(e.terminal, sequence(key)); err != nil {
		e.t.Fatal(err)
	}
}

func (e *goScreen) rows() [][]shown {
	e.mu.Lock()
	defer e.mu.Unlock()
	rows := make([][]shown, e.h)
	for y := range rows {
		for x := range e.w {
			cell := *cmp.Or(e.vt.CellAt(x, y), &uv.Cell{Width: 1})
			cell.Link.URL = cell.Link.Params // the emulator has the two the wrong way round
			rows[y] = append(rows[y], ofCell(&cell))
		}
	}
	return rows
}
