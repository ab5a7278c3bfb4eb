package present

import (
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"anhui-tui/tui/place"
)

// Stage is how a room stands, as its seats see it.
type Stage uint8

// The stages.
const (
	StageLive Stage = iota
	StagePaused
	StageAway // the presenter is gone, and may resume
	StageEnded
)

// Status is what a seat sees of its room. Nobody changes it.
type Status struct {
	Code     Code
	Turn     Turn
	At       place.Place // of the turn's link, with its mark
	Stage    Stage
	Audience Audience // of all hubs
	Asking   []string // the seats that wish to present, the first first
	Cut      bool     // the bus takes no messages: those elsewhere see nothing
}

// room is a room at one hub.
type room struct {
	hub    *Hub
	code   Code
	topic  string
	found  chan struct{} // closed when the room has a turn
	gone   chan struct{} // closed when it is known that nobody has it
	status atomic.Pointer[Status]

	mu        sync.Mutex
	owner     string // for whom it counts, if it was opened here
	turn      Turn
	at        place.Place
	seats     map[*Seat]struct{}
	chair     *Seat // the seat here that presents; nil if there is none
	handed    *Seat // the seat here that has handed over to a seat elsewhere that has not shown anything yet
	here      Audience
	asking    []*Seat
	elsewhere map[string]report // by hub
	told      Audience          // what was said of here last
	wanted    Shown
	heard     time.Time // when there was a sign of the presenter last
	used      time.Time // when there was a seat here last
	moved     time.Time // when the last move was sent
	away, cut bool
	repeats   int // of the end, that are still to be sent
	cancel    func()
	stopped   bool

	beat, silence, move, dwell *time.Timer
}

// report is an audience elsewhere, and when it was reported.
type report struct {
	audience
	at time.Time
}

// maxHubs is how many hubs' audiences are kept.
const maxHubs = 256

// newRoom returns a room without a turn. Its first beat is due after [Repeat].
func newRoom(h *Hub, code Code) *room {
	r := &room{
		hub: h, code: code, topic: code.topic(), found: make(chan struct{}), gone: make(chan struct{}),
		seats: map[*Seat]struct{}{}, elsewhere: map[string]report{}, cancel: func() {}, used: time.Now(), repeats: 3,
	}
	r.status.Store(&Status{Code: code})
	r.mu.Lock()
	defer r.mu.Unlock()
	r.beat = time.AfterFunc(Repeat, r.onBeat)
	r.silence = time.AfterFunc(Away, r.onSilence)
	r.move = time.AfterFunc(time.Hour, r.onMove)
	r.dwell = time.AfterFunc(time.Hour, r.onDwell)
	r.silence.Stop()
	r.move.Stop()
	r.dwell.Stop()
	return r
}

// subscribe subscribes to what the other hubs say.
func (r *room) subscribe() error {
	if r.hub.bus == nil {
		return nil
	}
	cancel, err := r.hub.bus.Subscribe(r.topic, r.receive)
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case err != nil:
		r.cut = true
		return err
	case r.stopped:
		cancel()
	default:
		r.cancel = cancel
	}
	return nil
}

// ask asks the other hubs for the turn of a room that is not known here.
func (r *room) ask() {
	err := r.subscribe()
	for i := 0; i < askings && err == nil; i++ {
		if err = r.hub.bus.Publish(r.topic, (&message{From: r.hub.id, Ask: true}).encode()); err != nil {
			break
		}
		timer := time.NewTimer(Answer / askings)
		select {
		case <-r.found:
			timer.Stop()
			return
		case <-timer.C:
		}
	}
	if err != nil {
		r.hub.busErrors.Add(1)
	}
	r.mu.Lock()
	found := r.turn.By != ""
	if !found {
		r.stop()
	}
	r.mu.Unlock()
	if !found {
		r.hub.remove(r, false)
		close(r.gone)
	}
}

// stop ends timers and subscription. r.mu is held.
func (r *room) stop() {
	r.stopped = true
	for _, t := range []*time.Timer{r.beat, r.silence, r.move, r.dwell} {
		t.Stop()
	}
	cancel := r.cancel
	r.cancel = func() {}
	go cancel() // which may wait for a message being received
}

// presenter returns the seat here that presents. r.mu is held, and so below.
func (r *room) presenter() *Seat { return r.chair }

// sit adds a seat.
func (r *room) sit(s *Seat) {
	r.seats[s] = struct{}{}
	r.hub.viewers.Add(1)
	r.count(s, 1)
	r.changed(false)
}

