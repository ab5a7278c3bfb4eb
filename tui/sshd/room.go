package sshd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/dialogue"
	"anhui-tui/tui/place"
	"anhui-tui/tui/present"
	"anhui-tui/tui/report"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/text"
)

// attendance is a session's part in presentations. Its zero value is none.
type attendance struct {
	// Used by the goroutine that runs the loop.
	turn  present.Turn // that was shown last
	shown place.Place  // that was sent last
	paid  bool         // what is done now is for a move of the presenter, who pays
	tries bool         // a code is being tried

	mu    sync.Mutex
	over  bool // the session is
	seat  *present.Seat
	work  *sharedBucket
	leave func()
}

// sit takes a seat, if one was found without an error. It returns why there is none,
// and leaves it if the session is over or its source has too many.
func (a *attendance) sit(s *session, seat *present.Seat, err error) error {
	if err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	leaveSource, ok := s.server.clients.follow(s.conn.addr)
	if a.over || !ok {
		seat.Leave()
		if ok {
			leaveSource()
		}
		return present.ErrFull
	}
	a.release()
	budget, leaveRoom := s.server.rooms.enter(seat.Status().Code)
	a.seat, a.work, a.leave = seat, budget, func() { seat.Leave(); leaveRoom(); leaveSource() }
	return nil
}

// release leaves the seat, if there is one. a.mu is held.
func (a *attendance) release() {
	if a.seat != nil {
		a.leave()
	}
	a.seat, a.work, a.leave = nil, nil, nil
}

// end leaves the seat, for ever if the session is over.
func (a *attendance) end(over bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.release()
	a.over = a.over || over
}

// get returns the seat; nil if there is none.
func (a *attendance) get() *present.Seat {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.seat
}

// enter takes the seat that a command line asks for, before the first frame. It
// returns how the session ends if there is none.
func (d *dashboard) enter(r RoomRequest, shown present.Shown) *ending {
	var seat *present.Seat
	var err error
	switch r.Do {
	case NoRoom, HandoutRoom:
		return nil
	case FollowRoom:
		seat, err = d.session.conn.join(r.Code, d.notify)
	case PresentRoom:
		if d.session.conn.right() != place.MayAlways {
			return &ending{why: reasonRoom, status: 1, line: d.howToPresent()}
		}
		seat, err = d.session.conn.presentOrResume(r.Token, shown, d.notify)
	}
	if err := d.room.sit(d.session, seat, err); err != nil {
		return &ending{why: reasonRoom, status: 1, line: whyNoSeat(err, d.app.Viewport().Lang)}
	}
	return nil
}

// howToPresent returns the line for a client that may not present.
func (d *dashboard) howToPresent() string {
	words := text.For(d.app.Viewport().Lang)
	said, lines := screen.HowToPresent(d.app.Room(), words)
	return said + " " + strings.Join(lines, words.Say.List)
}

// whyNoSeat returns the line for a client that gets no seat.
func whyNoSeat(err error, lang model.Lang) string {
	return text.For(lang).Room.Notices[noticeOf(err)-1]
}

// noticeOf returns the notice for a viewer who gets no seat: one for all codes that
// lead nowhere, whatever the reason.
func noticeOf(err error) place.Notice {
	switch {
	case errors.Is(err, present.ErrFull):
		return place.RoomFull
	case errors.Is(err, present.ErrOneRoom):
		return place.RoomOne
	case errors.Is(err, present.ErrRooms):
		return place.RoomMany
	}
	return place.RoomNone
}

// notify is called by the hub when the room has changed.
func (d *dashboard) notify() { d.put(func(ev *events) { ev.room = true }) }

