package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
)

func (p *program) tourCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "tour",
		Short: "Take a guided tour of the data",
		Long: `Open the dashboard at the first stop of a guided tour of the data. Space goes to
the next stop, any other key ends the tour. If the output is not a terminal, print
the captions with the links of the stops.`,
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
