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

// command runs a [job] in place of a dashboard. It limits its time, and the amount
// and the rate of what it prints on both outputs together. If it is ended early,
// the cause of its context is a [reason].
type command struct {
	session *session
	ctx     context.Context
	stop    context.CancelCauseFunc
	time    *time.Timer // nil if it may take as long as it likes
	idle    *time.Timer // of a dialogue, nil if it may be silent

	mu   sync.Mutex // it may print from several goroutines, the channel not
	left int
	pace bucket
}

// dialogue is the kind of a command that waits for lines.
const dialogue = "dialogue"

// run runs a command.
func (s *session) run(kind string, do job) bool {
	leave, why := s.server.clients.command(s.conn.addr)
	if why == "" && !s.server.capacity.enterCommand() {
		leave()
		why = reasonMaxCommands
	}
	if why != "" {
		s.refuse(why)
		return true
	}
	c := s.newCommand()
	if !s.begin(running, c) {
		s.server.capacity.leaveCommand()
		leave()
		return false
	}
	s.server.metrics.started.WithLabelValues(kind).Inc()
	c.time = c.after(s.server.limits.CommandTimeout, reasonCommandTimeout)
	s.next = func() {
		defer leave()
		defer s.server.capacity.leaveCommand()
		c.perform(do)
	}
	return true
}

// talk runs a command that talks with its client. It has the time of a
// dashboard in place of a command's, and none of the few places of commands:
// while it waits it costs less than a dashboard.
func (s *session) talk(do job) bool {
	c := s.newCommand()
	if !s.begin(running, talking{c}) {
		return false
	}
	s.server.metrics.started.WithLabelValues(dialogue).Inc()
	c.time = c.after(s.server.limits.SessionTimeout, reasonSessionTimeout)
	c.idle = c.after(s.server.limits.IdleTimeout, reasonIdleTimeout)
	s.next = func() { c.perform(do) }
	return true
}

func (s *session) newCommand() *command {
	l := &s.server.limits
	c := &command{session: s, left: l.CommandOutput, pace: newBucket(float64(l.OutputRate), float64(l.OutputBurst))}
	c.ctx, c.stop = context.WithCancelCause(context.Background())
	return c
}

// after ends the command for a limit after a while, if there is such a limit.
func (c *command) after(d time.Duration, why reason) *time.Timer {
	if d <= 0 {
		return nil
	}
	return time.AfterFunc(d, func() { c.cut(why) })
}

// cut ends the command for a limit, unless something else has.
func (c *command) cut(why reason) {
	if c.ctx.Err() == nil {
		c.session.server.metrics.exceeded(why)
	}
	c.stop(why)
}

func (c *command) end(e ending) { c.stop(e.why) }
func (c *command) resize(size)  {}
func (c *command) announce()    {} // it is over soon

// talking is a command that talks with its client.
type talking struct{ *command }

// drainHint is for those in a dialogue.
const drainHint = "anhui-tui: the server restarts soon; leave with q, then connect again"

// announce does not wait for the client to read it.
func (t talking) announce() {
	go func() {
		defer t.session.conn.recoverConn()
		_, _ = io.WriteString(t.output(t.session.ch.Stderr().Write), "\n"+drainHint+"\n") // the client may be gone
	}()
}

// perform runs a job and ends the session with its exit code.
func (c *command) perform(do job) {
	e := reasonPanic.ending()
	defer func() { c.session.finish(e) }()
	defer c.session.conn.recoverSession()
	defer c.release()
	ch := c.session.ch
	code := do(c.ctx, &commandInput{command: c, left: c.session.server.limits.CommandInput},
		c.output(ch.Write), c.output(ch.Stderr().Write))
	e = ending{why: reasonUser, status: uint32(code) & 0xff} //nolint:gosec // an exit code
	var why reason
	if errors.As(context.Cause(c.ctx), &why) {
		e = why.ending()
	}
}

// release gives back what waits for the command's end. From then on nobody
// prints.
func (c *command) release() {
	c.stop(nil)
	c.mu.Lock() // whoever still prints
	defer c.mu.Unlock()
	for _, timer := range []*time.Timer{c.time, c.idle} {
		if timer != nil {
			timer.Stop()
		}
	}
}

// take waits until n bytes may be printed.
func (c *command) take(n int) error {
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

// commandInput is what a client sends to a command, up to a limit and only as
// long as the command has time: reading from a channel itself cannot be ended.
type commandInput struct {
	command *command
	left    int            // less than nothing: too much has come
	pipe    *io.PipeReader // from the first read on
}

// open begins to take input from the channel, until that is closed.
func (r *commandInput) open() {
	read, write := io.Pipe()
	r.pipe = read
	ctx, s := r.command.ctx, r.command.session
	context.AfterFunc(ctx, func() { _ = read.CloseWithError(context.Cause(ctx)) })
	go func() {
		defer s.conn.recoverConn()
		_, err := io.CopyBuffer(struct{ io.Writer }{write}, struct{ io.Reader }{s.ch}, make([]byte, 1<<10))
		_ = write.CloseWithError(err) // EOF, if it is nil
	}()
}

// Read asks for one byte more than there may be: only that tells too much from
// just enough. It is not given on.
func (r *commandInput) Read(p []byte) (int, error) {
	tooMuch := errors.New(reasonCommandInput.advice())
	if r.left < 0 {
		return 0, tooMuch
	}
	if r.pipe == nil {
		r.open()
	}
	n, err := r.pipe.Read(p[:min(len(p), r.left+1)])
	if r.left -= n; r.left < 0 {
		r.command.session.server.metrics.exceeded(reasonCommandInput)
		return n - 1, tooMuch
	}
	if n > 0 && r.command.idle != nil {
		r.command.idle.Reset(r.command.session.server.limits.IdleTimeout)
	}
	return n, err
}

// commandOutput is one of the two outputs of a command.
type commandOutput struct {
	command *command
	to      func([]byte) (int, error)
}

func (c *command) output(to func([]byte) (int, error)) *commandOutput { return &commandOutput{c, to} }

func (w *commandOutput) Write(p []byte) (int, error) {
	w.command.mu.Lock()
	defer w.command.mu.Unlock()
	rest := p
	if w.command.session.pty != nil { // lines end as on a raw terminal
		rest = bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))
	}
	for len(rest) > 0 {
		part := rest[:min(len(rest), chunk)]
		if err := w.command.take(len(part)); err != nil {
			return 0, err
		}
		if err := w.command.session.write(w.to, part); err != nil {
			return 0, err
		}
		rest = rest[len(part):]
	}
	return len(p), nil
}

var errCommandLine = errors.New("cannot read the command")

// splitter cuts a command line into words.
type splitter struct {
	words   []string
	word    strings.Builder
	open    bool // a word has begun, though it may be empty
	quote   rune
	escaped bool
}

// splitWords splits a command line as a shell does, as far as words and quotes
// go. There is no shell, and nothing is expanded: outside quotes | < > ; ` $ ( )
// are refused, because they ask for another command or a file. The rest
// of what means something to a shell, & * ? ~ ! [ {, is taken literally, because
// links have ? and & in them.
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
