package main

import (
	"testing"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

func TestLangOf(t *testing.T) {
	for _, c := range []struct {
		env  env
		want model.Lang
	}{
		{env{}, model.EN},
		{env{"LANG": "zh_CN.UTF-8"}, model.ZH},
		{env{"LANG": "zh"}, model.ZH},
		{env{"LANG": "ZH-Hans"}, model.ZH},
		{env{"LANG": "zha"}, model.EN},
		{env{"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, model.EN},
		{env{"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_GB", "LC_ALL": "zh_TW.UTF-8"}, model.ZH},
		{env{"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, model.ZH},
		{env{"LANG": "de_DE.UTF-8", "LC_CTYPE": "zh_CN.UTF-8"}, model.EN},
	} {
		if got := langOf(c.env); got != c.want {
			t.Errorf("%v: %v, want %v", c.env, got, c.want)
		}
	}
}

func TestASCIILocale(t *testing.T) {
	for _, c := range []struct {
		env  env
		want bool
	}{
		{env{}, false},
		{env{"LANG": "C"}, true},
		{env{"LANG": "POSIX"}, true},
		{env{"LANG": "C.UTF-8"}, false},
		{env{"LANG": "en_US.utf8"}, false},
		{env{"LANG": "en_US"}, false},
		{env{"LANG": "de_DE.ISO-8859-1@euro"}, true},
		{env{"LANG": "zh_CN.GB18030"}, true},
		{env{"LANG": "en_US.UTF-8", "LC_ALL": "C"}, true},
		{env{"LANG": "C", "LC_CTYPE": "en_US.UTF-8"}, false},
	} {
		if got := asciiLocale(c.env); got != c.want {
			t.Errorf("%v: %v, want %v", c.env, got, c.want)
		}
	}
}

func TestColorsOf(t *testing.T) {
	for _, c := range []struct {
		env     env
		windows bool
		want    place.Colors
	}{
		{env{}, false, place.NoColors},
		{env{"TERM": "dumb", "COLORTERM": "truecolor"}, false, place.NoColors},
		{env{"TERM": "xterm-256color"}, false, place.Colors256},
		{env{"TERM": "xterm", "COLORTERM": "truecolor"}, false, place.Colors256},
		{env{"TERM": "xterm", "COLORTERM": "24bit"}, false, place.Colors256},
		{env{"TERM": "xterm"}, false, place.Colors16},
		{env{"TERM": "screen"}, false, place.Colors16},
		{env{"TERM": "tmux-256color"}, false, place.Colors256},
		{env{"TERM": "xterm-kitty"}, false, place.Colors256},
		{env{"TERM": "xterm-ghostty"}, false, place.Colors256},
		{env{"TERM": "alacritty"}, false, place.Colors256},
		{env{"TERM": "linux"}, false, place.Colors16},
		{env{"TERM": "vt100"}, false, place.NoColors},
		{env{"TERM": "vt220"}, false, place.NoColors},
		{env{}, true, place.Colors256},
		{env{"WT_SESSION": "1"}, false, place.Colors256},
	} {
		if got := colorsOf(c.env, c.windows); got != c.want {
			t.Errorf("%v on windows %v: %v, want %v", c.env, c.windows, got, c.want)
		}
	}
}

func TestLinksOf(t *testing.T) {
	for _, term := range []string{"xterm", "xterm-256color", "xterm-kitty", "screen", "tmux-256color", "alacritty", "foot", "st-256color", "Rio"} {
		if !linksOf(env{"TERM": term}, false) {
			t.Errorf("%s has no links", term)
		}
	}
	for _, term := range []string{"", "dumb", "linux", "vt100", "vt220", "ansi", "cons25", "eterm-color", "sun", "strange"} {
		if linksOf(env{"TERM": term}, false) {
			t.Errorf("%s has links", term)
		}
	}
	if !linksOf(env{}, true) {
		t.Error("there are no links on Windows")
	}
}

func TestDecide(t *testing.T) {
	rich := env{"TERM": "xterm-256color", "LANG": "zh_CN.UTF-8"}
	with := func(e env, name, value string) env {
		out := env{name: value}
		for k, v := range e {
			if k != name {
				out[k] = v
			}
		}
		return out
	}
	for name, c := range map[string]struct {
		env     env
		set     func(*settings)
		pipe    bool
		windows bool
		want    options
	}{
		"a terminal": {env: rich, want: options{dashboard: true, lang: model.ZH, colors: place.Colors256}},
		"a pipe":     {env: rich, pipe: true, want: options{lang: model.ZH, colors: place.Colors256}},
		"dumb":       {env: with(rich, "TERM", "dumb"), want: options{lang: model.ZH, fixedTheme: true}},
		"no TERM":    {env: env{}, want: options{fixedTheme: true}},
		"no TERM on Windows": {
			env: env{}, windows: true, want: options{dashboard: true, colors: place.Colors256},
		},
		"NO_COLOR": {
			env: with(rich, "NO_COLOR", "false"), want: options{dashboard: true, lang: model.ZH, fixedTheme: true},
		},
		"NO_COLOR empty": {
			env: with(rich, "NO_COLOR", ""), want: options{dashboard: true, lang: model.ZH, colors: place.Colors256},
		},
		"NO_COLOR overruled": {
			env: with(rich, "NO_COLOR", "1"), set: func(s *settings) { s.color.value = "always" },
			want: options{dashboard: true, lang: model.ZH, colors: place.Colors256},
		},
		"colours on a vt100": {
			env: env{"TERM": "vt100"}, set: func(s *settings) { s.color.value = "always" },
			want: options{dashboard: true, colors: place.Colors16},
		},
		"never colours": {
			env: rich, set: func(s *settings) { s.color.value = "never" },
			want: options{dashboard: true, lang: model.ZH, fixedTheme: true},
		},
		"English, light": {
			env: rich, set: func(s *settings) { s.lang.value, s.theme.value = "en", "light" },
			want: options{dashboard: true, colors: place.Colors256, theme: place.Light, fixedTheme: true},
		},
		"high contrast": {
			env: rich, set: func(s *settings) { s.theme.value = "high-contrast" },
			want: options{dashboard: true, lang: model.ZH, colors: place.Colors256, theme: place.HighContrast, fixedTheme: true},
		},
		"the console of Linux": {
			env:  env{"TERM": "linux", "LANG": "en_US.UTF-8"},
			want: options{dashboard: true, ascii: true, colors: place.Colors16},
		},
		"the console of Linux, overruled": {
			env: env{"TERM": "linux"}, set: func(s *settings) { s.asciiGiven = true },
			want: options{dashboard: true, colors: place.Colors16},
		},
		"a pipe from the console of Linux": {
			env: env{"TERM": "linux"}, pipe: true, want: options{colors: place.Colors16},
		},
		"a pipe in the C locale": {
			env: with(rich, "LC_ALL", "C"), pipe: true, want: options{ascii: true, colors: place.Colors256},
		},
	} {
		s := newSettings()
		if c.set != nil {
			c.set(&s)
		}
		c.want.links = linksOf(c.env, c.windows)
		if got := resolve(s, c.env, !c.pipe, c.windows); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
