package data

import (
	"math"

	"anhui-tui/model"
)

// bound is a lower bound of the number a figure states, or an upper bound
// negated.
type bound struct {
	row int
	at  float64
	in  *model.Conflict
}

func (b bound) sameConflict(c bound) bool { return b.in != nil && b.in == c.in }

// topTwo holds the highest of the bounds added, and the highest of those that
// are not in a conflict with it. With it a figure is compared with the one it
// contradicts most, and not with all.
type topTwo struct{ bounds []bound }

func (t *topTwo) add(b bound) {
	switch {
	case len(t.bounds) == 0:
		t.bounds = append(t.bounds, b)
	case b.at > t.bounds[0].at && b.sameConflict(t.bounds[0]):
		t.bounds[0] = b
	case b.at > t.bounds[0].at:
		t.bounds = []bound{b, t.bounds[0]}
	case b.sameConflict(t.bounds[0]):
	case len(t.bounds) == 1 || b.at > t.bounds[1].at:
		t.bounds = append(t.bounds[:1], b)
	}
}

// above returns the highest bound not in a conflict with b, and whether it is
// above at.
func (t *topTwo) above(b bound, at float64) (bound, bool) {
	for _, c := range t.bounds {
		if !b.sameConflict(c) {
			return c, c.at > at
		}
	}
	return bound{}, false
}

// extremes holds the extremes of the figures of an indicator and period checked
// so far: the highest lower bound, and the highest upper bound negated.
type extremes struct{ lows, highs topTwo }

// checkContradictions checks that figures of one indicator and period that
// cannot all be right share a conflict. A target may differ from the outcome,
// but not from other targets.
func (l *loader) checkContradictions(figures []int) {
	var outcomes, targets, ranks extremes
	for _, i := range figures {
		f := l.observations.rows[i].Figure
		of := &outcomes
		if f.Value.Qualifier() == model.Target {
			of = &targets
		}
		if low, high, ok := claimed(f.Value); ok {
			l.checkBounds(i, of, low, high)
		}
		if f.Rank > 0 {
			l.checkBounds(i, &ranks, float64(f.Rank), float64(f.Rank))
		}
	}
}

func (l *loader) checkBounds(row int, of *extremes, low, high float64) {
	in := l.observations.rows[row].Conflict
	lower, upper := bound{row, low, in}, bound{row, -high, in}
	other, found := of.lows.above(lower, high)
	if !found {
		other, found = of.highs.above(upper, -low)
	}
	if found {
		l.fault(&l.observations.tableText, row, "conflict", "contradicts %s (line %d); correct one, or put both in one conflict",
			quote(l.observations.rows[other.row].ID), other.row+2)
	}
	of.lows.add(lower)
	of.highs.add(upper)
}

// claimed returns the interval of numbers a value may stand for, and false if
// it has none.
func claimed(v model.Value) (low, high float64, ok bool) {
	c, ok := v.Claim()
	low, high = c.Lower, c.Upper
	switch v.Qualifier() {
	case model.MoreThan:
		return math.Nextafter(low, math.Inf(1)), math.Inf(1), ok
	case model.AtLeast:
		return low, math.Inf(1), ok
	case model.LessThan:
		return math.Inf(-1), math.Nextafter(high, math.Inf(-1)), ok
	case model.AtMost:
		return math.Inf(-1), high, ok
	case model.Target:
		return aimedAt(v)
	case model.NotStated, model.Exact, model.Approx, model.Nearly, model.Range, model.Fraction, model.RankOnly:
	}
	return low, high, ok
}

// aimedAt returns the interval of numbers a target allows.
func aimedAt(v model.Value) (low, high float64, ok bool) {
	value, lower, upper := v.Numbers()
	if n, exact := value.Get(); exact {
		return n, n, true
	}
	low, high = math.Inf(-1), math.Inf(1)
	if n, ok := lower.Get(); ok {
		low = n
	}
	if n, ok := upper.Get(); ok {
		high = n
	}
	return low, high, true
}
