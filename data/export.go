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

// exported returns the names of the files of the embedded package.
func exported() []string { return append([]string{descriptorFile}, FileNames()...) }

// WriteDir writes the embedded package, byte for byte, into a folder, which it
// makes if need be. It overwrites nothing: if any of the files is there it
// writes none, and if one cannot be written the others do not stay.
func WriteDir(dir string) error {
	for _, name := range exported() {
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); err == nil {
			return fmt.Errorf("%s is there already; export into an empty folder: %w", path, fs.ErrExist)
		}
	}
	if err := os.CopyFS(dir, files); err != nil {
		for _, name := range exported() { // half a package is none
			os.Remove(filepath.Join(dir, name)) //nolint:errcheck,gosec // what is there was written above
		}
		return fmt.Errorf("export the data package: %w", err)
	}
	return nil
}

// WriteZip writes the embedded package as a ZIP archive, the same bytes every
// time.
func WriteZip(w io.Writer) error {
	archive := zip.NewWriter(w)
	for _, name := range exported() {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		header := &zip.FileHeader{
			Name:   name,
			Method: zip.Deflate,
			// The earliest time a ZIP can hold: a build has none that counts.
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
