package main

import (
	"context"
	"io"
	"net"
	"net/netip"
	"time"

	"golang.org/x/crypto/ssh"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/sshd"
)

// ourServer is the server of anhui-tui serve.
type ourServer struct {
	*sshd.Server
	ln net.Listener
}

// serveOurs starts the server with all its limits. Those that a load from one
// address would exceed are raised.
func serveOurs(ln net.Listener, key ssh.Signer, d *model.Dataset, p *plan) (server, error) {
	s, err := sshd.New(sshd.Config{Data: d, HostKey: key, Limits: loadLimits(p), Handler: handler{}})
	if err != nil {
		return nil, err
	}
	go s.Serve(ln) //nolint:errcheck // it ends with the process
	return &ourServer{s, ln}, nil
}

// loadLimits returns the default limits, but for those that a load from one address
// exceeds.
func loadLimits(p *plan) sshd.Limits {
	limits := sshd.DefaultLimits()
	limits.MaxSessions = max(limits.MaxSessions, p.Sessions)
	limits.MaxCells = max(limits.MaxCells, p.Sessions*p.Width*p.Height)
	limits.Keepalive = p.Keepalive
	limits.SourceAllow = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
	return limits
}

func (s *ourServer) Addr() net.Addr { return s.ln.Addr() }

func (s *ourServer) Close() error {
	s.Drain(time.Second, nil)
	return nil
}

// handler opens the Overview for every session.
type handler struct{}

func (handler) Open(_, _ []string) (sshd.Opening, error) {
	return sshd.Opening{View: place.Viewport{Colors: place.Colors256}}, nil
}

func (handler) Work([]string) int { return 0 }

func (handler) Exec(context.Context, []string, []string, io.Reader, io.Writer, io.Writer) int {
	return 2
}
