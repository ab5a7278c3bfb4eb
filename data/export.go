package data

import (
	"archive/zip"
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
	if err := os.CopyFS(dir, files); err != nil {
		for _, name := range exportedNames() { // half a package is of no use
			os.Remove(filepath.Join(dir, name)) //nolint:errcheck,gosec // all of them were written above
		}
		return fmt.Errorf("export the data package: %w", err)
	}
	return nil
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
