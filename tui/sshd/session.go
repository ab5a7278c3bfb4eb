package sshd

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"

	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// session is one session channel: the requests before shell or exec, and then an
// [activity].
type session struct {
	conn   *conn
	server *Server
	ch     ssh.Channel
	since  time.Time
	excess bool // beyond PerSource: it has to follow a presentation

	// Used by the goroutine of serve only.
	env      environ
	pty      *pty
	requests int // before shell or exec

	finished sync.Once
	begun    chan struct{} // closed when it is not waiting any more

	mu    sync.Mutex
	state sessionState
	timer *time.Timer // to shell or exec; when the session is over, to the client's closing the channel
	left  bool        // the client has closed the channel
	runs  activity    // nil until shell or exec
	early []byte      // data that came before; the activity's from then on
	next  func()      // what the request being handled starts
}

// activity is what a session runs: a dashboard, a dialogue or a command.
type activity interface {
	end(e ending)
	announce() // that the server is draining
	resize(to size)
	// read takes p and err, which were read from the channel, and reads on to its
	// end.
	read(p []byte, err error)
}

type sessionState uint8

const (
	waiting sessionState = iota // for shell or exec
	running
	over
)

// newSession returns the session of a channel that was accepted.
func newSession(c *conn, ch ssh.Channel) *session {
	return &session{conn: c, server: c.server, ch: ch, since: time.Now(), begun: make(chan struct{})}
}

// serve handles the requests on the channel until the client closes it. It never
// waits for the activity: x/crypto/ssh handles nothing on the connection before
// the next request is taken.
func (s *session) serve(reqs <-chan *ssh.Request) {
	defer s.gone()
	defer s.conn.recoverConn()
	s.mu.Lock()
	s.timer = time.AfterFunc(s.server.limits.ShellTimeout, func() { s.refuse(reasonShellTimeout) })
	s.mu.Unlock()
	go s.read()
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

// earlyGrace is how long data may be ahead of shell or exec: they are taken from the
// connection together, and handled side by side.
const earlyGrace = time.Second

// read reads what the client sends, from the opening of the channel to its close:
// x/crypto/ssh keeps what nobody reads. Up to maxEarlyData bytes are kept until the
// session begins, and nothing when it is over.
func (s *session) read() {
	defer s.conn.recoverConn()
	p, err := s.readEarly()
	s.mu.Lock()
	runs := s.runs
	s.mu.Unlock()
	if runs != nil {
		runs.read(p, err)
		return
	}
	s.drain()
}

// drain reads to the end of the channel what is of no use any more.
func (s *session) drain() {
	_, _ = io.CopyBuffer(struct{ io.Writer }{io.Discard}, struct{ io.Reader }{s.ch}, make([]byte, 512))
}

// readEarly reads until the session begins. It returns what it read after that, or
// why there is no more.
func (s *session) readEarly() ([]byte, error) {
	var buf [512]byte
	for {
		n, err := s.ch.Read(buf[:])
		s.mu.Lock()
		if s.state != waiting {
			s.mu.Unlock()
			return bytes.Clone(buf[:n]), err
		}
		s.early = append(s.early, buf[:n]...)
		tooMuch := len(s.early) > maxEarlyData
		s.mu.Unlock()
		switch {
		case err != nil:
			<-s.begun
			return nil, err
		case tooMuch && !s.beginsWithin(earlyGrace):
			s.refuse(reasonEarlyData)
			return nil, nil
		case tooMuch:
			return nil, nil
		}
	}
}

// beginsWithin waits for the session to begin, and reports whether it does so in time.
func (s *session) beginsWithin(d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-s.begun:
		return true
	case <-timer.C:
		return false
	}
}

// noExtendedData closes the connection of a client that sends extended data, which
// only servers send: 2 MiB of it would be buffered.
func (s *session) noExtendedData() {
	var b [1]byte
	if n, _ := s.ch.Stderr().Read(b[:]); n > 0 {
		s.conn.kill(reasonProtocol)
	}
}

// handle handles one request and returns the reply.
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
	if s.requests++; s.requests > maxEarlyRequests {
		s.refuse(reasonEarlyRequests)
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

// setEnv handles an env request.
func (s *session) setEnv(payload []byte) bool {
	name, value, ok := parseEnv(payload)
	if !ok {
		return false
	}
	kept := s.env.set(name, value)
	if !kept && allowedEnv(name) {
		s.server.metrics.exceeded(reasonEnv)
	}
	return kept
}

// handleRunning handles a request while the session runs.
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
		s.end(ending{why: reasonClient, status: 130})
		return true
	}
	s.server.metrics.deny("request")
	return false
}

// begin changes the state from waiting to next, with an activity. It returns
// false if the session has begun or ended already.
func (s *session) begin(next sessionState, runs activity) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != waiting {
		return false
	}
	s.state, s.runs = next, runs
	close(s.begun)
	if s.timer != nil { // the server may end before serve begins
		s.timer.Stop()
	}
	return true
}

// refuse ends a session that has not begun, for a limit.
func (s *session) refuse(why reason) {
	if s.begin(over, nil) {
		s.server.metrics.refuse(why)
		go s.finish(why.ending())
	}
}

// refuseRequest is refuse for a shell or exec that is being handled: the end comes
// after the reply, which is true, so that the client reads why.
func (s *session) refuseRequest(why reason) bool {
	if s.begin(over, nil) {
		s.server.metrics.refuse(why)
		s.next = func() { s.finish(why.ending()) }
	}
	return true
}

// end ends the session in any state.
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

// announce tells the client that the server is draining.
func (s *session) announce() {
	s.mu.Lock()
	runs := s.runs
	s.mu.Unlock()
	if runs != nil {
		runs.announce()
	}
}

