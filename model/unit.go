package model

import (
	"math"
	"strconv"
	"strings"
)

// Unit is what an indicator is measured in, and how each language writes a
// number of it: "CNY 296.7 bn", or in Chinese in hundreds of millions.
type Unit struct {
	ID      string
	Name    Text // spelled out: "billion yuan"
	English UnitForm
	Chinese UnitForm
	// Calendar is whether its numbers are years of the calendar, whose digits
	// are not grouped: 2015 and not 2,015.
	Calendar bool
}

// UnitForm is how one language writes a number of a unit.
type UnitForm struct {
	Before, After string
	// Times turns a stored number into the one written: 10 for billions that
	// are written in hundred millions.
	Times float64
	// AfterLarge replaces After for numbers that reach the language's next
	// step, a thousand in English and ten thousand in Chinese; "" if numbers
	// are written out however large.
	AfterLarge string
}

// Form returns how lang writes the unit.
func (u *Unit) Form(lang Lang) UnitForm {
	if lang == ZH {
		return u.Chinese
	}
	return u.English
}

// Format writes the number v with its unit as lang does: to four significant
// digits in English and five in Chinese, whose step is larger. The digits the
// source printed are in [Figure.AsPrinted].
func (u *Unit) Format(v float64, lang Lang) string {
	f := u.Form(lang)
	n, after := f.scale(v, lang)
	return f.Before + u.digits(n, significant(lang), lang) + after
}

// Number writes v as lang does without its unit, for a chart that says the
// unit once.
func (u *Unit) Number(v float64, lang Lang) string {
	return u.digits(v*u.Form(lang).Times, significant(lang), lang)
}

// tickDigits is enough for the numbers of ticks, which are round.
const tickDigits = 6

// Tick writes a number on the axis of a chart, which counts in what lang writes:
// n is a stored number times the form's Times.
func (u *Unit) Tick(n float64, lang Lang) string { return u.digits(n, tickDigits, lang) }

// digits writes n as lang does, with its digits grouped unless they are a year's.
func (u *Unit) digits(n float64, digits int, lang Lang) string {
	if u.Calendar {
		return formatDigits(n, digits)
	}
	return FormatNumber(n, digits, lang)
}

func significant(lang Lang) int {
	if lang == ZH {
		return 5
	}
	return 4
}

// FormatRange writes two numbers with their unit spelled once.
func (u *Unit) FormatRange(low, high float64, lang Lang) string {
	f := u.Form(lang)
	h, after := f.scale(high, lang)
	l := low * f.Times
	if after == f.AfterLarge && after != "" {
		l /= step(lang)
	}
	return f.Before + u.digits(l, significant(lang), lang) + "–" + u.digits(h, significant(lang), lang) + after
}

// scale returns v as lang counts it, and what follows it. A number that is
// written as the next step is of that step: 999.96 billion to four digits is a
// trillion.
func (f UnitForm) scale(v float64, lang Lang) (n float64, after string) {
	n = v * f.Times
	if f.AfterLarge == "" {
		return n, f.After
	}
	written, _ := round(n, significant(lang))
	switch next := step(lang); {
	case math.Abs(n) >= next:
		return n / next, f.AfterLarge
	case math.Abs(written) >= next:
		return written / next, f.AfterLarge
	}
	return n, f.After
}

// step is how much larger the next name of a number is: a thousand in
// English, ten thousand in Chinese.
func step(lang Lang) float64 {
	if lang == ZH {
		return 1e4
	}
	return 1e3
}

// maxDecimals is how many digits there are after the point of even the smallest
// number.
const maxDecimals = 9

// FormatNumber writes v with at most digits significant digits, but whole
// numbers in full, without trailing zeros. English separates thousands.
func FormatNumber(v float64, digits int, lang Lang) string {
	s := formatDigits(v, digits)
	if lang == EN {
		s = groupThousands(s)
	}
	return s
}

// formatDigits is FormatNumber with no digits grouped.
func formatDigits(v float64, digits int) string {
	v, decimals := round(v, digits)
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}

// round returns v to at most digits significant digits, but whole numbers in
// full, and how many of them stand after the point. A half is rounded away from
// zero, as printed figures are.
func round(v float64, digits int) (rounded float64, decimals int) {
	decimals = digits - 1
	if a := math.Abs(v); a > 0 {
		decimals = min(max(0, decimals-int(math.Floor(math.Log10(a)+1e-9))), maxDecimals)
	}
	scale := math.Pow10(decimals)
	if rounded = math.Round(v*scale) / scale; math.IsInf(rounded, 0) {
		return v, decimals
	}
	return rounded, decimals
}

// Ordinal returns what English puts after the number of a rank or a day: "st"
// after 1.
func Ordinal(n int) string {
	if n%100/10 == 1 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

func groupThousands(s string) string {
	whole, rest, _ := strings.Cut(s, ".")
	digits := strings.TrimPrefix(whole, "-")
	if len(digits) <= 3 {
		return s
	}
	var b strings.Builder
	b.WriteString(whole[:len(whole)-len(digits)])
	for i, c := range []byte(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(c)
	}
	if rest != "" {
		b.WriteString("." + rest)
	}
	return b.String()
}
