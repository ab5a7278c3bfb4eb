package main

import (
	"github.com/spf13/cobra"

	"anhui-tui/tui/report"
	"anhui-tui/tui/screen"
)

// formatFlag is the flag --format, for all formats of reports and more.
func formatFlag(cmd *cobra.Command, more ...report.Format) *choice {
	c := &choice{value: string(report.Text)}
	for _, f := range append(report.Formats(), more...) {
		c.among = append(c.among, string(f))
	}
	cmd.Flags().Var(c, "format", "form of the output")
	mustComplete(cmd, "format", c.complete)
	return c
}

func (p *program) showCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show [LINK]",
		Short: "Print a place of the dashboard",
		Long: `Print a place of the dashboard: all of a view, or the item the link names. With
card=source in the link it is the provenance of what is under the cursor.

CSV has one row a figure. Of sources/conflicts it has one a conflict, of
sources/audit one a count, and of a place without figures one a statement or a
source. In CSV a text that a spreadsheet would take for a formula
has an apostrophe before it; numbers never do.

SVG is a picture of the screen at that place, of --width columns and --height
lines, in the colours of --theme.`,
		Example: `  anhui-tui show
  anhui-tui show clusters/pv --format md
  anhui-tui show "clusters/pv/pv-revenue-2023?card=source"
  anhui-tui show sources/audit --format json
  anhui-tui show shares --format svg --theme light > shares.svg`,
		Args:              atMost(1),
		ValidArgsFunction: p.complete(completeLink),
	}
	format, size := formatFlag(cmd, screen.SVG), sizeFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		form := report.Format(format.value)
		if err := size.check(cmd, form == screen.SVG); err != nil {
			return err
		}
		d, at, err := p.arrive(cmd, args)
		if err != nil {
			return err
		}
		if form == screen.SVG {
			return p.drawPlace(d, at, size)
		}
		return p.printPlace(d, at, form)
	}
	return cmd
}