// attend brings the app up to date with its room; failed is why there is no seat,
// if it was tried to get one.
func (d *dashboard) attend(failed error) {
	seat := d.room.get()
	if seat == nil {
		if failed != nil {
			d.room.tries = false
			d.app = d.app.Attend(d.outside(noticeOf(failed)))
			d.dirty = true
		}
		return
	}
	st := seat.Status()
	d.dirty, d.room.tries = true, false
	if st.Stage == present.StageEnded {
		d.room.end(false)
		d.app = d.app.Attend(d.outside(place.RoomEnded))
		return
	}
	r := d.outside(place.NoNotice)
	r.Code, r.Asks = st.Code.String(), seat.Asks(st)
	r.Paused, r.Away = st.Stage == present.StagePaused, st.Stage == present.StageAway
	presents := seat.Presents(st)
	switch {
	case presents:
		r.Role, r.Cut = place.Presenting, st.Cut
		r.Follow, r.Browse, r.Small, r.Asking = st.Audience.Follow, st.Audience.Browse, st.Audience.Small, len(st.Asking)
	case d.app.Room().Role == place.Browsing:
		r.Role = place.Browsing
	default:
		r.Role = place.Following
	}
	d.app = d.app.Attend(r)
	moved := st.Turn.Term != d.room.turn.Term || st.Turn.By != d.room.turn.By || st.Turn.Seq != d.room.turn.Seq
	if moved && !presents {
		d.app = d.app.Led(st.At, st.Turn.Dataset == d.session.server.config.Data.Version)
		if r.Role == place.Following && st.Stage == present.StageLive {
			d.used() // to follow is not to be idle
		}
	}
	d.room.turn = st.Turn
}

// outside returns the part of a viewer in no room.
func (d *dashboard) outside(n place.Notice) place.Room {
	return place.Room{Host: d.session.conn.reached(), Right: d.session.conn.right(), Notice: n}
}

// toShow returns what the viewer shows who presents.
func (d *dashboard) toShow() present.Shown {
	at := d.app.Shown()
	return present.Shown{Link: at.Link(), Mark: at.Mark}
}

// tell tells the room where the viewer is who presents, and how another takes part.
func (d *dashboard) tell() {
	seat := d.room.get()
	if seat == nil {
		return
	}
	if r := d.app.Room(); r.Role != place.Presenting {
		seat.Watch(r.Role == place.Browsing, d.size.w < 80 || d.size.h < 24)
		return
	}
	if d.app.Place().Card.Typing() { // nothing moves under what is typed, a filter among it
		return
	}
	if at := d.app.Shown(); at != d.room.shown {
		d.room.shown = at
		seat.Show(d.toShow())
	}
}

// wish does what the viewer wishes in a room.
func (d *dashboard) wish(e tui.Effect) {
	seat := d.room.get()
	if outside := e.Wish == place.Present || e.Wish == place.Join; outside != (seat == nil) {
		return
	}
	switch e.Wish {
	case place.NoWish:
	case place.Present:
		if d.session.conn.right() == place.MayAlways {
			d.work(workOfRoom)
			seat, err := d.session.conn.presentOrResume("", d.toShow(), d.notify)
			d.attend(d.room.sit(d.session, seat, err))
		}
	case place.Join:
		d.tryCode(e.Code)
	case place.Leave:
		d.room.end(false)
		d.app = d.app.Attend(d.outside(place.NoNotice))
	case place.Pause, place.Unpause:
		seat.Pause(e.Wish == place.Pause)
	case place.HandOver:
		seat.HandOver()
	case place.End:
		seat.End()
	case place.Ask, place.Unask:
		seat.Ask(e.Wish == place.Ask)
	case place.CopyToken:
		d.copies(d.resumeLine(seat), "")
	case place.HandoutText, place.HandoutMarkdown, place.HandoutTSV:
		format := map[place.Wish]report.Format{
			place.HandoutText: report.Text, place.HandoutMarkdown: report.Markdown, place.HandoutTSV: report.TSV,
		}[e.Wish]
		d.work(workOfHandout)
		st, lang := seat.Status(), d.app.Viewport().Lang
		d.copies(
			report.Handout(d.session.server.config.Data, st.Turn.Shown, format, lang),
			screen.HandoutCommand(d.session.conn.reached(), st.Code.String(), format, lang),
		)
	}
}

// copies copies a text, or the command that prints one that is too long.
func (d *dashboard) copies(copied, command string) {
	d.effects.add(d.app.Copying(copied, command))
	d.dirty = true
}

