package sshd

import (
	"context"
	"fmt"
	"io"
	"slices"

	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// Opening is what a dashboard starts with.
type Opening struct {
	At      place.Place
	View    place.Viewport
	Options tui.Options

	// Dialogue is in place of all this: Exec talks with the client, and waits
	// for its lines as long as a dashboard waits for keys.
	Dialogue bool
}

// Handler is what the command line does for sessions, so that it does the same
// over SSH as it does at home. Both get the words a client asked for and what
// the client says about its terminal, as environment variables; TERM is among
// them, if only empty, for a client with a terminal and for no other. Neither
// touches a file, a program or anything else of the server.
type Handler interface {
	// Open returns the dashboard or the dialogue a client asked for, or an
	// error if what it asked for is neither.
	Open(args, env []string) (Opening, error)
	// Exec runs anything but a dashboard, and returns its exit code. It stops
	// when the context ends, or when writing fails.
	Exec(ctx context.Context, args, env []string, stdin io.Reader, stdout, stderr io.Writer) int
}

// start runs what a client asked for.
func (s *session) start(line string) bool {
	words, err := splitWords(line)
	if err != nil {
		return s.run("command", failing(2, err.Error()))
	}
	o, err := s.server.config.Handler.Open(words, s.environment())
	switch {
	case err == nil && o.Dialogue:
		return s.talk(s.executing(words))
	case err == nil && s.pty != nil:
		return s.open(o)
	case len(words) == 0:
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
	o.View.Remote = true
	d := newDashboard(s, tui.New(s.server.config.Data, o.At, o.View.Size(size.w, size.h), o.Options), s.pty)
	if !s.begin(running, d) {
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
	return slices.Concat(s.env, environ{
		"TERM=" + s.pty.term, fmt.Sprint("COLUMNS=", s.pty.size.w), fmt.Sprint("LINES=", s.pty.size.h),
	})
}

// plainHint is for those who connect without a terminal.
const plainHint = "anhui-tui: for the dashboard, connect with a terminal: ssh -t host"

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