// count adds a seat to the audience, or takes it off.
func (r *room) count(s *Seat, by int) {
	if s == r.chair {
		return
	}
	if s.browses {
		r.here.Browse += by
	} else {
		r.here.Follow += by
	}
	if s.small {
		r.here.Small += by
	}
}

// begin begins a term of a seat here.
func (r *room) begin(t Turn) {
	r.take(t)
	r.moveNow(true)
}

// take makes a turn the room's.
func (r *room) take(t Turn) {
	if t.Shown == nil {
		t.Shown = r.turn.Shown
	}
	if was := r.chair; t.By != r.turn.By {
		r.chair = nil
		if was != nil {
			r.count(was, 1)
		}
		for s := range r.seats {
			if s.id == t.By {
				r.count(s, -1)
				r.chair = s
				r.unask(s)
			}
		}
	}
	r.turn, r.away, r.handed = t, false, nil
	r.at, _ = t.at()
	r.listen()
}

// listen waits for a sign of the presenter, if it is not here.
func (r *room) listen() {
	r.heard = time.Now()
	r.silence.Stop()
	if r.chair == nil && r.turn.State != Ended && !r.stopped {
		r.silence.Reset(Away)
	}
}

// moveNow sends what the seat here shows, whole or without what was shown before.
func (r *room) moveNow(whole bool) {
	r.move.Stop()
	r.turn.Seq++
	r.turn.Dataset = r.hub.options.Dataset
	if r.turn.State == Live || r.turn.Link == "" {
		if r.turn.Link != r.wanted.Link {
			r.dwell.Reset(Dwell)
		}
		r.turn.Link, r.turn.Mark = r.wanted.Link, r.wanted.Mark
		r.at, _ = r.turn.at()
		if r.turn.Mark != "" {
			r.shown()
		}
	}
	r.moved, r.heard = time.Now(), time.Now()
	r.hub.moves.Add(1)
	r.changed(true)
	r.send(whole)
}

// shown adds the place of the turn to those of the hand-out.
func (r *room) shown() {
	link := r.at.Closed().Link()
	size := len(link)
	for _, l := range r.turn.Shown {
		size += len(l)
	}
	if len(r.turn.Shown) < maxShown && size <= maxLinks && !slices.Contains(r.turn.Shown, link) {
		r.turn.Shown = append(slices.Clip(r.turn.Shown), link)
		r.changed(false)
	}
}

// send sends the turn to the other hubs.
func (r *room) send(whole bool) {
	t := r.turn
	if !whole {
		t.Shown = nil
	}
	r.publish(&message{From: r.hub.id, Turn: &t, Holds: r.chair != nil || r.handed != nil})
}

// publish sends a message to the other hubs.
func (r *room) publish(m *message) {
	if r.hub.bus == nil {
		return
	}
	err := r.hub.bus.Publish(r.topic, m.encode())
	if err != nil {
		r.hub.busErrors.Add(1)
	}
	if cut := err != nil; cut != r.cut {
		r.cut = cut
		r.changed(false)
	}
}

// changed makes the status anew, and notifies all seats or the presenter's.
func (r *room) changed(all bool) {
	st := &Status{Code: r.code, Turn: r.turn, At: r.at, Audience: r.here, Cut: r.cut}
	switch {
	case r.turn.State == Ended:
		st.Stage = StageEnded
	case r.away:
		st.Stage = StageAway
	case r.turn.State == Paused:
		st.Stage = StagePaused
	}
	for _, s := range r.asking {
		st.Asking = append(st.Asking, s.id)
	}
	for _, e := range r.elsewhere {
		st.Audience.Follow += e.Follow
		st.Audience.Browse += e.Browse
		st.Audience.Small += e.Small
		for _, w := range e.Asking {
			st.Asking = append(st.Asking, w.Seat)
		}
	}
	r.status.Store(st)
	if !all {
		if r.chair != nil {
			r.chair.notify()
		}
		return
	}
	for s := range r.seats {
		s.notify()
	}
}

