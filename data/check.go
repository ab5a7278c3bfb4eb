package data

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
)

// check checks rows against one another.
func (l *loader) check() {
	l.checkPlaces()
	l.checkClusters()
	l.checkIndicators()
	l.checkShown()
	l.checkCounterparts()
	l.checkSources()
	for i := range l.observations.rows {
		l.checkObservation(i)
	}
	l.checkPeriods()
	l.checkOffices()
	l.checkStatements()
	l.checkConflicts()
	l.checkVersions()
	l.checkDerivation()
}

// fault adds a fault of a cell.
func (l *loader) fault(s *tableText, row int, column, format string, args ...any) {
	if !l.faults.full() {
		l.faults.add(s.fault(row, column, fmt.Sprintf(format, args...)))
	}
}

// checkPlaces checks that no place is within itself, and that the tiles of the
// parts of a place do not overlap.
func (l *loader) checkPlaces() {
	table := &l.places.tableText
	for i, p := range l.places.rows {
		outer := p.Within
		for range l.places.rows {
			if outer == nil || outer == p.Place {
				break
			}
			outer = outer.Within
		}
		if outer == p.Place {
			l.fault(table, i, "within", "%s is within itself", quote(p.ID))
		}
		for _, q := range l.places.rows[:i] {
			if p.Tile != (model.Tile{}) && p.Within == q.Within && p.Tile.Overlaps(q.Tile) {
				l.fault(table, i, "tile", "tile overlaps that of %s", quote(q.ID))
			}
		}
	}
}

// checkCounterparts checks that an indicator and its counterpart measure the
// same, once a place, and that breaks have places to class.
func (l *loader) checkCounterparts() {
	type key struct {
		of    *model.Indicator
		place *model.Place
	}
	first := map[key]string{}
	compared := map[*model.Indicator]bool{}
	table := &l.indicators.tableText
	for i, row := range l.indicators.rows {
		of := row.Counterpart
		if of == nil {
			continue
		}
		compared[of] = true
		switch other := first[key{of, row.Place}]; {
		case of.Place != l.home || row.Place == l.home:
			l.fault(table, i, "counterpart", "counterpart %s is not an indicator of %s, for one of another place", quote(of.ID), quote(l.home.ID))
		case of.Kind != row.Kind || of.Unit != row.Unit || of.Scope != row.Scope:
			l.fault(table, i, "counterpart", "counterpart %s has another kind, unit or scope", quote(of.ID))
		case other != "":
			l.fault(table, i, "counterpart", "counterpart %s is that of %s already, for the same place", quote(of.ID), quote(other))
		}
		first[key{of, row.Place}] = row.ID
	}
	for i, row := range l.indicators.rows {
		if len(row.Breaks) > 0 && !compared[row.Indicator] {
			l.fault(table, i, "breaks", "breaks, but no indicator has %s as its counterpart", quote(row.ID))
		}
	}
}

func (l *loader) checkClusters() {
	national := func(i *model.Indicator) bool {
		return i.Kind == model.Share && i.Place == l.home && i.Scope == l.scopes.rows[0]
	}
	for i, c := range l.clusters.rows {
		if size := c.Size; size != nil && (size.Kind != model.Level || size.Cluster != c.Cluster) {
			l.fault(&l.clusters.tableText, i, "size", "size %s is not a level of this cluster", quote(size.ID))
		}
		if share := c.Share; share != nil && (!national(share) || share.Cluster != c.Cluster) {
			l.fault(&l.clusters.tableText, i, "share", "share %s is not one of this cluster, held by %s in the first of %s", quote(share.ID), quote(l.home.ID), l.scopes.file())
		}
	}
}

// shownName is what an indicator is called in a list: under its cluster, behind its
// place, a share without a short name with its scope.
type shownName struct {
	cluster *model.Cluster
	place   *model.Place
	scope   *model.Scope
	lang    model.Lang
	name    string
}

// checkShown checks that no indicator is called what another of its cluster and place
// is, in either language.
func (l *loader) checkShown() {
	table, called := &l.indicators.tableText, map[shownName]string{}
	for i, row := range l.indicators.rows {
		from, name, scope := "short_", row.Short, (*model.Scope)(nil)
		if name == (model.Text{}) {
			from, name = "name_", row.Name
			if row.Kind == model.Share && row.Scope != nil && row.Scope.ID != l.home.ID {
				scope = row.Scope
			}
		}
		for _, lang := range []model.Lang{model.EN, model.ZH} {
			shown := shownName{row.Cluster, row.Place, scope, lang, name.In(lang)}
			if other, taken := called[shown]; taken {
				column := from + lang.String()
				l.fault(table, i, column, "%s %s is what %s is called too, of the same cluster and place", column, quote(shown.name), quote(other))
			}
			called[shown] = row.ID
		}
	}
}

