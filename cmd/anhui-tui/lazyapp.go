package main

import (
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model"
)

// lazyApp is the model of the dashboard until the built-in data is loaded.
// Bubble Tea shows its first frame at the first tick of its renderer, 8 ms
// after the start, even if the frame is ready before. So the data is loaded
// during that time, and the frame is written to the screen directly. From the
// first message on the model is the App.
type lazyApp struct {
	load   func() (tea.Model, error)
	screen *tty
}

// newLazyApp returns a model that loads the data and makes its App when first
// used.
func newLazyApp(load func() (*model.Dataset, error), newApp func(*model.Dataset) tea.Model, s *tty) lazyApp {
	return lazyApp{sync.OnceValues(func() (tea.Model, error) {
		d, err := load()
		if err != nil {
			return nil, err
		}
		return newApp(d), nil
	}), s}
}

// Init implements [tea.Model]. Keys are read and the size is known by now.
func (a lazyApp) Init() tea.Cmd {
	app, err := a.load()
	if err != nil {
		return tea.Quit
	}
	a.screen.show(app.View().Content)
	// The renderer measures characters by a table that takes 1 ms to build on first
	// use: built here, while the program is idle.
	go ansi.StringWidthWc("\u2500")
	return app.Init()
}

// Update implements [tea.Model].
func (a lazyApp) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	app, err := a.load()
	if err != nil {
		return a, tea.Quit
	}
	return app.Update(msg)
}

// View implements [tea.Model].
func (a lazyApp) View() tea.View {
	app, err := a.load()
	if err != nil {
		return tea.NewView("")
	}
	return app.View()
}
