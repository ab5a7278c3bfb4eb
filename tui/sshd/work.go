package sshd

import (
	"context"
	"time"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// What a client makes the server do is counted as work. A unit of it is about a
// microsecond of a processor of 2024, as BenchmarkWork shows. The time itself is not
// measured: Go has no clock for what one goroutine takes of a processor, and by any
// other clock the innocent would pay for a busy machine.
const (
	workOfKey    = 10 // a key or a click
	workOfTyping = 40 // a key in a card that lists what is found
	workOfSearch = 200
	workOfFilter = 500 // a key or a click in a list that is narrowed
	workOfFrame  = 100 // that is new, and as much again for each 5,000 cells
	workOfDiff   = 20  // that is new, and as much again for each 2,000 cells

	workOfByte = 1 / 25. // of a view that is made to be copied

	workOfLine      = 1000 // that a dialogue answers
	workOfInputByte = 1 / 4.

	workOfRoom    = 1000 // opening one, or trying a code
	workOfHandout = 5000

	heavyCommand  = 20_000 // from which on a command is one of heavyCommands
	heavyCommands = 2      // of one source at once
)

// workOfCells returns the work of something new that takes what a small screen does,
// and as much again for each so many cells.
func workOfCells(small, each int, f *cell.Frame) float64 {
	return float64(small) * (1 + float64(f.W*f.H)/float64(each))
}

// newWork returns the budget of work of one source.
func newWork(l *Limits) *sharedBucket {
	return &sharedBucket{bucket: newBucket(float64(l.PerSourceWorkRate), float64(l.PerSourceWorkBurst))}
}

// work charges the source of a dashboard.
func (d *dashboard) work(units float64) { d.payer().charge(time.Now(), units) }

// payer returns the budget of whoever pays for what is done now: the client's
// source, or the room if the presenter has moved.
func (d *dashboard) payer() *sharedBucket {
	if d.room.paid {
		d.room.mu.Lock()
		defer d.room.mu.Unlock()
		if d.room.work != nil {
			return d.room.work
		}
	}
	return d.session.conn.use.work
}

// overworked returns how long the dashboard has to wait until its source may have
// something done again, or 0.
func (d *dashboard) overworked() time.Duration {
	wait := d.payer().charge(time.Now(), 0)
	if wait > 0 {
		d.session.server.metrics.exceeded(reasonSourceWork)
	}
	return wait
}

// searches charges for a search if one has to be made for the search card that is
// open. What was searched for last is known.
func (d *dashboard) searches() {
	if at := d.app.Place(); at.Card == place.SearchCard && at.Query != d.searched {
		d.searched = at.Query
		d.work(workOfSearch)
	}
}

// frame returns the frame of what the viewer looks at.
func (d *dashboard) frame() screen.Frame {
	d.searches()
	f, drawn := d.session.server.renderer.Frame(d.app.Page(), d.notice)
	if drawn {
		d.work(workOfCells(workOfFrame, 5000, f.Frame))
	}
	return screen.Frame{Frame: f.Frame, Title: f.Title}
}

// diff is the [terminal.Differ] of the dashboard's screen.
func (d *dashboard) diff(from, to *cell.Frame) []byte {
	bytes, made := d.session.server.renderer.Diff(from, to)
	if made {
		d.work(workOfCells(workOfDiff, 2000, to))
	}
	return bytes
}

// hits returns a frame of what clicks on the viewer's mean.
func (d *dashboard) hits() screen.Frame {
	d.searches()
	hits, drawn := d.session.server.renderer.Hits(d.app.Page())
	if drawn {
		d.work(workOfFrame * (1 + float64(d.size.cells())/5000))
	}
	return screen.Frame{Hits: hits}
}

// charge takes work from the budget of a source, and waits until there is any. It
// returns why ctx was done meanwhile, or nil.
func (x *clientUse) charge(ctx context.Context, units float64, waits func()) error {
	wait := x.work.charge(time.Now(), units)
	if wait == 0 {
		return context.Cause(ctx)
	}
	waits()
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
	return context.Cause(ctx)
}

// takeTurn waits until no other dashboard of the client works, and returns a function
// that ends its turn: however many sessions a client has, others find a processor.
func (x *clientUse) takeTurn() (end func()) {
	if x.turn == nil {
		return func() {}
	}
	x.turn <- struct{}{}
	return func() { <-x.turn }
}

// heavily waits for a place to run a heavy command. It returns a function that gives
// it back, or why ctx was done before.
func (x *clientUse) heavily(ctx context.Context) (leave func(), err error) {
	if x.heavy == nil {
		return func() {}, nil
	}
	select {
	case x.heavy <- struct{}{}:
		return func() { <-x.heavy }, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}
