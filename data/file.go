package data

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// The limits of what is read, so that a file of any size ends in a fault and
// not in an exhausted memory.
const (
	maxFileBytes       = 64 << 20
	maxLineBytes       = 64 << 10
	maxRows            = 200_000 // of a table
	maxDescriptorBytes = 1 << 20
)

// copyBytes is the size of the buffer that files are read through.
const copyBytes = 4 << 10

// readText returns the content of a file of at most limit bytes. The message of
// its error is written for the user.
func readText(fsys fs.FS, name string, limit int64) (string, error) {
	// Checked before opening, which would wait for the writer of a named pipe.
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return "", explain(err)
	}
	if !info.Mode().IsRegular() {
		return "", errors.New("is not a regular file")
	}
	if info.Size() > limit {
		return "", tooLarge(limit)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return "", explain(err)
	}
	defer f.Close() //nolint:errcheck // only read
	var b strings.Builder
	b.Grow(int(info.Size()))
	// The file may have grown since, or have no size, like those in /proc. The
	// buffer of io.Copy would be larger than most files.
	if _, err := io.CopyBuffer(&b, io.LimitReader(f, limit+1), make([]byte, copyBytes)); err != nil {
		return "", explain(err)
	}
	if int64(b.Len()) > limit {
		return "", tooLarge(limit)
	}
	return b.String(), nil
}

func tooLarge(limit int64) error {
	return fmt.Errorf("is larger than %d MiB, the most that is read", limit>>20)
}

// explain returns err without the path, which the fault has already.
func explain(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("is missing")
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("cannot be read: %w", err)
}

// notText returns what kind of file text is the beginning of, such as a
// workbook, if it is evidently not UTF-8 text; else "".
func notText(text string) string {
	for _, form := range []struct{ begin, name string }{
		{"PK\x03\x04", "a ZIP archive or an .xlsx or .ods workbook"},
		{"\xd0\xcf\x11\xe0", "an .xls workbook"},
		{"\x1f\x8b", "gzip data"},
		{"%PDF-", "a PDF"},
		{"\xff\xfe", "UTF-16 text"},
		{"\xfe\xff", "UTF-16 text"},
	} {
		if strings.HasPrefix(text, form.begin) {
			return form.name
		}
	}
	return ""
}
