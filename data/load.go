package data

import (
	"io/fs"
	"strings"

	"anhui-tui/model"
)

// pack is a data package while it is loaded.
type pack struct {
	faults *Faults
	about  about

	sources      table[*model.Source]
	places       table[*model.Place]
	scopes       table[*model.Scope]
	units        table[*model.Unit]
	clusters     table[clusterRow]
	indicators   table[indicatorRow]
	observations table[observationRow]
	people       table[*model.Person]
	statements   table[statementRow]
	conflicts    table[conflictRow]
	tour         table[model.Stop]

	home *model.Place
}

// tourFile is the one table that a package need not have.
const tourFile = "tour.csv"

// FileNames returns the names of the package's tables, in its order.
func FileNames() []string {
	return []string{
		"sources.csv", "places.csv", "scopes.csv", "units.csv", "clusters.csv", "indicators.csv",
		"observations.csv", "people.csv", "statements.csv", "conflicts.csv", tourFile,
	}
}

// Load reads the data package in the root of fsys. If anything is wrong with
// it the dataset is nil and the error a [*Faults].
//
// It works in three steps, and stops after one that found faults, because the
// next would report their consequences: the cells of every row; references to
// other rows; what rows say together.
func Load(fsys fs.FS) (*model.Dataset, error) {
	p := &pack{faults: &Faults{}}
	for _, step := range []func(){func() { p.read(fsys) }, p.link, p.check} {
		step()
		if err := p.faults.err(); err != nil {
			return nil, err
		}
	}
	return model.NewDataset(p.tables()), nil
}

// read reads all files.
func (p *pack) read(fsys fs.FS) {
	root, err := fsys.Open(".")
	if err != nil {
		p.faults.add(Fault{File: ".", Message: "the folder " + explain(err).Error()})
		return
	}
	root.Close() //nolint:errcheck,gosec // only opened to see that it can be
	p.about = readAbout(fsys, p.faults)
	readTable(p, fsys, &p.sources, "sources", sourceColumns, readSource)
	readTable(p, fsys, &p.places, "places", placeColumns, readPlace)
	readTable(p, fsys, &p.scopes, "scopes", scopeColumns, readScope)
	readTable(p, fsys, &p.units, "units", unitColumns, readUnit)
	readTable(p, fsys, &p.clusters, "clusters", clusterColumns, readCluster)
	readTable(p, fsys, &p.indicators, "indicators", indicatorColumns, readIndicator)
	readTable(p, fsys, &p.observations, "observations", observationColumns, readObservation)
	readTable(p, fsys, &p.people, "people", personColumns, readPerson)
	readTable(p, fsys, &p.statements, "statements", statementColumns, readStatement)
	readTable(p, fsys, &p.conflicts, "conflicts", conflictColumns, readConflict)
	if p.about.tour {
		readTable(p, fsys, &p.tour, "tour", tourColumns, readStop)
	}
}

func readTable[T any](p *pack, fsys fs.FS, t *table[T], name, columns string, decode func(*record) T) {
	t.sheet = sheet{name: name, columns: strings.Split(columns, ",")}
	text, err := readText(fsys, t.file(), maxFileBytes)
	if err != nil {
		p.faults.add(Fault{File: t.file(), Message: err.Error()})
		return
	}
	t.read(text, p.faults, decode)
}

// tables returns the rows without what only the loader needs.
func (p *pack) tables() model.Tables {
	return model.Tables{
		Title:      p.about.title,
		Heading:    p.heading(),
		Home:       p.home,
		Version:    p.about.version,
		AsOf:       p.about.asOf,
		Scopes:     p.scopes.rows,
		Clusters:   rowsOf(p.clusters.rows, func(r clusterRow) *model.Cluster { return r.Cluster }),
		Indicators: rowsOf(p.indicators.rows, func(r indicatorRow) *model.Indicator { return r.Indicator }),
		Figures:    rowsOf(p.observations.rows, func(r observationRow) *model.Figure { return r.Figure }),
		Sources:    p.sources.rows,
		People:     p.people.rows,
		Statements: rowsOf(p.statements.rows, func(r statementRow) *model.Statement { return r.Statement }),
		Conflicts:  rowsOf(p.conflicts.rows, func(r conflictRow) *model.Conflict { return r.Conflict }),
		Tour:       p.tour.rows,
	}
}

// heading returns what stands beside the name of the home territory: the title,
// without that name before it, where the descriptor has nothing shorter.
func (p *pack) heading() model.Text {
	h := p.about.heading
	if h.EN == "" {
		h.EN = p.about.title.EN
	}
	if h.ZH == "" {
		h.ZH = strings.TrimPrefix(p.about.title.ZH, p.home.Name.ZH)
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
