package sshd

import (
	"sync"
	"time"
)

// workers run dashboards. A goroutine that is new begins with a small stack,
// which a key then makes grow step by step; one that has just served another
// session has a stack that is large enough. A few wait for a moment for the
// next key, and there is none while nothing happens.
type workers struct {
	next  chan *dashboard
	spare chan struct{} // as many as may wait
	ended chan struct{} // closed when nobody waits any more
	end   sync.Once
}

// How many wait for work, and for how long.
const (
	maxSpare  = 16
	spareTime = time.Second
)

func newWorkers() *workers {
	return &workers{next: make(chan *dashboard), spare: make(chan struct{}, maxSpare), ended: make(chan struct{})}
}

// run runs a dashboard until its inbox is empty. It does not wait.
func (w *workers) run(d *dashboard) {
	select {
	case w.next <- d:
	default:
		go w.work(d)
	}
}

// stop ends those that wait.
func (w *workers) stop() { w.end.Do(func() { close(w.ended) }) }

func (w *workers) work(d *dashboard) {
	var idle *time.Timer
	for {
		d.run()
		select {
		case w.spare <- struct{}{}:
		default:
			return
		}
		if idle == nil {
			idle = time.NewTimer(spareTime)
			defer idle.Stop()
		} else {
			idle.Reset(spareTime)
		}
		d = nil // nobody is to be kept by who waits
		select {
		case d = <-w.next:
			<-w.spare
		case <-idle.C:
			<-w.spare
			return
		case <-w.ended:
			<-w.spare
			return
		}
	}
}