func (l *loader) checkIndicators() {
	headlines := map[int]string{}
	for i, row := range l.indicators.rows {
		if of := row.GrowthOf; of != nil && (of.Kind != model.Level || of.Place != row.Place) {
			l.fault(&l.indicators.tableText, i, "growth_of", "growth_of %s is not a level of the same place", quote(of.ID))
		}
		if row.Headline == 0 {
			continue
		}
		if other, taken := headlines[row.Headline]; taken {
			l.fault(&l.indicators.tableText, i, "headline", "headline %d is taken by %s", row.Headline, quote(other))
		}
		headlines[row.Headline] = row.ID
	}
}

// checkSources checks that no source is later than the day of the compilation,
// nor was read later.
func (l *loader) checkSources() {
	for i, s := range l.sources.rows {
		if asOf := l.metadata.asOf; s.Date > asOf[:min(len(asOf), len(s.Date))] {
			l.fault(&l.sources.tableText, i, "date", "date %s is later than asOf %s in %s", s.Date, asOf, descriptorFile)
		}
		switch asOf := l.metadata.asOf; {
		case s.Accessed > asOf:
			l.fault(&l.sources.tableText, i, "accessed", "accessed %s is later than asOf %s in %s", s.Accessed, asOf, descriptorFile)
		case s.Accessed != "" && !model.NotAfter(s.Date, s.Accessed):
			l.fault(&l.sources.tableText, i, "accessed", "accessed %s is before the date %s", s.Accessed, s.Date)
		}
	}
}

// checkObservation checks a figure against its indicator and its source.
func (l *loader) checkObservation(row int) {
	f := l.observations.rows[row].Figure
	table := &l.observations.tableText
	q := f.Value.Qualifier()
	switch {
	case f.Indicator.Kind == model.Rank && q != model.RankOnly:
		l.fault(table, row, "qualifier", "a figure of the rank %s has the qualifier rank-only, not %s", quote(f.Indicator.ID), q)
	case q == model.Fraction && f.Indicator.Unit.ID != percentUnit:
		l.fault(table, row, "qualifier", "fraction is of 100 percent; the unit is %s", f.Indicator.Unit.ID)
	}
	if f.Indicator.Kind == model.Share {
		l.checkShare(row, f.Value)
	}
	if i := f.Indicator; f.Rank > 0 && i.Kind != model.Rank && i.Scope == nil && i.Place.Within == l.home {
		l.fault(table, row, "rank", "rank of %s among what? it needs an indicator of the kind rank, whose name says so", quote(i.Place.ID))
	}
	if f.Source.Grade == model.GradeB && !f.Status.LowReliability() {
		l.fault(table, row, "status", "a figure from the grade B source %s has the status letter u", quote(f.Source.ID))
	}
	published := f.Source.Date
	if published == "" {
		return
	}
	// A year's figure may be published before the year ends, but not before it
	// begins.
	switch {
	case q == model.Target && strconv.Itoa(f.Period.Year()) < published[:4]:
		l.fault(table, row, "period", "target for %s in a source of %s, after the period ended", f.Period, published)
	case q != model.Target && f.Period.BeginsAfter(published):
		l.fault(table, row, "period", "outcome for %s in a source of %s, before the period began; is it a target?", f.Period, published)
	}
}

// checkVersions checks that no figure and no correction is of a later version
// than the package, and that of the figures corrected only those that were
// dropped are missing.
func (l *loader) checkVersions() {
	known := map[string]bool{"": false} // whether a version is later: there are few
	later := func(version string) bool {
		is, ok := known[version]
		if !ok {
			is = model.CompareVersions(version, l.metadata.version) > 0
			known[version] = is
		}
		return is
	}
	for i, f := range l.observations.rows {
		if later(f.Since) {
			l.fault(&l.observations.tableText, i, "since", "since %s is later than version %s in %s", f.Since, l.metadata.version, descriptorFile)
		}
	}
	dropped := map[string]bool{}
	for _, c := range l.corrections.rows {
		dropped[c.Figure] = dropped[c.Figure] || c.What == model.Dropped
	}
	for i, c := range l.corrections.rows {
		_, there := l.observations.find(c.Figure)
		switch table := &l.corrections.tableText; {
		case later(c.Version):
			l.fault(table, i, "version", "version %s is later than version %s in %s", c.Version, l.metadata.version, descriptorFile)
		case there && c.What == model.Dropped:
			l.fault(table, i, "figure", "%s is in observations.csv, and so is not dropped", quote(c.Figure))
		case !there && !dropped[c.Figure]:
			l.fault(table, i, "figure", "%s is not in observations.csv, and no correction drops it", quote(c.Figure))
		}
	}
}

