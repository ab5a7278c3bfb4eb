package sshd

import (
	"bytes"
	"encoding/base64"
	"reflect"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// effects are what the dashboard has asked of its terminal, beside the frame,
// since something was last written to it. There is one place for each kind, so
// that a client which presses keys and is not written to makes it keep no more:
// of several texts for the clipboard the last one counts, and a question that
// waits is not asked twice.
type effects struct {
	quit       bool
	redraw     bool   // it is not known any more what is on the screen
	background bool   // ask for the colour of the background
	sync       bool   // ask whether a frame can be shown all at once
	clipboard  string // put this on the clipboard, unless it is empty
}

// maxClipboard bounds what is put on a client's clipboard, and maxBatch how
// many commands one command may stand for. maxEffects is how many bytes all
// effects together are written as, at most: the clipboard is encoded, four
// bytes for three.
const (
	maxClipboard = 16 << 10
	maxEffects   = 24 << 10
	maxBatch     = 16
)

// add runs a command and adds what it asks for. The dashboard only has
// commands for real effects, and these are all it can have here: over SSH
// nothing touches the server.
func (e *effects) add(cmd tea.Cmd) {
	if cmd != nil {
		e.addMsg(cmd())
	}
}

// addMsg adds what a command's message asks for. The types of most are not
// exported, so they are told by example.
func (e *effects) addMsg(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
		return
	case tea.QuitMsg:
		e.quit = true
		return
	case tea.BatchMsg:
		for _, cmd := range msg[:min(len(msg), maxBatch)] {
			e.add(cmd)
		}
		return
	}
	switch reflect.TypeOf(msg) {
	case reflect.TypeOf(tea.ClearScreen()):
		e.redraw = true
	case reflect.TypeOf(tea.RequestBackgroundColor()):
		e.background = true
	case reflect.TypeOf(tea.SetClipboard("")()):
		if text := reflect.ValueOf(msg).String(); len(text) <= maxClipboard {
			e.clipboard = text
		}
	}
}

// size returns how many bytes the effects are written as, which is told
// before they are made.
func (e *effects) size() int {
	n := 0
	if e.background {
		n += len(ansi.RequestBackgroundColor)
	}
	if e.sync {
		n += len(ansi.RequestModeSynchronizedOutput)
	}
	if e.clipboard != "" {
		n += len(ansi.SetSystemClipboard("")) + base64.StdEncoding.EncodedLen(len(e.clipboard))
	}
	return n
}

// writeTo appends what makes the terminal do it, after which nothing is left
// to do.
func (e *effects) writeTo(out *bytes.Buffer) {
	if e.background {
		out.WriteString(ansi.RequestBackgroundColor)
	}
	if e.sync {
		out.WriteString(ansi.RequestModeSynchronizedOutput)
	}
	if e.clipboard != "" {
		out.WriteString(ansi.SetSystemClipboard(e.clipboard))
	}
	*e = effects{}
}
