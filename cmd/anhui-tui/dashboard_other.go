//go:build !unix

package main

import (
	"context"
	"errors"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"anhui-tui/tui"
)

// runApp shows the dashboard by Bubble Tea's own reader and renderer. On Unix it
// has a driver of its own.
func (p *program) runApp(app tui.App, out *os.File) error {
	ctx, stop := untilSignal(context.Background())
	defer stop()
	if w, h, err := term.GetSize(out.Fd()); err == nil {
		app, _ = app.Step(tea.WindowSizeMsg{Width: w, Height: h})
	}
	options := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithEnvironment(p.environ), tea.WithOutput(out),
		tea.WithColorProfile(profileOf(p.options.colors)),
	}
	if isTerminal(p.stdin) {
		// Otherwise Bubble Tea opens the terminal itself to read keys.
		options = append(options, tea.WithInput(p.stdin))
	}
	_, err := tea.NewProgram(app, options...).Run()
	var ended *signalled
	switch {
	case errors.As(context.Cause(ctx), &ended):
		return &failure{code: exitSignal + int(ended.signal)}
	case errors.Is(err, tea.ErrProgramPanic):
		return fail(exitUnexpected, "internal error; please report the lines above")
	}
	return err
}
