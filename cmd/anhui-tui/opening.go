package main

import (
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model"
)

// opening is the dashboard until the built-in data is loaded. Bubble Tea shows
// its first frame at the first tick of its clock, 8 ms after it started, and
// no sooner if the frame is there before. So the data is loaded in that time
// and not before it, and the frame goes straight to the screen. From the first
// message on the App itself is the model.
type opening struct {
	app    func() (tea.Model, error)
	screen *tty
}

// open returns the model that loads the data when it is first asked for
// something, and makes the App of it.
func open(load func() (*model.Dataset, error), newApp func(*model.Dataset) tea.Model, s *tty) opening {
	return opening{sync.OnceValues(func() (tea.Model, error) {
		d, err := load()
		if err != nil {
			return nil, err
		}
		return newApp(d), nil
	}), s}
}

// Init implements [tea.Model]. By now keys are read and the size is known.
func (o opening) Init() tea.Cmd {
	app, err := o.app()
	if err != nil {
		return tea.Quit
	}
	o.screen.show(app.View().Content)
	// The renderer will measure characters by a table that takes 1 ms to make
	// and is made at the first use: here, while there is nothing to do.
	go ansi.StringWidthWc("\u2500")
	return app.Init()
}

// Update implements [tea.Model].
func (o opening) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	app, err := o.app()
	if err != nil {
		return o, tea.Quit
	}
	return app.Update(msg)
}

// View implements [tea.Model].
func (o opening) View() tea.View {
	app, err := o.app()
	if err != nil {
		return tea.NewView("")
	}
	return app.View()
}
