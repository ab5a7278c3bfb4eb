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
		Short: "Report what this terminal can do, and the settings chosen for it",
		Long: `Report what this terminal can do, the settings chosen for it, and how to change
them. The terminal is queried for at most a second and left as it was; if input or
output is not a terminal, only the environment is consulted.`,
		Args: atMost(0),
		RunE: func(*cobra.Command, []string) error {
			e := examination{settings: p.settings, env: p.env, options: p.options, terminal: p.terminal, served: p.shared != nil}
			e.words = text.For(e.options.lang)
			v, err := p.versions()
			if err != nil {
				return err
			}
			e.program = v.line()
			out, ok := p.stdout.(*os.File)
			if !ok && e.terminal { // the output is an SSH client, which sent its size
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
			_, err = fmt.Fprint(p.stdout, e.report())
			return err
		},
	}
}

// ask queries the terminal. A signal or Ctrl-C restores the terminal and ends
// the program.
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

// examination is the information collected on a terminal.
type examination struct {
	settings settings
	env      env
	options  options
	terminal bool   // whether the output is a terminal
	served   bool   // for a client, who has no file of settings here
	program  string // its versions
	words    *text.Texts

	asked         bool
	answers       probe.Answers
	width, height int
}

// finding is a property of a terminal: what was found, what was chosen, and how
// to change it.
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
			// Findings are foreign text: answers of a terminal, values of the environment.
			fmt.Fprintf(&b, "  %s  %s\n", cell.Fit(l[0], label), ansi.Truncate(runes.Line(l[1]), 200, "..."))
		}
	}
	if e.options.ascii {
		return text.Plain().Replace(b.String())
	}
	return b.String()
}
