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
		Short: "Walk through the story of the data in ten places",
		Long: `Open the dashboard at the first of ten places that tell the story of the data;
Space leads to the next, and any other key ends the tour where it is. Where the
output is not a terminal, the captions are printed with the links of the places.`,
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if p.decided.dashboard || p.decided.accessible {
				// The tour is nothing but a link, so whoever replaces what
				// opens a link, as the server does, has the tour as well.
				return cmd.Root().RunE(cmd.Root(), []string{nav.TourStart().Link()})
			}
			d, err := p.load()
			if err != nil {
				return err
			}
			return p.printTour(d)
		},
	}
}

// printTour prints the captions, each with the title of its place and the
// command that prints it.
func (p *program) printTour(d *model.Dataset) error {
	words := text.For(p.decided.lang)
	var b strings.Builder
	for i, at := range nav.TourStops() {
		if i > 0 {
			b.WriteByte('\n')
		}
		shown := report.Of(d, at.Closed(), p.decided.lang)
		link := at
		link.Tour = 0
		fmt.Fprintf(&b, "%d/%d  %s\n", i+1, len(words.Tour), words.Tour[i])
		fmt.Fprintf(&b, "      %s\n      anhui-tui show '%s'\n", shown.Title, link.Link())
	}
	said := b.String()
	if p.decided.ascii {
		said = text.Plain().Replace(said)
	}
	_, err := fmt.Fprint(p.stdout, said)
	return err
}
