package sshd

import (
	"reflect"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// effect is what a command of the dashboard asks of the terminal it runs in.
type effect struct {
	quit   bool
	redraw bool
	bytes  string // to write as they are
}

// maxClipboard bounds what is put on a client's clipboard, and maxBatch how
// many commands one command may stand for.
const (
	maxClipboard = 16 << 10
	maxBatch     = 16
)

// effectOf runs a command and returns what it asks for. The dashboard only has
// commands for real effects, and these are all it can have here: over SSH
// nothing touches the server. The types of most are not exported, so they are
// told by example.
func effectOf(cmd tea.Cmd) effect {
	if cmd == nil {
		return effect{}
	}
	return effectOfMsg(cmd())
}

func effectOfMsg(msg tea.Msg) effect {
	switch msg := msg.(type) {
	case nil:
		return effect{}
	case tea.QuitMsg:
		return effect{quit: true}
	case tea.BatchMsg:
		return effectOfAll(msg)
	}
	t := reflect.TypeOf(msg)
	switch t {
	case reflect.TypeOf(tea.ClearScreen()):
		return effect{redraw: true}
	case reflect.TypeOf(tea.RequestBackgroundColor()):
		return effect{bytes: ansi.RequestBackgroundColor}
	case reflect.TypeOf(tea.SetClipboard("")()):
		if text := reflect.ValueOf(msg).String(); len(text) <= maxClipboard {
			return effect{bytes: ansi.SetSystemClipboard(text)}
		}
	}
	return effect{}
}

func effectOfAll(cmds []tea.Cmd) effect {
	var all effect
	for i, cmd := range cmds {
		if i == maxBatch {
			break
		}
		e := effectOf(cmd)
		all.quit = all.quit || e.quit
		all.redraw = all.redraw || e.redraw
		all.bytes += e.bytes
	}
	return all
}
