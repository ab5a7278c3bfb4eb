//go:build unix

package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// In a bash that has nothing but itself, the script completes what readline hands
// over: the line, and the end of it that is to be replaced.
func TestCompletionInBash(t *testing.T) {
	t.Parallel()
	bash := need(t, "bash")
	program := build(t, ".")
	_, script, _ := runWith("", nil, "completion", "bash")
	var b strings.Builder
	b.WriteString("PATH=" + filepath.Dir(program) + ":/usr/bin:/bin\nHOME=/nonexistent\n" + script + `
completed() {
    COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=$3
    _anhui_tui anhui-tui "$2" ''
    local IFS=\|
    printf '%s\n' "${COMPREPLY[*]}"
}
`)
	program += " "
	cases := []struct{ line, end, way, want string }{
		{"show clusters/hy", "clusters/hy", "9", "clusters/hydrogen"},
		{"show 'clusters/hy", "clusters/hy", "9", "clusters/hydrogen"},
		{"shares?scope=w", "w", "9", "world"},
		{`shares\?sc`, `shares\?sc`, "9", `shares\?scope=world|shares\?scope=anhui`},
		{"shares?sc", "shares?sc", "9", `shares\?scope=world|shares\?scope=anhui`},
		{"'shares?scope=w", "shares?scope=w", "9", "shares?scope=world"},
		{`show "shares?scope=w`, "shares?scope=w", "9", "shares?scope=world"},
		{"show --lang=z", "z", "9", "zh"},
		{"--lang zh show voices/feng-k", "voices/feng-k", "9", "voices/feng-kejin"},
		{"show --lang ", "", "9", "auto|en|zh"},
		{"show --lang ", "", "63", "auto  by the environment|en    English|zh    Chinese"},
		{"show 'a b' clus", "clus", "9", ""},        // there is one link
		{"show $(touch ran) clus", "clus", "9", ""}, // and nothing of it is run
		{"show 'it is", "it is", "9", ""},
		{"", "", "9", ""},
	}
	for _, c := range cases {
		b.WriteString("completed " + quoted(program+c.line) + " " + quoted(c.end) + " " + c.way + "\n")
	}
	cmd := exec.Command(bash, "--norc", writeTemp(t, b.String()))
	cmd.Dir = t.TempDir()
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	lines := strings.Split(string(out), "\n")
	for i, c := range cases {
		if c.line == "" {
			if !strings.Contains(lines[i], "clusters") || !strings.Contains(lines[i], "show") {
				t.Errorf("nothing is completed to %s", lines[i])
			}
			continue
		}
		if got := strings.ReplaceAll(lines[i], `\ `, " "); got != c.want {
			t.Errorf("%s is completed to %s, want %s", c.line, got, c.want)
		}
	}
	if made, _ := filepath.Glob(filepath.Join(cmd.Dir, "*")); len(made) > 0 {
		t.Errorf("there is %q", made)
	}
}

// quoted returns a word for a shell.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
