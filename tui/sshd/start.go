package sshd

import (
	"context"
	"fmt"
	"io"

	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// Opening is what a dashboard starts with.
type Opening struct {
	At      place.Place
	View    place.Viewport
	Options tui.Options
}

// Handler is what the command line does for sessions, so that it does the same
// over SSH as it does at home. Both get the words a client asked for and what
// the client says about its terminal, as environment variables; neither
// touches a file, a program or anything else of the server.
type Handler interface {
	// Open returns the dashboard a client with a terminal asked for, or an
	// error if what it asked for is none.
	Open(args, env []string) (Opening, error)
	// Exec runs anything else, and returns its exit code. It stops when the
	// context ends, or when writing fails.
	Exec(ctx context.Context, args, env []string, stdin io.Reader, stdout, stderr io.Writer) int
}

// Talker is a Handler some of whose commands talk with the client: they wait
// for lines, as long as a dashboard waits for keys.
type Talker interface {
	// Talks reports whether Exec would.
	Talks(args, env []string) bool
}

// start runs what a client asked for.
func (s *session) start(line string) bool {
	words, err := splitWords(line)
	if err != nil {
		return s.run("command", failing(2, err.Error()))
	}
	if s.pty != nil {
		if o, err := s.server.config.Handler.Open(words, s.environment()); err == nil {
			return s.open(o)
		}
	}
	if t, ok := s.server.config.Handler.(Talker); ok && t.Talks(words, s.environment()) {
		return s.talk(s.executing(words))
	}
	if len(words) == 0 {
		return s.run("plain", s.overview())
	}
	return s.run("command", s.executing(words))
}

// open starts a dashboard.
func (s *session) open(o Opening) bool {
	size := s.pty.size
	if !s.server.gate.resize(0, size.cells()) {
		s.refuse(byMaxCells)
		return true
	}
	d := newDashboard(s, tui.New(s.server.config.Data, o.At, o.View.Size(size.w, size.h), o.Options), s.pty)
	if !s.begin(running, d, nil) {
		s.server.gate.resize(size.cells(), 0)
		return false
	}
	s.server.metrics.started.WithLabelValues("dashboard").Inc()
	d.start()
	return true
}

// environment is what the client said about itself.
func (s *session) environment() []string {
	if s.pty == nil {
		return s.env
	}
	return s.env.with("TERM", s.pty.term).with("COLUMNS", fmt.Sprint(s.pty.size.w))
}

// job is what a command session runs.
type job func(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) int

// failing prints a message and fails.
func failing(code int, message string) job {
	return func(_ context.Context, _ io.Reader, _, stderr io.Writer) int {
		fmt.Fprintln(stderr, "anhui-tui: "+message) //nolint:errcheck // the client may be gone
		return code
	}
}

// executing runs a command.
func (s *session) executing(words []string) job {
	return func(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) int {
		return s.server.config.Handler.Exec(ctx, words, s.environment(), stdin, stdout, stderr)
	}
}

// overview prints the overview as text, for a client without a terminal.
func (s *session) overview() job {
	return func(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) int {
		code := s.executing(nil)(ctx, stdin, stdout, stderr)
		fmt.Fprintln(stderr, plainHint) //nolint:errcheck // the client may be gone
		return code
	}
}
