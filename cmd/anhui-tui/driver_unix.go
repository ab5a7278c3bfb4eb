//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model/runes"
	"anhui-tui/tui"
	"anhui-tui/tui/report"
	"anhui-tui/tui/terminal"
)

// driver shows an App on the terminal of the program: it turns input into
// messages for the App's [loop], paints what they lead to, and gives the terminal
// back, for a while or for good. All of it happens in one goroutine.
type driver struct {
	tty    *tty
	term   string // the terminal's name
	app    tui.App
	loop   *loop
	input  terminal.Input
	screen terminal.Screen
	asked  [2]time.Time // when the terminal was asked what it has not answered, by question
	ours   bool         // the terminal is: not while the program is stopped, nor once it has left
	ctrlZ  bool         // was pressed

	signals   chan os.Signal
	continued chan struct{} // there was a SIGCONT
	events    chan any      // an [os.Signal], a [*fault], or a message for the App
	done      chan struct{} // closed in the end

	over  bool
	code  int // the exit code
	fault *fault
}

// The questions a terminal is asked.
const (
	askedBackground = iota
	askedSync
)

// handled are the signals the driver handles. A write error says more than
// SIGPIPE; SIGTTOU and SIGTTIN have their effects.
func handled() []os.Signal {
	return []os.Signal{
		syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT,
		syscall.SIGTSTP, syscall.SIGCONT, syscall.SIGWINCH,
	}
}

// runApp shows the dashboard by a driver.
func (p *program) runApp(app tui.App, out *os.File) error {
	t, err := openTTY(p.stdin, out)
	if err != nil {
		return err
	}
	d := newDriver(t, app, p.env["TERM"])
	if err := d.run(p.environ); err != nil {
		return err
	}
	switch {
	case d.fault != nil:
		fmt.Fprintf(p.stderr, "panic: %s\n\n%s\n", runes.Line(fmt.Sprint(d.fault.what)), d.fault.stack) //nolint:errcheck // there is nowhere else
		return fail(exitUnexpected, "internal error; please report the lines above")
	case d.code != exitOK:
		return &failure{code: d.code}
	}
	return nil
}

func newDriver(t *tty, app tui.App, term string) *driver {
	return &driver{
		tty: t, term: term, app: app, screen: terminal.NewScreen(terminal.Diff),
		signals: make(chan os.Signal, 16), continued: make(chan struct{}, 1),
		events: make(chan any, 16), done: make(chan struct{}),
	}
}

// run shows the App until it ends. The terminal is given back in any case.
func (d *driver) run(environ []string) error {
	notified := make(chan struct{})
	go func() {
		signal.Notify(d.signals, handled()...) // switches threads for each: as long as a third of a frame takes
		close(notified)
		d.receive()
	}()
	defer func() {
		<-notified
		if d.code != exitCode(syscall.SIGHUP) { // which may come after the end of input that it goes with
			signal.Stop(d.signals)
		}
		close(d.done)
		if d.loop != nil {
			d.loop.end()
		}
	}()
	defer d.leave()
	defer func() {
		if f := recovered(recover()); f != nil {
			d.fault = f
		}
	}()
	d.app, _ = d.app.Step(d.size())
	first := d.drawn(d.app.Start(), terminal.MayAskSync(d.term))
	<-notified // what is changed now is given back whatever comes
	if err := d.tty.makeRaw(); err != nil {
		return err
	}
	d.ours = true
	d.write(first)
	d.schedule(d.app.Start().Auto)
	d.loop = newLoop(d.app, environ)
	d.give(nil)
	go d.loop.rest()
	buffer := make([]byte, 4<<10)
	for !d.over {
		d.next(buffer)
	}
	return nil
}

// receive hands signals to the driver. A second one that ends the program does so
// at once, whatever the driver is doing.
func (d *driver) receive() {
	ending := false
	for {
		select {
		case <-d.done:
			return
		case s := <-d.signals:
			switch s {
			case syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT:
				if ending {
					d.tty.restore()
					os.Exit(exitCode(s))
				}
				ending = true
			case syscall.SIGCONT:
				select {
				case d.continued <- struct{}{}:
				default:
				}
			}
			d.post(s)
		}
	}
}

