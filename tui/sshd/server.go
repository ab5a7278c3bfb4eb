package sshd

import (
	"errors"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"

	"anhui-tui/model"
	"anhui-tui/model/runes"
	"anhui-tui/tui/present"
	"anhui-tui/tui/sshd/frames"
)

// Config configures a [Server]. Data, HostKey and Handler are required.
type Config struct {
	Data       *model.Dataset
	HostKey    ssh.Signer
	Authorized []ssh.PublicKey // the keys to admit; nil admits everyone without authentication
	Limits     Limits
	ProxyFrom  []netip.Prefix // the networks whose PROXY headers are believed, and required
	Handler    Handler

	// Bus carries presentations between servers; nil for those of this one alone.
	Bus            present.Bus
	PresenterKeys  []ssh.PublicKey // the keys of the user present; nil if presenting takes none
	AnyonePresents bool            // without PresenterKeys
	Advertise      string          // HOST or HOST:PORT under which clients reach the server; "" is what each has reached

	Log *slog.Logger // nil logs nothing
}

// Server serves the dashboard over SSH.
type Server struct {
	config   Config
	ssh      *ssh.ServerConfig
	limits   Limits
	capacity *capacity
	clients  *clients
	metrics  *metrics
	log      *slog.Logger
	renderer *frames.Renderer
	rooms    *rooms

	mu           sync.Mutex
	listeners    map[net.Listener]struct{}
	conns        map[*conn]struct{}
	sessions     map[*session]struct{}
	empty        chan struct{} // closed when draining and no session is left
	draining     bool
	keepaliveDue bool // the next batch of keepalives is scheduled
	mostConns    int  // there were since memory was given back
	releaseDue   bool // it will be given back soon
	serving      atomic.Int32
	farewells    chan struct{} // as many as are told why they are refused
}

// New returns a server for [Server.Serve]. The error names the flag of a limit
// that is out of range.
func New(c Config) (*Server, error) {
	if c.Data == nil || c.HostKey == nil || c.Handler == nil {
		return nil, errors.New("a server needs a dataset, a host key and a handler")
	}
	if err := c.Limits.check(); err != nil {
		return nil, err
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{
		config: c, limits: c.Limits, capacity: newCapacity(c.Limits), clients: newClients(c.Limits), log: c.Log,
		renderer:  frames.NewRenderer(frames.FrameBytes, frames.DiffBytes),
		listeners: map[net.Listener]struct{}{}, conns: map[*conn]struct{}{},
		sessions: map[*session]struct{}{}, empty: make(chan struct{}),
		farewells: make(chan struct{}, maxFarewells),
	}
	s.rooms = newRooms(c.Bus, c.Data.Version, c.Limits)
	s.clients.lifted = s.rooms.lifted
	s.metrics = newMetrics(s.capacity, s.ready, s.renderer, s.rooms.hub)
	s.ssh = s.serverConfig()
	return s, nil
}

// serverConfig returns the configuration of all connections, but for the host
// key: no authentication, or by a listed key if there is a list.
func (s *Server) serverConfig() *ssh.ServerConfig {
	config := &ssh.ServerConfig{Config: algorithms(), ServerVersion: version}
	if s.config.Authorized == nil {
		config.NoClientAuth = true
		config.NoClientAuthCallback = s.admitWithoutKey
	}
	if s.config.Authorized != nil || s.config.PresenterKeys != nil {
		config.PublicKeyCallback = s.authorize
		config.PublicKeyAuthAlgorithms = signatures()
	}
	return config
}

// ready reports whether new connections are accepted.
func (s *Server) ready() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.serving.Load() > 0 && !s.draining
}

// track registers a connection for [Server.Drain] and keepalives.
func (s *Server) track(c *conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.conns[c] = struct{}{}
	s.mostConns = max(s.mostConns, len(s.conns))
	s.scheduleKeepalive()
}

// untrack removes a connection.
func (s *Server) untrack(c *conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.conns, c)
	s.scheduleRelease()
}

// trackSession registers a session for [Server.Drain]. It returns false if the
// server is draining.
func (s *Server) trackSession(x *session) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.draining {
		return false
	}
	s.sessions[x] = struct{}{}
	s.renderer.Fit(len(s.sessions))
	return true
}

// untrackSession removes a session. Its share of the cached frames goes with it: an
// idle server holds what it held when it started.
func (s *Server) untrackSession(x *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.sessions, x)
	s.renderer.Fit(len(s.sessions))
	s.checkEmpty()
}

// Serve accepts connections until the listener is closed by [Server.Drain] or
// [Server.Close], and returns nil then.
func (s *Server) Serve(ln net.Listener) error {
	s.mu.Lock()
	if s.draining {
		s.mu.Unlock()
		return ln.Close()
	}
	s.listeners[ln] = struct{}{}
	s.mu.Unlock()
	s.serving.Add(1)
	defer s.serving.Add(-1)
	err := s.accept(ln)
	s.mu.Lock()
	delete(s.listeners, ln)
	draining := s.draining
	s.mu.Unlock()
	if draining && errors.Is(err, net.ErrClosed) {
		return nil
	}
	_ = ln.Close()
	return err
}

// accept accepts connections until the listener is closed. Nothing in its loop
// waits for a client.
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

// admit serves a connection in a new goroutine, or refuses it. Unless it comes from
// a proxy its source is looked at first: one that connects without end takes no
// place from others.
func (s *Server) admit(raw net.Conn) {
	c := newConn(s, raw)
	if peer := addrOf(raw.RemoteAddr()); !s.proxied(peer) {
		var why reason
		if c.origin, why = c.enter(peer); why != "" {
			s.refuse(raw, why)
			return
		}
	}
	why, evict := s.capacity.enter(c)
	if why != "" {
		c.leave()
		s.refuse(raw, why)
		return
	}
	if evict != nil {
		s.metrics.refuse(reasonMaxPreAuth)
		evict.raw.kill()
	}
	tuneTCP(raw, s.limits.TCPUserTimeout)
	s.track(c)
	go c.serve()
}

// maxFarewells is the number of refused connections at once that are told why.
const maxFarewells = 64

// refuse closes a connection that was just accepted, after telling why unless too
// many are being told.
func (s *Server) refuse(raw net.Conn, why reason) {
	s.metrics.refuse(why)
	select {
	case s.farewells <- struct{}{}:
		go func() {
			defer func() { <-s.farewells }()
			s.explain(raw, why)
		}()
	default:
		abandon(raw)
	}
}

// explain closes a connection with a line that says why. RFC 4253 allows lines of
// text before the version, and clients show them when nothing follows. What the
// client has sent is read first, up to the length of its version: closing with it
// unread would be a reset, which overtakes the line.
func (s *Server) explain(raw net.Conn, why reason) {
	_ = raw.SetDeadline(time.Now().Add(time.Second))
	_, _ = io.WriteString(raw, "anhui-tui: "+why.advice()+"\r\n")
	if half, ok := raw.(interface{ CloseWrite() error }); ok {
		_ = half.CloseWrite()
		_ = raw.SetReadDeadline(time.Now().Add(100 * time.Millisecond))
		_, _ = io.ReadFull(raw, make([]byte, 255))
	}
	_ = raw.Close()
}

// proxied reports whether a peer is a proxy whose header is required.
func (s *Server) proxied(peer netip.Addr) bool {
	return slices.ContainsFunc(s.config.ProxyFrom, func(p netip.Prefix) bool { return p.Contains(peer.Unmap().WithZone("")) })
}
