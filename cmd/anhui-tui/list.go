package main

import (
	"strings"

	"github.com/spf13/cobra"

	"anhui-tui/tui/report"
)

func (p *program) listCommand() *cobra.Command {
	kinds := report.Kinds()
	cmd := &cobra.Command{
		Use:   "list " + strings.Join(kinds, "|"),
		Short: "List the clusters, indicators, figures, sources, statements or conflicts",
		Long: `List all records of a kind. Text and Markdown have the main columns; CSV and JSON
have all of them, under the same names.`,
		Example: `  anhui-tui list figures --format csv > figures.csv
  anhui-tui list sources --lang zh
  anhui-tui list figures --format json | jq '.[] | select(.cluster == "pv")'`,
		Args:      exactlyOne("a kind of records: " + strings.Join(kinds, ", ")),
		ValidArgs: withDescriptions(kinds),
	}
	format := formatFlag(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		d, err := p.load()
		if err != nil {
			return err
		}
		list, ok := report.ListOf(d, args[0], p.options.lang)
		if !ok {
			return usage("no list of %q; the kinds are %s", args[0], strings.Join(kinds, ", "))
		}
		return p.print(list, report.Format(format.value))
	}
	return cmd
}
