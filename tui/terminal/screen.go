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
	Paste     bool   // what is pasted is marked as such
	Title     string // of the window; "" leaves it alone
}

// ModesOf returns the modes that a view asks for and a terminal of type term has.
// Keyboard protocols are left out.
func ModesOf(v tea.View, title, term string) Modes {
	m := Modes{
		AltScreen: v.AltScreen, Mouse: v.MouseMode != tea.MouseModeNone, Focus: v.ReportFocus,
		Paste: !v.DisableBracketedPasteMode, Title: title,
	}
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
		// back.
		out.WriteString(ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable + "\x1b[22;2t")
		s.Invalidate()
	}
	s.toggle(out, m)
	if m.Title != s.modes.Title {
		out.WriteString(ansi.SetWindowTitle(m.Title))
	}
	s.modes = m
}

// toggle appends what sets and resets the modes that are simply on or off.
func (s *Screen) toggle(out *bytes.Buffer, m Modes) {
	for _, mode := range []struct {
		before, now bool
		set, reset  string
	}{
		{
			s.modes.Mouse, m.Mouse,
			ansi.SetModeMouseButtonEvent + ansi.SetModeMouseExtSgr, ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseExtSgr,
		},
		{s.modes.Focus, m.Focus, ansi.SetModeFocusEvent, ansi.ResetModeFocusEvent},
		{s.modes.Paste, m.Paste, ansi.SetModeBracketedPaste, ansi.ResetModeBracketedPaste},
	} {
		switch {
		case mode.now && !mode.before:
			out.WriteString(mode.set)
		case mode.before && !mode.now:
			out.WriteString(mode.reset)
		}
	}
}

// Leave appends what resets all modes that Show has set. Afterwards the Screen is
// that of a terminal that was not written to. The title is left to the terminal's
// stack: one without would have lost it already, and an empty one is no better.
func (s *Screen) Leave(out *bytes.Buffer) {
	s.toggle(out, Modes{})
	if s.modes.AltScreen {
		// A terminal without an alternate screen keeps the frame: what is printed
		// next takes the place of its last line, and is not lost in its midst.
		out.WriteString(ansi.ResetStyle + lastLine + ansi.EraseLineRight)
		out.WriteString("\x1b[23;2t" + ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable)
	}
	s.modes = Modes{}
	s.Invalidate()
}

// lastLine moves the cursor to the start of the last line, whichever that is.
const lastLine = "\x1b[999;1H"

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
