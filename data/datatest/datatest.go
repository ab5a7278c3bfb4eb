// Package datatest provides datasets for tests: the embedded one, and a fixture
// that is independent of it.
package datatest

import (
	"io/fs"
	"os"
	"sync"
	"testing"

	"anhui-tui/data"
	"anhui-tui/data/datatest/fixture"
	"anhui-tui/model"
)

//nolint:gochecknoglobals // loading takes longer than most tests
var load = sync.OnceValues(data.Embedded)

// Embedded returns the embedded dataset. The tests of a package share it, and
// must not change it.
func Embedded(t testing.TB) *model.Dataset {
	t.Helper()
	d, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// FS returns the fixture as a data package.
func FS(t testing.TB) fs.FS {
	t.Helper()
	pack, err := fixture.Over(data.Files())
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

// Dir returns a folder with the fixture as a data package, removed when the
// test ends.
func Dir(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, FS(t)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Dataset returns the dataset of the fixture.
func Dataset(t testing.TB) *model.Dataset {
	t.Helper()
	d, err := data.Load(FS(t))
	if err != nil {
		t.Fatal(err)
	}
	return d
}
