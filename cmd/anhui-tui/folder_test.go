package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestFolderLinks follows the links of a package to its own files, and none out of it.
func TestFolderLinks(t *testing.T) {
	dir, outside := t.TempDir(), filepath.Join(t.TempDir(), "secret")
	for path, text := range map[string]string{outside: "secret", filepath.Join(dir, "units.csv"): "id"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range map[string]string{"inside": "units.csv", "outside": outside} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	if text, err := fs.ReadFile(folderFS(dir), "inside"); err != nil || string(text) != "id" {
		t.Errorf("%q, %v", text, err)
	}
	if text, err := fs.ReadFile(folderFS(dir), "outside"); err == nil {
		t.Errorf("%q was read", text)
	}
	if _, err := fs.Stat(folderFS(filepath.Join(dir, "none")), "."); err == nil {
		t.Error("a folder that is not there")
	}
}
