//go:build unix

package main

import (
	"os"
	"os/exec"
	"syscall"
	"testing"

	"github.com/creack/pty"
)

// openPty returns the two ends of a pseudo-terminal of w×h cells, which are
// closed when the test ends. A test is left out where there is none to be had.
func openPty(t testing.TB, w, h int) (terminal, tty *os.File) {
	t.Helper()
	terminal, tty, err := pty.Open()
	if err != nil {
		missing(t, "no pseudo-terminal can be opened here ("+err.Error()+")")
	}
	t.Cleanup(func() {
		_ = terminal.Close()
		_ = tty.Close() // startInPty may have
	})
	if err := resizePty(terminal, w, h); err != nil {
		t.Fatal(err)
	}
	return terminal, tty
}

func resizePty(terminal *os.File, w, h int) error {
	return pty.Setsize(terminal, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
}

// startOn starts a program that has tty for its terminal and nothing else.
func startOn(t testing.TB, tty *os.File, cmd *exec.Cmd) {
	t.Helper()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = tty, tty, tty
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
}

// startInPty starts a program in a pseudo-terminal of w×h cells and returns the
// end that a terminal has. Reading it fails once the program has ended.
func startInPty(t testing.TB, cmd *exec.Cmd, w, h int) *os.File {
	t.Helper()
	terminal, tty := openPty(t, w, h)
	startOn(t, tty, cmd)
	_ = tty.Close() // the program has it
	return terminal
}

// ending is a way to end a program in a terminal, and its exit code then.
type ending struct {
	sent   string // by the terminal
	signal syscall.Signal
	code   int
}

// bySignal adds the signals that end every program.
func bySignal(all map[string]ending) map[string]ending {
	all["SIGINT"] = ending{signal: syscall.SIGINT, code: 130}
	all["SIGTERM"] = ending{signal: syscall.SIGTERM, code: 143}
	all["SIGHUP"] = ending{signal: syscall.SIGHUP, code: 129}
	return all
}
