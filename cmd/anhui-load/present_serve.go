package main

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	natsd "github.com/nats-io/nats-server/v2/server"
	"golang.org/x/crypto/ssh"

	"anhui-tui/cmd/internal/natsbus"
	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/sshd"
)

// busVariable is the variable with the address of NATS for the servers.
const busVariable = "ANHUI_LOAD_BUS"

// serveRooms starts a server where anybody may present, as serveOurs does.
func serveRooms(ln net.Listener, key ssh.Signer, d *model.Dataset, p *plan) (server, error) {
	limits := loadLimits(p)
	limits.MaxSessions = 2 * (p.Sessions + 10) // half of which may follow
	limits.MaxCells = max(limits.MaxCells, 2*p.Sessions*p.Width*p.Height)
	c := sshd.Config{Data: d, HostKey: key, Limits: limits, Handler: roomHandler{}, AnyonePresents: true}
	if address := os.Getenv(busVariable); address != "" {
		bus, err := natsbus.Connect(natsbus.Config{URL: address})
		if err != nil {
			return nil, err
		}
		c.Bus = bus
	}
	s, err := sshd.New(c)
	if err != nil {
		return nil, err
	}
	go s.Serve(ln) //nolint:errcheck // it ends with the process
	return &ourServer{s, ln}, nil
}

// roomHandler opens the Overview, presents it, or follows.
type roomHandler struct{}

func (roomHandler) Open(args, _ []string) (sshd.Opening, error) {
	o := sshd.Opening{View: place.Viewport{Colors: place.Colors256}, Options: tui.Options{FixedTheme: true}}
	switch strings.Join(args[:min(1, len(args))], "") {
	case "":
	case "present":
		o.Room.Do = sshd.PresentRoom
	case "follow":
		o.Room = sshd.RoomRequest{Do: sshd.FollowRoom, Code: args[len(args)-1]}
	default:
		return o, errors.New("there is nothing else")
	}
	return o, nil
}

func (roomHandler) Work([]string) int { return 0 }

func (roomHandler) Exec(context.Context, []string, []string, io.Reader, io.Writer, io.Writer) int {
	return 2
}

// fan sends what one session sends to all others, as it is.
type fan struct {
	mu  sync.Mutex
	all map[chan []byte]struct{}
}

func newFan() *fan { return &fan{all: map[chan []byte]struct{}{}} }

// session is a session of the fan. What it is sent is written by a goroutine of its
// own, the latest first if it is slow.
func (f *fan) session(ch ssh.Channel, _ <-chan tea.WindowSizeMsg) {
	in := make(chan []byte, 16)
	f.mu.Lock()
	f.all[in] = struct{}{}
	f.mu.Unlock()
	defer func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		delete(f.all, in)
		close(in)
	}()
	go func() {
		for b := range in {
			if _, err := ch.Write(b); err != nil {
				return
			}
		}
	}()
	_, _ = ch.Write([]byte("ready"))
	buf := make([]byte, 64<<10)
	for {
		n, err := ch.Read(buf)
		if err != nil {
			return
		}
		b := append([]byte(nil), buf[:n]...)
		f.mu.Lock()
		for to := range f.all {
			if to == in {
				continue
			}
			select {
			case to <- b:
			default:
			}
		}
		f.mu.Unlock()
	}
}

// natsServer is a NATS server.
type natsServer struct{ *natsd.Server }

// serveNATS starts a NATS server on a free port; that of the listener is given up.
func serveNATS(ln net.Listener) (server, error) {
	if err := ln.Close(); err != nil {
		return nil, err
	}
	s, err := natsd.NewServer(&natsd.Options{Host: "127.0.0.1", Port: natsd.RANDOM_PORT, NoLog: true, NoSigs: true})
	if err != nil {
		return nil, err
	}
	go s.Start()
	if !s.ReadyForConnections(10 * time.Second) {
		return nil, errors.New("NATS does not start")
	}
	return natsServer{s}, nil
}

func (s natsServer) Close() error {
	s.Shutdown()
	return nil
}
