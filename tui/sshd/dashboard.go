package sshd

import (
	"bytes"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/tui"
	"anhui-tui/tui/terminal"
	"anhui-tui/tui/text"
)

// dashboard is the App of one session and its event loop.
type dashboard struct {
	session *session
	limits  *Limits
	term    string
	inbox   inbox
	guard   inputGuard // used by the goroutine that reads
	flooded bool       // the client has sent too much for too long; likewise
	lastKey moment
	timers  timers

	// Everything below is used by whoever takes from the inbox.
	app     tui.App
	input   terminal.Input
	screen  terminal.Screen
	size    size
	wanted  size // the latest size, if it is not the one drawn yet
	notice  string
	idling  bool // the notice is the one of idleness
	dirty   bool // what is on the screen is not what should be
	effects effects
	resizes bucket
	output  bucket
	ending  *ending
}

func newDashboard(s *session, app tui.App, p *pty) *dashboard {
	l := &s.server.limits
	d := &dashboard{
		session: s, limits: l, term: p.term, app: app, size: p.size,
		effects: effects{sync: terminal.MayAskSync(p.term)},
		screen:  terminal.NewScreen(s.server.renderer),
		guard:   newInputGuard(l),
		lastKey: moment{from: time.Now()},
		resizes: newBucket(float64(l.ResizeRate), float64(l.ResizeRate)),
		output:  newBucket(float64(l.OutputRate), float64(l.OutputBurst)),
	}
	d.effects.add(app.Start())
	return d
}

// start shows the first frame and begins to read. The server may have ended
// the session already.
func (d *dashboard) start() {
	d.startTimers()
	d.put(func(l *letter) { l.redraw = true })
	go d.read()
}

// put puts something into the inbox, and starts the loop if it is not running.
func (d *dashboard) put(change func(*letter)) {
	if d.inbox.put(change) {
		go d.run()
	}
}

func (d *dashboard) resize(to size) { d.put(func(l *letter) { l.resize = to }) }
func (d *dashboard) end(e ending)   { d.put(func(l *letter) { l.ends(e) }) }
func (d *dashboard) announce()      { d.put(func(l *letter) { l.draining = true }) }

// cut ends the session for a limit.
func (d *dashboard) cut(why reason) {
	d.session.server.metrics.trip(why)
	d.end(why.ending())
}

// run takes from the inbox until it is empty or the session is over.
func (d *dashboard) run() {
	defer d.rescue()
	for {
		l, ok := d.inbox.take()
		if !ok {
			return
		}
		d.step(&l)
		if d.ending != nil {
			d.finish()
			return
		}
	}
}

// step is the event loop: what happened changes the app, and then, once, the
// screen.
func (d *dashboard) step(l *letter) {
	if l.resize != (size{}) {
		d.wanted = l.resize
	}
	if l.idle > 0 {
		d.setNotice(text.For(d.app.Viewport().Lang).Idle(l.idle), true)
	}
	if l.draining {
		d.setNotice(text.For(d.app.Viewport().Lang).Restarting(), false)
	}
	d.dirty = d.dirty || l.redraw
	d.applySize()
	d.feed(l)
	if d.ending == nil {
		d.ending = l.end
	}
	if d.ending != nil {
		return
	}
	d.paint(l.since)
}

// setNotice changes what is shown over the last line. That the server ends is
// more important than that nobody presses a key.
func (d *dashboard) setNotice(text string, idling bool) {
	if idling && d.notice != "" && !d.idling {
		return
	}
	d.notice, d.idling, d.dirty = text, idling && text != "", true
}

// applySize makes the frame as large as the client's terminal, if that is not
// changing faster than anybody could look, and if there are as many cells.
func (d *dashboard) applySize() {
	if d.wanted == (size{}) {
		return
	}
	now := time.Now()
	if !d.resizes.take(now, 1) {
		d.session.server.metrics.trip(byResizeRate)
		d.later(d.resizes.wait(now, 1))
		return
	}
	if d.session.server.gate.resize(d.size.cells(), d.wanted.cells()) {
		d.size = d.wanted
		d.update(tea.WindowSizeMsg{Width: d.size.w, Height: d.size.h})
	} else {
		d.session.server.metrics.trip(byMaxCells)
	}
	// Whatever the size is now, the terminal may have moved what is on it.
	d.wanted = size{}
	d.screen.Invalidate()
	d.dirty = true
}

