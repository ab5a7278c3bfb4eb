package main

import (
	"bytes"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// tty is the terminal as Bubble Tea writes to it, with one thing more: the
// first frame can be shown at once. Bubble Tea then draws the same frame over
// it, which nobody sees; that it also switches to the alternate screen is left
// out, because some terminals would forget where the cursor was before.
type tty struct {
	file *os.File

	mu      sync.Mutex // Bubble Tea's clock writes from a goroutine of its own
	shown   bool       // the first frame was, so the alternate screen is on
	renewed bool       // Bubble Tea has drawn since, and will switch back
}

// size is the terminal's, 0 if it does not tell.
func (s *tty) size() (width, height int) {
	width, height, err := term.GetSize(s.file.Fd())
	if err != nil {
		return 0, 0
	}
	return width, height
}

// show shows the first frame.
func (s *tty) show(frame string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	lines := strings.ReplaceAll(frame, "\n", "\r\n") // the terminal is raw
	if _, err := io.WriteString(s.file, ansi.SetModeAltScreenSaveCursor+ansi.HideCursor+ansi.CursorHomePosition+lines); err == nil {
		s.shown = true
	}
}

// leave switches back to where the program was started, if Bubble Tea was
// ended before it could know that it has to.
func (s *tty) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shown && !s.renewed {
		_, _ = io.WriteString(s.file, ansi.ResetModeAltScreenSaveCursor+ansi.ShowCursor) //nolint:errcheck // it is over
	}
}

// Write implements [io.Writer].
func (s *tty) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.shown || s.renewed {
		return s.file.Write(b)
	}
	rest := bytes.Replace(b, []byte(ansi.SetModeAltScreenSaveCursor), nil, 1)
	s.renewed = len(rest) < len(b)
	if _, err := s.file.Write(rest); err != nil {
		return 0, err
	}
	return len(b), nil
}

// Read, Close and Fd make it a terminal to Bubble Tea.

// Read implements [io.Reader].
func (s *tty) Read(b []byte) (int, error) { return s.file.Read(b) }

// Close implements [io.Closer].
func (s *tty) Close() error { return s.file.Close() }

// Fd is the terminal's file descriptor.
func (s *tty) Fd() uintptr { return s.file.Fd() }
