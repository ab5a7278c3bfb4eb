package sshd

import (
	"errors"
	"net"
	"sync"
	"syscall"
	"time"
)

// wire is a connection to a client below SSH. Whatever the client does there,
// a write ends within the stall time, and what it sends has a budget: that
// bounds everything x/crypto/ssh does for it, from key exchanges to ignored
// messages.
type wire struct {
	net.Conn
	stall  time.Duration
	budget bucket // used by the one goroutine that reads
	heard  moment // when the last bytes came
	trip   func(reason)
	close  sync.Once
}

var errBudget = errors.New("sshd: too much input")

func (w *wire) Read(p []byte) (int, error) {
	n, err := w.Conn.Read(p)
	if errors.Is(err, syscall.ETIMEDOUT) { // the kernel has given up
		w.trip(byTCPTimeout)
	}
	if n > 0 {
		now := time.Now()
		w.heard.set(now)
		if w.budget.spend(now, float64(n)) < 0 {
			w.trip(byWireRate)
			return 0, errBudget
		}
	}
	return n, err
}

func (w *wire) Write(p []byte) (int, error) {
	if err := w.SetWriteDeadline(time.Now().Add(w.stall)); err != nil {
		return 0, err
	}
	n, err := w.Conn.Write(p)
	if err != nil {
		var timeout net.Error
		if errors.As(err, &timeout) && timeout.Timeout() {
			w.trip(byWriteStall)
		}
		w.kill()
	}
	return n, err
}

// kill closes the connection at once: what was written and not received is
// thrown away, so that nothing lingers in the kernel for a client that does
// not read.
func (w *wire) kill() {
	w.close.Do(func() {
		if l, ok := w.Conn.(interface{ SetLinger(sec int) error }); ok {
			_ = l.SetLinger(0) // the connection may be gone already
		}
		_ = w.Conn.Close()
	})
}

// Close closes the connection after what was written.
func (w *wire) Close() error {
	err := net.ErrClosed
	w.close.Do(func() { err = w.Conn.Close() })
	return err
}
