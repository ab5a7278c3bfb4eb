package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (p *program) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check a data package and report each fault with file, line and column",
		Long: `Check the data package in DIR, by default that of --data or the built-in one.
Faults are listed on stderr as file:line:column, and the exit code is then 4.`,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := p.settings.data
			if len(args) > 0 {
				dir = args[0]
			}
			d, err := p.check(dir)
			if err != nil {
				return err
			}
			a := d.Audit()
			_, err = fmt.Fprintf(p.stdout, "no faults: %d figures, %d indicators, %d sources, %d statements, %d conflicts\n",
				a.Figures, a.Indicators, a.Sources, a.Statements, a.Conflicts)
			return err
		},
	}
}
