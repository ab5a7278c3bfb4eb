package main

import (
	"strings"

	"github.com/spf13/cobra"

	"anhui-tui/model"
	"anhui-tui/tui/report"
)

func (p *program) listCommand() *cobra.Command {
	kinds := report.Kinds()
	cmd := &cobra.Command{
		Use:   "list " + strings.Join(kinds, "|"),
		Short: "List the clusters, indicators, figures, sources, statements or conflicts",
		Long: `List all records of a kind. Text and Markdown have the main columns; CSV and JSON
have all of them, under the same names and in the order of show. The filters are
for figures; of several, a figure has to pass all.`,
		Example: `  anhui-tui list figures --format csv > figures.csv
  anhui-tui list figures --cluster pv --period 2023 --grade A
  anhui-tui list sources --lang zh
  anhui-tui list figures --format json | jq '.[] | select(.kind == "share")'`,
		Args:      exactlyOne("a kind of records: " + strings.Join(kinds, ", ")),
		ValidArgs: withDescriptions(kinds),
	}
	format := formatFlag(cmd)
	for _, property := range model.Properties() {
		cmd.Flags().String(property.Name, "", "only figures "+property.Means)
		mustComplete(cmd, property.Name, p.choices(property))
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		d, err := p.load()
		if err != nil {
			return err
		}
		list, ok := report.ListOf(d, args[0], p.options.lang)
		if !ok {
			return usage("no list of %q; the kinds are %s", args[0], strings.Join(kinds, ", "))
		}
		filter := filterOf(cmd)
		if args[0] == "figures" {
			figures, err := d.Choose(filter)
			if err != nil {
				return usage("%v", err)
			}
			list = report.FigureList(d, figures, p.options.lang)
		} else if len(filter) > 0 {
			return usage("only figures can be filtered, not %s; see anhui-tui list --help", args[0])
		}
		return p.print(list, report.Format(format.value))
	}
	return cmd
}

// filterOf returns the filter that the flags of a command make.
func filterOf(cmd *cobra.Command) model.Filter {
	filter := model.Filter{}
	for _, property := range model.Properties() {
		if f := cmd.Flags().Lookup(property.Name); f.Changed {
			filter[property.Name] = f.Value.String()
		}
	}
	return filter
}

// choices returns the completion of a filter's flag.
func (p *program) choices(property model.Property) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if property.Choices == nil || p.prepare(cmd, args) != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		d, err := p.load()
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return property.Choices(d), cobra.ShellCompDirectiveNoFileComp
	}
}
