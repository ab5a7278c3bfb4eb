package sshd

import (
	"bytes"
	"encoding/base64"
	"runtime"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/terminal"
	"anhui-tui/tui/text"
)

// dashboard is the App of one session and its event loop. It implements
// [activity].
type dashboard struct {
	session *session
	limits  *Limits
	term    string
	mailbox mailbox
	started chan struct{} // closed when what came before the start was received
	auto    tui.Auto      // what the app wished to happen by itself at first
	limiter inputLimiter  // used by start, and then by the goroutine that reads
	flooded bool          // the client has sent too much for too long; likewise
	lastKey atomicTime
	timers  timers
	room    attendance

	// Used by the goroutine that runs the loop.
	app      tui.App
	input    terminal.Input
	screen   terminal.Screen
	size     size
	wanted   size // the latest size, if it is not the one drawn yet
	notice   string
	idling   bool // the notice is the one of idleness
	dirty    bool // the screen may be out of date
	effects  effects
	held     []byte    // input that waits until the client's source may have more done
	since    time.Time // when the first of it arrived
	touched  time.Time // when the last key was pressed
	searched string    // what the last search was charged for
	resizes  bucket
	output   bucket
	ending   *ending
}

// newDashboard returns the dashboard of a session; p is its terminal.
func newDashboard(s *session, app tui.App, p *pty) *dashboard {
	l := &s.server.limits
	d := &dashboard{
		session: s, limits: l, term: p.term, app: app, size: p.size,
		effects: effects{sync: terminal.MayAskSync(p.term)},
		started: make(chan struct{}),
		limiter: newInputLimiter(l),
		lastKey: atomicTime{from: time.Now()},
		touched: time.Now(),
		resizes: newBucket(float64(l.ResizeRate), float64(l.ResizeRate)),
		output:  newBucket(float64(l.OutputRate), float64(l.OutputBurst)),
	}
	d.screen = terminal.NewScreen(d.diff)
	wishes := app.Start()
	d.auto = wishes.Auto
	d.effects.add(wishes)
	return d
}

// start shows the first frame and starts to read. The server may have ended the
// session already.
func (d *dashboard) start() {
	d.startTimers()
	d.schedule(d.auto) // the app is the loop's already: the room may have moved
	typed := d.receive(d.session.early)
	close(d.started)
	if !typed { // or it is drawn with what was typed before
		d.put(func(ev *events) { ev.redraw = true })
		return
	}
	go d.run()
}

// put changes the next event batch, and starts the loop if it is not running.
func (d *dashboard) put(change func(*events)) {
	if d.mailbox.put(change) {
		go d.run()
	}
}

// resize, end and announce implement [activity].
func (d *dashboard) resize(to size) { d.put(func(ev *events) { ev.resize = to }) }
func (d *dashboard) end(e ending)   { d.put(func(ev *events) { ev.ends(e) }) }
func (d *dashboard) announce()      { d.put(func(ev *events) { ev.draining = true }) }

// cut ends the session because it exceeded a limit.
func (d *dashboard) cut(why reason) {
	d.session.server.metrics.exceeded(why)
	d.end(why.ending())
}

// run is the event loop. It returns when the mailbox is empty or the session is
// over.
func (d *dashboard) run() {
	defer d.recoverSession()
	for {
		ev, ok := d.mailbox.take()
		if !ok {
			return
		}
		d.step(&ev)
		if d.ending != nil {
			d.finish()
			return
		}
	}
}

// step applies an event batch to the app, and shows at most one frame.
func (d *dashboard) step(ev *events) {
	out := buffer()
	defer release(out)
	if d.apply(ev, out); d.flush(out) && !d.since.IsZero() {
		d.session.server.metrics.latency.Observe(time.Since(d.since).Seconds())
	}
	if !d.dirty {
		d.since = time.Time{}
	}
}

// apply applies an event batch to the app, and paints at most one frame to out.
func (d *dashboard) apply(ev *events, out *bytes.Buffer) {
	defer d.session.conn.use.takeTurn()()
	if d.mailbox.ending() { // meanwhile: nobody is there to see it
		d.held = nil
		return
	}
	if ev.resize != (size{}) {
		d.wanted = ev.resize
	}
	if ev.idle > 0 {
		d.setNotice(text.For(d.app.Viewport().Lang).Idle(ev.idle), true)
	}
	if ev.draining {
		d.setNotice(text.For(d.app.Viewport().Lang).Restarting(), false)
	}
	d.dirty = d.dirty || ev.redraw
	d.room.paid = (ev.room || d.room.paid) && len(ev.input) == 0 && ev.resize == (size{})
	if ev.room {
		d.attend(ev.noRoom)
	}
	if ev.auto != nil {
		d.update(*ev.auto)
		if watched := watchedTimes * d.limits.IdleTimeout; d.app.Room().Role == place.Presenting || time.Since(d.touched) < watched {
			d.used() // to present or to watch is not to be idle
		}
	}
	d.applySize()
	d.hold(ev)
	d.feed(ev.expire)
	d.tell()
	if d.ending == nil {
		d.ending = ev.end
	}
	if d.ending != nil {
		return
	}
	d.paint(out)
}

