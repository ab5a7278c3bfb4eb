package main

import (
	"cmp"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/cmd/anhui-tui/internal/probe"
	"anhui-tui/model"
	"anhui-tui/tui/place"
)

func (e examination) findings() []finding {
	w := e.words.Doctor
	all := []finding{{w.Program, e.program, "", ""}}
	if !e.served {
		all = append(all, e.config())
	}
	return append(all, []finding{
		e.output(),
		e.locale(),
		e.colors(),
		e.background(),
		{w.Ambiguous, e.cells(e.answers.Block), e.widthChosen(), w.InTerminal},
		{w.Chinese, e.cells(e.answers.Chinese), fmt.Sprintf(w.Fits, 2), w.InTerminal},
		e.mouse(),
		{w.Links, e.links(), e.linksChosen(), "TERM"},
		{w.Clipboard, e.clipboard(), w.CopyText, w.InTerminal},
		{w.Sync, e.mode(probe.Sync), w.AsItIs, w.InTerminal},
		{w.Graphemes, e.mode(probe.Graphemes), w.AsItIs, w.InTerminal},
		{w.Size, e.size(), e.sizeChosen(), w.Resize},
		{w.Name, cmp.Or(e.answers.Name, e.variables("TERM_PROGRAM", "TERM")), "", ""},
	}...)
}

// config tells of the user's file of settings.
func (e examination) config() finding {
	w, c := e.words.Doctor, e.settings.config
	f := finding{w.Config, w.None, "", c.name}
	if len(c.settings) > 0 {
		f.found, f.chosen = strings.Join(c.settings, ", "), w.ConfigCounts
	}
	if c.name == "" {
		f.change = w.NoConfig
	}
	return f
}

// variables returns the variables that are set, with their values.
func (e examination) variables(names ...string) string {
	var set []string
	for _, name := range names {
		if e.env[name] != "" {
			set = append(set, name+"="+e.env[name])
		}
	}
	if len(set) == 0 {
		return e.words.Doctor.Nothing
	}
	return strings.Join(set, ", ")
}

func (e examination) output() finding {
	w := e.words.Doctor
	f := finding{w.Output, w.Pipe, w.AsText, "--accessible, ACCESSIBLE, TERM"}
	if e.terminal {
		f.found = w.Terminal
		if dumb(e.env, windows) {
			f.found = w.Plain
		}
	}
	switch {
	case e.options.accessible:
		f.chosen = w.AsDialogue
	case e.options.dashboard:
		f.chosen = w.Dashboard
	}
	f.found += ", " + e.variables("TERM", "ACCESSIBLE", "ANHUI_TUI_ACCESSIBLE")
	return f
}

func (e examination) locale() finding {
	w := e.words.Doctor
	glyphs := w.Glyphs
	if e.options.ascii {
		glyphs = w.OnlyASCII
	}
	return finding{
		w.Locale, e.variables("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "ANHUI_TUI_LANG", "ANHUI_TUI_ASCII"),
		e.words.Tag + ", " + glyphs, "--lang, ANHUI_TUI_LANG, --ascii, ANHUI_TUI_ASCII; " + w.SetLocale,
	}
}

func (e examination) colors() finding {
	w := e.words.Doctor
	chosen := map[place.Colors]string{place.NoColors: w.None, place.Colors16: "16", place.Colors256: "256"}
	return finding{
		w.Colors, e.variables("TERM", "COLORTERM", "NO_COLOR", "ANHUI_TUI_COLOR"), chosen[e.options.colors],
		"--color, ANHUI_TUI_COLOR, NO_COLOR, TERM",
	}
}

func (e examination) background() finding {
	w := e.words.Doctor
	f := finding{w.Background, e.unanswered(), w.DarkTheme, "--theme, ANHUI_TUI_THEME, T"}
	theme := e.options.theme
	if color := e.answers.Background; color != nil {
		r, g, b, _ := color.RGBA()
		f.found = fmt.Sprintf(w.LightFound, fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8))
		told := place.Light
		if (tea.BackgroundColorMsg{Color: color}).IsDark() {
			f.found = fmt.Sprintf(w.DarkFound, fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8))
			told = place.Dark
		}
		if !e.options.fixedTheme {
			theme = told
		}
	}
	switch {
	case e.options.colors == place.NoColors || theme == place.Mono:
		f.chosen = w.NoTheme
	case theme == place.HighContrast:
		f.chosen = w.ContrastTheme
	case theme == place.Light:
		f.chosen = w.LightTheme
	}
	if !e.options.fixedTheme {
		f.chosen = fmt.Sprintf(w.Follows, f.chosen)
	}
	return f
}

// unanswered returns the text for a property that is not known.
func (e examination) unanswered() string {
	if e.asked {
		return e.words.Doctor.Silent
	}
	return e.words.Doctor.Unknown
}

func (e examination) cells(n int) string {
	if n == 0 {
		return e.unanswered()
	}
	return fmt.Sprintf(e.words.Doctor.Cells, n)
}

func (e examination) widthChosen() string {
	if e.answers.Block > 1 {
		return e.words.Doctor.Wide
	}
	return e.words.Doctor.Narrow
}

func (e examination) mode(mode int) string {
	switch has, said := e.answers.Has(mode); {
	case has:
		return e.words.Doctor.Yes
	case said:
		return e.words.Doctor.No
	}
	return e.unanswered()
}

func (e examination) mouse() finding {
	w := e.words.Doctor
	f := finding{w.Mouse, e.mode(probe.MouseSGR), w.MouseOn, "--no-mouse, ANHUI_TUI_NO_MOUSE, m"}
	if has, said := e.answers.Has(probe.MouseMotion); said && !has {
		f.found = w.No
	}
	if e.settings.noMouse {
		f.chosen = w.MouseOff
	}
	return f
}

// links infers the support of hyperlinks from the terminal's name, as it cannot
// be queried.
func (e examination) links() string {
	w := e.words.Doctor
	known := strings.ToLower(e.answers.Name + " " + e.env["TERM_PROGRAM"] + " " + e.env["TERM"])
	for _, name := range []string{
		"foot", "kitty", "wezterm", "iterm", "ghostty", "alacritty", "contour", "konsole", "vscode", "rio", "vte",
	} {
		if strings.Contains(known, name) {
			return fmt.Sprintf(w.Likely, name)
		}
	}
	if e.env["VTE_VERSION"] != "" || e.env["WT_SESSION"] != "" {
		return fmt.Sprintf(w.Likely, e.variables("VTE_VERSION", "WT_SESSION"))
	}
	return w.Unknown
}

func (e examination) linksChosen() string {
	if e.options.links {
		return e.words.Doctor.LinksOn
	}
	return e.words.Doctor.LinkText
}

func (e examination) clipboard() string {
	if e.answers.Clipboard {
		return e.words.Doctor.Yes
	}
	return e.words.Doctor.Unknown // terminals with a clipboard need not report it
}

func (e examination) size() string {
	if e.width > 0 {
		return fmt.Sprintf("%d×%d", e.width, e.height)
	}
	return e.variables("COLUMNS", "LINES")
}

func (e examination) sizeChosen() string {
	v := place.Viewport{Lang: model.EN}.Size(e.width, e.height)
	return fmt.Sprintf("%d×%d", v.Width, v.Height)
}
