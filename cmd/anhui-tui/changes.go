package main

import (
	"strings"

	"github.com/spf13/cobra"

	"anhui-tui/model"
	"anhui-tui/tui/report"
)

func (p *program) changesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "changes [SINCE]",
		Short: "List what changed in the dataset: new figures, corrections and why",
		Long: `List what changed in the dataset after version SINCE, by default in its latest
version: the figures that are new, and those that were corrected or dropped, with
the reason. Atom is a feed for readers of news.`,
		Example: `  anhui-tui changes
  anhui-tui changes 0.4.0 --format csv > changes.csv
  anhui-tui changes --format atom > anhui.atom`,
		Args: atMost(1),
		ValidArgsFunction: p.complete(func(c *completions, d *model.Dataset, _ string) {
			for _, v := range d.Versions() {
				c.add(v, "")
			}
		}),
	}
	format := formatFlag(cmd, report.Atom)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		d, err := p.load()
		if err != nil {
			return err
		}
		since := report.LastVersion(d)
		if len(args) > 0 {
			since = args[0]
		}
		if !model.ValidVersion(since) || model.CompareVersions(since, d.Version) > 0 {
			return usage("%q is not a version of the dataset up to %s; it names %s", since, d.Version, strings.Join(d.Versions(), ", "))
		}
		if form := report.Format(format.value); form != report.Atom {
			return p.print(report.Changes(d, since, p.options.lang), form)
		}
		return report.WriteFeed(p.stdout, d, since, p.options.lang)
	}
	return cmd
}
