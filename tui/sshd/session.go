package sshd

import (
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

// session is one session channel: what its client says before shell or exec,
// and then either a dashboard or a command.
type session struct {
	conn   *conn
	server *Server
	ch     ssh.Channel
	since  time.Time

	// Only the goroutine of serve looks at these.
	env   environ
	pty   *pty
	early int

	finished sync.Once

	mu    sync.Mutex
	state sessionState
	timer *time.Timer // to shell or exec
	runs  activity    // nil until then
	next  func()      // what the request being handled starts
}

// activity is what a session runs: a dashboard or a command.
type activity interface {
	end(e ending)
	announce() // that the server is about to end
	resize(to size)
}

type sessionState uint8

const (
	waiting sessionState = iota // for shell or exec
	running
	over
)

func newSession(c *conn, ch ssh.Channel) *session {
	return &session{conn: c, server: c.server, ch: ch, since: time.Now()}
}

// serve answers the requests on a channel until the client closes it. It
// never waits for what the session does: as long as it does not return to the
// next request, x/crypto/ssh handles nothing at all on this connection.
func (s *session) serve(reqs <-chan *ssh.Request) {
	defer s.gone()
	defer s.conn.rescue()
	s.mu.Lock()
	s.timer = time.AfterFunc(s.server.limits.ShellTimeout, func() { s.refuse(byShellTimeout) })
	s.mu.Unlock()
	go s.noExtendedData()
	for req := range reqs {
		ok := s.handle(req)
		_ = req.Reply(ok, nil) // a failing write ends the connection
		if s.next != nil {     // a quick command's end must not come before the reply
			go s.next()
			s.next = nil
		}
	}
}

// noExtendedData ends the connection of a client that sends data of a kind
// only servers send: nobody reads it, and 2 MiB of it would be kept.
func (s *session) noExtendedData() {
	var b [1]byte
	if n, _ := s.ch.Stderr().Read(b[:]); n > 0 {
		s.conn.kill(byProtocol)
	}
}

// handle answers one request.
func (s *session) handle(req *ssh.Request) bool {
	s.mu.Lock()
	state, runs := s.state, s.runs
	s.mu.Unlock()
	if state == running {
		return s.handleRunning(runs, req)
	}
	if state == over {
		return false
	}
	if s.early++; s.early > maxEarlyRequests {
		s.refuse(byEarlyRequests)
		return false
	}
	switch req.Type {
	case "pty-req":
		p, ok := parsePty(req.Payload)
		if ok = ok && s.pty == nil; ok {
			s.pty = &p
		}
		return ok
	case "window-change":
		size, ok := parseWindow(req.Payload)
		if ok = ok && s.pty != nil; ok {
			s.pty.size = size
		}
		return ok
	case "env":
		return s.setEnv(req.Payload)
	case "shell":
		return s.start("")
	case "exec":
		line, ok := parseString(req.Payload)
		return ok && s.start(line)
	}
	s.server.metrics.deny("request")
	return false
}

func (s *session) setEnv(payload []byte) bool {
	name, value, ok := parseEnv(payload)
	if !ok {
		return false
	}
	kept := s.env.set(name, value)
	if !kept && allowedEnv(name) {
		s.server.metrics.trip(byEnv)
	}
	return kept
}

// handleRunning answers a request while the dashboard or command runs.
func (s *session) handleRunning(runs activity, req *ssh.Request) bool {
	switch req.Type {
	case "window-change":
		size, ok := parseWindow(req.Payload)
		if ok {
			runs.resize(size)
		}
		return ok
	case "signal":
		name, _ := parseString(req.Payload)
		if name != "INT" && name != "TERM" && name != "HUP" && name != "QUIT" {
			return false
		}
		s.end(ending{why: byClient, status: 130})
		return true
	}
	s.server.metrics.deny("request")
	return false
}

// begin goes on from waiting, once.
func (s *session) begin(next sessionState, runs activity) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != waiting {
		return false
	}
	s.state, s.runs = next, runs
	if s.timer != nil { // the server may end before serve begins
		s.timer.Stop()
	}
	return true
}

// refuse ends a session that has not begun, with a line that says why.
func (s *session) refuse(why reason) {
	if !s.begin(over, nil) {
		return
	}
	s.server.metrics.refuse(why)
	go s.finish(why.ending())
}

// end ends the session, whatever it does.
func (s *session) end(e ending) {
	if s.begin(over, nil) {
		go s.finish(e)
		return
	}
	s.mu.Lock()
	runs := s.runs
	s.mu.Unlock()
	if runs != nil {
		runs.end(e)
	}
}

// announce tells the client that the server is about to end.
func (s *session) announce() {
	s.mu.Lock()
	runs := s.runs
	s.mu.Unlock()
	if runs != nil {
		runs.announce()
	}
}

// finish says goodbye on the channel and closes it, once.
func (s *session) finish(e ending) { s.finished.Do(func() { s.goodbye(e) }) }

func (s *session) goodbye(e ending) {
	defer s.conn.rescue()
	defer s.conn.end()
	defer s.server.untrackSession(s)
	s.server.metrics.ended.WithLabelValues(string(e.why)).Inc()
	s.conn.log.Info("session ended", "reason", string(e.why), "status", e.status,
		"seconds", int(time.Since(s.since).Seconds()))
	if e.line != "" {
		_ = s.write(s.ch.Stderr().Write, []byte("anhui-tui: "+e.line+"\r\n"))
	}
	status := struct{ Status uint32 }{e.status}
	_, _ = s.ch.SendRequest("exit-status", false, ssh.Marshal(status))
	_ = s.ch.CloseWrite()
	_ = s.ch.Close()
}

// gone ends the session when the client has closed its channel.
func (s *session) gone() {
	s.end(ending{why: s.conn.blamed(), status: 1})
	s.mu.Lock()
	defer s.mu.Unlock()
	s.timer.Stop()
}

// chunk is how much is written at once. The library keeps a buffer as large
// as the largest packet for each connection, in both directions.
const chunk = 4 << 10

// write writes to the client, who has the stall time to take it.
func (s *session) write(to func([]byte) (int, error), p []byte) error {
	stalled := time.AfterFunc(s.server.limits.WriteStall, func() { s.conn.kill(byWriteStall) })
	defer stalled.Stop()
	s.server.metrics.written.Add(float64(len(p)))
	for len(p) > 0 {
		n, err := to(p[:min(len(p), chunk)])
		if err != nil {
			return err
		}
		p = p[n:]
	}
	return nil
}
