package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
)

func (p *program) tourCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "tour",
		Short: "Take a guided tour of the data",
		Long: `Open the dashboard at the first stop of a guided tour of the data. Space goes to
the next stop, any other key ends the tour. With --auto it steps by itself, again and
again, until a key is pressed. If the output is not a terminal, print
the captions with the links of the stops.`,
		Example: `  anhui-tui tour
  anhui-tui tour --auto 20s`,
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			d, err := p.load()
			switch {
			case err != nil:
				return err
			case len(d.Tour) == 0:
				return fail(exitUnknown, "the data package has no tour; see data/README.md on tour.csv")
			case p.options.dashboard || p.options.accessible:
				// The tour is opened by its link, so that programs that replace the root
				// command, as the server does, have it as well.
				return cmd.Root().RunE(cmd.Root(), []string{nav.TourStart(d).Link()})
			}
			return p.printTour(d)
		},
	}
	p.addAuto(cmd)
	return cmd
}

// leastAuto is the shortest time between two steps of a tour.
const leastAuto = time.Second

// addAuto adds the flag for a tour that steps by itself.
func (p *program) addAuto(cmd *cobra.Command) {
	cmd.Flags().Var((*autoFlag)(&p.auto), "auto", "step by itself after `DURATION`, such as 20s")
}

// autoFlag is the value of --auto.
type autoFlag time.Duration

func (a *autoFlag) String() string { return time.Duration(*a).String() }

// Type implements [pflag.Value].
func (a *autoFlag) Type() string { return "duration" }

// Set implements [pflag.Value].
func (a *autoFlag) Set(s string) error {
	d, err := time.ParseDuration(s)
	if err != nil || d != 0 && d < leastAuto || d > time.Hour {
		return fmt.Errorf("%q is not a time between 1s and 1h", s)
	}
	*a = autoFlag(d)
	return nil
}

// printTour prints the captions, each with the title of its place and the
// command that prints the place.
func (p *program) printTour(d *model.Dataset) error {
	var b strings.Builder
	for i, at := range nav.TourStops(d) {
		if i > 0 {
			b.WriteByte('\n')
		}
		shown := report.Of(d, at.Closed(), p.options.lang)
		link := at
		link.Tour = 0
		fmt.Fprintf(&b, "%d/%d  %s\n", i+1, len(d.Tour), d.Tour[i].Caption.In(p.options.lang))
		fmt.Fprintf(&b, "      %s\n      anhui-tui show '%s'\n", shown.Title, link.Link())
	}
	said := b.String()
	if p.options.ascii {
		said = text.Plain().Replace(said)
	}
	_, err := fmt.Fprint(p.stdout, said)
	return err
}
