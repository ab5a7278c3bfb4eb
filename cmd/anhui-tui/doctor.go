package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"anhui-tui/cmd/anhui-tui/internal/probe"
	"anhui-tui/model/runes"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/text"
)

func (p *program) doctorCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Say what this terminal can do, and what was chosen",
		Long: `Say what this terminal can do, what was chosen for it, and how to choose
otherwise. A terminal is asked, for less than a second, and left as it was; where
the input or the output is none, what the environment says must do.`,
		Args: atMost(0),
		RunE: func(*cobra.Command, []string) error {
			e := examination{settings: p.settings, env: p.env, decided: p.decided, terminal: p.terminal}
			e.words = text.For(e.decided.lang)
			out, ok := p.stdout.(*os.File)
			if !ok && e.terminal { // that of an SSH client, who said its size
				e.width, _ = strconv.Atoi(p.env["COLUMNS"])
				e.height, _ = strconv.Atoi(p.env["LINES"])
			}
			if in, local := p.stdin.(*os.File); local && ok && e.terminal && isTerminal(p.stdin) && !dumb(p.env, windows) {
				e.width, e.height, _ = term.GetSize(out.Fd()) //nolint:errcheck // 0 is unknown
				answers, err := ask(in, out, p.env["TERM"])
				if err != nil {
					return err
				}
				e.answers, e.asked = answers, true
			}
			_, err := fmt.Fprint(p.stdout, e.report())
			return err
		},
	}
}

// ask asks the terminal. A signal or Ctrl-C ends that, with the terminal as it
// was, and the program.
func ask(in, out *os.File, name string) (probe.Answers, error) {
	ctx, stop := untilSignal(context.Background())
	defer stop()
	answers, err := probe.Ask(ctx, in, out, name)
	var ended *signalled
	switch {
	case errors.As(err, &ended):
		err = &failure{code: exitSignal + int(ended.signal)}
	case errors.Is(err, probe.ErrInterrupted):
		err = &failure{code: exitSignal + int(syscall.SIGINT)}
	}
	return answers, err
}

// examination is what is known of a terminal.
type examination struct {
	settings settings
	env      env
	decided  decision
	terminal bool // the output is one
	words    *text.Texts

	asked         bool
	answers       probe.Answers
	width, height int
}

// finding is one thing a terminal has or has not.
type finding struct{ name, found, chosen, change string }

func (e examination) report() string {
	w := e.words.Doctor
	said := w.NotAsked
	if e.asked {
		said = w.Asked
	}
	label := max(cell.Width(w.Found), cell.Width(w.Chosen), cell.Width(w.Change))
	var b strings.Builder
	b.WriteString(said + "\n")
	for _, f := range e.findings() {
		b.WriteString("\n" + f.name + "\n")
		for _, l := range [][2]string{{w.Found, f.found}, {w.Chosen, f.chosen}, {w.Change, f.change}} {
			if l[1] == "" {
				continue
			}
			// What is found is foreign: a terminal's answers, an environment.
			fmt.Fprintf(&b, "  %s  %s\n", cell.Fit(l[0], label), ansi.Truncate(runes.Line(l[1]), 200, "..."))
		}
	}
	if e.decided.ascii {
		return text.Plain().Replace(b.String())
	}
	return b.String()
}
