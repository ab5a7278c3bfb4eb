package sshd

import (
	"bytes"
	"context"
	"errors"
	"io"
	"sync"
	"time"
)

// run runs a job in place of a dashboard.
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
	ctx, stop := context.WithTimeout(context.Background(), s.server.limits.CommandTimeout)
	if !s.begin(running, nil, stop) {
		stop()
		s.server.gate.leaveCommand()
		leave()
		return false
	}
	s.server.metrics.started.WithLabelValues(kind).Inc()
	s.next = func() {
		defer leave()
		defer s.server.gate.leaveCommand()
		s.perform(ctx, stop, do, nil)
	}
	return true
}

// perform runs a job and ends the session with its exit code.
func (s *session) perform(ctx context.Context, stop context.CancelFunc, do job, t *talk) {
	e := ending{why: byPanic, status: 1, line: byPanic.advice()}
	defer func() { s.finish(e) }()
	defer s.conn.rescueAlone()
	defer stop()
	quota := &quota{
		session: s, ctx: ctx, left: s.server.limits.CommandOutput,
		pace: newBucket(float64(s.server.limits.OutputRate), float64(s.server.limits.OutputBurst)),
	}
	stdin := &commandInput{ctx: ctx, session: s, left: s.server.limits.CommandInput, talk: t}
	terminal := s.pty != nil
	code := do(ctx, stdin,
		&commandOutput{quota: quota, to: s.ch.Write, terminal: terminal},
		&commandOutput{quota: quota, to: s.ch.Stderr().Write, terminal: terminal})
	e = ending{why: byUser, status: uint32(code) & 0xff} //nolint:gosec // an exit code
	why := quota.why
	if why == "" && errors.Is(ctx.Err(), context.DeadlineExceeded) {
		why = byCommandTimeout
	}
	if t.ended() != "" {
		why = t.ended()
	}
	if why != "" {
		s.server.metrics.trip(why)
		e = ending{why: why, status: 1, line: why.advice()}
	}
}

// commandInput is what a client sends to a command, up to a limit and only as
// long as the command has time: reading from a channel itself cannot be ended.
type commandInput struct {
	ctx     context.Context
	session *session
	left    int
	talk    *talk          // nil if it is none
	pipe    *io.PipeReader // from the first read on
}

// open begins to take input from the channel, until that is closed.
func (r *commandInput) open() {
	read, write := io.Pipe()
	r.pipe = read
	context.AfterFunc(r.ctx, func() { _ = read.CloseWithError(context.Cause(r.ctx)) })
	go func() {
		defer r.session.conn.rescue()
		_, err := io.CopyBuffer(struct{ io.Writer }{write}, struct{ io.Reader }{r.session.ch}, make([]byte, 1<<10))
		_ = write.CloseWithError(err) // EOF, if it is nil
	}()
}

func (r *commandInput) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	if r.left <= 0 {
		r.session.server.metrics.trip(byCommandInput)
		return 0, errors.New(byCommandInput.advice())
	}
	if r.pipe == nil {
		r.open()
	}
	n, err := r.pipe.Read(p[:min(len(p), r.left)])
	r.left -= n
	if n > 0 {
		r.talk.heard()
	}
	return n, err
}

// quota is what a command may print on both of its outputs together, and how
// fast.
type quota struct {
	mu      sync.Mutex // a command may print from several goroutines
	session *session
	ctx     context.Context
	left    int
	pace    bucket
	why     reason // it was cut
}

var errQuota = errors.New("sshd: cut")

// take waits until n bytes may be printed.
func (q *quota) take(n int) error {
	if q.why != "" {
		return errQuota
	}
	if q.left -= n; q.left < 0 {
		q.why = byCommandOutput
		return errQuota
	}
	timer := time.NewTimer(q.pace.wait(time.Now()))
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-q.ctx.Done():
	}
	if errors.Is(q.ctx.Err(), context.DeadlineExceeded) {
		q.why = byCommandTimeout
	}
	if q.ctx.Err() != nil {
		return errQuota
	}
	q.pace.spend(time.Now(), float64(n))
	return nil
}

// commandOutput is one of the two outputs of a command.
type commandOutput struct {
	quota    *quota
	to       func([]byte) (int, error)
	terminal bool // lines end as on a raw terminal
}

func (w *commandOutput) Write(p []byte) (int, error) {
	w.quota.mu.Lock()
	defer w.quota.mu.Unlock()
	rest := p
	if w.terminal {
		rest = bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))
	}
	for len(rest) > 0 {
		part := rest[:min(len(rest), chunk)]
		if err := w.quota.take(len(part)); err != nil {
			return 0, err
		}
		if err := w.quota.session.write(w.to, part); err != nil {
			return 0, err
		}
		rest = rest[len(part):]
	}
	return len(p), nil
}
