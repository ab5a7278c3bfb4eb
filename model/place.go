package model

import "slices"

// PartsOf returns the places directly within a place, in dataset order.
func (d *Dataset) PartsOf(whole *Place) []*Place {
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

// Compared returns the indicators of the home territory that its parts are
// compared by, those with breaks, in dataset order.
func (d *Dataset) Compared() []*Indicator {
	var compared []*Indicator
	for _, i := range d.Indicators {
		if len(i.Breaks) > 0 {
			compared = append(compared, i)
		}
	}
	return compared
}

// Class returns the class of a value among those that the breaks of the
// indicator, or of its counterpart, bound: from 1, one more than the number of
// breaks it reaches. It returns 0 if there are no breaks, or if the wording of
// the value allows more than one class.
func (i *Indicator) Class(v Value) int {
	breaks := i.Breaks
	if i.Counterpart != nil {
		breaks = i.Counterpart.Breaks
	}
	return classOf(breaks, v)
}

// classOf returns the class of a value among those that breaks bound; 0 if there
// are none, or if its wording allows more than one.
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
