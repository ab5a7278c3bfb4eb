package main

import (
	"net"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/crypto/ssh"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/terminal"
)

// bareServer is a minimal SSH server without limits, to compare sessions only.
type bareServer struct {
	net.Listener
	config *ssh.ServerConfig
	serve  session
}

// session serves a session until its client closes it.
type session func(ch ssh.Channel, sizes <-chan tea.WindowSizeMsg)

func serveBare(ln net.Listener, key ssh.Signer, serve session) server {
	s := &bareServer{ln, &ssh.ServerConfig{NoClientAuth: true}, serve}
	s.config.AddHostKey(key)
	go s.accept()
	return s
}

func (s *bareServer) accept() {
	for {
		conn, err := s.Accept()
		if err != nil {
			return
		}
		go s.connection(conn)
	}
}

func (s *bareServer) connection(conn net.Conn) {
	defer conn.Close() //nolint:errcheck // it is gone anyway
	_, channels, requests, err := ssh.NewServerConn(conn, s.config)
	if err != nil {
		return
	}
	go ssh.DiscardRequests(requests)
	for offered := range channels {
		ch, requests, err := offered.Accept()
		if err != nil {
			return
		}
		go s.requests(ch, requests)
	}
}

// requests answers the requests of a session, and starts it at the request of a
// shell.
func (s *bareServer) requests(ch ssh.Channel, requests <-chan *ssh.Request) {
	sizes := make(chan tea.WindowSizeMsg, 1)
	defer close(sizes)
	for r := range requests {
		switch r.Type {
		case "pty-req":
			var pty struct {
				Term                 string
				Cols, Rows, Wpx, Hpx uint32
				Modes                string
			}
			if ssh.Unmarshal(r.Payload, &pty) == nil {
				sizes <- tea.WindowSizeMsg{Width: int(min(pty.Cols, 400)), Height: int(min(pty.Rows, 150))}
			}
			_ = r.Reply(true, nil) // the next read says so
		case "shell":
			_ = r.Reply(true, nil) // as above
			go func() {
				defer ch.Close() //nolint:errcheck // it is over
				s.serve(ch, sizes)
			}()
		default:
			_ = r.Reply(false, nil) // as above
		}
	}
}

// floor returns a session that answers each key with the same full frame.
func floor(d *model.Dataset, in place.Viewport) session {
	frame := terminal.Diff(nil, screen.Render(d, place.Place{}, in).Frame)
	return func(ch ssh.Channel, _ <-chan tea.WindowSizeMsg) {
		var key [64]byte
		for {
			if _, err := ch.Write(frame); err != nil {
				return
			}
			if _, err := ch.Read(key[:]); err != nil {
				return
			}
		}
	}
}

// stock returns a session that runs a Bubble Tea program with its own renderer.
func stock(d *model.Dataset, in place.Viewport) session {
	return func(ch ssh.Channel, sizes <-chan tea.WindowSizeMsg) {
		size := <-sizes
		p := tea.NewProgram(
			tui.New(d, place.Place{}, in.Size(size.Width, size.Height), tui.Options{}),
			tea.WithInput(ch), tea.WithOutput(ch), tea.WithoutSignals(),
			tea.WithWindowSize(size.Width, size.Height), tea.WithColorProfile(colorprofile.ANSI256),
			tea.WithEnvironment([]string{"TERM=xterm-256color", "SSH_TTY=/dev/pts/0"}),
		)
		go func() {
			for size := range sizes {
				p.Send(size)
			}
			p.Quit()
		}()
		_, _ = p.Run() // the client is gone
	}
}
