package sshd

import "time"

// patience is how long what came may keep a goroutine from reading on.
const patience = 50 * time.Millisecond

// read takes the client's input from the connection, as much as it may send,
// and runs the loop with it: to wake another goroutine would cost as much as
// the key does. If that takes long, as with a client that does not read what
// it gets, another goroutine goes on reading, and this one ends after it.
func (d *dashboard) read() {
	defer d.session.conn.rescue()
	relief := time.AfterFunc(patience, d.read)
	if !relief.Stop() {
		return
	}
	var buf [512]byte
	for {
		n, err := d.session.ch.Read(buf[:])
		start := n > 0 && d.receive(buf[:n])
		if err != nil { // there may be input all the same
			d.end(ending{why: d.session.conn.blamed(), status: 0})
		}
		if start {
			relief.Reset(patience)
			if d.run(); !relief.Stop() {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// receive puts input into the inbox, and reports whether the caller has to
// run the loop.
func (d *dashboard) receive(p []byte) (start bool) {
	if d.flooded {
		return false
	}
	now := time.Now()
	kept, ok := d.guard.admit(now, len(p))
	if kept < len(p) {
		d.session.server.metrics.trip(byInputRate)
	}
	if d.flooded = !ok; d.flooded {
		d.cut(byInputExcess)
		return false
	}
	return kept > 0 && d.inbox.put(func(l *letter) { l.addInput(p[:kept], now) })
}
