package data

import "anhui-tui/model"

// maxDerivation is the largest number of steps from a derived figure to those
// that sources state. It also ends the search for cycles.
const maxDerivation = 20

// checkDerivation checks that derived figures lead back to figures that sources
// state.
func (l *loader) checkDerivation() {
	steps := map[*model.Figure]int{}
	for i, row := range l.observations.rows {
		if len(row.DerivedFrom) > 0 && derivation(row.Figure, steps, 0) > maxDerivation {
			l.fault(&l.observations.tableText, i, "derived_from", "figure is derived from itself, or in more than %d steps", maxDerivation)
		}
	}
}

// derivation returns the number of steps in which f is derived, maxDerivation+1
// for any more. f is depth steps from the start of the search; steps caches
// results.
func derivation(f *model.Figure, steps map[*model.Figure]int, depth int) int {
	if depth > maxDerivation {
		return depth
	}
	n, known := steps[f]
	if known {
		return n
	}
	for _, from := range f.DerivedFrom {
		n = max(n, min(maxDerivation, derivation(from, steps, depth+1))+1)
	}
	steps[f] = n
	return n
}