// post hands an event to the driver, from another goroutine.
func (d *driver) post(e any) {
	select {
	case d.events <- e:
		d.tty.wake()
	case <-d.done:
	}
}

// next waits for what comes next, and does it.
func (d *driver) next(buffer []byte) {
	select {
	case e := <-d.events:
		d.handle(e)
		return
	default:
	}
	input, err := d.tty.wait(d.input.Timeout(), buffer)
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		d.give(d.expire())
	case err != nil: // the terminal is gone, and with it what there was to give back
		d.ours = false
		d.end(exitCode(syscall.SIGHUP))
	case len(input) > 0:
		d.give(d.read(input))
	}
	if d.ctrlZ {
		d.ctrlZ = false
		d.suspend(0) // as a terminal that is not raw does: all of the job
	}
}

// read returns the messages for the App that input completes.
func (d *driver) read(input []byte) (m messages) {
	d.input.Feed(input, func(msg tea.Msg) { m = d.received(m, msg) })
	return m
}

// expire returns the messages for the App that the end of a silence makes.
func (d *driver) expire() (m messages) {
	d.input.Expire(func(msg tea.Msg) { m = d.received(m, msg) })
	return m
}

// received appends a message of the terminal to those for the App, unless it is
// for the driver.
func (d *driver) received(m messages, msg tea.Msg) messages {
	switch msg := msg.(type) {
	case tea.ModeReportMsg:
		d.asked[askedSync] = time.Time{}
		d.screen.Report(msg)
		return m
	case tea.BackgroundColorMsg:
		d.asked[askedBackground] = time.Time{}
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+z" {
			d.ctrlZ = true
			return m
		}
	}
	return append(m, msg)
}

// handle does what an event asks for.
func (d *driver) handle(e any) {
	switch e := e.(type) {
	case os.Signal:
		d.signalled(e)
	case *fault:
		d.fault = e
		d.end(exitUnexpected)
	default:
		d.give(messages{e})
	}
}

func (d *driver) signalled(s os.Signal) {
	switch s {
	case syscall.SIGWINCH:
		d.screen.Invalidate()
		d.give(messages{d.size()})
	case syscall.SIGTSTP:
		d.suspend(os.Getpid())
	case syscall.SIGCONT:
		select {
		case <-d.continued: // after SIGSTOP, of which there is no notice
			d.resume()
		default: // it was awaited
		}
	default:
		d.end(exitCode(s))
	}
}

// exitCode returns the exit code of a program that a signal ended.
func exitCode(s os.Signal) int {
	number, _ := s.(syscall.Signal) //nolint:errcheck // always ok for those of Unix
	return exitSignal + int(number)
}

// end ends the program with an exit code.
func (d *driver) end(code int) { d.over, d.code = true, code }

// size returns the message that says the size of the terminal.
func (d *driver) size() tea.Msg {
	w, h := d.tty.size()
	return tea.WindowSizeMsg{Width: w, Height: h}
}

// give gives messages to the App, and paints what they lead to.
func (d *driver) give(m messages) {
	done := d.loop.step(m)
	d.app = done.app
	if done.fault != nil {
		d.fault = done.fault
		d.end(exitUnexpected)
		return
	}
	var all tui.Effect
	for _, w := range done.wishes {
		all.Redraw = all.Redraw || w.Redraw
		all.AskBackground = all.AskBackground || w.AskBackground
		if w.Copy != "" {
			all.Copy = w.Copy
		}
		if w.Save != "" {
			go d.save(w.app, w.Save)
		}
		d.schedule(w.Auto)
		if w.Quit {
			d.end(exitOK)
			return
		}
	}
	d.paint(all)
}

// schedule gives the App a message after a time, as it wishes.
func (d *driver) schedule(a tui.Auto) {
	if a.After > 0 {
		time.AfterFunc(a.After, func() { d.post(a.Msg) })
	}
}

// save saves a file, beside the loop.
func (d *driver) save(app tui.App, format report.Format) {
	defer func() {
		if f := recovered(recover()); f != nil {
			d.post(f)
		}
	}()
	d.post(app.Save(format))
}

