package model

import (
	"strconv"
	"strings"
)

// Wording is how one language, or one glyph set, words a value: for each
// qualifier a form in which %s stands for the number with its unit.
type Wording struct {
	Lang  Lang
	Forms [qualifierCount]string
}

// Value words v in unit u, qualifier first: "≈17%", ">CNY 520 bn",
// "1/3 (33.3%)", "17–20%". A value without a number gets its form as it is.
func (w Wording) Value(v Value, u *Unit) string {
	var number string
	value, lower, upper := v.Numbers()
	switch v.Qualifier() {
	case Exact, Approx, Nearly:
		number = u.Format(value.value, w.Lang)
	case Fraction:
		n, d, _ := SimpleFraction(value.value)
		number = strconv.Itoa(n) + "/" + strconv.Itoa(d) + " (" + FormatNumber(value.value, 3, w.Lang) + "%)"
	case MoreThan, AtLeast:
		number = u.Format(lower.value, w.Lang)
	case LessThan, AtMost:
		number = u.Format(upper.value, w.Lang)
	case Range:
		number = u.FormatRange(lower.value, upper.value, w.Lang)
	case Target:
		number = w.target(value, lower, upper, u)
	case RankOnly, NotStated, qualifierCount:
	}
	return strings.Replace(w.Forms[v.Qualifier()], "%s", number, 1)
}

func (w Wording) target(value, lower, upper Number, u *Unit) string {
	switch {
	case value.ok:
		return u.Format(value.value, w.Lang)
	case lower.ok && upper.ok:
		return u.FormatRange(lower.value, upper.value, w.Lang)
	case lower.ok:
		return strings.Replace(w.Forms[MoreThan], "%s", u.Format(lower.value, w.Lang), 1)
	}
	return strings.Replace(w.Forms[AtMost], "%s", u.Format(upper.value, w.Lang), 1)
}
