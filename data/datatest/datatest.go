// Package datatest gives tests a dataset that does not change with the live
// one.
package datatest

import (
	"io/fs"
	"os"
	"testing"

	"anhui-tui/data"
	"anhui-tui/data/datatest/fixture"
	"anhui-tui/model"
)

// FS returns the fixture as a data package.
func FS(t testing.TB) fs.FS {
	t.Helper()
	pack, err := fixture.Over(data.Files())
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

// Dir returns a folder with the fixture as a data package, which is there until
// the test ends.
func Dir(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, FS(t)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Dataset returns the fixture, loaded.
func Dataset(t testing.TB) *model.Dataset {
	t.Helper()
	d, err := data.Load(FS(t))
	if err != nil {
		t.Fatal(err)
	}
	return d
}
