//go:build unix

package main

import (
	"io"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/tui"
)

// loop is the event loop of an App: a Bubble Tea program without a terminal. It
// is given messages, and answers with what they made of the App and what the App
// wishes: a [driver] has the terminal.
type loop struct {
	program *tea.Program
	steps   chan step
	ended   chan struct{}
}

// messages are given to the App one after the other.
type messages []tea.Msg

// step is what some messages led to.
type step struct {
	app    tui.App
	wishes []wish
	fault  *fault // of the App; nil if there was none
}

// wish is what the App wishes after one message, and what it was then.
type wish struct {
	tui.Effect
	app tui.App
}

// fault is a panic, and where it was.
type fault struct {
	what  any
	stack []byte
}

// recovered returns the fault of a panic; nil if what is nil.
func recovered(what any) *fault {
	if what == nil {
		return nil
	}
	return &fault{what, debug.Stack()}
}

// newLoop starts the event loop of an App.
func newLoop(app tui.App, environ []string) *loop {
	l := &loop{steps: make(chan step, 1), ended: make(chan struct{})}
	in := app.Viewport()
	l.program = tea.NewProgram(stepper{app, l.steps},
		tea.WithoutRenderer(), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutSignalHandler(), tea.WithoutCatchPanics(),
		tea.WithEnvironment(environ), tea.WithColorProfile(profileOf(in.Colors)), tea.WithWindowSize(in.Width, in.Height),
		tea.WithFPS(1), // it has nothing to draw
	)
	go func() {
		defer close(l.ended)
		_, _ = l.program.Run() // ends by Quit only
	}()
	return l
}

// step gives messages to the App, and returns what they led to.
func (l *loop) step(m messages) step {
	l.program.Send(m)
	return <-l.steps
}

// rest stops the clock of the renderer there is none of, so that nothing happens
// when nothing is pressed. The loop must have stepped once.
func (l *loop) rest() { _ = l.program.ReleaseTerminal() } // it has none

// end ends the loop.
func (l *loop) end() {
	l.program.Quit()
	<-l.ended
}

// stepper is an App to Bubble Tea. Messages of Bubble Tea itself, which knows no
// terminal, are left out.
type stepper struct {
	app   tui.App
	steps chan<- step
}

// Init implements [tea.Model].
func (stepper) Init() tea.Cmd { return nil }

// View implements [tea.Model].
func (stepper) View() tea.View { return tea.View{} }

// Update implements [tea.Model].
func (s stepper) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if m, ok := msg.(messages); ok {
		done := stepAll(s.app, m)
		s.app = done.app
		s.steps <- done
	}
	return s, nil
}

// stepAll gives messages to an App, up to one that ends it.
func stepAll(app tui.App, m messages) (done step) {
	done.app = app
	defer func() { done.fault = recovered(recover()) }()
	for _, msg := range m {
		next, e := done.app.Step(msg)
		done.app = next
		if e != (tui.Effect{}) {
			done.wishes = append(done.wishes, wish{e, next})
		}
		if e.Quit {
			break
		}
	}
	return done
}
