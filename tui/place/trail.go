package place

// maxTrail is the largest number of places of a trail.
const maxTrail = 64

// Trail is the sequence of places left, the latest last. It is immutable.
type Trail []Place

// Left returns the trail with at appended, without the oldest of more than 64
// places.
func (t Trail) Left(at Place) Trail {
	t = append(t[:len(t):len(t)], at)
	return t[max(0, len(t)-maxTrail):]
}

// Back returns the latest place and the trail before it; false if the trail is
// empty.
func (t Trail) Back() (Place, Trail, bool) {
	if len(t) == 0 {
		return Place{}, t, false
	}
	last := len(t) - 1
	return t[last], t[:last], true
}
