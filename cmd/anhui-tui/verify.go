package main

import (
	"io"
	"os"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"anhui-tui/model/verify"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/report"
)

// maxText is the size of the longest text read, in bytes: a hundred times a
// chapter of a yearbook.
const maxText = 16 << 20

func (p *program) verifyCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "verify SOURCE --text FILE|-",
		Short: "Check a source's text against what the dataset takes from it",
		Long: `Search the text of a source for every number and rank taken from it, as printed,
for its date, and for the speakers quoted. White space, dashes, quotation marks,
full-width characters and letter case make no difference; traditional and
simplified characters do. Missing items are listed with the nearest passage, and
the exit code is then 4.`,
		Example: `  anhui-tui verify china-daily-2024-09-18 --text article.txt
  pdftotext bulletin.pdf - | anhui-tui verify SOURCE --text -`,
		Args:              exactlyOne("the id of a source"),
		ValidArgsFunction: p.complete(completeSource),
	}
	file := cmd.Flags().String("text", "", "the source's text in UTF-8, `FILE` or - for stdin")
	format := formatFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *file == "" {
			return usage("verify needs --text FILE, or --text - for stdin; see %s --help", cmd.CommandPath())
		}
		d, err := p.load()
		if err != nil {
			return err
		}
		source, err := nav.SourceOf(d, args[0])
		if err != nil {
			return err
		}
		text, err := p.readText(*file)
		if err != nil {
			return err
		}
		list, err := verify.Text(cmd.Context(), text, verify.Items(d, source))
		if err != nil {
			return err
		}
		found := report.Findings{
			Source: source, Lang: p.options.lang, List: list,
			Version: d.Version, AsOf: d.AsOf,
		}
		if err := p.print(found, report.Format(format.value)); err != nil {
			return err
		}
		if found.Missing() > 0 {
			return &failure{code: exitFaults} // reported on stdout
		}
		return nil
	}
	return cmd
}

// readText reads a text of at most maxText bytes from a file, or from stdin for
// "-".
func (p *program) readText(name string) (string, error) {
	in := p.stdin
	if name != "-" {
		f, err := os.Open(name) //nolint:gosec // the user's own file
		if err != nil {
			return "", usage("%w; give the file with the source's text", err)
		}
		defer f.Close() //nolint:errcheck // only read
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, maxText+1))
	switch {
	case err != nil:
		return "", usage("%w; give the file with the source's text", err)
	case len(text) > maxText:
		return "", usage("%q is larger than %d MiB; give the relevant part of the text", name, maxText>>20)
	case !utf8.Valid(text):
		return "", usage("%q is not UTF-8; convert it first, as with iconv -t UTF-8", name)
	}
	return string(text), nil
}
