package main

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"anhui-tui/data"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// local runs the dashboard as a program in the current terminal: the one that
// sshd starts for each login, and tmux in its pane.
func local() error {
	d, err := data.Embedded()
	if err != nil {
		return err
	}
	app := tui.New(d, place.Place{}, place.Viewport{Colors: place.Colors256}, tui.Options{FixedTheme: true})
	_, err = tea.NewProgram(app, tea.WithColorProfile(colorprofile.ANSI256)).Run()
	return err
}
