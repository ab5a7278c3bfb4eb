//go:build unix

package sshd

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestHostKeyPlace refuses a host key that others could have put there, and one that
// is a pipe, on which the start would wait for ever.
func TestHostKeyPlace(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "host_key")
	if _, _, err := LoadOrCreateHostKey(path); err != nil {
		t.Fatal(err)
	}
	for mode, in := range map[os.FileMode]bool{
		0o755: true, 0o777: false, 0o775: false, 0o777 | os.ModeSticky: true,
	} {
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
		_, _, err := LoadOrCreateHostKey(path)
		if (err == nil) != in || err != nil && !strings.Contains(err.Error(), "chmod go-w the folder") {
			t.Errorf("in a folder of mode %v: %v", mode, err)
		}
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := LoadOrCreateHostKey(pipe); err == nil || !strings.Contains(err.Error(), "is not a file") {
		t.Errorf("a pipe: %v", err)
	}
	if os.Geteuid() != 0 {
		t.Skip("only root can give a file to another user")
	}
	if err := os.Chown(path, 65534, -1); err != nil {
		t.Fatal(err)
	}
	if _, _, err := LoadOrCreateHostKey(path); err == nil || !strings.Contains(err.Error(), "belongs to another user") {
		t.Errorf("of another user: %v", err)
	}
}
