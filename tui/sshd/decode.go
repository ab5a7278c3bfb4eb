package sshd

import (
	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// decode returns what one token of input is for the dashboard, or nil. Only
// what a dashboard has a use for comes through: a client can claim sizes and
// capabilities in its input as well, and none of that is believed.
func decode(token []byte) tea.Msg {
	if repeats(token) {
		return nil
	}
	var d uv.EventDecoder
	_, event := d.Decode(token)
	if several, ok := event.(uv.MultiEvent); ok {
		// One key among several readings of a sequence.
		if len(several) == 0 {
			return nil
		}
		event = several[0]
	}
	switch e := event.(type) {
	case uv.KeyPressEvent:
		return tea.KeyPressMsg(e)
	case uv.MouseClickEvent:
		return tea.MouseClickMsg(e)
	case uv.MouseWheelEvent:
		return tea.MouseWheelMsg(e)
	case uv.ModeReportEvent:
		return tea.ModeReportMsg(e)
	case uv.BackgroundColorEvent:
		return tea.BackgroundColorMsg(e)
	case uv.FocusEvent:
		return tea.FocusMsg{}
	}
	return nil
}

// isKey reports whether a message comes from a person and not from a
// terminal on its own.
func isKey(msg tea.Msg) bool {
	switch msg.(type) {
	case tea.BackgroundColorMsg, tea.FocusMsg:
		return false
	}
	return true
}

// repeats reports whether a token is a key of the Windows console, which can
// say that it was pressed 65,535 times and would be decoded to as many events.
func repeats(token []byte) bool {
	return len(token) > 2 && token[0] == esc && token[1] == '[' && token[len(token)-1] == '_'
}
