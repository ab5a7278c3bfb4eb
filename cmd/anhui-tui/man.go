package main

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"anhui-tui/model"
	"anhui-tui/tui/keymap"
)

func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "Print the manual page",
		Long:    `Print the manual page, generated from the commands and keys.`,
		Example: `  anhui-tui man | man -l -`,
		Args:    atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			d, err := p.load()
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(p.stdout, manual(cmd.Root(), d.AsOf))
			return err
		},
	}
}

// manual returns the manual page of a program in roff. Its date is the
// dataset's, so that the page is reproducible.
//
// mango-cobra v1.3 was tried instead. It keeps custom sections, but prints neither
// values nor defaults of flags, of a command one line and not its long text; it
// ends paragraphs at line ends of the source, does not escape hyphens or non-ASCII
// characters, and dates the page with the current day.
func manual(root *cobra.Command, date string) string {
	m := &roff{}
	m.line(".TH ANHUI-TUI 1 %s anhui-tui", date)
	m.section("NAME")
	m.line("%s", filled("anhui-tui - "+strings.ToLower(root.Short[:1])+root.Short[1:]))
	m.section("SYNOPSIS")
	m.line(`.B anhui\-tui`)
	m.line("[LINK] [FLAG]...")
	m.line(".br")
	m.line(`.B anhui\-tui`)
	m.line("COMMAND [ARGUMENT]... [FLAG]...")
	m.section("DESCRIPTION")
	m.prose(root.Long)
	m.section("OPTIONS")
	m.prose("Every command takes these flags. They can also be set by ANHUI_TUI_LANG, ANHUI_TUI_NO_MOUSE and so on; a flag overrides the environment.")
	m.flags(root.PersistentFlags())
	m.section("COMMANDS")
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			m.command(c)
		}
	}
	m.section("KEYS")
	for _, k := range keymap.For(model.EN) {
		if h := k.Binding.Help(); h.Desc != "" {
			m.tagged(h.Key, h.Desc)
		}
	}
	m.section("ENVIRONMENT")
	m.tagged("ANHUI_TUI_...", "Default of the flag whose name follows, in capitals and with underscores.")
	m.tagged("ACCESSIBLE", "If not empty, use the line-by-line dialogue instead of the dashboard.")
	m.tagged("NO_COLOR", "If not empty, use no colours.")
	m.tagged("LC_ALL, LC_MESSAGES, LANG", "The locale, which selects the language.")
	m.tagged("TERM, COLORTERM", "The terminal, and the colours it supports.")
	m.section("FILES")
	m.tagged("~/.config/anhui-tui/config", "Settings that hold unless a flag or a variable says otherwise: lines of a flag and its value, such as lang = zh or theme = light. "+
		"The file is in XDG_CONFIG_HOME if that is set, on macOS in ~/Library/Application Support; doctor names it. It is never written.")
	m.section("EXAMPLES")
	m.code(root.Example)
	return m.b.String()
}

// roff writes the requests of man(7) that the page needs.
type roff struct{ b strings.Builder }

func (m *roff) line(format string, args ...any) { fmt.Fprintf(&m.b, format+"\n", args...) }

func (m *roff) section(name string) { m.line(".SH %s", name) }

// prose writes paragraphs, separated by empty lines.
func (m *roff) prose(s string) {
	for i, paragraph := range strings.Split(strings.TrimSpace(s), "\n\n") {
		if i > 0 {
			m.line(".PP")
		}
		m.line("%s", filled(paragraph))
	}
}

func (m *roff) tagged(tag, s string) {
	m.line(".TP\n.B %s\n%s", strings.ReplaceAll(escape(tag), `"`, `\(dq`), filled(s))
}

// code writes lines unfilled.
func (m *roff) code(s string) {
	if !strings.HasSuffix(m.b.String(), ".SH EXAMPLES\n") { // a heading begins a paragraph
		m.line(".PP")
	}
	m.line(".nf\n%s\n.fi", escape(s))
}

func (m *roff) flags(flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		if d := f.DefValue; d != "" && d != "false" && d != "[]" && !strings.Contains(usage, d) {
			usage += " (default " + d + ")"
		}
		m.tagged(strings.TrimSpace("--"+f.Name+" "+value), usage)
	})
}

// command writes a command and its subcommands.
func (m *roff) command(c *cobra.Command) {
	m.line(".SS %s", escape(strings.TrimPrefix(strings.TrimSuffix(c.UseLine(), " [flags]"), c.Root().Name()+" ")))
	long := c.Long
	if long == "" || strings.Contains(long, "\t") { // cobra's own texts are laid out for a screen
		long = c.Short + "."
	}
	m.prose(long)
	m.flags(c.LocalNonPersistentFlags())
	if c.Example != "" {
		m.code(c.Example)
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			m.command(sub)
		}
	}
}

// manWidth is the length of source lines before escaping.
const manWidth = 66

// filled returns prose in lines of at most manWidth, escaped.
func filled(s string) string {
	return escape(ansi.Wordwrap(strings.Join(strings.Fields(s), " "), manWidth, ""))
}

// escape returns s without requests, with hyphens that can be copied, and in
// ASCII, as not every formatter reads UTF-8.
func escape(s string) string {
	var b strings.Builder
	start := true
	for _, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r == '\'' && start, r == '.' && start:
			b.WriteString(`\&` + string(r))
		case r == '\u2026':
			b.WriteString("...") // groff's ASCII has no other
		case r > '~':
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
		start = r == '\n'
	}
	return b.String()
}
