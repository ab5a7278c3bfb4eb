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

// checkAgreement checks that of the figures of one indicator and period those
// that cannot both be right share a conflict. Targets may differ from what
// came of them.
func (p *pack) checkAgreement(figures []int) {
	// The highs are negated, so that the highest is the most restrictive.
	var lows, highs, ranks, rankHighs peak
	for _, i := range figures {
		f := p.observations.rows[i].Figure
		if f.Value.Qualifier() == model.Target {
			continue
		}
		if low, high, ok := claimed(f.Value); ok {
			p.checkClaim(i, &lows, &highs, low, high)
		}
		if f.Rank > 0 {
			p.checkClaim(i, &ranks, &rankHighs, float64(f.Rank), float64(f.Rank))
		}
	}
}

func (p *pack) checkClaim(row int, lows, highs *peak, low, high float64) {
	in := p.observations.rows[row].Conflict
	lower, upper := bound{row, low, in}, bound{row, -high, in}
	other, found := lows.above(lower, high)
	if !found {
		other, found = highs.above(upper, -low)
	}
	if found {
		p.fault(&p.observations.sheet, row, "conflict", "%s (line %d) states the same otherwise; correct one, or put both in one conflict",
			quote(p.observations.rows[other.row].ID), other.row+2)
	}
	lows.add(lower)
	highs.add(upper)
}

// claimed returns the numbers a value may stand for.
func claimed(v model.Value) (low, high float64, ok bool) {
	c, ok := v.Claim()
	low, high = c.Sure, c.Possible
	switch v.Qualifier() {
	case model.MoreThan:
		return math.Nextafter(low, math.Inf(1)), math.Inf(1), ok
	case model.AtLeast:
		return low, math.Inf(1), ok
	case model.LessThan:
		return math.Inf(-1), math.Nextafter(high, math.Inf(-1)), ok
	case model.AtMost:
		return math.Inf(-1), high, ok
	case model.NotStated, model.Exact, model.Approx, model.Nearly, model.Range, model.Fraction, model.RankOnly, model.Target:
	}
	return low, high, ok
}
