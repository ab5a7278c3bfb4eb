package terminal

import (
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// Input turns the bytes a terminal sends into messages. The zero Input is ready
// to use.
type Input struct{ scanner scanner }

// How long the rest of an escape sequence may take. A lone ESC may be the key
// of that name, which should not feel slow.
const (
	escapeKeyTimeout      = 100 * time.Millisecond
	escapeSequenceTimeout = time.Second
)

// Feed calls emit with each message that p completes, in order. An incomplete
// sequence is kept for the next call.
func (in *Input) Feed(p []byte, emit func(tea.Msg)) {
	in.scanner.scan(p, func(token []byte) { emitDecoded(token, emit) })
}

// Timeout returns how long to wait for more bytes before calling Expire, or 0 if
// no sequence is incomplete.
func (in *Input) Timeout() time.Duration {
	switch in.scanner.state {
	case ground:
		return 0
	case escaped:
		return escapeKeyTimeout
	case inRune, inCSI, inSS3, inString, inStringEscape, skipping, skippingEscape, skippingCSI:
	}
	return escapeSequenceTimeout
}

// Expire drops an incomplete sequence. A lone ESC is emitted as the key.
func (in *Input) Expire(emit func(tea.Msg)) {
	in.scanner.expire(func(token []byte) { emitDecoded(token, emit) })
}

// TooLong returns the number of sequences that were dropped because they had
// more than [MaxSequence] bytes.
func (in *Input) TooLong() int { return in.scanner.tooLong }

func emitDecoded(token []byte, emit func(tea.Msg)) {
	if msg := decode(token); msg != nil {
		emit(msg)
	}
}

// decode returns the message for a token of input, or nil. Only what a dashboard
// uses is decoded: sizes and capabilities that a client claims in its input are
// not believed.
func decode(token []byte) tea.Msg {
	if isWindowsKey(token) {
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

// FromUser reports whether a message that Input emitted is a key or a click of a
// person, and not a report of the terminal.
func FromUser(msg tea.Msg) bool {
	switch msg.(type) {
	case tea.BackgroundColorMsg, tea.FocusMsg, tea.ModeReportMsg:
		return false
	}
	return true
}

// isWindowsKey reports whether token is a key report of the Windows console. It
// has a repeat count of up to 65,535 and would be decoded to as many events.
func isWindowsKey(token []byte) bool {
	return len(token) > 2 && token[0] == esc && token[1] == '[' && token[len(token)-1] == '_'
}
