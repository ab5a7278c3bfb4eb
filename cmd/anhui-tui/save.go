package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// maxSaves is the number of files saved under one name.
const maxSaves = 999

// saveIn returns a function that saves an export as a new file in folder and
// returns its path. It never overwrites a file: it appends the first free
// number to the name.
func saveIn(folder string) func(string, func(io.Writer) error) (string, error) {
	if whole, err := filepath.Abs(folder); err == nil {
		folder = whole
	}
	return func(name string, write func(io.Writer) error) (string, error) {
		if !filepath.IsLocal(name) || filepath.Base(name) != name || name == "." {
			return "", fmt.Errorf("%q is not the name of a file", name)
		}
		root, err := os.OpenRoot(folder)
		if err != nil {
			return "", err
		}
		defer root.Close() //nolint:errcheck // nothing is written through it
		f, name, err := createNew(root, name)
		if err != nil {
			return "", err
		}
		err = errors.Join(write(f), f.Close())
		if err != nil {
			_ = root.Remove(name) // an incomplete file is worse than none
		}
		return filepath.Join(folder, name), err
	}
}

// createNew creates the file name, or the first of name-2, name-3 and so on
// that does not exist.
func createNew(root *os.Root, name string) (*os.File, string, error) {
	extension := filepath.Ext(name)
	for n := 1; ; n++ {
		numbered := name
		if n > 1 {
			numbered = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, extension), n, extension)
		}
		f, err := root.OpenFile(numbered, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if !errors.Is(err, fs.ErrExist) || n == maxSaves {
			return f, numbered, err
		}
	}
}