// finish sends the exit status and closes the channel, once.
func (s *session) finish(e ending) { s.finished.Do(func() { s.goodbye(e) }) }

// goodbye does the work of finish.
func (s *session) goodbye(e ending) {
	defer s.conn.recoverConn()
	defer s.conn.end()
	defer s.server.untrackSession(s)
	s.server.metrics.ended.With(string(e.why)).Inc()
	s.conn.log.Info("session ended", "reason", string(e.why), "status", e.status,
		"seconds", int(time.Since(s.since).Seconds()))
	if e.line != "" {
		_ = s.write(s.ch.Stderr().Write, []byte("anhui-tui: "+e.line+"\r\n"))
	}
	status := struct{ Status uint32 }{e.status}
	_, _ = s.ch.SendRequest("exit-status", false, ssh.Marshal(status))
	_ = s.ch.CloseWrite()
	_ = s.ch.Close()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.left {
		s.timer = time.AfterFunc(s.server.limits.ChannelTimeout, s.conn.hangUp)
	}
}

// gone is called when the client has closed the channel.
func (s *session) gone() {
	s.end(ending{why: s.conn.closeReason(), status: 1})
	s.mu.Lock()
	defer s.mu.Unlock()
	s.left = true
	s.timer.Stop()
}

// chunk is the size of a write, in bytes. For each connection x/crypto/ssh keeps two
// buffers as large as the largest packet so far, and a packet of this size fits into
// one of 2 KiB, as Go allocates them.
const chunk = 2<<10 - 64

// write writes p with to, in chunks. If that takes longer than WriteStall the
// connection is closed.
func (s *session) write(to func([]byte) (int, error), p []byte) error {
	stalled := time.AfterFunc(s.server.limits.WriteStall, func() { s.conn.kill(reasonWriteStall) })
	defer stalled.Stop()
	s.server.metrics.written.Add(uint64(len(p)))
	for len(p) > 0 {
		n, err := to(p[:min(len(p), chunk)])
		if err != nil {
			return err
		}
		p = p[n:]
	}
	return nil
}

// Opening is what a dashboard or a dialogue starts with.
type Opening struct {
	Dialogue bool // the line interface of package dialogue, not the dashboard
	At       place.Place
	View     place.Viewport // without size; of a dialogue only the language counts
	Options  tui.Options    // of a dashboard
	Room     RoomRequest
}

// Handler is the command line of sessions, which is the same over SSH as at home.
// Its methods get the words of the client's command and its environment. TERM is
// set, if only to "", for a client with a terminal and for no other. They access
// no file, program or anything else of the server.
type Handler interface {
	// Open returns what the dashboard or the dialogue of the words starts with,
	// or an error if they are for neither.
	Open(args, env []string) (Opening, error)
	// Exec runs the command of the words, which may be wrong, and returns its
	// exit code. It stops when ctx is done or when a write fails. It is called
	// for words that Open has no dialogue for, and no dashboard for a terminal.
	Exec(ctx context.Context, args, env []string, stdin io.Reader, stdout, stderr io.Writer) int
	// Work returns how long Exec takes for the words, in about microseconds of a
	// processor, without what depends on the input.
	Work(args []string) int
}

// start starts the command line of shell or exec. It returns the reply.
func (s *session) start(line string) bool {
	words, err := splitWords(line)
	if err != nil {
		return s.runCommand("command", 0, failing(2, err.Error()))
	}
	o, err := s.server.config.Handler.Open(words, s.environment())
	if s.excess && (err != nil || o.Room.Do != FollowRoom) {
		return s.refuseRequest(reasonPerSource)
	}
	switch {
	case err == nil && o.Room.Do == HandoutRoom:
		return s.runCommand("command", workOfHandout, s.handout(o))
	case err == nil && o.Dialogue:
		return s.openDialogue(o)
	case err == nil && s.pty != nil:
		return s.openDashboard(o)
	case len(words) == 0:
		return s.runCommand("plain", s.server.config.Handler.Work(nil), s.overview())
	}
	return s.runCommand("command", s.server.config.Handler.Work(words), s.executing(words))
}

// openDashboard starts a dashboard, or refuses it. It returns the reply to the
// request.
func (s *session) openDashboard(o Opening) bool {
	size := s.pty.size
	if !s.server.capacity.resize(0, size.cells()) {
		return s.refuseRequest(reasonMaxCells)
	}
	o.View.Remote, o.Options.Search = true, s.server.renderer.Search
	o.View.Room = place.Room{Host: s.conn.reached(), Right: s.conn.right()}
	d := newDashboard(s, tui.New(s.server.config.Data, o.At, o.View.Size(size.w, size.h), o.Options), s.pty)
	shown := d.toShow()
	if !s.begin(running, d) {
		s.server.capacity.resize(size.cells(), 0)
		return false
	}
	s.server.metrics.started.With("dashboard").Inc()
	if o.Room.Do == NoRoom {
		d.start()
		return true
	}
	s.next = func() { // the room may be that of another server
		defer s.conn.recoverConn()
		if none := d.enter(o.Room, shown); none != nil {
			d.end(*none)
		}
		d.notify()
		d.start()
	}
	return true
}

// environment returns the environment of the client, with TERM, COLUMNS and LINES
// if it has a terminal.
func (s *session) environment() []string {
	if s.pty == nil {
		return s.env
	}
	return slices.Concat(s.env, environ{
		"TERM=" + s.pty.term, fmt.Sprint("COLUMNS=", s.pty.size.w), fmt.Sprint("LINES=", s.pty.size.h),
	})
}