// receive takes a message of another hub.
func (r *room) receive(b []byte) {
	m, ok := decode(b)
	if !ok {
		r.hub.busErrors.Add(1)
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stopped || m.From == r.hub.id {
		return
	}
	if m.Audience != nil {
		if _, known := r.elsewhere[m.From]; known || len(r.elsewhere) < maxHubs {
			r.elsewhere[m.From] = report{*m.Audience, time.Now()}
			r.changed(false)
		}
	}
	if m.Turn != nil && m.Gone && m.Turn.compare(&r.turn) > 0 && r.chair != nil && r.chair.secret.opens(m.Turn.Key) {
		r.begin(Turn{Term: m.Turn.Term + 1, By: r.chair.id, Key: m.Turn.Key, State: r.turn.State}) // who is gone is here
	} else if m.Turn != nil {
		r.hear(*m.Turn, m.Holds, m.Gone)
	}
	if m.Ask && r.turn.By != "" && r.turn.State != Ended {
		r.send(true)
	}
}

// hear takes a turn from elsewhere if it is greater than what is known. It is sent by
// the hub that holds the presenter's seat, or by one that knows the presenter gone,
// or by another that was asked.
func (r *room) hear(t Turn, holds, gone bool) {
	switch c := t.compare(&r.turn); {
	case r.turn.State == Ended || c < 0:
		return
	case c == 0 && (!holds || r.chair != nil):
		return
	case c == 0: // a repeat, which is a sign of the presenter
		was := r.away
		r.away = false
		if t.Shown != nil {
			r.turn.Shown = t.Shown
		}
		r.listen()
		r.changed(was)
		return
	}
	first := r.turn.By == ""
	r.take(t)
	if r.chair != nil && t.State != Ended { // it was handed over to here
		r.wanted = Shown{t.Link, t.Mark}
		r.moveNow(true)
	} else {
		if r.away = gone && t.State != Ended; r.away {
			r.silence.Reset(Grace)
		}
		r.changed(true)
	}
	if first {
		close(r.found)
	}
}

// onBeat repeats what may have been lost.
func (r *room) onBeat() {
	r.mu.Lock()
	over, drop := r.repeat(time.Now())
	if over || drop {
		r.stop()
	}
	r.mu.Unlock()
	if over || drop {
		r.hub.remove(r, over)
	}
}

// repeat reports whether the room is over, or of no use here.
func (r *room) repeat(now time.Time) (over, drop bool) {
	if r.stopped {
		return false, false
	}
	ended := r.turn.State == Ended
	if ended {
		if r.repeats--; r.repeats < 0 || r.hub.bus == nil {
			return true, false
		}
	}
	if r.chair != nil || r.handed != nil {
		r.send(true)
	} else if r.away {
		t := r.turn // the greatest counts, even if nobody goes on
		r.publish(&message{From: r.hub.id, Turn: &t, Gone: true})
	}
	if r.here != (Audience{}) || r.told != r.here || len(r.asking) > 0 {
		r.tell()
	}
	for id, e := range r.elsewhere {
		if now.Sub(e.at) > 3*Repeat {
			delete(r.elsewhere, id)
			r.changed(false)
		}
	}
	if len(r.seats) > 0 || r.owner != "" || r.turn.By == "" {
		r.used = now
	}
	r.beat.Reset(Repeat)
	return false, now.Sub(r.used) > time.Minute
}

// tell tells the other hubs of the audience here.
func (r *room) tell() {
	a := audience{Audience: r.here}
	for _, s := range r.asking {
		a.Asking = append(a.Asking, wish{s.id, s.secret.key()})
	}
	r.told = r.here
	r.publish(&message{From: r.hub.id, Audience: &a})
}

// onSilence is called when there was no sign of the presenter for a while.
func (r *room) onSilence() {
	r.mu.Lock()
	defer r.mu.Unlock()
	silent := time.Since(r.heard)
	switch {
	case r.stopped || r.chair != nil || r.turn.State == Ended:
	case silent < Away: // there was one at the last moment
		r.silence.Reset(Away - silent)
	case r.handed != nil: // whoever was to present has gone
		s := r.handed
		r.begin(Turn{Term: r.turn.Term + 1, By: s.id, Key: s.secret.key()})
	case silent < Grace:
		if !r.away {
			r.away = true
			r.changed(true)
		}
		r.silence.Reset(Grace - silent)
	default:
		r.turn.State, r.repeats = Ended, 0
		r.changed(true)
	}
}

// onMove sends a move that was put off.
func (r *room) onMove() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.chair != nil && !r.stopped && r.turn.State == Live && r.wanted != (Shown{r.turn.Link, r.turn.Mark}) {
		r.moveNow(false)
	}
}

// onDwell adds a place that was shown for a while to the hand-out.
func (r *room) onDwell() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.chair != nil && !r.stopped && r.turn.State == Live {
		r.shown()
	}
}

// unask drops the wish of a seat.
func (r *room) unask(s *Seat) {
	if i := slices.Index(r.asking, s); i >= 0 {
		r.asking = slices.Delete(r.asking, i, i+1)
	}
}
