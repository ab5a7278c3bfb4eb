package main

import (
	"os"
	"os/exec"
	"testing"
)

// need returns where a program is, and leaves the test out if it is nowhere.
func need(t testing.TB, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		missing(t, program+" is not installed")
	}
	return path
}

// missing leaves a test out and says what it lacks here. With ANHUI_CLIENTS=1,
// as in CI, that is a failure.
func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("ANHUI_CLIENTS") != "" {
		t.Fatal(what)
	}
	t.Skip(what + ": left out")
}
