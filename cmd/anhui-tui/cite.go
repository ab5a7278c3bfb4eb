package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"anhui-tui/tui/nav"
	"anhui-tui/tui/report"
)

func (p *program) citeCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "cite FIGURE",
		Short: "Print a citation of a figure",
		Example: `  anhui-tui cite pv-revenue-2023
  anhui-tui cite pv-revenue-2023 --style bibtex >> paper.bib`,
		Args:              exactlyOne("the id of a figure"),
		ValidArgsFunction: p.complete(completeFigure),
	}
	style := &enumFlag{value: string(report.Plain)}
	for _, s := range report.Styles() {
		style.among = append(style.among, string(s))
	}
	cmd.Flags().Var(style, "style", "style of the citation")
	mustComplete(cmd, "style", style.complete)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		d, err := p.load()
		if err != nil {
			return err
		}
		f, err := nav.FigureOf(d, args[0])
		if err != nil {
			return err
		}
		text, err := report.Cite(d, f, report.Style(style.value), p.options.lang)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(p.stdout, text)
		return err
	}
	return cmd
}
