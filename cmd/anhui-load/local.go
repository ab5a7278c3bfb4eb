package main

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"anhui-tui/data"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// local is the dashboard as a program of its own, in the terminal it is
// started in: what sshd starts for each login, and tmux in its pane.
func local() error {
	d, err := data.Embedded()
	if err != nil {
		return err
	}
	app := tui.New(d, place.Place{}, place.Viewport{Colors: place.Colors256}, tui.Options{FixedTheme: true})
	_, err = tea.NewProgram(app, tea.WithColorProfile(colorprofile.ANSI256)).Run()
	return err
}
