package data

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
)

// check checks what rows say together.
func (p *pack) check() {
	p.checkClusters()
	p.checkIndicators()
	p.checkSources()
	for i := range p.observations.rows {
		p.checkObservation(i)
	}
	p.checkPeriods()
	p.checkStatements()
	p.checkConflicts()
	p.checkDerivation()
}

// fault notes a fault of a cell.
func (p *pack) fault(s *sheet, row int, column, format string, args ...any) {
	if !p.faults.full() {
		p.faults.add(s.fault(row, column, fmt.Sprintf(format, args...)))
	}
}

func (p *pack) checkClusters() {
	for i, c := range p.clusters.rows {
		if size := c.Size; size != nil && (size.Kind != model.Level || size.Cluster != c.Cluster) {
			p.fault(&p.clusters.sheet, i, "size", "size %s is not a level of this cluster", quote(size.ID))
		}
	}
}

func (p *pack) checkIndicators() {
	headlines := map[int]string{}
	for i, row := range p.indicators.rows {
		if of := row.GrowthOf; of != nil && (of.Kind != model.Level || of.Place != row.Place) {
			p.fault(&p.indicators.sheet, i, "growth_of", "growth_of %s is not a level of the same place", quote(of.ID))
		}
		if row.Headline == 0 {
			continue
		}
		if other, taken := headlines[row.Headline]; taken {
			p.fault(&p.indicators.sheet, i, "headline", "headline %d is %s already", row.Headline, quote(other))
		}
		headlines[row.Headline] = row.ID
	}
}

// checkSources checks that no source is newer than the compilation.
func (p *pack) checkSources() {
	for i, s := range p.sources.rows {
		if asOf := p.about.asOf; s.Date > asOf[:min(len(asOf), len(s.Date))] {
			p.fault(&p.sources.sheet, i, "date", "source is of %s, later than asOf %s in %s", s.Date, asOf, descriptorFile)
		}
	}
}

// checkObservation checks a figure against its indicator and its source.
func (p *pack) checkObservation(row int) {
	f := p.observations.rows[row].Figure
	sheet := &p.observations.sheet
	q := f.Value.Qualifier()
	switch {
	case f.Indicator.Kind == model.Rank && q != model.RankOnly:
		p.fault(sheet, row, "qualifier", "a figure of the rank %s has the qualifier rank-only, not %s", quote(f.Indicator.ID), q)
	case q == model.Fraction && f.Indicator.Unit.ID != percentUnit:
		p.fault(sheet, row, "qualifier", "fraction is of 100 percent; the unit is %s", f.Indicator.Unit.ID)
	}
	if f.Indicator.Kind == model.Share {
		p.checkShare(row, f.Value)
	}
	if f.Source.Grade == model.GradeB && !f.Status.LowReliability() {
		p.fault(sheet, row, "status", "a figure from the grade B source %s has the status letter u", quote(f.Source.ID))
	}
	published := f.Source.Date
	if published == "" {
		return
	}
	// A year's figure may be out before the year is, but not before it begins.
	switch {
	case q == model.Target && strconv.Itoa(f.Period.Year()) < published[:4]:
		p.fault(sheet, row, "period", "a target for %s in a source of %s, when that was over", f.Period, published)
	case q != model.Target && f.Period.BeginsAfter(published):
		p.fault(sheet, row, "period", "an outcome for %s in a source of %s, when that was to come; is it a target?", f.Period, published)
	}
}

func (p *pack) checkShare(row int, v model.Value) {
	value, lower, upper := v.Numbers()
	for _, n := range []struct {
		column string
		number model.Number
	}{{"value", value}, {"lower", lower}, {"upper", upper}} {
		if x, ok := n.number.Get(); ok && (x < 0 || x > 100) {
			p.fault(&p.observations.sheet, row, n.column, "a share is between 0 and 100 percent, not %v", x)
		}
	}
	if x, ok := lower.Get(); ok && x == 100 && v.Qualifier() == model.MoreThan {
		p.fault(&p.observations.sheet, row, "lower", "a share cannot be more than 100 percent")
	}
}

// checkStatements checks that nobody is quoted before he has spoken.
func (p *pack) checkStatements() {
	for i, s := range p.statements.rows {
		if n := min(len(s.Date), len(s.Source.Date)); s.Date[:n] > s.Source.Date[:n] {
			p.fault(&p.statements.sheet, i, "date", "said on %s, and in a source of %s", s.Date, s.Source.Date)
		}
	}
}

// checkPeriods checks the figures of each indicator and period together.
func (p *pack) checkPeriods() {
	rows := p.observations.rows
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
		p.checkLead(order[:n])
		if n > 1 {
			p.checkAgreement(order[:n])
		}
		order = order[n:]
	}
}

// checkLead checks that one of the figures leads.
func (p *pack) checkLead(figures []int) {
	rows, sheet := p.observations.rows, &p.observations.sheet
	lead := -1
	for _, i := range figures {
		switch {
		case !rows[i].Lead:
		case lead >= 0:
			p.fault(sheet, i, "lead", "%s leads already for %s in %s; one figure does", quote(rows[lead].ID), quote(rows[i].indicator), rows[i].Period)
		default:
			lead = i
		}
	}
	if i := figures[0]; lead < 0 {
		p.fault(sheet, i, "lead", "no figure leads for %s in %s; one must", quote(rows[i].indicator), rows[i].Period)
	}
}

func (p *pack) checkConflicts() {
	figures := map[*model.Conflict]int{}
	for _, row := range p.observations.rows {
		figures[row.Conflict]++
	}
	for i, row := range p.conflicts.rows {
		sheet := &p.conflicts.sheet
		if n := figures[row.Conflict]; n < 2 {
			p.fault(sheet, i, "id", "%d figures are in this conflict; it takes two", n)
		}
		switch {
		case row.Lead.Conflict != row.Conflict:
			p.fault(sheet, i, "lead", "%s is not in this conflict", quote(row.lead))
		case !row.Lead.Lead:
			p.fault(sheet, i, "lead", "%s does not lead for its indicator and period", quote(row.lead))
		}
	}
}
