package dialogue

import (
	"bufio"
	"io"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Echo returns a reader of lines from a raw terminal, such as an SSH client's,
// that echoes and edits input like a terminal in its ordinary mode. Enter ends
// a line; Ctrl-C, or Ctrl-D on an empty line, ends the input.
func Echo(in io.Reader, out io.Writer) io.Reader {
	return &echo{in: bufio.NewReaderSize(in, bufferSize), out: out}
}

type echo struct {
	in    *bufio.Reader
	out   io.Writer
	typed []rune
	ready []byte // a complete line not read yet
	was   rune
}

// The keys that are not text.
const (
	ctrlC, ctrlD, ctrlU, escape = 3, 4, 21, 27
	backspace, del              = 8, 127
)

func (e *echo) Read(p []byte) (int, error) {
	for len(e.ready) == 0 {
		r, _, err := e.in.ReadRune()
		if err != nil {
			return 0, err
		}
		if err := e.key(r); err != nil {
			return 0, err
		}
		e.was = r
	}
	n := copy(p, e.ready)
	e.ready = e.ready[n:]
	return n, nil
}

func (e *echo) key(r rune) error {
	switch {
	case r == '\n' && e.was == '\r': // one Enter
	case r == '\r' || r == '\n':
		e.ready = []byte(string(e.typed) + "\n")
		e.typed = e.typed[:0]
		return e.show("\n")
	case r == ctrlC, r == ctrlD && len(e.typed) == 0:
		return io.EOF
	case r == backspace || r == del:
		return e.erase(1)
	case r == ctrlU:
		return e.erase(len(e.typed))
	case r == escape:
		return e.skip()
	case unicode.IsPrint(r) && len(e.typed) < maxLine/4: // four bytes a character at most
		e.typed = append(e.typed, r)
		return e.show(string(r))
	}
	return nil
}

// erase removes the last n characters of the line.
func (e *echo) erase(n int) error {
	rest := e.typed[:max(0, len(e.typed)-n)]
	cells := ansi.StringWidth(string(e.typed[len(rest):]))
	e.typed = rest
	return e.show(strings.Repeat("\b \b", cells))
}

// maxSequence is the largest length of a key's escape sequence.
const maxSequence = 32

// skip reads the rest of an escape sequence and ignores it.
func (e *echo) skip() error {
	for range maxSequence {
		if e.in.Buffered() == 0 {
			return nil // Esc itself
		}
		r, _, err := e.in.ReadRune()
		if err != nil {
			return err
		}
		if r != '[' && r != 'O' && (r < '0' || r > '?') {
			return nil
		}
	}
	return nil
}

func (e *echo) show(s string) error {
	if s == "" {
		return nil
	}
	_, err := io.WriteString(e.out, s)
	return err
}
