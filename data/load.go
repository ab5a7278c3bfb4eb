package data

import (
	"io/fs"
	"strings"

	"anhui-tui/model"
)

// loader is the state of loading a data package.
type loader struct {
	faults   *Faults
	text     func(name string, limit int64) (string, error) // of a file
	trusted  bool                                           // the package has been checked, and is only read
	metadata metadata

	sources      table[*model.Source]
	places       table[placeRow]
	scopes       table[*model.Scope]
	units        table[*model.Unit]
	clusters     table[clusterRow]
	indicators   table[indicatorRow]
	observations table[observationRow]
	people       table[*model.Person]
	offices      table[termRow]
	statements   table[statementRow]
	conflicts    table[conflictRow]
	corrections  table[*model.Correction]
	tour         table[model.Stop]

	home *model.Place
}

// The tables that a package may leave out.
const (
	officesFile     = "offices.csv"
	correctionsFile = "corrections.csv"
	tourFile        = "tour.csv"
)

// FileNames returns the names of the tables' files, in the order of the
// package.
func FileNames() []string {
	return []string{
		"sources.csv", "places.csv", "scopes.csv", "units.csv", "clusters.csv", "indicators.csv",
		"observations.csv", "people.csv", officesFile, "statements.csv", "conflicts.csv", correctionsFile, tourFile,
	}
}

// optionalFiles returns the files that a descriptor need not list.
func optionalFiles() []string { return []string{officesFile, correctionsFile, tourFile} }

// Load loads the data package in the root of fsys. If the package has any fault
// the dataset is nil and the error a [*Faults].
//
// Loading has three steps, and ends after one with faults, as the next would
// only report their consequences: the cells of each row; references to other
// rows; rows checked against one another.
func Load(fsys fs.FS) (*model.Dataset, error) {
	l := &loader{faults: &Faults{}, text: func(name string, limit int64) (string, error) { return readText(fsys, name, limit) }}
	return l.load(func() { l.open(fsys) }, l.read, l.link, l.check)
}

// loadTrusted is Load of texts that were checked before, by the names of their files:
// without the checks of what cells say and of rows against one another, which are most
// of the time it takes.
func loadTrusted(texts map[string]string) (*model.Dataset, error) {
	l := &loader{faults: &Faults{}, text: func(name string, _ int64) (string, error) { return texts[name], nil }, trusted: true}
	return l.load(l.read, l.link)
}

// load returns the dataset after some steps, or the faults of the first that
// has any.
func (l *loader) load(steps ...func()) (*model.Dataset, error) {
	for _, step := range steps {
		step()
		if err := l.faults.err(); err != nil {
			return nil, err
		}
	}
	return model.NewDataset(l.tables()), nil
}

// open sees that a folder can be read.
func (l *loader) open(fsys fs.FS) {
	root, err := fsys.Open(".")
	if err != nil {
		l.faults.add(Fault{File: ".", Message: "the folder " + explain(err).Error()})
		return
	}
	root.Close() //nolint:errcheck,gosec // only opened to see that it can be
}

// read reads the descriptor and the tables.
func (l *loader) read() {
	l.metadata = l.readMetadata()
	readTable(l, &l.sources, "sources", sourceColumns, readSource)
	readTable(l, &l.places, "places", placeColumns, readPlace)
	readTable(l, &l.scopes, "scopes", scopeColumns, readScope)
	readTable(l, &l.units, "units", unitColumns, readUnit)
	readTable(l, &l.clusters, "clusters", clusterColumns, readCluster)
	readTable(l, &l.indicators, "indicators", indicatorColumns, readIndicator)
	readTable(l, &l.observations, "observations", observationColumns, readObservation)
	readTable(l, &l.people, "people", personColumns, readPerson)
	if l.metadata.has[officesFile] {
		readTable(l, &l.offices, "offices", officeColumns, readTerm)
	}
	readTable(l, &l.statements, "statements", statementColumns, readStatement)
	readTable(l, &l.conflicts, "conflicts", conflictColumns, readConflict)
	if l.metadata.has[correctionsFile] {
		readTable(l, &l.corrections, "corrections", correctionColumns, readCorrection)
	}
	if l.metadata.has[tourFile] {
		readTable(l, &l.tour, "tour", tourColumns, readStop)
	}
}

func readTable[T any](l *loader, t *table[T], name, columns string, decode func(*record) T) {
	t.tableText = tableText{name: name, columns: strings.Split(columns, ",")}
	text, err := l.text(t.file(), maxFileBytes)
	if err != nil {
		l.faults.add(Fault{File: t.file(), Message: err.Error()})
		return
	}
	t.read(text, l, decode)
}

// tables returns the rows without the fields that only the loader needs.
func (l *loader) tables() model.Tables {
	return model.Tables{
		Title:      l.metadata.title,
		Heading:    l.heading(),
		Home:       l.home,
		Version:    l.metadata.version,
		AsOf:       l.metadata.asOf,
		Places:     rowsOf(l.places.rows, func(r placeRow) *model.Place { return r.Place }),
		Scopes:     l.scopes.rows,
		Clusters:   rowsOf(l.clusters.rows, func(r clusterRow) *model.Cluster { return r.Cluster }),
		Indicators: rowsOf(l.indicators.rows, func(r indicatorRow) *model.Indicator { return r.Indicator }),
		Figures:    rowsOf(l.observations.rows, func(r observationRow) *model.Figure { return r.Figure }),
		Sources:    l.sources.rows,
		People:     l.people.rows,
		Offices:    rowsOf(l.offices.rows, func(r termRow) *model.Term { return r.Term }),
		Statements: rowsOf(l.statements.rows, func(r statementRow) *model.Statement { return r.Statement }),
		Conflicts:  rowsOf(l.conflicts.rows, func(r conflictRow) *model.Conflict { return r.Conflict }),
		Tour:       l.tour.rows,

		Corrections: l.corrections.rows,
	}
}

// heading returns the text shown beside the name of the home territory: the
// heading of the descriptor, by default the title without that name at its
// beginning.
func (l *loader) heading() model.Text {
	h := l.metadata.heading
	if h.EN == "" {
		h.EN = l.metadata.title.EN
	}
	if h.ZH == "" {
		h.ZH = strings.TrimPrefix(l.metadata.title.ZH, l.home.Name.ZH)
	}
	return h
}

func rowsOf[R, T any](rows []R, of func(R) T) []T {
	values := make([]T, len(rows))
	for i, r := range rows {
		values[i] = of(r)
	}
	return values
}
