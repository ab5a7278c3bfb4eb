package data

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func TestFolders(t *testing.T) {
	if got := faultsOf(t, os.DirFS(filepath.Join(t.TempDir(), "none"))).Error(); got != ".: the folder is missing" {
		t.Error(got)
	}
	got := faultsOf(t, os.DirFS(t.TempDir()))
	if want := "datapackage.json: is missing\nsources.csv: is missing\n"; len(got.List) != 11 || !strings.HasPrefix(got.Error(), want) {
		t.Error(got)
	}
	fsys := validPackage(t)
	fsys["people.csv"] = &fstest.MapFile{Mode: fs.ModeDir | 0o755}
	if got := faultsOf(t, fsys).Error(); got != "people.csv: is not a regular file" {
		t.Error(got)
	}
}

// TestFolderWithoutPermission needs a user who can be refused one.
func TestFolderWithoutPermission(t *testing.T) {
	if os.Getuid() <= 0 {
		t.Skip("root, or a system without permissions of this kind")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0); err != nil {
		t.Fatal(err)
	}
	if got := faultsOf(t, os.DirFS(dir)).Error(); got != ".: the folder cannot be read: permission denied" {
		t.Error(got)
	}
}

// odd is a file system one of whose files misbehaves.
type odd struct {
	fs.FS
	open func() (fs.File, error)
}

func (o odd) Open(name string) (fs.File, error) {
	if name == "people.csv" {
		return o.open()
	}
	return o.FS.Open(name)
}

func (o odd) Stat(name string) (fs.FileInfo, error) { return fs.Stat(o.FS, name) }

// endless is a file that never ends, and does not say so.
type endless struct{ fs.File }

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

type broken struct{ fs.File }

func (broken) Read([]byte) (int, error) { return 0, errors.New("disk is on fire") }

func TestOddFiles(t *testing.T) {
	t.Parallel()
	valid := validPackage(t)
	for _, c := range []struct {
		name, want string
		open       func() (fs.File, error)
	}{
		{"no permission", "people.csv: cannot be read: permission denied", func() (fs.File, error) {
			return nil, &fs.PathError{Op: "open", Path: "people.csv", Err: fs.ErrPermission}
		}},
		{"read error", "people.csv: cannot be read: disk is on fire", func() (fs.File, error) {
			f, err := valid.Open("people.csv")
			return broken{f}, err
		}},
		{"endless", "people.csv: is larger than 64 MiB, the most that is read", func() (fs.File, error) {
			f, err := valid.Open("people.csv")
			return endless{f}, err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := faultsOf(t, odd{valid, c.open}).Error(); got != c.want {
				t.Error(got)
			}
		})
	}
}

// huge is a file of 1 GB that must not be read at all.
type huge struct{ fs.FileInfo }

func (huge) Size() int64        { return 1 << 30 }
func (huge) Mode() fs.FileMode  { return 0o644 }
func (huge) ModTime() time.Time { return time.Time{} }

type hugeFS struct{ fs.FS }

func (h hugeFS) Open(name string) (fs.File, error) {
	if name == "people.csv" {
		return nil, io.ErrUnexpectedEOF
	}
	return h.FS.Open(name)
}

func (h hugeFS) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(h.FS, name)
	if name == "people.csv" {
		return huge{info}, err
	}
	return info, err
}

func TestHugeFile(t *testing.T) {
	if got := faultsOf(t, hugeFS{validPackage(t)}).Error(); got != "people.csv: is larger than 64 MiB, the most that is read" {
		t.Error(got)
	}
}
