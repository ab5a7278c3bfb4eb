package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
)

// withConfig writes a file of settings, and returns the environment in which it is
// the user's, and its name.
func withConfig(t *testing.T, text string) (environ []string, name string) {
	t.Helper()
	home := t.TempDir()
	environ = []string{"LANG=en_US.UTF-8", "HOME=" + home, "XDG_CONFIG_HOME=" + filepath.Join(home, "own"), "AppData=" + filepath.Join(home, "app")}
	name = configName(newEnv(environ), runtime.GOOS)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return environ, name
}

func TestConfigName(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("paths are another's there")
	}
	for _, c := range []struct {
		environ []string
		system  string
		want    string
	}{
		{[]string{"HOME=/home/ann"}, "linux", "/home/ann/.config/anhui-tui/config"},
		{[]string{"HOME=/home/ann", "XDG_CONFIG_HOME=/etc/ann"}, "linux", "/etc/ann/anhui-tui/config"},
		{[]string{"HOME=/home/ann", "XDG_CONFIG_HOME=here"}, "linux", ""}, // relative paths do not count
		{nil, "linux", ""},
		{[]string{"HOME=/Users/ann"}, "darwin", "/Users/ann/Library/Application Support/anhui-tui/config"},
	} {
		if got := configName(newEnv(c.environ), c.system); got != c.want {
			t.Errorf("%v: %q, want %q", c.environ, got, c.want)
		}
	}
}

// A line of the file is a flag that is not given: by none, and by no variable.
func TestConfig(t *testing.T) {
	t.Parallel()
	environ, name := withConfig(t, "\ufeff# mine\r\n\r\n lang=zh\r\nascii = true\n")
	before, err := os.ReadDir(filepath.Dir(name))
	if err != nil {
		t.Fatal(err)
	}
	chinese := func(environ []string, args ...string) bool {
		code, out, errs := runWith("", environ, args...)
		if code != exitOK {
			t.Fatalf("%v: exit %d, %s", args, code, errs)
		}
		return strings.Contains(out, "\u5149\u4f0f") && !strings.Contains(out, "Photovoltaics")
	}
	if !chinese(environ, "show", "clusters") {
		t.Error("the file does not count")
	}
	if chinese(environ, "show", "clusters", "--lang", "en") || chinese(append(environ, "ANHUI_TUI_LANG=en"), "show", "clusters") {
		t.Error("the file counts before a flag or a variable")
	}
	_, said, _ := runWith("", environ, "doctor", "--lang", "en")
	for _, want := range []string{name, "lang = zh, ascii = true"} {
		if !strings.Contains(said, want) {
			t.Errorf("doctor does not say %q:\n%s", want, said)
		}
	}
	// Whom it serves it is nobody's file.
	t.Run("served", func(t *testing.T) {
		var out, errs bytes.Buffer
		r := &remote{data: datatest.Embedded(t)}
		if code := r.Exec(context.Background(), []string{"doctor"}, environ, eof{}, &out, &errs); code != exitOK || strings.Contains(out.String(), "lang = zh") || strings.Contains(out.String(), name) {
			t.Errorf("exit %d, %s%s", code, out.String(), errs.String())
		}
	})
	if after, err := os.ReadDir(filepath.Dir(name)); err != nil || len(after) != len(before) {
		t.Errorf("there is more in the folder: %v, %v", after, err)
	}
}

// What is wrong in the file is said with its line; nothing goes on as if it were
// right.
func TestConfigFaults(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"lang = de\n":                        `:1: lang: "de" is not one of auto, en, zh`,
		"# mine\n\nascii = perhaps\n":        `:3: ascii: "perhaps" is neither true nor false`,
		"lang\n":                             `:1: "lang" is not of the form flag = value`,
		"them = dark\n":                      `:1: there is no setting "them"; did you mean theme? (they are accessible,`,
		"help = true\n":                      `:1: there is no setting "help"`,
		"listen = :2222\n":                   `:1: there is no setting "listen"`, // of serve
		"lang = zh\ntheme = dark\nlang=en\n": `:3: lang is set in line 1 already`,
		"\x1b]0;x\x07 = \x1b[2J\n":           `:1: there is no setting "`,
		strings.Repeat("#", maxConfig+1):     ": is longer than 64 KiB",
	} {
		environ, name := withConfig(t, text)
		code, out, errs := runWith("", environ, "show", "clusters")
		if code != exitUsage || out != "" || !strings.Contains(errs, name+want) || strings.ContainsAny(errs, "\x1b\x07") {
			t.Errorf("%.40q: exit %d, %q, want %q", text, code, errs, want)
		}
	}
	environ, name := withConfig(t, "")
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := runWith("", environ, "show", "clusters"); code != exitOK || errs != "" {
		t.Errorf("without a file: exit %d, %s", code, errs)
	}
	if err := os.Mkdir(name, 0o700); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := runWith("", environ, "show", "clusters"); code != exitUsage || !strings.Contains(errs, name+": is not a regular file") {
		t.Errorf("a folder: exit %d, %s", code, errs)
	}
}
