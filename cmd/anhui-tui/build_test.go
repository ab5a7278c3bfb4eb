package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// builds are the programs that tests run: linking one takes seconds, so each
// is built once, when the first test asks for it.
//
//nolint:gochecknoglobals // shared by all tests
var builds struct {
	sync.Mutex
	folder   string
	programs map[string]string // by the path of their package
}

func TestMain(m *testing.M) {
	if os.Getenv(natsPort) != "" {
		natsMain()
		return
	}
	code := m.Run()
	if builds.folder != "" {
		_ = os.RemoveAll(builds.folder)
	}
	os.Exit(code)
}

// build returns the program of the package at path as a release has it, stripped
// and without C, which would be linked when it starts. It is not built with -trimpath:
// the whole standard library would be compiled once more for it.
func build(t testing.TB, path string) string {
	t.Helper()
	builds.Lock()
	defer builds.Unlock()
	if program, ok := builds.programs[path]; ok {
		return program
	}
	if builds.folder == "" {
		folder, err := os.MkdirTemp("", "anhui-tui-test")
		if err != nil {
			t.Fatal(err)
		}
		builds.folder, builds.programs = folder, map[string]string{}
	}
	program := filepath.Join(builds.folder, fmt.Sprint("program", len(builds.programs)))
	cmd := exec.Command("go", "build", "-ldflags=-s -w", "-o", program, path)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build %s: %v\n%s", path, err, out)
	}
	builds.programs[path] = program
	return program
}
