package model

import (
	"errors"
	"fmt"
	"math"
)

// Qualifier is what a source claims of a number. It is the source's, never
// the reader's: "nearly 20 percent" is Nearly and not Exact.
type Qualifier uint8

// The qualifiers. The zero value is NotStated, so that a forgotten value can
// never pass for a number.
const (
	NotStated Qualifier = iota // the source gives no number
	Exact                      // 23.4 percent
	Approx                     // about 17 percent
	Nearly                     // nearly 20 percent: just below
	MoreThan                   // more than half
	AtLeast                    // at least 30
	LessThan                   // less than 20
	AtMost                     // at most 20
	Range                      // 17 to 20 percent
	Fraction                   // one-third
	RankOnly                   // ranked third, no number
	Target                     // aimed at or forecast, not an outcome
	qualifierCount
)

func qualifierNames() [qualifierCount]string {
	return [...]string{
		"not-stated", "exact", "approx", "nearly", "more-than", "at-least",
		"less-than", "at-most", "range", "fraction", "rank-only", "target",
	}
}

// String returns the qualifier as the data package writes it: "more-than".
func (q Qualifier) String() string {
	if q < qualifierCount {
		return qualifierNames()[q]
	}
	return fmt.Sprintf("Qualifier(%d)", uint8(q))
}

// ParseQualifier is the inverse of [Qualifier.String].
func ParseQualifier(s string) (Qualifier, bool) {
	for i, name := range qualifierNames() {
		if name == s {
			return Qualifier(i), true //nolint:gosec // i < qualifierCount
		}
	}
	return NotStated, false
}

// Qualifiers returns all qualifiers.
func Qualifiers() []Qualifier {
	all := make([]Qualifier, qualifierCount)
	for i := range all {
		all[i] = Qualifier(i) //nolint:gosec // i < qualifierCount
	}
	return all
}

// Number is a number that may be absent. The zero Number is absent.
type Number struct {
	value float64
	ok    bool
}

// Num returns the present number v.
func Num(v float64) Number { return Number{value: v, ok: true} }

// Get returns the number and whether it is present.
func (n Number) Get() (float64, bool) { return n.value, n.ok }

// Value is a quantity as a source states it: numbers together with what is
// claimed of them, so that nothing can print or draw the one without the
// other. The zero Value is "not stated".
type Value struct {
	qualifier           Qualifier
	value, lower, upper Number
}

// NewValue returns the value with the given qualifier. Which numbers a
// qualifier takes:
//
//	exact approx nearly fraction    value
//	more-than at-least              lower
//	less-than at-most               upper
//	range                           lower and upper, lower < upper
//	target                          value, or lower and/or upper
//	rank-only not-stated            none
//
// All numbers must be finite, and a fraction must be a simple one of 100
// percent (see [SimpleFraction]).
func NewValue(q Qualifier, value, lower, upper Number) (Value, error) {
	if q >= qualifierCount {
		return Value{}, fmt.Errorf("value does not fit its qualifier: unknown qualifier %v", q)
	}
	for _, n := range []Number{value, lower, upper} {
		if n.ok && (math.IsNaN(n.value) || math.IsInf(n.value, 0)) {
			return Value{}, errors.New("value does not fit its qualifier: not a finite number")
		}
	}
	if lower.ok && upper.ok && lower.value >= upper.value {
		return Value{}, fmt.Errorf("value does not fit its qualifier: lower %v is not below upper %v", lower.value, upper.value)
	}
	got := [3]bool{value.ok, lower.ok, upper.ok}
	var want [3]bool
	switch q {
	case Exact, Approx, Nearly, Fraction:
		want = [3]bool{true, false, false}
	case MoreThan, AtLeast:
		want = [3]bool{false, true, false}
	case LessThan, AtMost:
		want = [3]bool{false, false, true}
	case Range:
		want = [3]bool{false, true, true}
	case Target:
		if value.ok == (lower.ok || upper.ok) {
			return Value{}, errors.New("value does not fit its qualifier: target takes a value, or a lower and/or an upper bound")
		}
		want = got
	case RankOnly, NotStated, qualifierCount:
	}
	if got != want {
		return Value{}, fmt.Errorf("value does not fit its qualifier: %v takes %s", q, numbersTaken(want))
	}
	if q == Fraction {
		if _, _, ok := SimpleFraction(value.value); !ok {
			return Value{}, fmt.Errorf("value does not fit its qualifier: %v%% is no simple fraction", value.value)
		}
	}
	return Value{q, value, lower, upper}, nil
}

