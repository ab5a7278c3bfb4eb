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

// dashboard runs the dashboard until the user quits or a signal ends it. Bubble
// Tea restores the terminal in either case: it recovers panics, and a signal
// cancels its context.
func (p *program) dashboard(load func() (*model.Dataset, error), at place.Place) error {
	file, ok := p.stdout.(*os.File)
	if !ok {
		return errors.New("the dashboard needs a terminal") // resolve rules it out
	}
	out := &tty{file: file}
	app := newLazyApp(load, func(d *model.Dataset) tea.Model {
		return tui.New(d, at, p.options.viewport().Size(out.size()), tui.Options{
			NoMouse: p.settings.noMouse, FixedTheme: p.options.fixedTheme, Save: saveIn("."),
		})
	}, out)

	ctx, stop := untilSignal(context.Background())
	defer stop()
	options := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithEnvironment(p.environ), tea.WithOutput(out),
		tea.WithColorProfile(profileOf(p.options.colors)),
		tea.WithFPS(120), // the first frame waits for a tick of the renderer
	}
	if isTerminal(p.stdin) {
		// Otherwise Bubble Tea opens the terminal itself to read keys.
		options = append(options, tea.WithInput(p.stdin))
	}
	_, err := tea.NewProgram(app, options...).Run()
	out.leave()
	var ended *signalled
	_, broken := app.load()
	switch {
	case broken != nil:
		return broken
	case errors.As(context.Cause(ctx), &ended):
		return &failure{code: exitSignal + int(ended.signal)}
	case errors.Is(err, tea.ErrProgramPanic):
		return fail(exitUnexpected, "internal error; please report the lines above")
	}
	return err
}

// signalled is the cause of a context that a signal cancelled.
type signalled struct{ signal syscall.Signal }

func (s *signalled) Error() string { return s.signal.String() }

// untilSignal returns a context cancelled by the first SIGINT, SIGTERM or
// SIGHUP. A second one has its default effect, which ends the program at once.
func untilSignal(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		select {
		case s := <-signals:
			signal.Stop(signals)
			number, _ := s.(syscall.Signal) //nolint:errcheck // always ok for these three
			cancel(&signalled{number})
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		cancel(nil)
	}
}
