package terminal

import (
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// Input turns the bytes a terminal sends into messages. The zero Input is ready
// to use.
type Input struct {
	scanner scanner
	since   time.Time // when the rest of an incomplete sequence or paste began to be awaited
	paste   []byte    // what was pasted, up to [maxPaste]
	pasting bool      // between the start and the end of a paste
	asked   time.Time // when the terminal was asked something last
	late    []byte    // what followed a lone ESC while an answer was expected; nil if none is
}

// How long the rest of an escape sequence may take. A lone ESC may be the key
// of that name, which should not feel slow.
const (
	escapeKeyTimeout      = 100 * time.Millisecond
	escapeSequenceTimeout = time.Second
)

// AnswerTimeout is how long a terminal may take to answer a query.
const AnswerTimeout = time.Second

// maxPaste is the number of bytes of a paste that are kept. It is more than any
// text a dashboard takes.
const maxPaste = 1 << 10

// The ends of a paste, and how the answers to queries begin, without their ESC.
const (
	pasteStart  = "\x1b[200~"
	pasteEnd    = "\x1b[201~"
	colorAnswer = "]11;"
	modeAnswer  = "[?"
)

// Asked notes that the terminal was sent a query. What looks like the rest of an
// answer is then not taken for keys after an ESC, however late it comes.
func (in *Input) Asked() { in.asked = time.Now() }

// Feed calls emit with each message that p completes, in order. An incomplete
// sequence is kept for the next call.
func (in *Input) Feed(p []byte, emit func(tea.Msg)) {
	whole := !in.incomplete()
	if in.late != nil {
		p = in.afterEscape(p)
	}
	in.scanner.scan(p, func(token []byte) {
		in.token(token, emit)
		whole = whole || !in.pasting
	})
	// A person's keys come one by one: they must not lengthen the wait for what
	// will never come.
	if whole || len(p) > 1 {
		in.since = time.Now()
	}
}

// afterEscape returns what of p to scan: all of it, with an ESC before if it is
// the rest of an answer, or nothing yet.
func (in *Input) afterEscape(p []byte) []byte {
	all := append(in.late, p...) //nolint:gocritic // it becomes in.late again, or ends
	in.late = nil
	for _, begin := range []string{colorAnswer, modeAnswer} {
		switch n := min(len(begin), len(all)); {
		case string(all[:n]) != begin[:n]:
		case n == len(begin):
			return append([]byte{esc}, all...)
		default:
			in.late = all
			return nil
		}
	}
	return all
}

// token emits what a token means.
func (in *Input) token(token []byte, emit func(tea.Msg)) {
	switch {
	case string(token) == pasteStart:
		in.pasting, in.paste = true, in.paste[:0]
	case string(token) == pasteEnd:
		in.endPaste(emit)
	case !in.pasting:
		emitDecoded(token, emit)
	case len(token) == 1 && (token[0] == etx || token[0] == esc):
		// No text has these: somebody wants to leave a paste that does not end.
		in.endPaste(emit)
		emitDecoded(token, emit)
	case len(in.paste)+len(token) <= maxPaste:
		in.paste = append(in.paste, token...)
	}
}

// endPaste emits the paste, if there is one.
func (in *Input) endPaste(emit func(tea.Msg)) {
	if in.pasting {
		emit(tea.PasteMsg{Content: string(in.paste)})
	}
	in.pasting, in.paste = false, nil
}

// incomplete reports whether the rest of a sequence or of a paste is awaited.
func (in *Input) incomplete() bool {
	return in.pasting || len(in.late) > 0 || in.scanner.state != ground
}

// Timeout returns how long to wait for more bytes before calling Expire, or 0 if
// nothing is incomplete. It is counted from where the incomplete sequence began.
func (in *Input) Timeout() time.Duration {
	if !in.incomplete() {
		return 0
	}
	limit := escapeSequenceTimeout
	if !in.pasting && in.scanner.state == escaped || len(in.late) > 0 {
		limit = escapeKeyTimeout
	}
	return max(time.Until(in.since.Add(limit)), time.Millisecond)
}

// Expire drops an incomplete sequence, and ends a paste that did not. A lone ESC is
// emitted as the key.
func (in *Input) Expire(emit func(tea.Msg)) {
	lone := in.scanner.state == escaped
	if rest := in.late; len(rest) > 0 { // it was typed after all
		in.late = nil
		in.scanner.scan(rest, func(token []byte) { in.token(token, emit) })
		if in.incomplete() {
			in.since = time.Now()
			return
		}
	}
	in.late = nil
	in.scanner.expire(func(token []byte) { in.token(token, emit) })
	in.endPaste(emit)
	if lone && time.Since(in.asked) < AnswerTimeout {
		in.late = make([]byte, 0, len(colorAnswer))
	}
}

// TooLong returns the number of sequences that were dropped because they had
// more than [maxSequence] bytes.
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
