// Package data holds the figures of anhui-tui as a Frictionless Data Package,
// datapackage.json and its CSV tables, and loads it or any folder of the same
// form. README.md describes the tables.
//
// The loader is strict: a package is either without a fault or not loaded at
// all, and every fault is reported with its file, line and column.
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

// Embedded loads the embedded data package. Nothing is kept between calls: a
// program calls it once and shares the result.
func Embedded() (*model.Dataset, error) { return Load(files) }