func (l *loader) checkShare(row int, v model.Value) {
	value, lower, upper := v.Numbers()
	for _, n := range []struct {
		column string
		number model.Number
	}{{"value", value}, {"lower", lower}, {"upper", upper}} {
		if x, ok := n.number.Get(); ok && (x < 0 || x > 100) {
			l.fault(&l.observations.tableText, row, n.column, "a share is between 0 and 100 percent, not %v", x)
		}
	}
	if x, ok := lower.Get(); ok && x == 100 && v.Qualifier() == model.MoreThan {
		l.fault(&l.observations.tableText, row, "lower", "a share cannot be more than 100 percent")
	}
}

// checkOffices checks that no term of office begins after the day of the
// compilation.
func (l *loader) checkOffices() {
	for i, t := range l.offices.rows {
		if asOf := l.metadata.asOf; !model.NotAfter(t.From, asOf) {
			l.fault(&l.offices.tableText, i, "from", "from %s is later than asOf %s in %s", t.From, asOf, descriptorFile)
		}
	}
}

// checkStatements checks that no statement is later than its source, and sets
// the office of those that leave it to the terms of office.
func (l *loader) checkStatements() {
	for i, s := range l.statements.rows {
		if s.Office == (model.Text{}) {
			l.fault(&l.statements.tableText, i, "office_en", "office is empty, and no term of %s in %s covers %s", quote(s.person), officesFile, s.Date)
		}
		if n := min(len(s.Date), len(s.Source.Date)); s.Date[:n] > s.Source.Date[:n] {
			l.fault(&l.statements.tableText, i, "date", "statement of %s is later than its source of %s", s.Date, s.Source.Date)
		}
	}
}

// checkPeriods checks the figures of each indicator and period against one
// another.
func (l *loader) checkPeriods() {
	rows := l.observations.rows
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(
			strings.Compare(rows[a].indicator, rows[b].indicator),
			rows[a].Period.Compare(rows[b].Period),
		)
	})
	for len(order) > 0 {
		first, n := rows[order[0]], 1
		for n < len(order) && rows[order[n]].indicator == first.indicator && rows[order[n]].Period.Same(first.Period) {
			n++
		}
		l.checkLead(order[:n])
		if n > 1 {
			l.checkContradictions(order[:n])
		}
		order = order[n:]
	}
}

// checkLead checks that exactly one of the figures has lead true.
func (l *loader) checkLead(figures []int) {
	rows, table := l.observations.rows, &l.observations.tableText
	lead := -1
	for _, i := range figures {
		switch {
		case !rows[i].Lead:
		case lead >= 0:
			l.fault(table, i, "lead", "%s has lead true already for %s in %s; only one figure can", quote(rows[lead].ID), quote(rows[i].indicator), rows[i].Period)
		default:
			lead = i
		}
	}
	if i := figures[0]; lead < 0 {
		l.fault(table, i, "lead", "no figure has lead true for %s in %s; one must", quote(rows[i].indicator), rows[i].Period)
	}
}

func (l *loader) checkConflicts() {
	figures := map[*model.Conflict]int{}
	for _, row := range l.observations.rows {
		figures[row.Conflict]++
	}
	for i, row := range l.conflicts.rows {
		table := &l.conflicts.tableText
		if n := figures[row.Conflict]; n < 2 {
			l.fault(table, i, "id", "conflict has fewer than two figures: %d", n)
		}
		switch {
		case row.Lead.Conflict != row.Conflict:
			l.fault(table, i, "lead", "%s is not in this conflict", quote(row.lead))
		case !row.Lead.Lead:
			l.fault(table, i, "lead", "%s does not have lead true in observations.csv", quote(row.lead))
		}
	}
}