// feed gives the app the client's input.
func (d *dashboard) feed(l *letter) {
	tooLong := d.input.TooLong()
	d.input.Feed(l.input, d.receiveMsg)
	if l.expire && len(l.input) == 0 {
		d.input.Expire(d.receiveMsg)
	}
	if d.input.TooLong() > tooLong {
		d.session.server.metrics.trip(byEscape)
	}
	if wait := d.input.Timeout(); wait > 0 {
		d.timers.expect(d, wait)
	}
}

// receiveMsg gives the app one message of the client's.
func (d *dashboard) receiveMsg(msg tea.Msg) {
	if d.ending != nil {
		return
	}
	if report, ok := msg.(tea.ModeReportMsg); ok {
		d.screen.Report(report)
		return
	}
	if terminal.FromUser(msg) {
		d.pressed()
	}
	d.update(msg)
}

// pressed notes that somebody is there.
func (d *dashboard) pressed() {
	d.session.server.metrics.keys.Inc()
	d.lastKey.set(time.Now())
	if d.idling {
		d.setNotice("", true)
	}
}

// update gives the app a message, and does what it asks for.
func (d *dashboard) update(msg tea.Msg) {
	app, wished := d.app.Step(msg)
	d.app, d.dirty = app, true
	d.effects.add(wished)
	if d.effects.Quit {
		d.ending = &ending{why: byUser}
	}
}

// paint brings the screen up to date, unless the client has had so much lately
// that it has to wait. It then gets the latest frame and the latest of each
// effect, not the ones between. The effects are paid for before they are made;
// of the frame it is not known before what it takes to show it.
func (d *dashboard) paint(since time.Time) {
	if !d.dirty && d.effects == (effects{}) {
		return
	}
	if wait := d.output.wait(time.Now(), d.effects.size()); wait > 0 {
		d.session.server.metrics.trip(byOutputRate)
		d.later(wait)
		return
	}
	out := buffer()
	defer release(out)
	if d.effects.Redraw {
		d.screen.Invalidate()
	}
	frame := d.session.server.renderer.Frame(d.app.Place(), d.app.Viewport(), d.notice)
	d.screen.Show(out, frame, terminal.ModesOf(d.app.Terminal(), frame.Title(), d.term))
	d.effects.writeTo(out)
	d.dirty = false
	if d.flush(out) && !since.IsZero() {
		d.session.server.metrics.latency.Observe(time.Since(since).Seconds())
	}
}

func (d *dashboard) flush(out *bytes.Buffer) bool {
	if out.Len() == 0 {
		return false
	}
	d.output.spend(time.Now(), float64(out.Len()))
	d.session.server.metrics.frames.Inc()
	// An error means that the client is gone, which the reader will notice.
	return d.session.write(d.session.ch.Write, out.Bytes()) == nil
}

// finish gives the terminal back and ends the session.
func (d *dashboard) finish() {
	d.inbox.close()
	d.timers.stop()
	out := buffer()
	defer release(out)
	d.screen.Leave(out)
	if out.Len() > 0 {
		_ = d.session.write(d.session.ch.Write, out.Bytes())
	}
	d.session.server.gate.resize(d.size.cells(), 0)
	d.session.finish(*d.ending)
}

// rescue ends this session, and no other, if the app fails.
func (d *dashboard) rescue() {
	fault := recover()
	if fault == nil {
		return
	}
	d.session.conn.report(fault)
	e := byPanic.ending()
	d.ending = &e
	d.finish()
}

// buffer returns an empty buffer for one write; sessions share them, because
// they need one only for a moment.
func buffer() *bytes.Buffer {
	b, _ := buffers.Get().(*bytes.Buffer)
	b.Reset()
	return b
}

func release(b *bytes.Buffer) { buffers.Put(b) }

//nolint:gochecknoglobals // a pool of scratch memory, no state
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}
