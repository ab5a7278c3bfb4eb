package sshd

import (
	"errors"
	"log/slog"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"

	"golang.org/x/crypto/ssh"

	"anhui-tui/model"
	"anhui-tui/tui/sshd/frames"
)

// Config is what a server serves, and to whom.
type Config struct {
	Data       *model.Dataset
	HostKey    ssh.Signer
	Authorized []ssh.PublicKey // who may come in; nil is everyone, unasked
	Limits     Limits
	ProxyFrom  []netip.Prefix // whose PROXY headers are believed
	Handler    Handler
	Log        *slog.Logger // nil logs nothing
}

// Server serves the dashboard over SSH.
type Server struct {
	config   Config
	ssh      *ssh.ServerConfig
	limits   Limits
	gate     *gate
	sources  *sources
	metrics  *metrics
	log      *slog.Logger
	renderer *frames.Renderer

	mu        sync.Mutex
	listeners map[net.Listener]struct{}
	conns     map[*conn]struct{}
	sessions  map[*session]struct{}
	empty     chan struct{} // closed when draining and no session is left
	draining  bool
	beating   bool // the next keepalives have their time
	serving   atomic.Int32
}

// New returns a server. It serves nothing yet.
func New(c Config) (*Server, error) {
	if c.Data == nil || c.HostKey == nil || c.Handler == nil {
		return nil, errors.New("a server needs a dataset, a host key and a handler")
	}
	if err := c.Limits.Check(); err != nil {
		return nil, err
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{
		config: c, limits: c.Limits, gate: newGate(c.Limits), sources: newSources(c.Limits), log: c.Log,
		renderer:  frames.NewRenderer(c.Data, frames.FrameBytes, frames.DiffBytes),
		listeners: map[net.Listener]struct{}{}, conns: map[*conn]struct{}{},
		sessions: map[*session]struct{}{}, empty: make(chan struct{}),
	}
	s.metrics = newMetrics(s.gate, s.Ready, s.renderer)
	s.ssh = s.serverConfig()
	return s, nil
}

// serverConfig asks nobody for anything, unless keys were listed: then for a
// key and nothing else. Each connection adds the host key.
func (s *Server) serverConfig() *ssh.ServerConfig {
	config := &ssh.ServerConfig{Config: algorithms(), ServerVersion: version}
	if s.config.Authorized == nil {
		config.NoClientAuth = true
	} else {
		config.PublicKeyCallback = s.authorize
	}
	return config
}

// Ready reports whether new connections are accepted.
func (s *Server) Ready() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.serving.Load() > 0 && !s.draining
}

// track keeps a connection in view of [Server.Drain] until it is untracked.
func (s *Server) track(c *conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.conns[c] = struct{}{}
	s.beat()
}

func (s *Server) untrack(c *conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.conns, c)
}

// trackSession does the same for a session. It returns false if the server is
// draining and takes no more.
func (s *Server) trackSession(x *session) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.draining {
		return false
	}
	s.sessions[x] = struct{}{}
	return true
}

// untrackSession ends that. With the last session go the frames: a server that
// nobody looks at holds what it held when it started.
func (s *Server) untrackSession(x *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.sessions, x)
	if len(s.sessions) == 0 {
		s.renderer.Purge()
	}
	s.checkEmpty()
}
