package sshd

import (
	"golang.org/x/crypto/ssh"

	"anhui-tui/tui/place"
)

// size is that of a terminal in cells, within what is drawn.
type size struct{ w, h int }

// clampSize makes any claim about a size one that can be served: a client may
// say 2^32-1 columns, and would have the memory for them allocated here.
func clampSize(w, h uint32) size {
	v := place.Viewport{}.Size(int(min(w, place.MaxWidth)), int(min(h, place.MaxHeight)))
	return size{v.Width, v.Height}
}

func (s size) cells() int { return s.w * s.h }

// pty is what a pty-req says, as far as it matters here. Terminal modes are
// not looked at: the client's terminal is raw while it is connected.
type pty struct {
	term string
	size size
}

// parsePty reads a pty-req. A terminal type of a form no terminal has becomes
// an empty one: it must not get anywhere near a path.
func parsePty(payload []byte) (pty, bool) {
	var msg struct {
		Term          string
		Cols, Rows    uint32
		Width, Height uint32
		Modes         string
	}
	if err := ssh.Unmarshal(payload, &msg); err != nil {
		return pty{}, false
	}
	p := pty{term: msg.Term, size: clampSize(msg.Cols, msg.Rows)}
	if !validTerm(p.term) {
		p.term = ""
	}
	return p, true
}

// parseWindow reads a window-change.
func parseWindow(payload []byte) (size, bool) {
	var msg struct{ Cols, Rows, Width, Height uint32 }
	if err := ssh.Unmarshal(payload, &msg); err != nil {
		return size{}, false
	}
	return clampSize(msg.Cols, msg.Rows), true
}

// parseString reads the payload of exec, signal and subsystem.
func parseString(payload []byte) (string, bool) {
	var msg struct{ Text string }
	if err := ssh.Unmarshal(payload, &msg); err != nil {
		return "", false
	}
	return msg.Text, true
}

// parseEnv reads an env request.
func parseEnv(payload []byte) (name, value string, ok bool) {
	var msg struct{ Name, Value string }
	if err := ssh.Unmarshal(payload, &msg); err != nil {
		return "", "", false
	}
	return msg.Name, msg.Value, true
}
