package data

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestWriteDir(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "package")
	if err := WriteDir(dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range exportedNames() {
		want, _ := fs.ReadFile(Files(), name)
		if got, err := fs.ReadFile(os.DirFS(dir), name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs (%v)", name, err)
		}
	}
	if _, err := Load(os.DirFS(dir)); err != nil {
		t.Error(err)
	}
}

func TestWriteDirOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "people.csv")
	if err := os.WriteFile(mine, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteDir(dir); !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("folder has %v, %v", entries, err)
	}
	if err := WriteDir(filepath.Join(mine, "below")); err == nil {
		t.Error("wrote below a file")
	}
}

func TestWriteZip(t *testing.T) {
	var first, second bytes.Buffer
	if err := errors.Join(WriteZip(&first), WriteZip(&second)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two archives differ")
	}
	archive, err := zip.NewReader(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Load(archive); err != nil {
		t.Error(err)
	}
	if len(archive.File) != len(exportedNames()) {
		t.Errorf("%d files", len(archive.File))
	}
	for _, f := range archive.File {
		if f.Modified.Year() != 1980 {
			t.Errorf("%s is of %v: the archive depends on the day it is made", f.Name, f.Modified)
		}
	}
}

type fullDisk struct{ room int }

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.room -= len(p); d.room < 0 {
		return 0, errors.New("disk is full")
	}
	return len(p), nil
}

func TestWriteZipReportsErrors(t *testing.T) {
	for _, room := range []int{0, 500} {
		if err := WriteZip(&fullDisk{room}); err == nil {
			t.Errorf("no error with room for %d bytes", room)
		}
	}
}

// TestWriteDirRemovesItsOwn leaves a file that somebody else has made meanwhile.
func TestWriteDirRemovesItsOwn(t *testing.T) {
	dir := t.TempDir()
	theirs := filepath.Join(dir, exportedNames()[len(exportedNames())-1])
	if err := os.WriteFile(theirs, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	made, err := writeNew(theirs, exportedNames()[0])
	if made || !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v, %v", made, err)
	}
	if got, err := os.ReadFile(theirs); err != nil || string(got) != "theirs" {
		t.Errorf("%q, %v", got, err)
	}
}
