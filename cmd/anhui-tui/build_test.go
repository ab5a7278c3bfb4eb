package main

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// build builds a program as a release is built.
func build(t testing.TB, path string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "program")
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, path).CombinedOutput(); err != nil {
		t.Fatalf("go build %s: %v\n%s", path, err, out)
	}
	return program
}
