package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/report"
)

func (p *program) citeCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "cite FIGURE...",
		Short: "Print a citation of figures",
		Example: `  anhui-tui cite pv-revenue-2023
  anhui-tui cite pv-revenue-2023 --style bibtex >> paper.bib
  anhui-tui cite pv-revenue-2022 pv-revenue-2023 --style csl-json`,
		Args: func(cmd *cobra.Command, args []string) error {
			return exactlyOne("the id of a figure")(cmd, args[:min(len(args), 1)]) // or more
		},
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
		figures := make([]*model.Figure, 0, len(args))
		for _, id := range args {
			f, err := nav.FigureOf(d, id)
			if err != nil {
				return err
			}
			figures = append(figures, f)
		}
		text, err := report.CiteAll(d, figures, report.Style(style.value), p.options.lang)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(p.stdout, text)
		return err
	}
	return cmd
}