func numbersTaken(want [3]bool) string {
	switch want {
	case [3]bool{true, false, false}:
		return "value, and no lower or upper"
	case [3]bool{false, true, false}:
		return "lower, and no value or upper"
	case [3]bool{false, false, true}:
		return "upper, and no value or lower"
	case [3]bool{false, true, true}:
		return "lower and upper, and no value"
	}
	return "no value, lower or upper"
}

// Qualifier returns what is claimed.
func (v Value) Qualifier() Qualifier { return v.qualifier }

// Numbers returns the stated value and bounds, each absent where the
// qualifier has none.
func (v Value) Numbers() (value, lower, upper Number) { return v.value, v.lower, v.upper }

// Stated reports whether there is a number at all.
func (v Value) Stated() bool { return v.value.ok || v.lower.ok || v.upper.ok }

// aboutSpread is how far, relative to the number, "about" and "nearly" are
// taken to reach: where a picture needs an edge, and where the check of a data
// package must decide whether two figures contradict each other. It is a
// convention of ours, said in the legend; no text output uses it.
const aboutSpread = 0.05

// Claim is a value as an interval of the number line, for drawing, for sorting,
// and for finding what contradicts it. All of [0, Sure] is claimed, all of
// [Sure, Possible] is compatible with the claim.
type Claim struct {
	Sure, Possible float64
	Open           bool // nothing bounds it above: Possible equals Sure
	Hollow         bool // a target: nothing is claimed to have happened
}

// Claim returns the interval the words allow; false if there is no number.
// An approximate value is claimed to 5 percent below its number and possible
// to 5 percent above, a nearly reached one possible to its number.
func (v Value) Claim() (Claim, bool) {
	n, lo, up := v.value.value, v.lower.value, v.upper.value
	switch v.qualifier {
	case Exact, Fraction:
		return Claim{Sure: n, Possible: n}, true
	case Approx:
		d := math.Abs(n) * aboutSpread
		return Claim{Sure: n - d, Possible: n + d}, true
	case Nearly:
		return Claim{Sure: n - math.Abs(n)*aboutSpread, Possible: n}, true
	case MoreThan, AtLeast:
		return Claim{Sure: lo, Possible: lo, Open: true}, true
	case LessThan, AtMost:
		return Claim{Sure: math.Min(0, up), Possible: up}, true
	case Range:
		return Claim{Sure: lo, Possible: up}, true
	case Target:
		at, _ := v.Magnitude()
		if !v.upper.ok {
			up = at
		}
		return Claim{Sure: at, Possible: up, Open: v.lower.ok && !v.upper.ok, Hollow: true}, true
	case RankOnly, NotStated, qualifierCount:
	}
	return Claim{}, false
}

// Magnitude returns the one number to sort and plot by: the value, else the
// lower bound, else the upper; false if there is none.
func (v Value) Magnitude() (float64, bool) {
	for _, n := range []Number{v.value, v.lower, v.upper} {
		if n.ok {
			return n.value, true
		}
	}
	return 0, false
}

// Negated returns what v says of minus the number: of "more than -3 percent",
// less than 3.
func (v Value) Negated() Value {
	minus := func(n Number) Number { return Number{-n.value, n.ok} }
	mirrored := map[Qualifier]Qualifier{MoreThan: LessThan, LessThan: MoreThan, AtLeast: AtMost, AtMost: AtLeast}
	if q, ok := mirrored[v.qualifier]; ok {
		v.qualifier = q
	}
	return Value{v.qualifier, minus(v.value), minus(v.upper), minus(v.lower)}
}

// SimpleFraction returns the fraction of 100 percent with the smallest
// denominator, 10 at most, that is within 0.05 percentage points of percent.
func SimpleFraction(percent float64) (numerator, denominator int, ok bool) {
	for d := 2; d <= 10; d++ {
		n := math.Round(percent * float64(d) / 100)
		if n >= 1 && n < float64(d) && math.Abs(n*100/float64(d)-percent) <= 0.05 {
			return int(n), d, true
		}
	}
	return 0, 0, false
}
