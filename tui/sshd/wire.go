package sshd

import (
	"errors"
	"net"
	"sync"
	"syscall"
	"time"
)

// limitedConn is a client's net.Conn, below SSH. A write ends within the stall
// time, and what is read has a budget, which bounds everything x/crypto/ssh does
// for the client, from key exchanges to ignored messages.
type limitedConn struct {
	net.Conn
	stall    time.Duration
	budget   bucket        // used by the one goroutine that reads
	burst    float64       // of the budget from an upload on
	upload   chan struct{} // closed when something reads more than is typed
	uploads  sync.Once
	shared   *sharedBucket // of all connections of the client; likewise
	lastRead atomicTime    // when the last bytes came
	exceeded func(reason)
	slowed   func() // is called when the client as a whole sends too much
	close    sync.Once
	closed   chan struct{}
}

var errBudget = errors.New("sshd: too much input")

// Read implements [net.Conn]. It fails when the budget is spent.
func (c *limitedConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if errors.Is(err, syscall.ETIMEDOUT) { // the kernel has given up
		c.exceeded(reasonTCPTimeout)
	}
	if n > 0 {
		now := time.Now()
		c.lastRead.set(now)
		if c.budget.charge(now, float64(n)) < 0 && !c.widen() {
			c.exceeded(reasonWireRate)
			return 0, errBudget
		}
		if wait := c.shared.charge(now, float64(n)); wait > 0 {
			c.slowed()
			c.pause(wait)
		}
	}
	return n, err
}

// allowUpload lets the client send WireBurst at once, of which it has maxTypedBurst
// at first.
func (c *limitedConn) allowUpload() { c.uploads.Do(func() { close(c.upload) }) }

// widen gives the budget all of its burst, and reports whether there is something
// left of it then. What is uploaded may be ahead of the command that reads it.
func (c *limitedConn) widen() bool {
	timer := time.NewTimer(earlyGrace)
	defer timer.Stop()
	select {
	case <-c.upload:
	case <-timer.C:
		return false
	case <-c.closed:
		return false
	}
	more := max(0, c.burst-c.budget.burst)
	c.budget.burst += more
	c.budget.level += more
	return c.budget.level >= 0
}

// pause waits for d, or until the connection is closed.
func (c *limitedConn) pause(d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-c.closed:
	}
}

// Write implements [net.Conn]. It closes the connection if it fails.
func (c *limitedConn) Write(p []byte) (int, error) {
	if err := c.SetWriteDeadline(time.Now().Add(c.stall)); err != nil {
		return 0, err
	}
	n, err := c.Conn.Write(p)
	if err != nil {
		var timeout net.Error
		if errors.As(err, &timeout) && timeout.Timeout() {
			c.exceeded(reasonWriteStall)
		}
		c.kill()
	}
	return n, err
}

// kill closes the connection and discards what was not sent, so that nothing
// lingers in the kernel for a client that does not read.
func (c *limitedConn) kill() {
	c.close.Do(func() {
		close(c.closed)
		abandon(c.Conn)
	})
}

// abandon closes a connection with a reset.
func abandon(c net.Conn) {
	if l, ok := c.(interface{ SetLinger(sec int) error }); ok {
		_ = l.SetLinger(0) // the connection may be gone already
	}
	_ = c.Close()
}

// Close implements [net.Conn]. What was written is still sent.
func (c *limitedConn) Close() error {
	err := net.ErrClosed
	c.close.Do(func() {
		close(c.closed)
		err = c.Conn.Close()
	})
	return err
}
