package data

import (
	"math"

	"anhui-tui/model"
)

// bound is how low, or how high, a figure says that a number is at least.
type bound struct {
	row int
	at  float64
	in  *model.Conflict
}

func (b bound) disputes(c bound) bool { return b.in != nil && b.in == c.in }

// peak holds, of the bounds added, the highest, and the highest of those that
// are not in a conflict with it. So a figure finds the one it contradicts most
// without being compared with all.
type peak struct{ bounds []bound }

func (k *peak) add(b bound) {
	switch {
	case len(k.bounds) == 0:
		k.bounds = append(k.bounds, b)
	case b.at > k.bounds[0].at && b.disputes(k.bounds[0]):
		k.bounds[0] = b
	case b.at > k.bounds[0].at:
		k.bounds = []bound{b, k.bounds[0]}
	case b.disputes(k.bounds[0]):
	case len(k.bounds) == 1 || b.at > k.bounds[1].at:
		k.bounds = append(k.bounds[:1], b)
	}
}

// above returns the highest bound that b does not dispute, if it is above at.
func (k *peak) above(b bound, at float64) (bound, bool) {
	for _, c := range k.bounds {
		if !b.disputes(c) {
			return c, c.at > at
		}
	}
	return bound{}, false
}

// claims are those of the figures of one indicator and period that were looked
// at: the highest of the lows, and of the highs negated.
type claims struct{ lows, highs peak }

// checkAgreement checks that of the figures of one indicator and period those
// that cannot both be right share a conflict. Targets may differ from what
// came of them, but not from one another.
func (p *pack) checkAgreement(figures []int) {
	var outcomes, targets, ranks claims
	for _, i := range figures {
		f := p.observations.rows[i].Figure
		of := &outcomes
		if f.Value.Qualifier() == model.Target {
			of = &targets
		}
		if low, high, ok := claimed(f.Value); ok {
			p.checkClaim(i, of, low, high)
		}
		if f.Rank > 0 {
			p.checkClaim(i, &ranks, float64(f.Rank), float64(f.Rank))
		}
	}
}

func (p *pack) checkClaim(row int, of *claims, low, high float64) {
	in := p.observations.rows[row].Conflict
	lower, upper := bound{row, low, in}, bound{row, -high, in}
	other, found := of.lows.above(lower, high)
	if !found {
		other, found = of.highs.above(upper, -low)
	}
	if found {
		p.fault(&p.observations.sheet, row, "conflict", "%s (line %d) states the same otherwise; correct one, or put both in one conflict",
			quote(p.observations.rows[other.row].ID), other.row+2)
	}
	of.lows.add(lower)
	of.highs.add(upper)
}

// claimed returns the numbers a value may stand for.
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

// aimedAt returns the numbers a target leaves open.
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
