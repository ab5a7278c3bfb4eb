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
		Short: "Walk through the story of the data",
		Long: `Open the dashboard at the first of the places that tell the story of the data;
Space leads to the next, and any other key ends the tour where it is. Where the
output is not a terminal, the captions are printed with the links of the places.`,
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			d, err := p.load()
			switch {
			case err != nil:
				return err
			case len(d.Tour) == 0:
				return fail(exitUnknown, "the data package has no tour; see data/README.md on tour.csv")
			case p.decided.dashboard || p.decided.accessible:
				// The tour is nothing but a link, so whoever replaces what
				// opens a link, as the server does, has the tour as well.
				return cmd.Root().RunE(cmd.Root(), []string{nav.TourStart(d).Link()})
			}
			return p.printTour(d)
		},
	}
}

// printTour prints the captions, each with the title of its place and the
// command that prints it.
func (p *program) printTour(d *model.Dataset) error {
	var b strings.Builder
	for i, at := range nav.TourStops(d) {
		if i > 0 {
			b.WriteByte('\n')
		}
		shown := report.Of(d, at.Closed(), p.decided.lang)
		link := at
		link.Tour = 0
		fmt.Fprintf(&b, "%d/%d  %s\n", i+1, len(d.Tour), d.Tour[i].Caption.In(p.decided.lang))
		fmt.Fprintf(&b, "      %s\n      anhui-tui show '%s'\n", shown.Title, link.Link())
	}
	said := b.String()
	if p.decided.ascii {
		said = text.Plain().Replace(said)
	}
	_, err := fmt.Fprint(p.stdout, said)
	return err
}
