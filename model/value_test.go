package model

import (
	"fmt"
	"math"
	"testing"
)

var none = Number{} //nolint:gochecknoglobals // the absent number, named

func must(t *testing.T, q Qualifier, value, lower, upper Number) Value {
	t.Helper()
	v, err := NewValue(q, value, lower, upper)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Which of value, lower and upper each qualifier takes, one letter each; every
// other combination must be refused.
func TestNewValueTakesExactlyItsNumbers(t *testing.T) {
	taken := map[Qualifier][]string{
		NotStated: {""}, RankOnly: {""},
		Exact: {"v"}, Approx: {"v"}, Nearly: {"v"}, Fraction: {"v"},
		MoreThan: {"l"}, AtLeast: {"l"}, LessThan: {"u"}, AtMost: {"u"},
		Range:  {"lu"},
		Target: {"v", "l", "u", "lu"},
	}
	for _, q := range Qualifiers() {
		if taken[q] == nil {
			t.Fatalf("no rule is known for %v", q)
		}
		for set := range 8 {
			letters := ""
			numbers := [3]Number{Num(25), Num(20), Num(50)}
			for i, letter := range []string{"v", "l", "u"} {
				if set&(1<<i) != 0 {
					letters += letter
				} else {
					numbers[i] = none
				}
			}
			want := false
			for _, some := range taken[q] {
				want = want || some == letters
			}
			v, err := NewValue(q, numbers[0], numbers[1], numbers[2])
			if (err == nil) != want {
				t.Errorf("%v with %q: error %v, want none: %v", q, letters, err, want)
			}
			if err != nil && v != (Value{}) {
				t.Errorf("%v with %q: %v and %v: want no value", q, letters, err, v)
			}
			if err == nil && (v.Qualifier() != q || v.Stated() != (letters != "")) {
				t.Errorf("%v with %q became %v, stated %v", q, letters, v.Qualifier(), v.Stated())
			}
		}
	}
}

func TestNewValueRefuses(t *testing.T) {
	for name, err := range map[string]func() (Value, error){
		"NaN":                func() (Value, error) { return NewValue(Exact, Num(math.NaN()), none, none) },
		"an infinity":        func() (Value, error) { return NewValue(AtMost, none, none, Num(math.Inf(1))) },
		"an empty range":     func() (Value, error) { return NewValue(Range, none, Num(5), Num(5)) },
		"a reversed range":   func() (Value, error) { return NewValue(Target, none, Num(5), Num(4)) },
		"no simple fraction": func() (Value, error) { return NewValue(Fraction, Num(34.1), none, none) },
		"an unknown one":     func() (Value, error) { return NewValue(qualifierCount, none, none, none) },
	} {
		if v, err := err(); err == nil || v != (Value{}) {
			t.Errorf("%s: %v, %v", name, v, err)
		}
	}
}

func TestClaim(t *testing.T) {
	for _, c := range []struct {
		q                   Qualifier
		value, lower, upper Number
		want                Claim
	}{
		{Exact, Num(23.4), none, none, Claim{Lower: 23.4, Upper: 23.4}},
		{Exact, Num(-4), none, none, Claim{Lower: -4, Upper: -4}},
		{Exact, Num(0), none, none, Claim{}},
		{Fraction, Num(25), none, none, Claim{Lower: 25, Upper: 25}},
		{Approx, Num(20), none, none, Claim{Lower: 19, Upper: 21}},
		{Approx, Num(-20), none, none, Claim{Lower: -21, Upper: -19}},
		{Nearly, Num(20), none, none, Claim{Lower: 19, Upper: 20}},
		{Nearly, Num(-20), none, none, Claim{Lower: -21, Upper: -20}},
		{MoreThan, none, Num(50), none, Claim{Lower: 50, Upper: 50, Unbounded: true}},
		{AtLeast, none, Num(-3), none, Claim{Lower: -3, Upper: -3, Unbounded: true}},
		{LessThan, none, none, Num(20), Claim{Upper: 20}},
		{AtMost, none, none, Num(20), Claim{Upper: 20}},
		{AtMost, none, none, Num(-2), Claim{Lower: -2, Upper: -2}},
		{Range, none, Num(17), Num(20), Claim{Lower: 17, Upper: 20}},
		{Range, none, Num(-3), Num(2), Claim{Lower: -3, Upper: 2}},
		{Target, Num(40), none, none, Claim{Lower: 40, Upper: 40, Target: true}},
		{Target, none, Num(40), none, Claim{Lower: 40, Upper: 40, Unbounded: true, Target: true}},
		{Target, none, Num(40), Num(60), Claim{Lower: 40, Upper: 60, Target: true}},
		{Target, none, none, Num(60), Claim{Lower: 60, Upper: 60, Target: true}},
		{Target, none, none, Num(-60), Claim{Lower: -60, Upper: -60, Target: true}},
		{Target, Num(-5), none, none, Claim{Lower: -5, Upper: -5, Target: true}},
	} {
		v := must(t, c.q, c.value, c.lower, c.upper)
		if got, ok := v.Claim(); !ok || got != c.want {
			t.Errorf("%v %v %v %v: %+v, %v, want %+v", c.q, c.value, c.lower, c.upper, got, ok, c.want)
		}
	}
	for _, q := range []Qualifier{NotStated, RankOnly} {
		if c, ok := must(t, q, none, none, none).Claim(); ok {
			t.Errorf("%v claims %+v", q, c)
		}
	}
}

func TestMagnitude(t *testing.T) {
	for _, c := range []struct {
		v    Value
		want float64
		ok   bool
	}{
		{must(t, Exact, Num(3), none, none), 3, true},
		{must(t, AtLeast, none, Num(4), none), 4, true},
		{must(t, AtMost, none, none, Num(5)), 5, true},
		{must(t, Range, none, Num(6), Num(7)), 6, true},
		{Value{}, 0, false},
	} {
		if got, ok := c.v.Magnitude(); got != c.want || ok != c.ok {
			t.Errorf("%+v: %v %v", c.v, got, ok)
		}
	}
	value, lower, upper := must(t, Range, none, Num(6), Num(7)).Numbers()
	if _, ok := value.Get(); ok || lower != Num(6) || upper != Num(7) {
		t.Errorf("numbers of a range: %v %v %v", value, lower, upper)
	}
}

func TestQualifierNames(t *testing.T) {
	for _, q := range Qualifiers() {
		if got, ok := ParseQualifier(q.String()); !ok || got != q {
			t.Errorf("%v parses to %v, %v", q, got, ok)
		}
	}
	if q, ok := ParseQualifier("Exact"); ok || q != NotStated {
		t.Errorf("an unknown name is %v, %v", q, ok)
	}
	if got := qualifierCount.String(); got != "Qualifier(12)" {
		t.Error(got)
	}
}

func TestSimpleFraction(t *testing.T) {
	for percent, want := range map[float64]string{
		50: "1/2", 33.3: "1/3", 100.0 / 3: "1/3", 66.67: "2/3", 25: "1/4", 75: "3/4", 20: "1/5", 14.29: "1/7",
		12.5: "1/8", 10: "1/10", 90: "9/10",
		0: "", 100: "", 33.2: "", 34.1: "", 9.9: "", -50: "", 150: "",
	} {
		got := ""
		if n, d, ok := simpleFraction(percent); ok {
			got = fmt.Sprintf("%d/%d", n, d)
		}
		if got != want {
			t.Errorf("%v%%: %q, want %q", percent, got, want)
		}
	}
}
