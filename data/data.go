// Package data embeds the dataset of anhui-tui as a Frictionless Data Package,
// datapackage.json and CSV tables, and loads it or any folder of the same form.
// README.md describes the tables.
//
// The loader is strict: a package with faults is not loaded, and every fault is
// reported with its file, line and column.
package data

import (
	"embed"
	"io/fs"

	"anhui-tui/model"
)

//go:embed datapackage.json *.csv
var files embed.FS

// Files returns the embedded data package.
func Files() fs.FS { return files }

// Embedded loads the embedded data package. It cannot have changed since the tests
// have checked it, so it is not checked again: a program starts with it. The
// result is not cached: a program calls it once and shares the dataset.
func Embedded() (*model.Dataset, error) { return loadTrusted(files) }
