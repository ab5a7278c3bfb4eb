package sshd

import (
	"context"
	"io"

	"anhui-tui/model/runes"
	"anhui-tui/tui/dialogue"
)

// dialogueKind is the label of dialogues in the metrics.
const dialogueKind = "dialogue"

// dialogueSession is a session that runs package dialogue. It implements
// [activity]. It is a command with the time limits of a dashboard, and not counted
// as a command: while it waits it takes about what a dashboard does.
type dialogueSession struct{ *command }

// openDialogue starts a dialogue. It returns the reply to the request.
func (s *session) openDialogue(o Opening) bool {
	d := dialogueSession{s.newCommand()}
	if !s.begin(running, d) {
		return false
	}
	s.server.metrics.started.WithLabelValues(dialogueKind).Inc()
	d.time = d.after(s.server.limits.SessionTimeout, reasonSessionTimeout)
	d.idle = d.after(s.server.limits.IdleTimeout, reasonIdleTimeout)
	s.next = func() {
		context.AfterFunc(d.ctx, d.abort)
		l := &s.server.limits
		d.perform(s.dialogue(o), &commandInput{
			command: d.command, early: s.early, lines: true, pace: newBucket(float64(l.InputRate), float64(l.InputBurst)),
		})
	}
	return true
}

// dialogue returns the job of a dialogue.
func (s *session) dialogue(o Opening) job {
	if o.Room.Do == FollowRoom {
		return s.follow(o)
	}
	return s.talk(o, nil)
}

// talk returns the job of a dialogue, which follows a presentation unless room is
// nil.
func (s *session) talk(o Opening, room dialogue.Room) job {
	return func(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) int {
		if s.pty != nil { // it is raw, and shows nothing of what is typed by itself
			stdin = dialogue.Echo(stdin, stdout)
		}
		var err error
		if room == nil {
			err = dialogue.Run(s.server.config.Data, o.At, o.View.Lang, stdin, stdout)
		} else {
			err = dialogue.Follow(s.server.config.Data, room, o.View.Lang, stdin, stdout)
		}
		if err != nil {
			return failing(1, runes.Logged(err.Error()))(ctx, stdin, stdout, stderr)
		}
		return 0
	}
}

// drainHint is what a drain prints in a dialogue.
const drainHint = "anhui-tui: the server restarts soon; leave with q, then connect again"

// announce prints drainHint, without waiting for the client to read it.
func (d dialogueSession) announce() {
	go func() {
		defer d.session.conn.recoverConn()
		_, _ = io.WriteString(d.output(d.session.ch.Stderr().Write), "\n"+drainHint+"\n") // the client may be gone
	}()
}
