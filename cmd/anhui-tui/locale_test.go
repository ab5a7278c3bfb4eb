//go:build unix

package main

import (
	"io"
	"os/exec"
	"strings"
	"testing"
)

// In a locale of another charset with Chinese the dashboard says, before it takes the
// terminal, that it writes UTF-8; in others nothing.
func TestForeignCharset(t *testing.T) {
	t.Parallel()
	program := build(t, ".")
	for locale, want := range map[string]string{
		"zh_CN.GB18030": "anhui-tui: \u8bed\u8a00\u73af\u5883 zh_CN.GB18030 \u4e0d\u662f UTF-8",
		"zh_CN.gbk":     "anhui-tui: \u8bed\u8a00\u73af\u5883 zh_CN.gbk \u4e0d\u662f UTF-8",
		"zh_TW.BIG5":    "anhui-tui: \u8bed\u8a00\u73af\u5883 zh_TW.BIG5 \u4e0d\u662f UTF-8",
		"en_US.GB18030": "anhui-tui: the locale en_US.GB18030 is not UTF-8",
		"zh_CN.UTF-8":   "",
		"zh_CN":         "",
		"C":             "",
	} {
		terminal, tty := openPty(t, 80, 24)
		cmd := exec.Command(program)
		cmd.Env = []string{"TERM=xterm-256color", "LC_ALL=" + locale}
		startOn(t, tty, cmd)
		var out logBuffer
		go io.Copy(&out, terminal) //nolint:errcheck // until the terminal is closed
		eventually(t, "frame", func() bool { return strings.Contains(out.String(), "\x1b[?1049h") })
		before, _, _ := strings.Cut(out.String(), "\x1b[?1049h")
		if _, err := io.WriteString(terminal, "q"); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("%s: %v", locale, err)
		}
		if said := strings.Contains(before, "UTF-8"); said != (want != "") || !strings.Contains(before, want) || strings.Count(before, "\n") > 1 {
			t.Errorf("%s: %q, want %q", locale, before, want)
		}
	}
}
