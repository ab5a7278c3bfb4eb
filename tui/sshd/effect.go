package sshd

import (
	"bytes"
	"encoding/base64"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/tui"
)

// effects are what the dashboard has wished of its terminal, beside the frame,
// since something was last written to it. There is one place for each kind, so
// that a client which presses keys and is not written to makes it keep no more:
// of several texts for the clipboard the last one counts, and a question that
// waits is not asked twice. Over SSH nothing is saved.
type effects struct {
	tui.Effect
	sync bool // ask whether a frame can be shown all at once
}

// maxClipboard bounds what is put on a client's clipboard. maxEffects is how
// many bytes all effects together are written as, at most: the clipboard is
// encoded, four bytes for three.
const (
	maxClipboard = 16 << 10
	maxEffects   = 24 << 10
)

// add adds what the App wishes after a message.
func (e *effects) add(next tui.Effect) {
	e.Quit = e.Quit || next.Quit
	e.Redraw = e.Redraw || next.Redraw
	e.AskBackground = e.AskBackground || next.AskBackground
	if n := len(next.Copy); n > 0 && n <= maxClipboard {
		e.Copy = next.Copy
	}
}

// size returns how many bytes the effects are written as, which is told
// before they are made.
func (e *effects) size() int {
	n := 0
	if e.AskBackground {
		n += len(ansi.RequestBackgroundColor)
	}
	if e.sync {
		n += len(ansi.RequestModeSynchronizedOutput)
	}
	if e.Copy != "" {
		n += len(ansi.SetSystemClipboard("")) + base64.StdEncoding.EncodedLen(len(e.Copy))
	}
	return n
}

// writeTo appends what makes the terminal do it, after which nothing is left
// to do.
func (e *effects) writeTo(out *bytes.Buffer) {
	if e.AskBackground {
		out.WriteString(ansi.RequestBackgroundColor)
	}
	if e.sync {
		out.WriteString(ansi.RequestModeSynchronizedOutput)
	}
	if e.Copy != "" {
		out.WriteString(ansi.SetSystemClipboard(e.Copy))
	}
	*e = effects{}
}
