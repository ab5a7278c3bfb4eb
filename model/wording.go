package model

import (
	"math"
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
		number = w.number(value, u)
	case Fraction:
		number = fraction(value.value) + w.bracketed(FormatNumber(value.value, 3, w.Lang)+"%")
	case MoreThan, AtLeast:
		number = w.number(lower, u)
	case LessThan, AtMost:
		number = w.number(upper, u)
	case Range:
		number = u.FormatRange(lower.value, upper.value, w.Lang)
	case Target:
		number = w.target(value, lower, upper, u)
	case RankOnly, NotStated, qualifierCount:
	}
	return strings.Replace(w.Forms[v.Qualifier()], "%s", number, 1)
}

// Brief is Value for a narrow column: of a fraction only the fraction, as it
// was stated.
func (w Wording) Brief(v Value, u *Unit) string {
	if v.Qualifier() == Fraction {
		return strings.Replace(w.Forms[Fraction], "%s", fraction(v.value.value), 1)
	}
	return w.Value(v, u)
}

func (w Wording) bracketed(s string) string {
	if w.Lang == ZH {
		return "\uff08" + s + "\uff09"
	}
	return " (" + s + ")"
}

// number writes n in unit u. A third or a seventh of a hundred percent is
// written as the fraction it is: its decimals would claim a precision that
// nobody stated.
func (w Wording) number(n Number, u *Unit) string {
	if hundredths := n.value * 100; u.ID == "percent" && math.Abs(hundredths-math.Round(hundredths)) > 1e-6 {
		if _, _, ok := SimpleFraction(n.value); ok {
			return fraction(n.value)
		}
	}
	return u.Format(n.value, w.Lang)
}

func fraction(percent float64) string {
	n, d, _ := SimpleFraction(percent)
	return strconv.Itoa(n) + "/" + strconv.Itoa(d)
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
