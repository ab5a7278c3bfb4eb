//go:build unix

package main

import (
	"errors"
	"io"
	"os"
	"time"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// tty is a terminal: its modes, its size, and its bytes.
type tty struct {
	in, out *os.File
	before  *unix.Termios // its modes before they were changed
	raw     bool          // whether they are changed now
	pipe    [2]int        // a byte in it ends wait
}

// openTTY returns the terminal that in and out are. If in is none, keys are read
// from the terminal of the process.
func openTTY(in io.Reader, out *os.File) (*tty, error) {
	t := &tty{out: out}
	if f, ok := in.(*os.File); ok && isTerminal(f) {
		t.in = f
	} else {
		f, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
		if err != nil {
			return nil, err
		}
		t.in = f
	}
	if err := unix.Pipe(t.pipe[:]); err != nil {
		return nil, os.NewSyscallError("pipe", err)
	}
	for _, fd := range t.pipe {
		unix.CloseOnExec(fd)
		if err := unix.SetNonblock(fd, true); err != nil {
			return nil, os.NewSyscallError("pipe", err)
		}
	}
	return t, nil
}

func (t *tty) fd() int { return int(t.in.Fd()) } //nolint:gosec // a descriptor is small

// makeRaw makes keys arrive as they are pressed, and not be shown.
func (t *tty) makeRaw() error {
	if !t.raw {
		before, err := unix.IoctlGetTermios(t.fd(), getTermios)
		if err != nil {
			return os.NewSyscallError("the modes of the terminal", err)
		}
		t.before = before
	}
	_, err := term.MakeRaw(t.in.Fd())
	t.raw = err == nil
	return err
}

// restore restores the modes the terminal had, and drops what was not read.
func (t *tty) restore() {
	if t.raw {
		_ = unix.IoctlSetTermios(t.fd(), setTermiosAndFlush, t.before) // if it is gone, it has no modes
		t.raw = false
	}
}

// size returns the size of the terminal in cells, 0 and 0 if it is unknown.
func (t *tty) size() (width, height int) {
	width, height, err := term.GetSize(t.out.Fd())
	if err != nil {
		return 0, 0
	}
	return width, height
}

// foreground reports whether the terminal is the program's to use: no shell has
// put another job there. One that is not the process's own always is.
func (t *tty) foreground() bool {
	group, err := unix.IoctlGetInt(t.fd(), unix.TIOCGPGRP)
	return err != nil && !errors.Is(err, unix.EIO) || group == unix.Getpgrp()
}

// wake makes wait return.
func (t *tty) wake() { _, _ = unix.Write(t.pipe[1], []byte{0}) } // a full pipe wakes it as well

// wait waits for input, which it returns in buffer, or for wake. It returns
// [os.ErrDeadlineExceeded] if d has passed, unless that is 0, and [io.EOF] if the
// terminal is gone.
func (t *tty) wait(d time.Duration, buffer []byte) ([]byte, error) {
	timeout := -1
	if d > 0 {
		timeout = int((d + time.Millisecond - 1) / time.Millisecond)
	}
	ready := []unix.PollFd{{Fd: int32(t.fd()), Events: unix.POLLIN}, {Fd: int32(t.pipe[0]), Events: unix.POLLIN}} //nolint:gosec // descriptors are small
	switch n, err := unix.Poll(ready, timeout); {
	case errors.Is(err, unix.EINTR):
		return nil, nil
	case err != nil:
		return nil, os.NewSyscallError("poll", err)
	case n == 0:
		return nil, os.ErrDeadlineExceeded
	}
	if ready[1].Revents != 0 {
		var drained [64]byte
		_, _ = unix.Read(t.pipe[0], drained[:])
		return nil, nil // whoever woke it comes first
	}
	if ready[0].Revents == 0 {
		return nil, nil
	}
	n, err := unix.Read(t.fd(), buffer)
	switch {
	case errors.Is(err, unix.EINTR), errors.Is(err, unix.EAGAIN):
		return nil, nil
	case err != nil || n <= 0:
		return nil, io.EOF
	}
	return buffer[:n], nil
}
