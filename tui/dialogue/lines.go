package dialogue

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// maxLine is the length of the longest line accepted, in bytes, twice that of
// the longest link.
const maxLine = 4096

// Lines makes lines of input that comes in parts. The zero value is for input
// whose terminal shows and edits what is typed, or that is not typed at all.
type Lines struct {
	// Raw is whether the terminal is raw, as an SSH client's is: input is shown
	// and edited like by a terminal in its ordinary mode. Enter ends a line;
	// Ctrl-C, or Ctrl-D on an empty line, ends the input.
	Raw bool

	typed []byte // of the line that is not whole yet, at most a byte more than maxLine
	cut   []byte // the first bytes of a character whose others are to come
	was   rune
}

// heard is what a part of the input came to.
type heard struct {
	Shown string // of what was typed, for a raw terminal
	Line  string // if it is Whole
	Whole bool   // a line has ended
	Over  bool   // the input has ended
}

// feed takes input up to the end of the first line in it, and returns the rest.
func (l *Lines) feed(p []byte) (part heard, rest []byte) {
	if l.Raw {
		return l.edit(p)
	}
	line, rest, whole := bytes.Cut(p, []byte("\n"))
	l.add(line)
	if whole {
		part.Line, part.Whole = l.take(), true
	}
	return part, rest
}

// rest returns the line at the end of the input that nothing ended; false if there
// is none.
func (l *Lines) rest() (line string, ok bool) {
	ok = !l.Raw && len(l.typed) > 0
	return l.take(), ok
}

// add adds to the line, of which a byte more than maxLine tells that it is too long.
func (l *Lines) add(p []byte) { l.typed = append(l.typed, p[:min(len(p), maxLine+1-len(l.typed))]...) }

// take returns the line and begins the next one.
func (l *Lines) take() string {
	line := string(l.typed)
	l.typed = l.typed[:0]
	return line
}

// The keys that are not text.
const (
	ctrlC, ctrlD, ctrlU, escape = 3, 4, 21, 27
	backspace, del              = 8, 127
)

// edit is feed for a raw terminal.
func (l *Lines) edit(p []byte) (part heard, rest []byte) {
	if len(l.cut) > 0 {
		p = append(l.cut, p...)
		l.cut = nil
	}
	var shown strings.Builder
	for len(p) > 0 && !part.Whole && !part.Over {
		if !utf8.FullRune(p) {
			l.cut, p = bytes.Clone(p), nil
			break
		}
		r, n := utf8.DecodeRune(p)
		p = p[n:]
		switch {
		case r == '\n' && l.was == '\r': // one Enter
		case r == '\r' || r == '\n':
			part.Line, part.Whole = l.take(), true
			shown.WriteByte('\n')
		case r == ctrlC, r == ctrlD && len(l.typed) == 0:
			part.Over = true
		case r == backspace || r == del:
			_, n := utf8.DecodeLastRune(l.typed)
			shown.WriteString(l.erase(n))
		case r == ctrlU:
			shown.WriteString(l.erase(len(l.typed)))
		case r == escape:
			p = p[sequence(p):]
		case unicode.IsPrint(r) && len(l.typed)+utf8.RuneLen(r) <= maxLine:
			l.typed = utf8.AppendRune(l.typed, r)
			shown.WriteRune(r)
		}
		l.was = r
	}
	part.Shown = shown.String()
	return part, p
}

// erase removes the last n bytes of the line, and returns what shows that.
func (l *Lines) erase(n int) string {
	rest := len(l.typed) - n
	cells := ansi.StringWidth(string(l.typed[rest:]))
	l.typed = l.typed[:rest]
	return strings.Repeat("\b \b", cells)
}

// maxSequence is the largest length of a key's escape sequence.
const maxSequence = 32

// sequence returns the length of the rest of an escape sequence, which is ignored;
// 0 after Esc itself.
func sequence(p []byte) int {
	for n, b := range p[:min(len(p), maxSequence)] {
		if b != '[' && b != 'O' && (b < '0' || b > '?') {
			return n + 1
		}
	}
	return min(len(p), maxSequence)
}
