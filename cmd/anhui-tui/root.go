package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
)

// rootCommand returns the command that opens the dashboard, with all other
// commands below it.
func (p *program) rootCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "anhui-tui [LINK]",
		Short: "The emerging industries of Anhui province, every figure with its source",
		Long: `The emerging industries of Anhui province, every figure with its source.

Without a command, open the dashboard, at LINK if given. If the output is not a
terminal, or TERM is dumb, print the same place as text. With --accessible, start
a line-by-line dialogue, for screen readers and for pipes.

Exit codes: 0 success, 1 internal error, 2 usage, 3 unknown link or id, 4 faults
found by check or verify or in the data package, 130 interrupted.`,
		Example: `  anhui-tui
  anhui-tui clusters/pv
  anhui-tui "shares?scope=world" --lang zh
  anhui-tui show trends/pv-revenue --format csv`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return cmp.Or(p.noCommand(cmd, args), atMost(1)(cmd, args))
			}
			return nil
		},
		PersistentPreRunE: p.prepare,
		RunE:              p.open,
		ValidArgsFunction: p.complete(completeLink),
		SilenceUsage:      true,
		SilenceErrors:     true,
	}
	p.settings = newSettings()
	p.settings.addTo(cmd)
	cmd.Flags().BoolVarP(&p.versionOnly, "version", "v", false, "print the versions of the program and the dataset")
	cmd.SetUsageFunc(printUsage)
	cmd.CompletionOptions.DisableDefaultCmd = true // ours is another
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if unknown := p.noCommand(cmd, cmd.Flags().Args()); unknown != nil {
			return unknown // whose flags it has
		}
		return usage("%s; see %s --help", reason(err), cmd.CommandPath())
	})
	cmd.AddCommand(
		p.showCommand(), p.listCommand(), p.citeCommand(), p.exportCommand(), p.checkCommand(), p.verifyCommand(),
		p.tourCommand(), p.presentCommand(), p.followCommand(), p.handoutCommand(), p.changesCommand(), p.doctorCommand(), p.completionCommand(), p.manCommand(), p.serveCommand(), p.versionCommand(),
	)
	return cmd
}

// printUsage prints how a command is used. It is no template of cobra's: who
// executes one may call any method by its name, so the linker drops none.
func printUsage(cmd *cobra.Command) error {
	var b strings.Builder
	b.WriteString("Usage:")
	if cmd.Runnable() {
		b.WriteString("\n  " + cmd.UseLine())
	}
	if cmd.HasAvailableSubCommands() {
		b.WriteString("\n  " + cmd.CommandPath() + " COMMAND\n\nCommands:")
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				fmt.Fprintf(&b, "\n  %-*s %s", c.NamePadding(), c.Name(), c.Short)
			}
		}
	}
	if cmd.HasExample() {
		b.WriteString("\n\nExamples:\n" + cmd.Example)
	}
	for _, flags := range []struct {
		title string
		set   *pflag.FlagSet
	}{
		{"Flags", cmd.LocalFlags()},
		{"Flags of all commands, also set by ANHUI_TUI_LANG, ANHUI_TUI_NO_MOUSE and so on,\nand by lines such as lang = zh in the settings file that doctor names", cmd.InheritedFlags()},
	} {
		if flags.set.HasAvailableFlags() {
			b.WriteString("\n\n" + flags.title + ":\n" + strings.TrimRight(flags.set.FlagUsages(), " \n"))
		}
	}
	_, err := fmt.Fprintln(cmd.OutOrStderr(), b.String())
	return err
}

// atMost and exactlyOne are like cobra's MaximumNArgs and ExactArgs, with this
// program's exit code.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return usage("unexpected argument %q; see %s --help", args[n], cmd.CommandPath())
		}
		return nil
	}
}

func exactlyOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usage("%s needs %s; see %s --help", cmd.CommandPath(), what, cmd.CommandPath())
		}
		return atMost(1)(cmd, args)
	}
}

// open opens the dashboard, or prints the place if the output is not a
// terminal.
func (p *program) open(cmd *cobra.Command, args []string) error {
	if p.versionOnly {
		return p.printVersion(report.Text)
	}
	if locale := foreignCharset(p.env); locale != "" && p.terminal {
		p.complain("anhui-tui: " + fmt.Sprintf(text.For(p.options.lang).Doctor.NeedsUTF8, locale))
	}
	if p.options.dashboard && len(args) == 0 && p.settings.data == "" {
		return p.dashboard(p.load, place.Place{}) // no argument to check, so the data can be loaded later
	}
	d, at, err := p.arrive(cmd, args)
	if err != nil {
		return err
	}
	switch {
	case p.options.accessible:
		return p.runDialogue(d, at)
	case !p.options.dashboard:
		return p.printPlace(d, at, report.Text)
	}
	return p.dashboard(func() (*model.Dataset, error) { return d, nil }, at)
}

func viewNames() []string {
	views := place.Views()
	names := make([]string, len(views))
	for i, v := range views {
		names[i] = v.String()
	}
	return names
}
