package sshd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// job is what a command session runs. It returns the exit code.
type job func(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) int

// command runs a [job] in place of a dashboard. It implements [activity]. It limits
// the job's time, and the amount and the rate of what it prints on both outputs
// together. If the job is ended early, the cause of its context is a [reason].
type command struct {
	session *session
	ctx     context.Context
	stop    context.CancelCauseFunc
	in      *io.PipeReader // what the client sends; reading fails when the command ends. Nil in a dialogue
	feed    *io.PipeWriter
	time    *time.Timer // nil if the time is not limited
	idle    *time.Timer // reset by input; nil if silence is not limited

	mu   sync.Mutex // for writes: the job may print from several goroutines
	left int        // bytes that may still be printed
	pace bucket
}

// runCommand starts a job of so many units of work as a command, or refuses it. Kind
// is its label in the metrics. It returns the reply to the request.
func (s *session) runCommand(kind string, units int, do job) bool {
	leave, why := s.server.clients.command(s.conn.addr)
	if why == "" && !s.server.capacity.enterCommand() {
		leave()
		why = reasonMaxCommands
	}
	if why != "" {
		return s.refuseRequest(why)
	}
	c := s.newCommand()
	c.in, c.feed = io.Pipe()
	context.AfterFunc(c.ctx, func() { _ = c.in.CloseWithError(context.Cause(c.ctx)) })
	if !s.begin(running, c) {
		s.server.capacity.leaveCommand()
		leave()
		return false
	}
	s.server.metrics.started.With(kind).Inc()
	c.time = c.after(s.server.limits.CommandTimeout, reasonCommandTimeout)
	s.next = func() {
		defer leave()
		defer s.server.capacity.leaveCommand()
		context.AfterFunc(c.ctx, c.abort)
		c.perform(c.affording(units, do), &commandInput{command: c, early: s.early})
	}
	return true
}

// newCommand returns a command with its budgets, and without time limits.
func (s *session) newCommand() *command {
	l := &s.server.limits
	c := &command{session: s, left: l.CommandOutput, pace: newBucket(float64(l.OutputRate), float64(l.OutputBurst))}
	c.ctx, c.stop = context.WithCancelCause(context.Background())
	return c
}

// affording returns a job that waits until its client may have it done.
func (c *command) affording(units int, do job) job {
	return func(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) int {
		use := c.session.conn.use
		if units >= heavyCommand {
			leave, err := use.heavily(ctx)
			if err != nil {
				return 1
			}
			defer leave()
		}
		if c.charge(float64(units)) != nil {
			return 1
		}
		return do(ctx, stdin, stdout, stderr)
	}
}

// charge takes work from the budget of the client, and waits until there is any. It
// returns why the command was ended, or nil.
func (c *command) charge(units float64) error {
	return c.session.conn.use.charge(c.ctx, units, func() { c.session.server.metrics.exceeded(reasonSourceWork) })
}

// abort ends the session if the job was ended by a limit, by a drain or by its
// client, whatever the job does meanwhile. Until it returns it is counted as running.
func (c *command) abort() {
	var why reason
	if errors.As(context.Cause(c.ctx), &why) {
		c.release()
		c.session.finish(why.ending())
	}
}

// after ends the command for a limit after d. It returns nil if d is 0, for no
// limit.
func (c *command) after(d time.Duration, why reason) *time.Timer {
	if d <= 0 {
		return nil
	}
	return time.AfterFunc(d, func() { c.cut(why) })
}

// cut ends the command because it exceeded a limit, unless it has ended already.
func (c *command) cut(why reason) {
	if c.ctx.Err() == nil {
		c.session.server.metrics.exceeded(why)
	}
	c.stop(why)
}

func (c *command) end(e ending) { c.stop(e.why) }
func (c *command) resize(size)  {}
func (c *command) announce()    {} // it is over soon

// perform runs a job and ends the session with its exit code.
func (c *command) perform(do job, in *commandInput) {
	e := reasonPanic.ending()
	defer func() { c.session.finish(e) }()
	defer c.session.conn.recoverSession()
	defer c.release()
	ch := c.session.ch
	in.left = c.session.server.limits.CommandInput
	code := do(c.ctx, in, c.output(ch.Write), c.output(ch.Stderr().Write))
	e = c.endingOr(ending{why: reasonUser, status: uint32(code) & 0xff}) //nolint:gosec // an exit code
}

// endingOr returns the ending for the reason that the command was ended for, or e.
func (c *command) endingOr(e ending) ending {
	var why reason
	if errors.As(context.Cause(c.ctx), &why) {
		return why.ending()
	}
	return e
}

// release cancels the context, stops the timers and waits for a write in progress.
// Nothing is printed after it.
func (c *command) release() {
	c.stop(nil)
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, timer := range []*time.Timer{c.time, c.idle} {
		if timer != nil {
			timer.Stop()
		}
	}
}

// print takes n bytes from the budget of output, and waits while OutputRate is
// exceeded. It returns why the command was ended, or nil. c.mu is held.
func (c *command) print(n int) error {
	if c.left -= n; c.left < 0 {
		c.cut(reasonCommandOutput)
	}
	timer := time.NewTimer(c.pace.delay(time.Now(), 1))
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-c.ctx.Done():
	}
	c.pace.charge(time.Now(), float64(n))
	return context.Cause(c.ctx)
}

// commandInput is the stdin of a job. It has at most CommandInput bytes.
type commandInput struct {
	command *command
	early   []byte // what came before the rest
	left    int    // negative if too much has come
}