// setNotice sets the notice over the last line. One of idleness does not replace
// another.
func (d *dashboard) setNotice(text string, idling bool) {
	if idling && d.notice != "" && !d.idling {
		return
	}
	d.notice, d.idling, d.dirty = text, idling && text != "", true
}

// applySize applies the latest window change, unless ResizeRate or MaxCells is
// exceeded. In the first case it is applied later.
func (d *dashboard) applySize() {
	if d.wanted == (size{}) {
		return
	}
	now := time.Now()
	if !d.resizes.allow(now, 1) {
		d.session.server.metrics.exceeded(reasonResizeRate)
		d.later(d.resizes.delay(now, 1))
		return
	}
	if d.session.server.capacity.resize(d.size.cells(), d.wanted.cells()) {
		d.size = d.wanted
		d.update(tea.WindowSizeMsg{Width: d.size.w, Height: d.size.h})
	} else {
		d.session.server.metrics.exceeded(reasonMaxCells)
	}
	// Whatever the size is now, the terminal may have moved what is on it.
	d.wanted = size{}
	d.screen.Invalidate()
	d.dirty = true
}

// hold adds the input of an event batch to what waits. What exceeds maxWaitingInput
// is dropped.
func (d *dashboard) hold(ev *events) {
	if len(d.held) == 0 {
		d.held, d.since = ev.input, ev.since
		return
	}
	d.held = append(d.held, ev.input[:min(len(ev.input), max(0, maxWaitingInput-len(d.held)))]...)
}

// feedSize is the number of bytes after which feed looks whether it may go on.
const feedSize = 64

// feed gives the input that waits to the app, until that is too much work or the
// session is over.
func (d *dashboard) feed(expire bool) {
	tooLong := d.input.TooLong()
	if expire && len(d.held) == 0 {
		d.input.Expire(d.receiveMsg)
	}
	for len(d.held) > 0 && d.ending == nil {
		if d.mailbox.ending() {
			d.held = nil
			return
		}
		if wait := d.overworked(); wait > 0 {
			d.later(wait)
			break
		}
		n := min(len(d.held), feedSize)
		d.input.Feed(d.held[:n], d.receiveMsg)
		if d.held = d.held[n:]; len(d.held) > 0 {
			runtime.Gosched() // others may have a key
		}
	}
	if d.input.TooLong() > tooLong {
		d.session.server.metrics.exceeded(reasonEscape)
	}
	if wait := d.input.Timeout(); wait > 0 {
		d.timers.expect(d, wait)
	}
}

// receiveMsg gives one message from the client's terminal to the app.
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
	if click, ok := msg.(tea.MouseClickMsg); ok && click.Button == tea.MouseLeft {
		d.click(click)
		return
	}
	d.update(msg)
}

func (d *dashboard) click(at tea.MouseClickMsg) {
	var wished tui.Effect
	d.app, wished = d.app.Click(d.hits(), at.X, at.Y)
	d.stepped(wished)
}

// pressed is called for each key and click.
func (d *dashboard) pressed() {
	d.session.server.metrics.keys.Inc()
	d.touched = time.Now()
	d.used()
}

// watchedTimes is for how many times IdleTimeout after the last key a tour that goes
// on by itself is taken to be watched.
const watchedTimes = 4

// used notes that the session is in use, and takes back that it is idle.
func (d *dashboard) used() {
	d.lastKey.set(time.Now())
	if d.idling {
		d.setNotice("", true)
	}
}

// update gives a message to the app.
func (d *dashboard) update(msg tea.Msg) {
	card, query := d.app.Place().Card, d.app.Place().Query
	d.stepped(d.app.Take(msg))
	if !card.Typing() {
		d.work(workOfKey)
	} else if d.work(workOfTyping); card == place.SearchCard && query != d.searched && d.app.Place().Query == query {
		d.searched = query // to move in what is found it has to be found
		d.work(workOfSearch)
	}
}

// stepped collects what the App asks for after a message.
func (d *dashboard) stepped(wished tui.Effect) {
	d.dirty = true
	d.effects.add(wished)
	d.work(workOfByte * float64(wished.Made))
	if d.app.Place().Filter != "" {
		d.work(workOfFilter)
	}
	d.schedule(wished.Auto)
	d.wish(wished)
	if d.effects.Quit {
		d.ending = &ending{why: reasonUser}
	}
}

