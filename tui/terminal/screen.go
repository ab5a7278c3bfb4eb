package terminal

import (
	"bytes"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anhui-tui/tui/cell"
)

// Differ returns the bytes that change a terminal showing one frame to show
// another, as [Diff] does. A cache may be between. The bytes are not modified.
type Differ func(from, to *cell.Frame) []byte

// Screen is the state of one terminal: the frame it shows and the modes it is in.
// It has no cells of its own. Its methods append to a buffer the bytes for the
// terminal, which have to be written in order.
type Screen struct {
	diff   Differ
	shown  *cell.Frame // nil if unknown
	modes  Modes
	synced bool // the terminal has confirmed synchronized output
}

// NewScreen returns the Screen of a terminal that was not written to yet.
func NewScreen(d Differ) Screen { return Screen{diff: d} }

// Modes are the modes a frame is shown in. The zero Modes are those a terminal
// is in before and after.
type Modes struct {
	AltScreen bool
	Mouse     bool
	Focus     bool   // reports of focus
	Title     string // of the window; "" leaves it alone
}

// ModesOf returns the modes that a view asks for and a terminal of type term has.
// Bracketed paste and keyboard protocols are left out.
func ModesOf(v tea.View, title, term string) Modes {
	m := Modes{AltScreen: v.AltScreen, Mouse: v.MouseMode != tea.MouseModeNone, Focus: v.ReportFocus, Title: title}
	if strings.HasPrefix(term, "linux") || strings.HasPrefix(term, "vt") {
		m.Title = ""    // would be printed
		m.Focus = false // they have one window
	}
	return m
}

// Show appends what makes the terminal show next in modes m.
func (s *Screen) Show(out *bytes.Buffer, next *cell.Frame, m Modes) {
	s.enter(out, m)
	if s.shown == next {
		return
	}
	diff := s.diff(s.shown, next)
	s.shown = next
	if s.synced && len(diff) > 0 {
		out.WriteString(ansi.SetModeSynchronizedOutput)
		out.Write(diff)
		out.WriteString(ansi.ResetModeSynchronizedOutput)
		return
	}
	out.Write(diff)
}

// Invalidate makes Show paint the next frame from an unknown content: the
// terminal was resized, or its user asked for a redraw.
func (s *Screen) Invalidate() { s.shown = nil }

// enter appends the changes from the modes the terminal is in to m.
func (s *Screen) enter(out *bytes.Buffer, m Modes) {
	if m.AltScreen && !s.modes.AltScreen {
		// The title is put on the terminal's stack, so that it can be given
		// back; the others have no such place and are simply switched off.
		out.WriteString(ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable + "\x1b[22;2t")
		s.Invalidate()
	}
	if m.Mouse && !s.modes.Mouse {
		out.WriteString(ansi.SetModeMouseButtonEvent + ansi.SetModeMouseExtSgr)
	}
	if !m.Mouse && s.modes.Mouse {
		out.WriteString(ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseExtSgr)
	}
	if m.Focus && !s.modes.Focus {
		out.WriteString(ansi.SetModeFocusEvent)
	}
	if !m.Focus && s.modes.Focus {
		out.WriteString(ansi.ResetModeFocusEvent)
	}
	if m.Title != s.modes.Title {
		out.WriteString(ansi.SetWindowTitle(m.Title))
	}
	s.modes = m
}

// Leave appends what resets all modes that Show has set. Afterwards the Screen is
// that of a terminal that was not written to.
func (s *Screen) Leave(out *bytes.Buffer) {
	if s.modes.Mouse {
		out.WriteString(ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseExtSgr)
	}
	if s.modes.Focus {
		out.WriteString(ansi.ResetModeFocusEvent)
	}
	if s.modes.Title != "" {
		out.WriteString(ansi.SetWindowTitle(""))
	}
	if s.modes.AltScreen {
		out.WriteString("\x1b[23;2t" + ansi.ResetStyle + ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable)
	}
	s.modes = Modes{}
	s.Invalidate()
}

// MayAskSync reports whether a terminal of type term understands
// [ansi.RequestModeSynchronizedOutput]. Some others print a part of it.
func MayAskSync(term string) bool {
	return slices.ContainsFunc([]string{"alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm"},
		func(name string) bool { return strings.Contains(term, name) })
}

// Report takes the terminal's answer about a mode: if it has synchronized output,
// Show uses it from now on.
func (s *Screen) Report(m tea.ModeReportMsg) {
	if m.Mode == ansi.ModeSynchronizedOutput && (m.Value.IsSet() || m.Value.IsReset()) {
		s.synced = true
	}
}
