package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"syscall"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model/runes"
	"anhui-tui/tui/nav"
)

// The exit codes. A signal that ends the dashboard exits with 128 plus its
// number, as in shells: 130 for an interrupt.
const (
	exitOK         = 0
	exitUnexpected = 1
	exitUsage      = 2 // an unknown flag, or an invalid value
	exitUnknown    = 3 // a link or an id that does not exist
	exitFaults     = 4 // faults in a data package, or items missing from a text
	exitSignal     = 128
)

// failure is an error with the exit code it causes. If err is nil, the message
// was printed before.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string {
	if f.err == nil {
		return "exit " + strconv.Itoa(f.code)
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

func fail(code int, format string, args ...any) error {
	return &failure{code, fmt.Errorf(format, args...)}
}

func usage(format string, args ...any) error { return fail(exitUsage, format, args...) }

// run runs the program and returns its exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, environ []string) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr, env: newEnv(environ), environ: environ}
	cmd := p.rootCommand()
	cmd.SetArgs(append([]string{}, args...)) // nil would be those of the process
	cmd.SetIn(stdin)
	help := &checkedWriter{to: stdout}
	cmd.SetOut(help) // of which cobra does not say whether it could be written
	cmd.SetErr(stderr)
	err := cmd.Execute()
	return p.finish(cmp.Or(err, help.err))
}

// checkedWriter remembers the first error of a writer.
type checkedWriter struct {
	to  io.Writer
	err error
}

// Write implements [io.Writer].
func (w *checkedWriter) Write(b []byte) (int, error) {
	n, err := w.to.Write(b)
	w.err = cmp.Or(w.err, err)
	return n, err
}

// maxMessage is the number of cells of a message on stderr.
const maxMessage = 500

// finish prints an error and returns its exit code.
func (p *program) finish(err error) int {
	var unknown *nav.Unknown
	var broken *brokenData
	var failed *failure
	code := exitUnexpected
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return exitOK // the reader of the output closed it
	case errors.As(err, &broken):
		code = exitFaults
		for line := range strings.SplitSeq(broken.faults.Error(), "\n") {
			p.complain(line)
		}
	case errors.As(err, &unknown):
		code = exitUnknown
	case errors.As(err, &failed):
		if code = failed.code; failed.err == nil {
			return code
		}
	}
	p.complain("anhui-tui: " + err.Error())
	return code
}

// complain prints one line on stderr, cleaned and cut, as a message may repeat
// foreign input.
func (p *program) complain(message string) {
	fmt.Fprintln(p.stderr, ansi.Truncate(strings.TrimSpace(runes.Line(message)), maxMessage, "...")) //nolint:errcheck // there is nowhere else to report it
}
