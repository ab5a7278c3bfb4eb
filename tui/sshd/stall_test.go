package sshd

import (
	"net"
	"sync/atomic"
	"time"
)

// stallConn is a client's connection that can stop reading.
type stallConn struct {
	net.Conn
	stall atomic.Bool
	done  atomic.Bool
}

func (c *stallConn) Read(p []byte) (int, error) {
	for c.stall.Load() && !c.done.Load() {
		time.Sleep(100 * time.Millisecond)
	}
	return c.Conn.Read(p)
}

func (c *stallConn) Close() error {
	c.done.Store(true)
	return c.Conn.Close()
}
