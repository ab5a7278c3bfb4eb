package main

import (
	"strings"

	"github.com/charmbracelet/colorprofile"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// env is the environment. Everything that is decided by it is decided here,
// by functions of it and of nothing else.
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

// first is the first of the variables that is set and not empty.
func (e env) first(names ...string) string {
	for _, name := range names {
		if e[name] != "" {
			return e[name]
		}
	}
	return ""
}

// langOf is the language of the locale: Chinese for zh in any of its forms,
// else English.
func langOf(e env) model.Lang {
	locale := strings.ToLower(e.first("LC_ALL", "LC_MESSAGES", "LANG"))
	if locale == "zh" || strings.HasPrefix(locale, "zh_") || strings.HasPrefix(locale, "zh-") || strings.HasPrefix(locale, "zh.") {
		return model.ZH
	}
	return model.EN
}

// asciiLocale reports whether the locale's characters are not those of
// Unicode. No locale at all says nothing, and today's terminals are UTF-8;
// C and POSIX, and any other charset that is named, are taken at their word.
func asciiLocale(e env) bool {
	locale := strings.ToLower(e.first("LC_ALL", "LC_CTYPE", "LANG"))
	name, charset, named := strings.Cut(locale, ".")
	charset, _, _ = strings.Cut(charset, "@")
	if named {
		return charset != "utf-8" && charset != "utf8"
	}
	return name == "c" || name == "posix"
}

// plainGlyphs reports whether to draw in ASCII. The console of Linux has fonts
// of at most 512 characters, without braille and eighths of blocks, whatever
// the locale is.
func plainGlyphs(e env) bool { return e["TERM"] == "linux" || asciiLocale(e) }

// dumb reports whether the terminal can do no more than print lines. On
// Windows no TERM is the rule and says nothing.
func dumb(e env, windows bool) bool {
	return e["TERM"] == "dumb" || e["TERM"] == "" && !windows
}

// colorsOf is how many colours the terminal has, by its name. Nothing is asked
// and no program is run: a wrong guess costs a hue, never a frame.
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
	if strings.HasPrefix(term, "vt") { // the terminals of that name have none
		return place.NoColors
	}
	return place.Colors16
}

// linksOf reports whether addresses can be sent as links. Most terminals leave
// out what they do not follow, but some print it, so only names that are known
// count: a wrong no costs a click, a wrong yes the screen.
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

// profileOf tells Bubble Tea not to look for itself: it would run tmux and
// open files.
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

// decision is what follows from the flags, the environment and where the
// output goes.
type decision struct {
	dashboard  bool // else the dialogue, or the same place as text
	accessible bool // the dialogue
	lang       model.Lang
	ascii      bool
	colors     place.Colors
	theme      place.Theme
	fixedTheme bool
	links      bool
}

// viewport is what a dashboard is drawn on, but for its size.
func (d decision) viewport() place.Viewport {
	return place.Viewport{Colors: d.colors, Theme: d.theme, Lang: d.lang, ASCII: d.ascii, Links: d.links}
}

// decide decides it, before anything is drawn.
func decide(s settings, e env, terminal, windows bool) decision {
	d := decision{
		dashboard: terminal && !dumb(e, windows),
		lang:      langOf(e),
		ascii:     asciiLocale(e),
		colors:    colorsOf(e, windows),
		links:     linksOf(e, windows),
	}
	if d.dashboard {
		d.ascii = plainGlyphs(e)
	}
	// What the environment asks for all programs is for those that are talked
	// to: a pipe gets its text. Asked for by name, the dialogue takes pipes.
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
		d.fixedTheme = true // there is nothing to fit to the background
	}
	return d
}
