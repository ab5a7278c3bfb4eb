package main

import (
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"anhui-tui/model"
	"anhui-tui/tui/keymap"
)

func TestManual(t *testing.T) {
	code, page, errs := runWith("", nil, "man")
	if code != exitOK || errs != "" || !strings.HasPrefix(page, ".TH ANHUI-TUI 1 20") {
		t.Fatalf("exit %d, %q, %.40q", code, errs, page)
	}
	if strings.ContainsFunc(page, func(r rune) bool { return r > unicode.MaxASCII }) {
		t.Error("the page is not ASCII")
	}
	p := &program{}
	root := p.rootCommand()
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() && !strings.Contains(page, "\n.SS "+c.Name()) {
			t.Errorf("the command %s is not in it", c.Name())
		}
	}
	for _, k := range keymap.For(model.EN) {
		if h := k.Binding.Help(); h.Desc != "" && !strings.Contains(page, "\n.B "+strings.ReplaceAll(escape(h.Key), `"`, `\(dq`)+"\n") {
			t.Errorf("the key %s is not in it", h.Key)
		}
	}
	for _, want := range []string{`\-\-accessible`, "NO_COLOR", "Exit codes"} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not in it", want)
		}
	}
}

// The formatters that are here have nothing to complain of.
func TestManualIsClean(t *testing.T) {
	t.Parallel()
	_, page, _ := runWith("", nil, "man")
	for _, formatter := range [][]string{
		{"groff", "-man", "-Tutf8", "-ww", "-z"}, {"groff", "-mtty-char", "-man", "-Tascii", "-ww", "-z"}, {"mandoc", "-Tlint", "-Wwarning"},
	} {
		if _, err := exec.LookPath(formatter[0]); err != nil {
			t.Logf("%s is not installed: it is not asked", formatter[0])
			continue
		}
		out, err := exec.Command(formatter[0], append(formatter[1:], writeTemp(t, page))...).CombinedOutput()
		if err != nil || len(out) > 0 {
			t.Errorf("%q: %v\n%s", formatter, err, out)
		}
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		".PP": `\&.PP`, "a\n.b": "a\n\\&.b", "'x": `\&'x`, `a\b`: `a\eb`, "--lang": `\-\-lang`, "\u2191": `\[u2191]`, "a.b": "a.b",
	} {
		if got := escape(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
