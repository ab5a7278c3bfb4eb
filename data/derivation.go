package data

import "anhui-tui/model"

// maxDerivation is how many steps a figure may be from what sources state. It
// also ends the search for circles.
const maxDerivation = 20

// checkDerivation checks that figures derived from figures go back to those
// that sources state.
func (p *pack) checkDerivation() {
	steps := map[*model.Figure]int{}
	for i, row := range p.observations.rows {
		if len(row.DerivedFrom) > 0 && derivation(row.Figure, steps, 0) > maxDerivation {
			p.fault(&p.observations.sheet, i, "derived_from", "figure is derived from itself, or in more than %d steps", maxDerivation)
		}
	}
}

// derivation returns in how many steps f is derived, maxDerivation+1 for any
// more. It is depth steps from where the search began; steps holds what is
// known already.
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