// tryCode joins the room of a code that was typed, beside the loop.
func (d *dashboard) tryCode(typed string) {
	if d.room.tries {
		return
	}
	d.room.tries = true
	d.work(workOfRoom)
	go func() {
		defer d.session.conn.recoverConn()
		seat, err := d.session.conn.join(typed, d.notify)
		err = d.room.sit(d.session, seat, err)
		d.put(func(ev *events) { ev.room, ev.noRoom = true, err })
	}()
}

// resumeLine returns the line that resumes the presentation of a seat.
func (d *dashboard) resumeLine(seat *present.Seat) string {
	token, user := seat.Token(), ""
	if d.session.conn.fingerprint() != "" { // the key is the token
		token, user = seat.Status().Code.String(), "present"
	}
	return screen.SSH(user, d.session.conn.reached(), "present --resume "+token)
}

// leaveRoom leaves the room with the session, and tells a presenter how to resume,
// now that nobody looks at the screen.
func (d *dashboard) leaveRoom() {
	if seat := d.room.get(); seat != nil && seat.Presents(seat.Status()) {
		if d.ending.line != "" {
			d.ending.line += "; "
		}
		d.ending.line += fmt.Sprintf(text.For(d.app.Viewport().Lang).Room.Resume, d.resumeLine(seat))
	}
	d.room.end(true)
}

// handout returns the job of a hand-out.
func (s *session) handout(o Opening) job {
	return func(_ context.Context, _ io.Reader, stdout, stderr io.Writer) int {
		var shown []string
		err := s.conn.try(func(ctx context.Context) (err error) {
			code, ok := present.ParseCode(o.Room.Code)
			if !ok {
				return present.ErrNoRoom
			}
			shown, err = s.server.rooms.hub.Handout(ctx, code)
			return err
		})
		if err != nil {
			return failing(1, whyNoSeat(err, o.View.Lang))(context.Background(), nil, stdout, stderr)
		}
		format := report.Format(o.Room.Format)
		_, _ = io.WriteString(stdout, report.Handout(s.server.config.Data, shown, format, o.View.Lang)) // the client may be gone
		return 0
	}
}

// following is a dialogue's part in a presentation.
type following struct {
	seat  *present.Seat
	leave func()

	mu   sync.Mutex // for one line after the other
	room *dialogue.Follower
	last place.Place
	over bool
}

// follow starts a dialogue that follows a presentation.
func (d *dialogueSession) follow(o Opening, out io.Writer) (more bool, err error) {
	f := &following{}
	seat, err := d.session.conn.join(o.Room.Code, func() { go f.tell(d) }) // printing may wait
	if err == nil {
		var ok bool
		if f.leave, ok = d.session.server.clients.follow(d.session.conn.addr); !ok {
			seat.Leave()
			err = present.ErrFull
		}
	}
	if err != nil {
		_, _ = io.WriteString(d.output(d.session.ch.Stderr().Write), "anhui-tui: "+whyNoSeat(err, o.View.Lang)+"\n") // the client may be gone
		return false, err
	}
	server := d.session.server
	f.mu.Lock()
	defer f.mu.Unlock()
	f.seat, f.room, f.last = seat, dialogue.NewFollower(server.config.Data, o.View.Lang, out), seat.Status().At
	d.room = f
	context.AfterFunc(d.ctx, f.end)
	var said string
	d.state, said = dialogue.StartFollowing(server.config.Data, f.last, o.View.Lang, server.renderer.Spoken, f.room)
	_, err = io.WriteString(out, said)
	return true, err
}

// tell tells what has happened.
func (f *following) tell(d *dialogueSession) {
	defer d.session.conn.recoverConn()
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.seat == nil || f.over {
		return
	}
	switch st := f.seat.Status(); {
	case st.Stage == present.StageEnded:
		f.over = true
		f.room.Moved(dialogue.Move{Over: true})
	case st.At != f.last:
		f.last = st.At
		if d.idle != nil && st.Stage == present.StageLive {
			d.idle.Reset(d.session.server.limits.IdleTimeout) // to follow is not to be idle
		}
		f.room.Moved(dialogue.Move{At: st.At})
	}
}

// end leaves the presentation. It may be called for nil, and twice.
func (f *following) end() {
	if f == nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.over || f.seat != nil {
		f.over = true
		if f.seat != nil {
			f.seat.Leave()
			f.leave()
		}
		f.seat = nil
	}
}
