package sshd

import (
	"strings"

	"golang.org/x/crypto/ssh"

	"anhui-tui/tui/place"
)

// size is the size of a terminal, in cells.
type size struct{ w, h int }

// The largest dashboard of a session, in cells. What is beyond it on a larger
// terminal stays blank.
const (
	maxWidth  = 400
	maxHeight = 150
)

// clampSize returns a size that can be drawn for any that a client claims, which
// may be 2^32-1 columns.
func clampSize(w, h uint32) size {
	v := place.Viewport{}.Size(int(min(w, maxWidth)), int(min(h, maxHeight)))
	return size{v.Width, v.Height}
}

func (s size) cells() int { return s.w * s.h }

// pty is the payload of a pty-req. Terminal modes are left out: the client's
// terminal is raw while it is connected.
type pty struct {
	term string
	size size
}

// parsePty parses a pty-req. An invalid terminal type becomes "": it must not get
// near a path.
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

// parseWindow parses a window-change.
func parseWindow(payload []byte) (size, bool) {
	var msg struct{ Cols, Rows, Width, Height uint32 }
	if err := ssh.Unmarshal(payload, &msg); err != nil {
		return size{}, false
	}
	return clampSize(msg.Cols, msg.Rows), true
}

// parseString parses an exec or a signal request.
func parseString(payload []byte) (string, bool) {
	var msg struct{ Text string }
	if err := ssh.Unmarshal(payload, &msg); err != nil {
		return "", false
	}
	return msg.Text, true
}

// parseEnv parses an env request.
func parseEnv(payload []byte) (name, value string, ok bool) {
	var msg struct{ Name, Value string }
	if err := ssh.Unmarshal(payload, &msg); err != nil {
		return "", "", false
	}
	return msg.Name, msg.Value, true
}

// environ is a client's environment: variables from a short list, of a few bytes
// each.
type environ []string // NAME=value

// allowedEnv reports whether a variable is kept. There are fewer than 16, and none
// names a file, a program or a host.
func allowedEnv(name string) bool {
	switch name {
	case "LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "COLORTERM", "NO_COLOR",
		"ANHUI_TUI_LANG", "ANHUI_TUI_THEME", "ANHUI_TUI_COLOR", "ANHUI_TUI_ASCII", "ANHUI_TUI_NO_MOUSE":
		return true
	}
	return false
}

// set sets a variable. It returns false if the variable or its value is not
// allowed.
func (e *environ) set(name, value string) bool {
	if !allowedEnv(name) || len(value) > maxEnvBytes || !plain(value) {
		return false
	}
	for i, kv := range *e {
		if strings.HasPrefix(kv, name+"=") {
			(*e)[i] = name + "=" + value
			return true
		}
	}
	*e = append(*e, name+"="+value)
	return true
}

// plain reports whether s is printable ASCII.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// validTerm reports whether s has the form of a terminal type.
func validTerm(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	for i := range len(s) {
		c := s[i]
		word := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !word && (i == 0 || !strings.ContainsRune("._+-", rune(c))) {
			return false
		}
	}
	return true
}
