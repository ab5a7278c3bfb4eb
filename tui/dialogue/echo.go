package dialogue

import (
	"bufio"
	"io"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Echo does what a terminal in its ordinary mode does for a line, for one that
// is raw, as that of an SSH client: it shows what is typed, takes back the last
// character, and ends a line at Enter and the input at Ctrl-c or Ctrl-d.
func Echo(in io.Reader, out io.Writer) io.Reader {
	return &echo{in: bufio.NewReaderSize(in, bufferSize), out: out}
}

type echo struct {
	in    *bufio.Reader
	out   io.Writer
	typed []rune
	ready []byte // a line that was ended and is not read yet
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

// erase takes back the last n characters.
func (e *echo) erase(n int) error {
	rest := e.typed[:max(0, len(e.typed)-n)]
	cells := ansi.StringWidth(string(e.typed[len(rest):]))
	e.typed = rest
	return e.show(strings.Repeat("\b \b", cells))
}

// maxSequence is how long the sequence of a key is at most.
const maxSequence = 32

// skip passes over the sequence of a key that has none to do here.
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
