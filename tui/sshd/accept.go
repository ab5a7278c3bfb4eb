package sshd

import (
	"errors"
	"io"
	"net"
	"net/netip"
	"time"

	"anhui-tui/model/runes"
)

// accept lets connections in. Nothing in its loop waits for a client.
func (s *Server) accept(ln net.Listener) error {
	pause := time.Duration(0)
	for {
		raw, err := ln.Accept()
		if errors.Is(err, net.ErrClosed) {
			return err
		}
		if err != nil {
			// Out of descriptors, or a connection that was gone before it was
			// accepted: the next one may be fine.
			pause = min(max(5*time.Millisecond, 2*pause), time.Second)
			s.log.Warn("accept", "error", runes.Logged(err.Error()))
			time.Sleep(pause)
			continue
		}
		pause = 0
		s.metrics.accepted.Inc()
		s.admit(raw)
	}
}

// admit starts to serve a connection if there is room for it.
func (s *Server) admit(raw net.Conn) {
	tuneTCP(raw, s.limits.TCPUserTimeout)
	c := newConn(s, raw)
	no, evict := s.gate.enter(c, time.Now())
	if no != "" {
		s.refuse(raw, no)
		return
	}
	if evict != nil {
		s.metrics.refuse(byMaxPreAuth)
		evict.wire.kill()
	}
	s.track(c)
	go c.serve()
}

// refuse tells a client why it cannot come in, in the one way there is before
// SSH begins: RFC 4253 allows lines of text before the version, and clients
// show them when nothing follows. It does not wait for the client: a new
// socket has room for a line.
func (s *Server) refuse(raw net.Conn, no reason) {
	s.metrics.refuse(no)
	_ = raw.SetWriteDeadline(time.Now().Add(time.Second))
	_, _ = io.WriteString(raw, "anhui-tui: "+no.advice()+"\r\n")
	_ = raw.Close()
}

// source is the address a connection comes from: its own, or the one a proxy
// that is believed says.
func (s *Server) source(raw net.Conn) (netip.Addr, error) {
	addr := addrOf(raw.RemoteAddr())
	for _, p := range s.config.ProxyFrom {
		if p.Contains(addr.Unmap().WithZone("")) {
			return readProxyHeader(raw, addr)
		}
	}
	return addr, nil
}
