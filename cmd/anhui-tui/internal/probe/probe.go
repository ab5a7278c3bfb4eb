// Package probe queries the capabilities of a terminal. The size of each answer
// and the time of all are limited, as anything may be at the other end: a
// terminal, an old one, a multiplexer, or none.
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

// Patience is the time limit of all answers.
const Patience = 800 * time.Millisecond

// maxAnswer is the number of bytes read from a terminal.
const maxAnswer = 4096

// The modes queried, by their numbers in DECRQM.
const (
	MouseMotion = 1002
	MouseSGR    = 1006
	Sync        = 2026
	Graphemes   = 2027
)

// simple reports whether the terminal is of a kind that prints queries it does
// not know instead of ignoring them.
func simple(name string) bool {
	return name == "linux" || strings.HasPrefix(name, "vt1") || strings.HasPrefix(name, "vt2")
}

// questions returns the queries for a terminal. The width of a glyph is the
// position of the cursor after it. The last query is one that every terminal
// answers, so that missing answers are not waited for.
func questions(name string) string {
	const where = "\x1b[6n"
	q := "\r\u2588" + where + "\r\u5b89" + where + "\r\x1b[K"
	if !simple(name) {
		q += "\x1b]11;?\x1b\\" + "\x1b[?1002$p\x1b[?1006$p\x1b[?2026$p\x1b[?2027$p" + "\x1b[>0q"
	}
	return q + "\x1b[c"
}

// ErrInterrupted is returned if Ctrl-C was pressed, which in a raw terminal is
// a character and not a signal.
var ErrInterrupted = errors.New("interrupted")

const interrupt = 3 // Ctrl-C, which no answer holds

// Ask queries the terminal with the given name (TERM) and restores its mode. It
// returns the cause of ctx if that is cancelled.
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
