package dialogue

import (
	"bufio"
	"io"
	"strings"
	"sync/atomic"
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
	shown []byte // what is to be shown of what was typed; it is written before more is waited for
	was   rune

	typing atomic.Bool // whether a line is begun
}

// The keys that are not text.
const (
	ctrlC, ctrlD, ctrlU, escape = 3, 4, 21, 27
	backspace, del              = 8, 127
)

func (e *echo) Read(p []byte) (int, error) {
	for len(e.ready) == 0 {
		if e.in.Buffered() == 0 {
			if err := e.flush(); err != nil {
				return 0, err
			}
		}
		r, _, err := e.in.ReadRune()
		if err == nil {
			err = e.key(r)
		}
		if err != nil {
			if failed := e.flush(); failed != nil {
				err = failed
			}
			return 0, err
		}
		e.was = r
		e.typing.Store(len(e.typed) > 0)
	}
	if err := e.flush(); err != nil {
		return 0, err
	}
	n := copy(p, e.ready)
	e.ready = e.ready[n:]
	return n, nil
}

// flush shows what was typed, all that came together at once.
func (e *echo) flush() error {
	if len(e.shown) == 0 {
		return nil
	}
	_, err := e.out.Write(e.shown)
	e.shown = e.shown[:0]
	return err
}

func (e *echo) key(r rune) error {
	switch {
	case r == '\n' && e.was == '\r': // one Enter
	case r == '\r' || r == '\n':
		e.ready = []byte(string(e.typed) + "\n")
		e.typed = e.typed[:0]
		e.show("\n")
	case r == ctrlC, r == ctrlD && len(e.typed) == 0:
		return io.EOF
	case r == backspace || r == del:
		e.erase(1)
	case r == ctrlU:
		e.erase(len(e.typed))
	case r == escape:
		return e.skip()
	case unicode.IsPrint(r) && len(e.typed) < maxLine/4: // four bytes a character at most
		e.typed = append(e.typed, r)
		e.show(string(r))
	}
	return nil
}

// erase removes the last n characters of the line.
func (e *echo) erase(n int) {
	rest := e.typed[:max(0, len(e.typed)-n)]
	cells := ansi.StringWidth(string(e.typed[len(rest):]))
	e.typed = rest
	e.show(strings.Repeat("\b \b", cells))
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

func (e *echo) show(s string) { e.shown = append(e.shown, s...) }
