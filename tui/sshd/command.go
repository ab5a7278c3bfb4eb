package sshd

import (
	"bytes"
	"context"
	"errors"
	"io"
	"sync"
	"time"
)

// command is a job that runs in place of a dashboard: its time, and what it
// may print on both of its outputs together, and how fast. What ends it before
// it is done is the cause of its context, a [reason].
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
	leave, no := s.server.sources.command(s.conn.source)
	if no == "" && !s.server.gate.enterCommand() {
		leave()
		no = byMaxCommands
	}
	if no != "" {
		s.refuse(no)
		return true
	}
	c := s.newCommand()
	if !s.begin(running, c) {
		s.server.gate.leaveCommand()
		leave()
		return false
	}
	s.server.metrics.started.WithLabelValues(kind).Inc()
	c.time = c.after(s.server.limits.CommandTimeout, byCommandTimeout)
	s.next = func() {
		defer leave()
		defer s.server.gate.leaveCommand()
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
	c.time = c.after(s.server.limits.SessionTimeout, bySessionTimeout)
	c.idle = c.after(s.server.limits.IdleTimeout, byIdleTimeout)
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
		c.session.server.metrics.trip(why)
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
		defer t.session.conn.rescue()
		_, _ = io.WriteString(t.output(t.session.ch.Stderr().Write), "\n"+drainHint+"\n") // the client may be gone
	}()
}

// perform runs a job and ends the session with its exit code.
func (c *command) perform(do job) {
	e := byPanic.ending()
	defer func() { c.session.finish(e) }()
	defer c.session.conn.rescueAlone()
	defer c.release()
	ch := c.session.ch
	code := do(c.ctx, &commandInput{command: c, left: c.session.server.limits.CommandInput},
		c.output(ch.Write), c.output(ch.Stderr().Write))
	e = ending{why: byUser, status: uint32(code) & 0xff} //nolint:gosec // an exit code
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
		c.cut(byCommandOutput)
	}
	timer := time.NewTimer(c.pace.wait(time.Now(), 1))
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-c.ctx.Done():
	}
	c.pace.spend(time.Now(), float64(n))
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
		defer s.conn.rescue()
		_, err := io.CopyBuffer(struct{ io.Writer }{write}, struct{ io.Reader }{s.ch}, make([]byte, 1<<10))
		_ = write.CloseWithError(err) // EOF, if it is nil
	}()
}

// Read asks for one byte more than there may be: only that tells too much from
// just enough. It is not given on.
func (r *commandInput) Read(p []byte) (int, error) {
	tooMuch := errors.New(byCommandInput.advice())
	if r.left < 0 {
		return 0, tooMuch
	}
	if r.pipe == nil {
		r.open()
	}
	n, err := r.pipe.Read(p[:min(len(p), r.left+1)])
	if r.left -= n; r.left < 0 {
		r.command.session.server.metrics.trip(byCommandInput)
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
