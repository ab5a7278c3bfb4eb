package model

import "slices"

// partsOf returns the places directly within a place, in dataset order.
func (d *Dataset) partsOf(whole *Place) []*Place {
	var parts []*Place
	for _, p := range d.Places {
		if p.Within == whole {
			parts = append(parts, p)
		}
	}
	return parts
}

// CounterpartIn returns the indicator that measures the same as i, of the home
// territory, in a place; i itself for the place it is of, nil if there is none.
func (d *Dataset) CounterpartIn(p *Place, i *Indicator) *Indicator {
	if i.Place == p {
		return i
	}
	for _, c := range d.counterparts()[i] {
		if c.Place == p {
			return c
		}
	}
	return nil
}

// classOf returns the class of a value among those that breaks bound: from 1, one
// more than the number of breaks it reaches. It returns 0 if there are none, or if
// the wording of the value allows more than one class.
func classOf(breaks []float64, v Value) int {
	claim, ok := v.Claim()
	if !ok || len(breaks) == 0 {
		return 0
	}
	lowest := reached(breaks, claim.Lower)
	highest := reached(breaks, claim.Upper)
	if _, at := slices.BinarySearch(breaks, claim.Upper); at && (v.qualifier == LessThan || v.qualifier == Nearly) {
		highest-- // the break itself is out of its reach
	}
	if claim.Unbounded {
		highest = len(breaks)
	}
	if lowest != highest {
		return 0
	}
	return lowest + 1
}

// reached returns the number of breaks that n reaches.
func reached(breaks []float64, n float64) int {
	at, found := slices.BinarySearch(breaks, n)
	if found {
		at++
	}
	return at
}