// paint brings the screen up to date, or is put off if OutputRate is exceeded: the
// client gets the latest frame and the latest of each effect then. The same if its
// source has had too much work done. The budget
// must have room for the effects. The size of the diff is not known before, so it
// may be overdrawn.
func (d *dashboard) paint(out *bytes.Buffer) {
	if !d.dirty && d.effects == (effects{}) {
		return
	}
	if wait := d.output.delay(time.Now(), d.effects.size()); wait > 0 {
		d.session.server.metrics.exceeded(reasonOutputRate)
		d.later(wait)
		return
	}
	if wait := d.overworked(); wait > 0 {
		d.later(wait)
		return
	}
	if d.effects.Redraw {
		d.screen.Invalidate()
	}
	frame := d.frame()
	d.screen.Show(out, frame.Frame, terminal.ModesOf(d.app.Terminal(), frame.Title, d.term))
	if d.effects.AskBackground || d.effects.sync {
		d.input.Asked()
	}
	d.effects.writeTo(out)
	d.dirty = false
}

// flush writes out to the client, and reports whether that succeeded.
func (d *dashboard) flush(out *bytes.Buffer) bool {
	if out.Len() == 0 {
		return false
	}
	d.output.charge(time.Now(), float64(out.Len()))
	d.session.server.metrics.frames.Inc()
	// An error means that the client is gone, which the reader will notice.
	return d.session.write(d.session.ch.Write, out.Bytes()) == nil
}

// finish resets the terminal and ends the session.
func (d *dashboard) finish() {
	d.leaveRoom()
	d.mailbox.close()
	d.timers.stop()
	out := buffer()
	defer release(out)
	d.screen.Leave(out)
	if out.Len() > 0 {
		_ = d.session.write(d.session.ch.Write, out.Bytes())
	}
	d.session.server.capacity.resize(d.size.cells(), 0)
	d.session.finish(*d.ending)
}

// recoverSession is deferred by the loop: a panic of the app ends this session
// and no other.
func (d *dashboard) recoverSession() {
	fault := recover()
	if fault == nil {
		return
	}
	d.session.conn.report(fault)
	e := reasonPanic.ending()
	d.ending = &e
	d.finish()
}

// buffer returns an empty buffer for one write, to be released after it.
func buffer() *bytes.Buffer {
	b, _ := buffers.Get().(*bytes.Buffer)
	b.Reset()
	return b
}

// release returns a buffer to the pool, unless it was for a large screen: few have one.
func release(b *bytes.Buffer) {
	if b.Cap() <= 64<<10 {
		buffers.Put(b)
	}
}

//nolint:gochecknoglobals // a pool of scratch memory, no state
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// effects are what the app asked of the terminal, beside the frame, since the last
// write. There is one of each kind, so that keys of a client that cannot be
// written to take no more memory: the last text for the clipboard counts, and a
// pending query is not repeated. Files are not saved over SSH.
type effects struct {
	tui.Effect
	sync bool // query synchronized output
}

// maxClipboard bounds a text for the clipboard, in bytes: no card says that a longer
// one was copied. maxEffects bounds what all effects together are written as: base64
// has four bytes for three.
const (
	maxClipboard = screen.MaxRemoteCopy
	maxEffects   = 24 << 10
)

// add adds the effects of one message.
func (e *effects) add(next tui.Effect) {
	e.Quit = e.Quit || next.Quit
	e.Redraw = e.Redraw || next.Redraw
	e.AskBackground = e.AskBackground || next.AskBackground
	if n := len(next.Copy); n > 0 && n <= maxClipboard {
		e.Copy = next.Copy
	}
}

// size returns the number of bytes that writeTo will write.
func (e *effects) size() int {
	n := 0
	if e.AskBackground {
		n += len(ansi.RequestBackgroundColor)
	}
	if e.sync {
		n += len(ansi.RequestModeSynchronizedOutput)
	}
	if e.Copy != "" {
		n += len(ansi.SetSystemClipboard("")) + base64.StdEncoding.EncodedLen(len(e.Copy))
	}
	return n
}

// writeTo appends the sequences of all effects, and clears them.
func (e *effects) writeTo(out *bytes.Buffer) {
	if e.AskBackground {
		out.WriteString(ansi.RequestBackgroundColor)
	}
	if e.sync {
		out.WriteString(ansi.RequestModeSynchronizedOutput)
	}
	if e.Copy != "" {
		out.WriteString(ansi.SetSystemClipboard(e.Copy))
	}
	*e = effects{}
}
