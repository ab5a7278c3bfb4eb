package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// auto is the value of flags that are resolved from the environment.
const auto = "auto"

// settings are the flags common to all commands.
type settings struct {
	lang, theme, color enumFlag
	ascii, noMouse     bool
	accessible         bool
	data               string

	asciiGiven, accessibleGiven bool

	config configFile // what of them the user's file has
}

// enumFlag is the value of a flag that takes one of a few words.
type enumFlag struct {
	value string
	among []string
}

func (c *enumFlag) String() string { return c.value }

// Type implements [pflag.Value] with the values for the usage text.
func (c *enumFlag) Type() string { return strings.Join(c.among, "|") }

// Set implements [pflag.Value].
func (c *enumFlag) Set(s string) error {
	if !slices.Contains(c.among, s) {
		return fmt.Errorf("%q is not one of %s", s, strings.Join(c.among, ", "))
	}
	c.value = s
	return nil
}

func (c *enumFlag) complete(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return withDescriptions(c.among), cobra.ShellCompDirectiveNoFileComp
}

func newSettings() settings {
	return settings{
		lang:  enumFlag{auto, []string{auto, "en", "zh"}},
		theme: enumFlag{auto, []string{auto, "dark", "light", "high-contrast", "mono"}},
		color: enumFlag{auto, []string{auto, "always", "never"}},
	}
}

// addTo adds the settings as flags of a command and all its subcommands.
func (s *settings) addTo(cmd *cobra.Command) {
	flags := cmd.PersistentFlags()
	for _, f := range []struct {
		name, usage string
		value       *enumFlag
	}{
		{"lang", "language (auto: LC_ALL, LC_MESSAGES, LANG)", &s.lang},
		{"theme", "colours (auto: follow the terminal's background)", &s.theme},
		{"color", "whether to use colours (auto: TERM, COLORTERM, NO_COLOR)", &s.color},
	} {
		flags.Var(f.value, f.name, f.usage)
		mustComplete(cmd, f.name, f.value.complete)
	}
	flags.BoolVar(&s.ascii, "ascii", false, "draw in ASCII only (default: by locale and TERM)")
	flags.BoolVar(&s.accessible, "accessible", false, "line-by-line dialogue instead of the dashboard, for screen readers (also ACCESSIBLE)")
	flags.BoolVar(&s.noMouse, "no-mouse", false, "leave the mouse to the terminal, for selecting text")
	flags.StringVar(&s.data, "data", "", "use the data package in `DIR` instead of the built-in one")
	mustComplete(cmd, "data", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveFilterDirs
	})
}

// hideLocal hides the flags that are about the machine the program is on.
func (s *settings) hideLocal(cmd *cobra.Command) {
	cmd.PersistentFlags().Lookup("data").Hidden = true
}

// mustComplete registers the completion of a flag, and panics if the flag does
// not exist.
func mustComplete(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err)
	}
}

// fromEnvironment sets flags not given on the command line from ANHUI_TUI_LANG,
// ANHUI_TUI_NO_MOUSE and so on.
func fromEnvironment(flags *pflag.FlagSet, e env) error {
	var err error
	flags.VisitAll(func(f *pflag.Flag) {
		variable := "ANHUI_TUI_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value := e[variable]
		if value == "" || f.Changed || f.Name == "help" || err != nil {
			return
		}
		if setErr := flags.Set(f.Name, value); setErr != nil {
			err = usage("%s in the environment: %s", variable, reason(setErr))
		}
	})
	return err
}

// resolve sets the flags that were not given on the command line: from the
// environment, and then, if that counts, from the user's file.
func (s *settings) resolve(flags *pflag.FlagSet, e env, file bool) (err error) {
	if err = fromEnvironment(flags, e); err == nil && file {
		s.config, err = readConfig(flags, e)
	}
	s.asciiGiven, s.accessibleGiven = flags.Changed("ascii"), flags.Changed("accessible")
	return err
}

// wanted returns what a value is not that cannot be parsed, by the type of the
// flag.
func wanted() map[string]string {
	const number = "not a whole number"
	return map[string]string{
		"bool": "neither true nor false", "int": number, "int64": number, "uint": number, "uint64": number,
		"float64": "not a number",
	}
}

// reason returns the message of a flag's error, reworded where it is the flag
// library's.
func reason(err error) string {
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &invalid) && errors.Is(err, strconv.ErrSyntax):
		f := invalid.GetFlag()
		if want, ok := wanted()[f.Value.Type()]; ok {
			return fmt.Sprintf("--%s: %q is %s", f.Name, invalid.GetValue(), want)
		}
		return fmt.Sprintf("--%s: %v", f.Name, invalid.Unwrap())
	case errors.As(err, &invalid):
		return fmt.Sprintf("--%s: %v", invalid.GetFlag().Name, invalid.Unwrap())
	}
	return err.Error()
}
