package sshd

import (
	"bytes"
	"context"
	"io"
	"time"

	"anhui-tui/tui/dialogue"
)

// dialogueKind is the label of dialogues in the metrics.
const dialogueKind = "dialogue"

// dialogueSession is a session that is a dialogue. It implements [activity]. It has
// the budgets of a command and the time limits of a dashboard, and is not counted
// as a command: between two lines it is a value, and runs nothing.
type dialogueSession struct {
	*command
	started chan struct{} // closed when it has said what it says first

	// Used by start, and then by the goroutine that reads.
	state dialogue.State
	room  *following // nil outside a presentation
	lines dialogue.Lines
	input int    // bytes that may still come
	typed bucket // of them
}

// openDialogue starts a dialogue. It returns the reply to the request.
func (s *session) openDialogue(o Opening) bool {
	l := &s.server.limits
	d := &dialogueSession{
		command: s.newCommand(), started: make(chan struct{}), lines: dialogue.Lines{Raw: s.pty != nil},
		input: l.CommandInput, typed: newBucket(float64(l.InputRate), float64(l.InputBurst)),
	}
	if !s.begin(running, d) {
		return false
	}
	s.server.metrics.started.With(dialogueKind).Inc()
	d.time = d.after(l.SessionTimeout, reasonSessionTimeout)
	d.idle = d.after(l.IdleTimeout, reasonIdleTimeout)
	s.next = func() { d.start(o) }
	return true
}

// start says what a dialogue says first.
func (d *dialogueSession) start(o Opening) {
	defer close(d.started)
	context.AfterFunc(d.ctx, d.abort)
	d.step(func(out io.Writer) (more bool, err error) {
		if o.Room.Do == FollowRoom {
			return d.follow(o, out)
		}
		s, said := dialogue.Start(d.session.server.config.Data, o.At, o.View.Lang, d.session.server.renderer.Spoken)
		d.state = s
		_, err = io.WriteString(out, said)
		return true, err
	})
}

// read implements [activity]. Lines are answered on the goroutine that reads.
func (d *dialogueSession) read(p []byte, err error) {
	<-d.started
	buf := make([]byte, feedSize)
	more := d.hear(d.session.early, false) && d.hear(p, err != nil)
	d.session.early = nil
	for more {
		n, err := d.session.ch.Read(buf)
		more = d.hear(buf[:n], err != nil)
	}
	d.session.drain()
}

// hear answers a part of the input, the last one or not, and reports whether the
// dialogue goes on.
func (d *dialogueSession) hear(p []byte, last bool) (more bool) {
	return d.step(func(out io.Writer) (more bool, err error) {
		if d.input -= len(p); d.input < 0 {
			d.cut(reasonCommandInput)
		}
		if len(p) > 0 && d.idle != nil {
			d.idle.Reset(d.session.server.limits.IdleTimeout)
		}
		for more = true; len(p) > feedSize && more && err == nil; p = p[feedSize:] {
			more, err = d.answer(p[:feedSize], false, out)
		}
		if more && err == nil {
			more, err = d.answer(p, last, out)
		}
		return more, err
	})
}

// answer answers a part of the input as soon as the client may have that done.
func (d *dialogueSession) answer(p []byte, last bool, out io.Writer) (more bool, err error) {
	if err := d.wait(p); err != nil {
		return false, err
	}
	return d.state.Hear(&d.lines, p, last, out)
}

// wait waits until the client may have p answered. It returns why the dialogue was
// ended meanwhile, or nil.
func (d *dialogueSession) wait(p []byte) error {
	now := time.Now()
	d.typed.charge(now, float64(len(p)))
	if wait := d.typed.delay(now, 1); wait > 0 {
		d.session.server.metrics.exceeded(reasonInputRate)
		timer := time.NewTimer(wait)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-d.ctx.Done():
		}
	}
	ends := bytes.Count(p, []byte("\n")) + bytes.Count(p, []byte("\r"))
	return d.charge(workOfKey*float64(len(p)) + workOfLine*float64(ends))
}

// step lets do print, and ends the session if that was the last of it, or the reason
// of what ended it meanwhile. It reports whether the dialogue goes on.
func (d *dialogueSession) step(do func(out io.Writer) (more bool, err error)) (more bool) {
	if d.ctx.Err() != nil {
		return false
	}
	defer func() {
		if !more {
			d.room.end()
			d.release()
			d.session.finish(reasonPanic.ending()) // unless it was finished for another reason
		}
	}()
	defer d.session.conn.recoverSession()
	more, err := do(d.output(d.session.ch.Write))
	if more && err == nil {
		return true
	}
	e := ending{why: reasonUser}
	if err != nil {
		e.status = 1
	}
	d.release()
	d.session.finish(d.endingOr(e))
	return false
}

// drainHint is what a drain prints in a dialogue.
const drainHint = "anhui-tui: the server restarts soon; leave with q, then connect again"

// announce prints drainHint, without waiting for the client to read it.
func (d *dialogueSession) announce() {
	go func() {
		defer d.session.conn.recoverConn()
		_, _ = io.WriteString(d.output(d.session.ch.Stderr().Write), "\n"+drainHint+"\n") // the client may be gone
	}()
}