// paint brings the terminal up to date, and sends it what the App wishes of it.
func (d *driver) paint(e tui.Effect) {
	if d.ours {
		d.write(d.drawn(e, false))
	}
}

// drawn returns the bytes that bring the terminal up to date, with what the App wishes
// of it, and for the first frame perhaps one question more.
func (d *driver) drawn(e tui.Effect, askSync bool) *bytes.Buffer {
	if e.Redraw {
		d.screen.Invalidate()
	}
	out := &bytes.Buffer{}
	frame := d.app.Page().Cells()
	d.screen.Show(out, frame.Frame, terminal.ModesOf(d.app.Terminal(), frame.Title, d.term))
	if e.Copy != "" {
		out.WriteString(ansi.SetSystemClipboard(e.Copy))
	}
	if e.AskBackground {
		d.ask(out, askedBackground, ansi.RequestBackgroundColor)
	}
	if askSync {
		d.ask(out, askedSync, ansi.RequestModeSynchronizedOutput)
	}
	return out
}

// ask appends a question to the terminal.
func (d *driver) ask(out *bytes.Buffer, which int, question string) {
	out.WriteString(question)
	d.asked[which] = time.Now()
	d.input.Asked()
}

// write writes to the terminal. If that fails it is gone, as reading will say.
func (d *driver) write(out *bytes.Buffer) {
	if out.Len() > 0 {
		_, _ = d.tty.out.Write(out.Bytes())
	}
}

// leave gives the screen back, and then the terminal, but not before what it was
// asked is answered, or will not be: else a shell would read the answer.
func (d *driver) leave() {
	if !d.ours || !d.tty.foreground() {
		return
	}
	d.ours = false
	var out bytes.Buffer
	d.screen.Leave(&out)
	d.write(&out)
	buffer := make([]byte, 4<<10)
	for left := d.unanswered(); left > 0; left = d.unanswered() {
		input, err := d.tty.wait(left, buffer)
		if err != nil {
			break
		}
		d.read(input) // for the answers among it
	}
	d.tty.restore()
}

// unanswered returns how long the terminal may still take to answer what it was
// asked.
func (d *driver) unanswered() (left time.Duration) {
	for _, asked := range d.asked {
		if !asked.IsZero() {
			left = max(left, time.Until(asked.Add(terminal.AnswerTimeout)))
		}
	}
	return left
}

// continueTimeout is how long after a signal to stop the program knows that it
// was not stopped: the system does not stop what nobody could continue.
const continueTimeout = 200 * time.Millisecond

// suspend gives the terminal back and stops a process, or for 0 its whole job,
// until it is continued.
func (d *driver) suspend(pid int) {
	d.leave()
	d.ctrlZ = false // while it left
	d.stop(pid)
	d.resume()
}

// stop stops a process, or for 0 the whole job, and waits until the program is
// continued. It returns false if it was not stopped. The signal is SIGTTOU, for
// Go, which has handled SIGTSTP once, never leaves that to the system again.
func (d *driver) stop(pid int) bool {
	select {
	case <-d.continued: // before
	default:
	}
	_ = syscall.Kill(pid, syscall.SIGTTOU)
	select {
	case <-d.continued:
		return true
	case <-time.After(continueTimeout):
		return false
	}
}

// resume takes the terminal again, once the program is in the foreground. It ends
// the program if nobody can bring it there.
func (d *driver) resume() {
	for !d.tty.foreground() {
		// As whoever changes the modes of a terminal in the background is stopped.
		if !d.stop(0) && !d.tty.foreground() {
			d.end(exitCode(syscall.SIGHUP))
			return
		}
	}
	if d.ours { // it was stopped without notice: whatever the modes are, they are reset before they are set
		var out bytes.Buffer
		d.screen.Leave(&out)
		d.write(&out)
	}
	if err := d.tty.makeRaw(); err != nil {
		d.end(exitCode(syscall.SIGHUP))
		return
	}
	d.ours = true
	d.screen.Invalidate()
	d.give(messages{d.size()})
}
