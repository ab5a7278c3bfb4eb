package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// Effect is what an App wishes to be done outside the screen: by the terminal
// it is shown on, or by the program that runs it. The zero Effect is nothing.
type Effect struct {
	Quit          bool
	Redraw        bool          // paint the whole screen anew
	AskBackground bool          // ask the terminal for its background colour
	Copy          string        // put on the clipboard; nothing if empty
	Made          int           // bytes of a view that were made to be copied, or are too many for that
	Save          report.Format // call [App.Save] beside the event loop; nothing if empty
	Auto          Auto          // of a tour that steps by itself
	Wish          place.Wish    // to be done in a room
	Code          string        // of the room to join, as it was typed
}

// App is a [tea.Model], so that any Bubble Tea program can show it.
var _ tea.Model = App{}

// Init implements [tea.Model].
func (a App) Init() tea.Cmd { return a.command(a.Start()) }

// Update implements [tea.Model] by [App.Step].
func (a App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, e := a.Step(msg)
	return next, next.command(e)
}

// command returns the command for an effect; nil for none.
func (a *App) command(e Effect) tea.Cmd {
	var all []tea.Cmd
	if e.Copy != "" {
		all = append(all, tea.SetClipboard(e.Copy))
	}
	if e.AskBackground {
		all = append(all, tea.RequestBackgroundColor)
	}
	if e.Redraw {
		all = append(all, tea.ClearScreen)
	}
	if e.Save != "" {
		all = append(all, func() tea.Msg { return a.Save(e.Save) })
	}
	if e.Auto.After > 0 {
		all = append(all, tea.Tick(e.Auto.After, func(time.Time) tea.Msg { return e.Auto.Msg }))
	}
	if e.Quit {
		all = append(all, tea.Quit)
	}
	return tea.Batch(all...)
}

// View implements [tea.Model]: the frame, its title, and the modes it asks of
// the terminal.
func (a App) View() tea.View {
	f := a.Page().Cells()
	v := a.Terminal()
	v.WindowTitle = f.Title
	v.SetContent(f.String())
	return v
}

// Terminal returns the modes the App asks of the terminal, without the frame.
func (a *App) Terminal() tea.View {
	v := tea.View{AltScreen: true, ReportFocus: a.follows()}
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}
