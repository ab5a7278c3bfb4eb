package main

import (
	"strings"

	"github.com/charmbracelet/colorprofile"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// env is the environment. Settings are resolved from it in this file, by
// functions without other inputs.
type env map[string]string

func newEnv(environ []string) env {
	e := make(env, len(environ))
	for _, pair := range environ {
		if name, value, ok := strings.Cut(pair, "="); ok {
			e[name] = value
		}
	}
	return e
}

// first returns the value of the first variable that is set and not empty.
func (e env) first(names ...string) string {
	for _, name := range names {
		if e[name] != "" {
			return e[name]
		}
	}
	return ""
}

// langOf returns the language of the locale: Chinese for zh in any form, else
// English.
func langOf(e env) model.Lang {
	locale := strings.ToLower(e.first("LC_ALL", "LC_MESSAGES", "LANG"))
	if locale == "zh" || strings.HasPrefix(locale, "zh_") || strings.HasPrefix(locale, "zh-") || strings.HasPrefix(locale, "zh.") {
		return model.ZH
	}
	return model.EN
}

// asciiLocale reports whether the locale has a charset other than UTF-8,
// including that of C and POSIX. Without a locale UTF-8 is assumed, as in
// today's terminals.
func asciiLocale(e env) bool {
	locale := strings.ToLower(e.first("LC_ALL", "LC_CTYPE", "LANG"))
	name, charset, named := strings.Cut(locale, ".")
	charset, _, _ = strings.Cut(charset, "@")
	if named {
		return charset != "utf-8" && charset != "utf8"
	}
	return name == "c" || name == "posix"
}

// foreignCharset returns the locale if its charset has Chinese characters but is not
// UTF-8, in which all Chinese is written here; "" if not.
func foreignCharset(e env) string {
	locale := e.first("LC_ALL", "LC_CTYPE", "LANG")
	_, charset, _ := strings.Cut(strings.ToLower(locale), ".")
	for _, name := range []string{"gb", "big5", "euc", "hkscs"} {
		if strings.HasPrefix(charset, name) {
			return locale
		}
	}
	return ""
}

// plainGlyphs reports whether to draw in ASCII. The Linux console has fonts of
// at most 512 characters, without braille and eighth blocks, in any locale.
func plainGlyphs(e env) bool { return e["TERM"] == "linux" || asciiLocale(e) }

// dumb reports whether the terminal can only print lines. On Windows TERM is
// usually not set.
func dumb(e env, windows bool) bool {
	return e["TERM"] == "dumb" || e["TERM"] == "" && !windows
}

// colorsOf returns the number of colours of the terminal by its name, without
// querying it: a wrong guess costs a hue, never a frame.
func colorsOf(e env, windows bool) place.Colors {
	term := strings.ToLower(e["TERM"])
	switch {
	case term == "dumb":
		return place.NoColors
	case truecolor(e["COLORTERM"]), windows && term == "", e["WT_SESSION"] != "":
		return place.Colors256
	case term == "":
		return place.NoColors
	}
	for _, name := range []string{
		"256color", "direct", "truecolor", "alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm",
	} {
		if strings.Contains(term, name) {
			return place.Colors256
		}
	}
	if strings.HasPrefix(term, "vt") { // DEC terminals have no colours
		return place.NoColors
	}
	return place.Colors16
}

// linksOf reports whether the terminal supports hyperlinks, or ignores them.
// Some terminals print them, so only known names count: a wrong no costs a
// click, a wrong yes the screen.
func linksOf(e env, windows bool) bool {
	term := strings.ToLower(e["TERM"])
	if term == "" {
		return windows
	}
	for _, name := range []string{
		"xterm", "screen", "tmux", "rxvt", "st-", "putty", "mintty", "mlterm", "vte", "gnome", "konsole", "iterm",
		"alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm",
	} {
		if strings.HasPrefix(term, name) {
			return true
		}
	}
	return term == "st"
}

func truecolor(colorterm string) bool {
	colorterm = strings.ToLower(colorterm)
	return colorterm == "truecolor" || colorterm == "24bit"
}

// profileOf returns the colour profile for Bubble Tea, which would otherwise
// detect one by running tmux and opening files.
func profileOf(c place.Colors) colorprofile.Profile {
	switch c {
	case place.Colors256:
		return colorprofile.ANSI256
	case place.Colors16:
		return colorprofile.ANSI
	case place.NoColors:
	}
	return colorprofile.ASCII
}

// options are the settings resolved from the flags, the environment and the
// kind of output.
type options struct {
	dashboard  bool // if false, the dialogue or the place as text
	accessible bool // the dialogue
	lang       model.Lang
	ascii      bool
	colors     place.Colors
	theme      place.Theme
	fixedTheme bool
	links      bool
}

// viewport returns the viewport of a dashboard without its size.
func (o options) viewport() place.Viewport {
	return place.Viewport{Colors: o.colors, Theme: o.theme, Lang: o.lang, ASCII: o.ascii, Links: o.links}
}

// resolve returns the options for the flags s and the environment e; terminal
// reports whether the output is a terminal.
func resolve(s settings, e env, terminal, windows bool) options {
	d := options{
		dashboard: terminal && !dumb(e, windows),
		lang:      langOf(e),
		ascii:     asciiLocale(e),
		colors:    colorsOf(e, windows),
		links:     linksOf(e, windows),
	}
	if d.dashboard {
		d.ascii = plainGlyphs(e)
	}
	// ACCESSIBLE applies to interactive use only: a pipe gets text. The flag
	// applies to pipes too.
	d.accessible = d.dashboard && e["ACCESSIBLE"] != ""
	if s.accessibleGiven {
		d.accessible = s.accessible
	}
	d.dashboard = d.dashboard && !d.accessible
	if s.asciiGiven {
		d.ascii = s.ascii
	}
	if lang, ok := model.ParseLang(s.lang.value); ok {
		d.lang = lang
	}
	switch {
	case s.color.value == "never", s.color.value == auto && e["NO_COLOR"] != "":
		d.colors = place.NoColors
	case s.color.value == "always":
		d.colors = max(d.colors, place.Colors16)
	}
	d.theme, d.fixedTheme = place.ParseTheme(s.theme.value)
	if d.colors == place.NoColors {
		d.fixedTheme = true // without colours there is nothing to adapt to the background
	}
	return d
}