// read implements [activity]. It passes what the client sends to the job, if it reads
// that, until the command is over.
func (c *command) read(p []byte, err error) {
	buf := make([]byte, 512)
	n := copy(buf, p)
	for {
		if _, over := c.feed.Write(buf[:n]); over != nil {
			c.session.drain()
			return
		}
		if err != nil {
			_ = c.feed.CloseWithError(err) // EOF is the end
			return
		}
		n, err = c.session.ch.Read(buf)
	}
}

// Read implements [io.Reader]. It asks for one byte more than is allowed, which is
// not returned, to tell too much from just enough.
func (r *commandInput) Read(p []byte) (int, error) {
	tooMuch := errors.New(reasonCommandInput.advice())
	if r.left < 0 {
		return 0, tooMuch
	}
	r.command.session.conn.raw.allowUpload()
	n, err := r.next(p[:min(len(p), r.left+1)])
	if r.left -= n; r.left < 0 {
		r.command.session.server.metrics.exceeded(reasonCommandInput)
		return n - 1, tooMuch
	}
	if ended := r.command.charge(workOfInputByte * float64(n)); ended != nil {
		return 0, ended
	}
	return n, err
}

// next reads what came before the command, and then what comes.
func (r *commandInput) next(p []byte) (int, error) {
	if len(r.early) > 0 {
		n := copy(p, r.early)
		r.early = r.early[n:]
		return n, nil
	}
	return r.command.in.Read(p)
}

// commandOutput is stdout or stderr of a job.
type commandOutput struct {
	command *command
	to      func([]byte) (int, error)
}

// output returns an output of the job that writes with to.
func (c *command) output(to func([]byte) (int, error)) *commandOutput { return &commandOutput{c, to} }

// Write implements [io.Writer].
func (w *commandOutput) Write(p []byte) (int, error) {
	w.command.mu.Lock()
	defer w.command.mu.Unlock()
	rest := p
	if w.command.session.pty != nil { // a raw terminal needs CR LF
		out := buffer()
		defer release(out)
		for line := range bytes.Lines(p) {
			if text, whole := bytes.CutSuffix(line, []byte("\n")); whole {
				out.Write(text)
				line = []byte("\r\n")
			}
			out.Write(line)
		}
		rest = out.Bytes()
	}
	for len(rest) > 0 {
		part := rest[:min(len(rest), chunk)]
		if err := w.command.print(len(part)); err != nil {
			return 0, err
		}
		if err := w.command.session.write(w.to, part); err != nil {
			return 0, err
		}
		rest = rest[len(part):]
	}
	return len(p), nil
}

// WriteString implements [io.StringWriter].
func (w *commandOutput) WriteString(s string) (int, error) {
	p := buffer()
	defer release(p)
	p.WriteString(s)
	return w.Write(p.Bytes())
}

// plainHint is printed to clients without a terminal.
const plainHint = "anhui-tui: for the dashboard, connect with a terminal: the same ssh command with -t"

// failing returns a job that prints an error and returns code.
func failing(code int, message string) job {
	return func(_ context.Context, _ io.Reader, _, stderr io.Writer) int {
		fmt.Fprintln(stderr, "anhui-tui: "+message) //nolint:errcheck // the client may be gone
		return code
	}
}

// executing returns the job of a command line.
func (s *session) executing(words []string) job {
	return func(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) int {
		return s.server.config.Handler.Exec(ctx, words, s.environment(), stdin, stdout, stderr)
	}
}

// overview returns the job of a client without a terminal and a command: the
// overview as text.
func (s *session) overview() job {
	return func(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) int {
		code := s.executing(nil)(ctx, stdin, stdout, stderr)
		fmt.Fprintln(stderr, plainHint) //nolint:errcheck // the client may be gone
		return code
	}
}

// errCommandLine is why a command line cannot be split.
var errCommandLine = errors.New("cannot read the command")

// splitter splits a command line into words.
type splitter struct {
	words   []string
	word    strings.Builder
	open    bool // a word has begun, which may be empty
	quote   rune
	escaped bool
}

// splitWords splits a command line into words as a shell does, with its quotes.
// Nothing is expanded. Outside quotes | < > ; ` $ ( ) are errors, because they ask
// for another command or a file. Other special characters, & * ? ~ ! [ {, are
// literal, because links have ? and & in them.
func splitWords(line string) ([]string, error) {
	if len(line) > maxCommandLine {
		return nil, fmt.Errorf("%w: longer than %d bytes", errCommandLine, maxCommandLine)
	}
	var s splitter
	for _, r := range line {
		if r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\uFFFD' {
			return nil, fmt.Errorf("%w: it has a control character", errCommandLine)
		}
		if err := s.add(r); err != nil {
			return nil, err
		}
	}
	if s.quote != 0 || s.escaped {
		return nil, fmt.Errorf("%w: a quote is not closed", errCommandLine)
	}
	s.end()
	return s.words, nil
}

// add adds the next rune of the line.
func (s *splitter) add(r rune) error {
	switch {
	case s.escaped:
		s.escaped = false
		s.word.WriteRune(r)
	case r == '\\' && s.quote != '\'':
		s.open, s.escaped = true, true
	case r == s.quote:
		s.quote = 0
	case s.quote != 0:
		s.word.WriteRune(r)
	case r == '\'' || r == '"':
		s.open, s.quote = true, r
	case r == ' ' || r == '\t':
		s.end()
	case strings.ContainsRune("|<>;`$()", r):
		return fmt.Errorf("%w: there is no shell here for %q; use it on your side", errCommandLine, r)
	default:
		s.open = true
		s.word.WriteRune(r)
	}
	return nil
}

// end ends a word, if one has begun.
func (s *splitter) end() {
	if s.open {
		s.words = append(s.words, s.word.String())
		s.word.Reset()
	}
	s.open = false
}
