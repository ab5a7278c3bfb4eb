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

// The texts of the same files, as they are in the program: read from files they
// would be copied.
var (
	//go:embed datapackage.json
	descriptorText string
	//go:embed sources.csv
	sourcesText string
	//go:embed places.csv
	placesText string
	//go:embed scopes.csv
	scopesText string
	//go:embed units.csv
	unitsText string
	//go:embed clusters.csv
	clustersText string
	//go:embed indicators.csv
	indicatorsText string
	//go:embed observations.csv
	observationsText string
	//go:embed people.csv
	peopleText string
	//go:embed offices.csv
	officesText string
	//go:embed statements.csv
	statementsText string
	//go:embed conflicts.csv
	conflictsText string
	//go:embed corrections.csv
	correctionsText string
	//go:embed tour.csv
	tourText string
)

// Files returns the embedded data package.
func Files() fs.FS { return files }

// Embedded loads the embedded data package. It cannot have changed since the tests
// have checked it, so it is not checked again: a program starts with it. The
// result is not cached: a program calls it once and shares the dataset.
func Embedded() (*model.Dataset, error) { return loadTrusted(embeddedTexts()) }

// embeddedTexts returns the texts of the embedded package by the names of their files.
func embeddedTexts() map[string]string {
	return map[string]string{
		descriptorFile:     descriptorText,
		"sources.csv":      sourcesText,
		"places.csv":       placesText,
		"scopes.csv":       scopesText,
		"units.csv":        unitsText,
		"clusters.csv":     clustersText,
		"indicators.csv":   indicatorsText,
		"observations.csv": observationsText,
		"people.csv":       peopleText,
		"offices.csv":      officesText,
		"statements.csv":   statementsText,
		"conflicts.csv":    conflictsText,
		"corrections.csv":  correctionsText,
		"tour.csv":         tourText,
	}
}
