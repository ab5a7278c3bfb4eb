package main

import (
	"archive/tar"
	"io"
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
		out := newVersions(info, archived).String()
		for _, want := range []string{"version unknown\n", "commit   unknown\n", "date     unknown\n"} {
			if !strings.Contains(out, want) {
				t.Errorf("%q is not in:\n%s", want, out)
			}
		}
	}
	info := &debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.modified", Value: "true"}}}
	if out := newVersions(info, archived).String(); !strings.Contains(out, "abc, modified\n") {
		t.Error(out)
	}
}

// An archive that git makes of a tagged commit says both, and a build in it too,
// though no repository is there.
func TestVersionOfArchive(t *testing.T) {
	clone := t.TempDir()
	git := func(args ...string) string {
		t.Helper()
		c := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.invalid", "-C", clone}, args...)...)
		out, err := c.Output()
		if err != nil {
			t.Skip("git cannot make an archive here: ", err)
		}
		return strings.TrimRight(string(out), "\n")
	}
	git("init", "-q")
	for name, from := range map[string]string{".gitattributes": "../../.gitattributes", "cmd/anhui-tui/archived.txt": "archived.txt"} {
		content, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(clone, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(clone, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	git("add", ".")
	git("commit", "-q", "-m", "a")
	git("tag", "v1.2.3")
	files := tar.NewReader(strings.NewReader(git("archive", "HEAD", "cmd/anhui-tui/archived.txt")))
	for {
		file, err := files.Next()
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(file.Name) == "archived.txt" {
			break
		}
	}
	filled, err := io.ReadAll(files)
	if err != nil {
		t.Fatal(err)
	}
	out := newVersions(&debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, string(filled)).String()
	for _, want := range []string{"version v1.2.3\n", "commit   " + git("rev-parse", "HEAD") + "\n", "date     " + git("log", "-1", "--format=%cI") + "\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in:\n%s", want, out)
		}
	}
}
