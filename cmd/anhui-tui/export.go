package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"anhui-tui/data"
)

func (p *program) exportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "export DIR|-",
		Short: "Write the built-in data package to a folder, or as a ZIP to stdout",
		Example: `  anhui-tui export ./anhui-data
  anhui-tui export - > anhui-data.zip`,
		Args: exactlyOne("a folder, or - for a ZIP on stdout"),
		RunE: func(_ *cobra.Command, args []string) error {
			if p.settings.data != "" {
				return usage("export writes the built-in data package; remove --data %q", p.settings.data)
			}
			if args[0] == "" { // a variable that is not set
				return usage("the name of the folder is empty; export to . for the current one")
			}
			if args[0] == "-" {
				if isTerminal(p.stdout) {
					return usage("stdout is a terminal; write the ZIP to a file: anhui-tui export - > anhui-data.zip")
				}
				return data.WriteZip(p.stdout)
			}
			if err := data.WriteDir(args[0]); err != nil {
				if errors.Is(err, fs.ErrExist) {
					return usage("%w", err)
				}
				return err
			}
			fmt.Fprintf(p.stderr, "anhui-tui: wrote the data package to %q\n", args[0]) //nolint:errcheck // only a notice
			return nil
		},
	}
}
