package main

import (
	"github.com/spf13/cobra"

	"anhui-tui/tui/report"
	"anhui-tui/tui/screen"
)

// formatFlag adds the flag --format, with all formats of reports and more.
func formatFlag(cmd *cobra.Command, more ...report.Format) *enumFlag {
	c := &enumFlag{value: string(report.Text)}
	for _, f := range append(report.Formats(), more...) {
		c.among = append(c.among, string(f))
	}
	cmd.Flags().Var(c, "format", "format of the output")
	mustComplete(cmd, "format", c.complete)
	return c
}

func (p *program) showCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show [LINK]",
		Short: "Print any page of the dashboard",
		Long: `Print any page of the dashboard: a whole view, or what LINK names: an item, or a
figure, statement or conflict of it. With card=source in the link, print the
provenance of the selected figure.

CSV has one row per figure; for sources/conflicts one per conflict, for
sources/audit one per count, and for pages without figures one per statement or
source. Its columns have one order in all views: name, value, unit, period and
qualifier first, ids and links last. A text that a spreadsheet would take for a
formula is preceded by an apostrophe; numbers never are. It is UTF-8 without a byte
order mark, which Excel needs: save the view with e in the dashboard, or put one
before it. TSV has the main columns only, as the dashboard copies them.

SVG is a picture of the screen with --width columns and --height lines, in the
colours of --theme. Chart is an SVG of the chart of a series alone, to go into a
document, with series of other units below it and the index that index=100 in the
link asks for, on white unless --theme is given.`,
		Example: `  anhui-tui show
  anhui-tui show clusters/pv --format md
  anhui-tui show "clusters/pv/pv-revenue-2024?card=source"
  anhui-tui show sources/audit --format json
  anhui-tui show shares --format svg --theme light > shares.svg
  anhui-tui show trends/nev-output --format chart > nev.svg`,
		Args:              atMost(1),
		ValidArgsFunction: p.complete(completeLink),
	}
	format, size := formatFlag(cmd, report.TSV, screen.SVG, screen.Chart), sizeFlags(cmd)
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
		if form == screen.Chart {
			return p.drawChart(d, at)
		}
		return p.printPlace(d, at, form)
	}
	return cmd
}
