package place

// maxTrail bounds the memory of the way back.
const maxTrail = 64

// Trail is the places that were left, the last one last. It is a value: what
// others hold of it never changes.
type Trail []Place

// Left returns the trail with a place that is left now; of more than 64 the
// first is forgotten.
func (t Trail) Left(at Place) Trail {
	t = append(t[:len(t):len(t)], at)
	return t[max(0, len(t)-maxTrail):]
}

// Back returns the place that was left last, and the trail before it; false if
// there is none.
func (t Trail) Back() (Place, Trail, bool) {
	if len(t) == 0 {
		return Place{}, t, false
	}
	last := len(t) - 1
	return t[last], t[:last], true
}
