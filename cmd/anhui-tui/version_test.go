package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
)

// A build in a clone says the commit, and that files were changed.
func TestVersionOfBuild(t *testing.T) {
	head, err := exec.Command("git", "rev-parse", "HEAD").Output()
	if err != nil {
		t.Skip("not in a clone of the repository: ", err)
	}
	if git, err := os.Stat("../../.git"); err == nil && !git.IsDir() {
		t.Skip("go reads no commit from a git worktree, only from a clone")
	}
	program := filepath.Join(t.TempDir(), "anhui-tui")
	if out, err := exec.Command("go", "build", "-buildvcs=true", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	out, err := exec.Command(program, "--version").Output()
	if err != nil || !strings.Contains(string(out), strings.TrimSpace(string(head))) {
		t.Errorf("%v, the commit %s is not said:\n%s", err, head, out)
	}
}

// What is not known is said to be unknown.
func TestVersionUnknown(t *testing.T) {
	for _, info := range []*debug.BuildInfo{nil, {}} {
		out := newVersions(info).String()
		for _, want := range []string{"version unknown\n", "commit   unknown\n", "date     unknown\n"} {
			if !strings.Contains(out, want) {
				t.Errorf("%q is not in:\n%s", want, out)
			}
		}
	}
	info := &debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.modified", Value: "true"}}}
	if out := newVersions(info).String(); !strings.Contains(out, "abc, modified\n") {
		t.Error(out)
	}
}
