package probe

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

const modern = "\x1b[1;2R\x1b[1;3R\x1b]11;rgb:1616/1818/1d1d\x1b\\\x1b[?1002;2$y\x1b[?1006;1$y\x1b[?2026;2$y\x1b[?2027;0$y" +
	"\x1bP>|foot(1.16.2)\x1b\\\x1b[?62;4;22;28;52c"

func TestModernTerminal(t *testing.T) {
	in, out := io.Pipe()               // open for more, which is not waited for
	defer out.Close()                  //nolint:errcheck // a pipe
	go io.WriteString(out, "k"+modern) //nolint:errcheck // a pipe
	var asked bytes.Buffer
	a, err := ask(t.Context(), in, &asked, "foot", time.Hour)
	if err != nil || !a.Complete || a.Block != 1 || a.Chinese != 2 || a.Name != "foot(1.16.2)" || !a.Clipboard || a.Background == nil {
		t.Errorf("%+v, %v", a, err)
	}
	for mode, want := range map[int][2]bool{
		MouseMotion: {true, true}, MouseSGR: {true, true}, Sync: {true, true}, Graphemes: {false, true}, 9: {false, false},
	} {
		if has, said := a.Has(mode); has != want[0] || said != want[1] {
			t.Errorf("mode %d: has it %v, said so %v", mode, has, said)
		}
	}
	if !strings.HasSuffix(asked.String(), "\x1b[c") {
		t.Errorf("asked %q", asked.String())
	}
}

// Nobody answers: it takes as long as it is allowed to, on a fake clock.
func TestSilence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in, out := io.Pipe()
		defer out.Close() //nolint:errcheck // a pipe
		start := time.Now()
		a, err := ask(t.Context(), in, io.Discard, "xterm", Patience)
		if took := time.Since(start); err != nil || took != Patience {
			t.Errorf("after %v: %v", took, err)
		}
		if a.Complete || a.Block != 0 || a.Background != nil {
			t.Errorf("made up: %+v", a)
		}
	})
}

// A terminal that sends without end is left.
func TestFlood(t *testing.T) {
	a, err := ask(t.Context(), endless{}, io.Discard, "xterm", time.Minute)
	if err != nil || a.Complete {
		t.Errorf("%+v, %v", a, err)
	}
}

// Ctrl-C and signals end it, however long it would wait.
func TestInterrupted(t *testing.T) {
	in, out := io.Pipe() // nobody answers
	defer out.Close()    //nolint:errcheck // a pipe
	if _, err := ask(t.Context(), io.MultiReader(strings.NewReader("\x1b[1;2R\x03"), in), io.Discard, "xterm", time.Minute); !errors.Is(err, ErrInterrupted) {
		t.Errorf("by Ctrl-C: %v", err)
	}
	signal := errors.New("a signal")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(signal)
	if _, err := ask(ctx, in, io.Discard, "xterm", time.Minute); !errors.Is(err, signal) {
		t.Errorf("by a signal: %v", err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '['
	}
	return len(p), nil
}

// The console of Linux prints parts of questions it does not know.
func TestSimpleTerminalsAreAskedLittle(t *testing.T) {
	for _, name := range []string{"linux", "vt100", "vt220"} {
		if q := questions(name); strings.ContainsAny(q, "$]>") || !strings.HasSuffix(q, "\x1b[c") {
			t.Errorf("%s is asked %q", name, q)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(modern))
	f.Add([]byte("\x1b]11;rgb:\x1b\\\x1b[99999;99999R\x1b[?;;;c"))
	f.Fuzz(func(t *testing.T, s []byte) {
		a := parse(s)
		if len(a.Name) > 64 || a.Block > 4 || a.Chinese > 4 || a.Block < 0 {
			t.Errorf("%+v", a)
		}
	})
}
