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

// tty is the terminal that Bubble Tea writes to, on which the first frame can
// be shown before Bubble Tea draws. Bubble Tea then draws the same frame over
// it; its switch to the alternate screen is removed, because some terminals
// would forget the position of the cursor.
type tty struct {
	file *os.File

	mu      sync.Mutex // Bubble Tea's renderer writes from its own goroutine
	shown   bool       // the first frame was shown, so the alternate screen is on
	renewed bool       // Bubble Tea has drawn since, and will leave the alternate screen
}

// size returns the size of the terminal in cells, 0 and 0 if it is unknown.
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

// leave leaves the alternate screen if Bubble Tea ended before drawing, which
// would do so.
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

// Read, Close and Fd make tty a terminal to Bubble Tea.

// Read implements [io.Reader].
func (s *tty) Read(b []byte) (int, error) { return s.file.Read(b) }

// Close implements [io.Closer].
func (s *tty) Close() error { return s.file.Close() }

// Fd returns the file descriptor of the terminal.
func (s *tty) Fd() uintptr { return s.file.Fd() }
