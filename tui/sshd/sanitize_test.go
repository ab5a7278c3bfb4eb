package sshd

import (
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"analyst":               "analyst",
		"\u5b89\u5fbd":          "\u5b89\u5fbd",
		"a\nb\r\tc":             "a?b??c",
		"\x1b[31mred":           "?[31mred",
		"x\u009b2J":             "x?2J",
		"x\x9b2J":               "x?2J",
		"\u202eevil\u2066":      "?evil?",
		"a\u200b\ufeffb":        "a??b",
		"e\u0301\u0301":         "e??",
		"\u2028\u2029\u0085":    "???",
		"\ue000":                "?",
		"\x00\x7f":              "??",
		"\xff\xfe":              "??",
		"\ufffd":                "\ufffd",
		strings.Repeat("x", 99): strings.Repeat("x", 64) + "...",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}
