package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"syscall"

	"anhui-tui/model/runes"
	"anhui-tui/tui/nav"
)

// The exit codes. A signal that ends the dashboard exits with 128 and its
// number, as shells have it: 130 for an interrupt.
const (
	exitOK         = 0
	exitUnexpected = 1
	exitUsage      = 2 // an unknown flag, a value a flag does not take
	exitUnknown    = 3 // a link or an id of something that is not there
	exitFaults     = 4 // a broken data package, or a text that does not hold what it should
	exitSignal     = 128
)

// failure is an error with the exit code it ends the program with. Without an
// error there is nothing left to say.
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

// run is the program: it returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, environ []string) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr, env: newEnv(environ), environ: environ}
	cmd := p.rootCommand()
	cmd.SetArgs(args)
	cmd.SetIn(stdin)
	cmd.SetOut(stdout)
	cmd.SetErr(stderr)
	return p.finish(cmd.Execute())
}

// finish reports an error and returns the exit code for it.
func (p *program) finish(err error) int {
	var unknown *nav.Unknown
	var broken *brokenData
	var failed *failure
	code := exitUnexpected
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return exitOK // whoever read and went away has seen enough
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

// complain prints one line on stderr. A message may repeat what it was given,
// so it is cleaned.
func (p *program) complain(message string) {
	fmt.Fprintln(p.stderr, strings.TrimSpace(runes.Line(message))) //nolint:errcheck // there is nowhere else to say it
}
