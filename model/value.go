package model

import (
	"errors"
	"fmt"
	"math"
)

// Qualifier is the way a source words a number: "nearly 20 percent" is Nearly
// and not Exact.
type Qualifier uint8

// The qualifiers. The zero value is NotStated, so that an unset value never
// passes for a number.
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
	Target                     // a target or forecast, not an outcome
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

// ParseQualifier returns the qualifier with the given name, the inverse of
// [Qualifier.String], and whether there is one.
func ParseQualifier(s string) (Qualifier, bool) {
	for i, name := range qualifierNames() {
		if name == s {
			return Qualifier(i), true //nolint:gosec // i < qualifierCount
		}
	}
	return NotStated, false
}

// Qualifiers returns all qualifiers, in the order of the constants.
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

// Value is a quantity as a source states it: numbers and their qualifier, which
// are printed and drawn together only. The zero Value is "not stated".
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
// percent (see [simpleFraction]).
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
		if _, _, ok := simpleFraction(value.value); !ok {
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

// Qualifier returns the qualifier of the value.
func (v Value) Qualifier() Qualifier { return v.qualifier }

// Numbers returns the value and its bounds, each absent if the qualifier does
// not take it.
func (v Value) Numbers() (value, lower, upper Number) { return v.value, v.lower, v.upper }

// Stated reports whether the value has a number.
func (v Value) Stated() bool { return v.value.ok || v.lower.ok || v.upper.ok }

// aboutSpread is the relative tolerance assumed for "about" and "nearly" when
// drawing and when checking for contradictions. It is a convention of this
// program, stated in the legend; the printed words are the source's.
const aboutSpread = 0.05

// Claim is a value as an interval of the number line, for drawing, sorting and
// finding contradictions. All of [0, Lower] is stated, all of [Lower, Upper] is
// compatible with the wording.
type Claim struct {
	Lower, Upper float64
	Unbounded    bool // no upper limit is stated: Upper equals Lower
	Target       bool // a target or forecast, not an outcome
}

// Claim returns the interval of the value, and false if it has no number. The
// interval of Approx reaches 5 percent of the number to either side, that of
// Nearly 5 percent below it.
func (v Value) Claim() (Claim, bool) {
	n, lo, up := v.value.value, v.lower.value, v.upper.value
	switch v.qualifier {
	case Exact, Fraction:
		return Claim{Lower: n, Upper: n}, true
	case Approx:
		d := math.Abs(n) * aboutSpread
		return Claim{Lower: n - d, Upper: n + d}, true
	case Nearly:
		return Claim{Lower: n - math.Abs(n)*aboutSpread, Upper: n}, true
	case MoreThan, AtLeast:
		return Claim{Lower: lo, Upper: lo, Unbounded: true}, true
	case LessThan, AtMost:
		return Claim{Lower: math.Min(0, up), Upper: up}, true
	case Range:
		return Claim{Lower: lo, Upper: up}, true
	case Target:
		at, _ := v.Magnitude()
		if !v.upper.ok {
			up = at
		}
		return Claim{Lower: at, Upper: up, Unbounded: v.lower.ok && !v.upper.ok, Target: true}, true
	case RankOnly, NotStated, qualifierCount:
	}
	return Claim{}, false
}

// Magnitude returns the number to sort and plot by: the value, else the lower
// bound, else the upper; false if there is none.
func (v Value) Magnitude() (float64, bool) {
	for _, n := range []Number{v.value, v.lower, v.upper} {
		if n.ok {
			return n.value, true
		}
	}
	return 0, false
}

// Negated returns the value of minus the quantity: for "more than -3 percent",
// "less than 3 percent".
func (v Value) Negated() Value {
	minus := func(n Number) Number { return Number{-n.value, n.ok} }
	mirrored := map[Qualifier]Qualifier{MoreThan: LessThan, LessThan: MoreThan, AtLeast: AtMost, AtMost: AtLeast}
	if q, ok := mirrored[v.qualifier]; ok {
		v.qualifier = q
	}
	return Value{v.qualifier, minus(v.value), minus(v.upper), minus(v.lower)}
}

// simpleFraction returns the fraction of 100 percent with the smallest
// denominator, at most 10, within 0.05 percentage points of percent; ok is
// false if there is none.
func simpleFraction(percent float64) (numerator, denominator int, ok bool) {
	for d := 2; d <= 10; d++ {
		n := math.Round(percent * float64(d) / 100)
		if n >= 1 && n < float64(d) && math.Abs(n*100/float64(d)-percent) <= 0.05 {
			return int(n), d, true
		}
	}
	return 0, 0, false
}
