//go:build unix && clients

package main

import (
	"encoding/base64"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"anhui-tui/tui/place"
)

// The newcomer's first minute (TestFirstMinute has its ways) with the real
// program, at home and over SSH: what share of the nation's PV glass Anhui
// makes and who says so, a key to copy that, a key for Chinese.
func TestFirstMinuteInATerminal(t *testing.T) {
	program := build(t, ".")
	s := startServer(t, program, filepath.Join(t.TempDir(), "host_key"), generous()...)
	for name, command := range map[string][]string{
		"at home": {program},
		"ssh":     append(append([]string{need(t, "ssh")}, sshOptions(s)...), "-tt", "127.0.0.1"),
	} {
		t.Run(name, func(t *testing.T) {
			in := place.Viewport{Width: 80, Height: 24}
			e, _ := openGo(t, in, []string{"TERM=xterm-256color", "LANG=C.UTF-8"}, command...).(*goScreen)
			shows := func(words ...string) {
				t.Helper()
				for _, w := range words {
					eventually(t, w, func() bool { return strings.Contains(allTexts(e), w) })
				}
			}
			shows("Overview", "PV glass")
			e.press("i")
			shows("PV glass output, share of China", ">50%", "more than half", "Feng Kejin", "China Daily", "2024-09-18")
			e.press("y")
			shows("Copied")
			copied := ""
			eventually(t, "text for the clipboard", func() bool {
				m := regexp.MustCompile(`\x1b\]52;c;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)`).FindStringSubmatch(e.raw.String())
				if m == nil {
					return false
				}
				text, err := base64.StdEncoding.DecodeString(m[1])
				copied = string(text)
				return err == nil
			})
			for _, want := range []string{">50%", "more than half", "China Daily", "2024-09-18", "https://"} {
				if !strings.Contains(copied, want) {
					t.Errorf("it copies %q, without %q", copied, want)
				}
			}
			e.press("L")
			shows("\u5149\u4f0f\u73bb\u7483", "\u8d8550%", "\u4e2d\u56fd\u65e5\u62a5") // PV glass, over 50%, China Daily
		})
	}
}

func allTexts(e emulator) string {
	var b strings.Builder
	for _, row := range e.rows() {
		b.WriteString(texts(row) + "\n")
	}
	return b.String()
}
