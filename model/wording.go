package model

import (
	"math"
	"strconv"
	"strings"
)

// Wording is the wording of values in one language: for each qualifier a format
// with %s for the number and its unit.
type Wording struct {
	Lang  Lang
	Forms [qualifierCount]string
}

// Value formats v in unit u, qualifier first: "≈17%", ">CNY 520 bn", "1/3
// (33.3%)", "17–20%". A value without a number is the format of its qualifier.
func (w Wording) Value(v Value, u *Unit) string { return w.value(v, u, significant(w.Lang)) }

// Full formats v like Value, but with all its digits.
func (w Wording) Full(v Value, u *Unit) string { return w.value(v, u, allDigits) }

// fractionDigits is the number of significant digits of a fraction as a percentage.
const fractionDigits = 3

func (w Wording) value(v Value, u *Unit, digits int) string {
	if v.Qualifier() == Fraction {
		number := fraction(v.value.value) + w.bracketed(FormatNumber(v.value.value, fractionDigits, w.Lang)+"%")
		return strings.Replace(w.Forms[Fraction], "%s", number, 1)
	}
	return w.words(v, numbers{
		one:     func(n float64) string { return w.number(n, u, digits) },
		rangeOf: func(low, high float64) string { return u.formatRange(low, high, digits, w.Lang) },
	})
}

// Bare formats v like Value but without the unit, for a chart that states the
// unit once.
func (w Wording) Bare(v Value, u *Unit) string {
	one := func(n float64) string { return u.Number(n, w.Lang) }
	return w.words(v, numbers{one: one, rangeOf: func(low, high float64) string { return one(low) + "–" + one(high) }})
}

// numbers formats the numbers of a value: a single one, and a range.
type numbers struct {
	one     func(float64) string
	rangeOf func(low, high float64) string
}

// words returns the format of the qualifier of v with its numbers filled in.
func (w Wording) words(v Value, write numbers) string {
	var number string
	value, lower, upper := v.Numbers()
	switch v.Qualifier() {
	case Exact, Approx, Nearly:
		number = write.one(value.value)
	case Fraction:
		number = fraction(value.value)
	case MoreThan, AtLeast:
		number = write.one(lower.value)
	case LessThan, AtMost:
		number = write.one(upper.value)
	case Range:
		number = write.rangeOf(lower.value, upper.value)
	case Target:
		number = w.target(value, lower, upper, write)
	case RankOnly, NotStated, qualifierCount:
	}
	before, after, _ := strings.Cut(w.Forms[v.Qualifier()], "%s")
	return before + number + after
}

// Brief formats v like Value for a narrow column: a fraction without its
// percentage.
func (w Wording) Brief(v Value, u *Unit) string {
	if v.Qualifier() == Fraction {
		return w.words(v, numbers{})
	}
	return w.Value(v, u)
}

func (w Wording) bracketed(s string) string {
	if w.Lang == ZH {
		return "\uff08" + s + "\uff09"
	}
	return " (" + s + ")"
}

// number formats n in unit u. A percentage such as a third, whose decimals
// would claim a precision no source states, is written as a fraction.
func (w Wording) number(n float64, u *Unit, digits int) string {
	if hundredths := n * 100; u.ID == "percent" && math.Abs(hundredths-math.Round(hundredths)) > 1e-6 {
		if _, _, ok := simpleFraction(n); ok {
			return fraction(n)
		}
	}
	return u.format(n, digits, w.Lang)
}

func fraction(percent float64) string {
	n, d, _ := simpleFraction(percent)
	return strconv.Itoa(n) + "/" + strconv.Itoa(d)
}

func (w Wording) target(value, lower, upper Number, write numbers) string {
	switch {
	case value.ok:
		return write.one(value.value)
	case lower.ok && upper.ok:
		return write.rangeOf(lower.value, upper.value)
	case lower.ok:
		return strings.Replace(w.Forms[MoreThan], "%s", write.one(lower.value), 1)
	}
	return strings.Replace(w.Forms[AtMost], "%s", write.one(upper.value), 1)
}
