// Package probe asks a terminal what it can do. Every question has a bound on
// its answer and all of them together one in time, because what answers may be
// anything: a terminal, an old one, a multiplexer, nobody.
package probe

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
)

// Patience is how long the answers may take altogether.
const Patience = 800 * time.Millisecond

// maxAnswer is how much of what a terminal sends is looked at.
const maxAnswer = 4096

// The modes that are asked about, as DECRQM knows them.
const (
	MouseMotion = 1002
	MouseSGR    = 1006
	Sync        = 2026
	Graphemes   = 2027
)

// simple reports whether a terminal is of a kind that would print a question
// it does not know in place of leaving it out.
func simple(name string) bool {
	return name == "linux" || strings.HasPrefix(name, "vt1") || strings.HasPrefix(name, "vt2")
}

// questions are what a terminal is asked. The width of a glyph is where the
// cursor stands after it. What every terminal answers comes last, so that
// nobody waits for what is not coming.
func questions(name string) string {
	const where = "\x1b[6n"
	q := "\r\u2588" + where + "\r\u5b89" + where + "\r\x1b[K"
	if !simple(name) {
		q += "\x1b]11;?\x1b\\" + "\x1b[?1002$p\x1b[?1006$p\x1b[?2026$p\x1b[?2027$p" + "\x1b[>0q"
	}
	return q + "\x1b[c"
}

// ErrInterrupted is returned if Ctrl-C was pressed: in a raw terminal that is a
// character and no signal.
var ErrInterrupted = errors.New("interrupted")

const interrupt = 3 // Ctrl-C, which no answer holds

// Ask asks the terminal of the given name, and restores it. It ends early, with
// the cause, if the context does: by a signal, say.
func Ask(ctx context.Context, in, out *os.File, name string) (Answers, error) {
	before, err := term.MakeRaw(in.Fd()) // the answers must not be echoed, nor wait for Enter
	if err != nil {
		return Answers{}, err
	}
	defer term.Restore(in.Fd(), before) //nolint:errcheck // there is nothing else to do
	return ask(ctx, in, out, name, Patience)
}

func ask(ctx context.Context, in io.Reader, out io.Writer, name string, patience time.Duration) (Answers, error) {
	late := time.After(patience)
	if _, err := io.WriteString(out, questions(name)); err != nil {
		return Answers{}, err
	}
	// A read of a terminal cannot be called off. If no answer comes it waits on
	// until the program ends, which is at once.
	chunks := make(chan []byte)
	done := make(chan struct{})
	defer close(done)
	go read(in, chunks, done)
	var answer []byte
	for len(answer) < maxAnswer {
		select {
		case chunk, ok := <-chunks:
			if !ok {
				return parse(answer), nil
			}
			if bytes.IndexByte(chunk, interrupt) >= 0 {
				return Answers{}, ErrInterrupted
			}
			answer = append(answer, chunk...)
			if a := parse(answer); a.Complete {
				return a, nil
			}
		case <-ctx.Done():
			return Answers{}, context.Cause(ctx)
		case <-late:
			return parse(answer), nil
		}
	}
	return parse(answer[:maxAnswer]), nil
}

func read(in io.Reader, chunks chan<- []byte, done <-chan struct{}) {
	defer close(chunks)
	for {
		chunk := make([]byte, 256)
		n, err := in.Read(chunk)
		if n > 0 {
			select {
			case chunks <- chunk[:n]:
			case <-done:
				return
			}
		}
		if err != nil {
			return
		}
	}
}
