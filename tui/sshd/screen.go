package sshd

import (
	"bytes"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anhui-tui/tui/sshd/shared"
)

// screen is a client's terminal: what is on it, and which of its modes were
// changed. It holds no cells, only a reference to the frame it shows last.
type screen struct {
	viewers *shared.Viewers
	shown   *shared.Frame // nil if it is not known what is on it
	modes   modes
	synced  bool // it has said that it can show a frame all at once
}

// modes are the terminal modes the dashboard asks for.
type modes struct {
	alt   bool
	mouse bool
	focus bool
	title string
}

// show appends to out what makes the terminal show a frame in some modes.
func (s *screen) show(out *bytes.Buffer, next *shared.Frame, m modes) {
	s.enter(out, m)
	if s.shown == next {
		return
	}
	lead := s.viewers.Lead(s.shown, next)
	s.shown = next
	if s.synced && len(lead) > 0 {
		out.WriteString(ansi.SetModeSynchronizedOutput)
		out.Write(lead)
		out.WriteString(ansi.ResetModeSynchronizedOutput)
		return
	}
	out.Write(lead)
}

// forget makes the next frame be painted from nothing: the client's
// terminal has another size, or its user asked for a redraw.
func (s *screen) forget() { s.shown = nil }

func (s *screen) enter(out *bytes.Buffer, m modes) {
	if m.alt && !s.modes.alt {
		// The title is put on the terminal's stack, so that it can be given
		// back; the others have no such place and are simply switched off.
		out.WriteString(ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable + "\x1b[22;2t")
		s.forget()
	}
	if m.mouse && !s.modes.mouse {
		out.WriteString(ansi.SetModeMouseButtonEvent + ansi.SetModeMouseExtSgr)
	}
	if !m.mouse && s.modes.mouse {
		out.WriteString(ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseExtSgr)
	}
	if m.focus && !s.modes.focus {
		out.WriteString(ansi.SetModeFocusEvent)
	}
	if !m.focus && s.modes.focus {
		out.WriteString(ansi.ResetModeFocusEvent)
	}
	if m.title != s.modes.title {
		out.WriteString(ansi.SetWindowTitle(m.title))
	}
	s.modes = m
}

// leave appends what gives the terminal back as it was.
func (s *screen) leave(out *bytes.Buffer) {
	if s.modes.mouse {
		out.WriteString(ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseExtSgr)
	}
	if s.modes.focus {
		out.WriteString(ansi.ResetModeFocusEvent)
	}
	if s.modes.title != "" {
		out.WriteString(ansi.SetWindowTitle(""))
	}
	if s.modes.alt {
		out.WriteString("\x1b[23;2t" + ansi.ResetStyle + ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable)
	}
	s.modes = modes{}
	s.forget()
}

// modesOf are the modes a view asks for, as far as they are served: no reports
// of paste, no keyboard protocol, nothing that would have to be undone in a
// terminal that has gone.
func modesOf(v tea.View, title, term string) modes {
	m := modes{alt: v.AltScreen, mouse: v.MouseMode != tea.MouseModeNone, focus: v.ReportFocus, title: title}
	if strings.HasPrefix(term, "linux") || strings.HasPrefix(term, "vt") {
		m.title = ""    // would be printed
		m.focus = false // they have one window
	}
	return m
}

// knowsSync reports whether a terminal of a type is known to understand the
// question whether it can show a frame all at once. Only those are asked: some
// others print a part of it.
func knowsSync(term string) bool {
	return slices.ContainsFunc([]string{"alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm"},
		func(name string) bool { return strings.Contains(term, name) })
}

// confirmsSync reports whether a terminal's answer about a mode says that.
func confirmsSync(m tea.ModeReportMsg) bool {
	return m.Mode == ansi.ModeSynchronizedOutput && (m.Value.IsSet() || m.Value.IsReset())
}
