package data

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// exportedNames returns the names of the files of the embedded package.
func exportedNames() []string { return append([]string{descriptorFile}, FileNames()...) }

// WriteDir writes the files of the embedded package into the folder dir,
// creating it if necessary. It overwrites nothing: if any of the files exists
// it writes none, and if one cannot be written it removes the others.
func WriteDir(dir string) error {
	for _, name := range exportedNames() {
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); err == nil {
			return fmt.Errorf("%s already exists; export into an empty folder: %w", path, fs.ErrExist)
		}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil { //nolint:gosec // the user's umask decides
		return fmt.Errorf("export the data package: %w", err)
	}
	var written []string
	for _, name := range exportedNames() {
		path := filepath.Join(dir, name)
		made, err := writeNew(path, name)
		if made {
			written = append(written, path)
		}
		if err != nil {
			for _, path := range written { // half a package is none
				os.Remove(path) //nolint:errcheck,gosec // it was written above
			}
			return fmt.Errorf("export the data package: %w", err)
		}
	}
	return nil
}

// writeNew writes a file of the embedded package to path, where there must be none,
// and reports whether there is one of its own then.
func writeNew(path, name string) (made bool, err error) {
	content, err := fs.ReadFile(files, name)
	if err != nil {
		return false, err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) //nolint:gosec // the user's umask decides
	if err != nil {
		return false, err
	}
	_, err = f.Write(content)
	return true, errors.Join(err, f.Close())
}

// WriteZip writes the embedded package to w as a ZIP archive, the same bytes
// every time.
func WriteZip(w io.Writer) error {
	archive := zip.NewWriter(w)
	for _, name := range exportedNames() {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		header := &zip.FileHeader{
			Name:   name,
			Method: zip.Deflate,
			// The earliest time of a ZIP, as a build has no meaningful one.
			Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
		}
		header.SetMode(0o644)
		part, err := archive.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := part.Write(content); err != nil {
			return err
		}
	}
	return archive.Close()
}
