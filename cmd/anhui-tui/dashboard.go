package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// dashboard runs the dashboard until the user leaves it or a signal ends it.
// Bubble Tea restores the terminal in every case: it catches panics, and
// signals end it by its context.
func (p *program) dashboard(load func() (*model.Dataset, error), at place.Place) error {
	file, ok := p.stdout.(*os.File)
	if !ok {
		return errors.New("the dashboard needs a terminal") // decide sees to that
	}
	out := &tty{file: file}
	app := open(load, func(d *model.Dataset) tea.Model {
		return tui.New(d, at, p.decided.viewport().Size(out.size()), tui.Options{
			NoMouse: p.settings.noMouse, FixedTheme: p.decided.fixedTheme, Save: saveIn("."),
		})
	}, out)

	ctx, stop := untilSignal(context.Background())
	defer stop()
	options := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithEnvironment(p.environ), tea.WithOutput(out),
		tea.WithColorProfile(profileOf(p.decided.colors)),
		tea.WithFPS(120), // the first frame waits for a tick of this clock
	}
	if isTerminal(p.stdin) {
		// Else Bubble Tea opens the terminal itself to read keys from.
		options = append(options, tea.WithInput(p.stdin))
	}
	_, err := tea.NewProgram(app, options...).Run()
	out.leave()
	var ended *signalled
	_, broken := app.app()
	switch {
	case broken != nil:
		return broken
	case errors.As(context.Cause(ctx), &ended):
		return &failure{code: exitSignal + int(ended.signal)}
	case errors.Is(err, tea.ErrProgramPanic):
		return fail(exitUnexpected, "stopped by a fault of its own; please report the lines above")
	}
	return err
}

// signalled is why the dashboard ended.
type signalled struct{ signal syscall.Signal }

func (s *signalled) Error() string { return s.signal.String() }

// untilSignal returns a context that ends with the first signal that asks the
// program to. A second one is left to the system, which ends it at once.
func untilSignal(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		select {
		case s := <-signals:
			signal.Stop(signals)
			number, _ := s.(syscall.Signal) //nolint:errcheck // all three are
			cancel(&signalled{number})
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		cancel(nil)
	}
}
