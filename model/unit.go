package model

import (
	"math"
	"strconv"
	"strings"
)

// Unit is a unit of measurement and its notation in each language: "CNY 296.7
// bn", or in Chinese hundreds of millions.
type Unit struct {
	ID      string
	Name    Text // spelled out: "billion yuan"
	English UnitForm
	Chinese UnitForm
	// Calendar marks the unit of calendar years, whose digits are not grouped: 2015
	// and not 2,015.
	Calendar bool
}

// UnitForm is the notation of a unit in one language.
type UnitForm struct {
	Before, After string
	// Times is the factor from a stored number to the written one: 10 for billions
	// written in hundred millions.
	Times float64
	// AfterLarge replaces After for numbers from a thousand in English, and from ten
	// thousand in Chinese that it makes shorter; "" if all are written out.
	AfterLarge string
}

// Form returns the notation of the unit in lang.
func (u *Unit) Form(lang Lang) UnitForm {
	if lang == ZH {
		return u.Chinese
	}
	return u.English
}

// format formats v with its unit to the given number of significant digits.
func (u *Unit) format(v float64, digits int, lang Lang) string {
	f := u.Form(lang)
	n, after := f.scale(v, digits, lang)
	return f.Before + u.digits(n, digits, lang) + after
}

// Number formats v without the unit, for a chart that states the unit once.
func (u *Unit) Number(v float64, lang Lang) string {
	return u.digits(v*u.Form(lang).Times, significant(lang), lang)
}

// tickDigits is the number of significant digits of a tick, enough for round
// numbers.
const tickDigits = 6

// Tick formats a number on the axis of a chart; n is a stored number multiplied
// by Times of the form of lang.
func (u *Unit) Tick(n float64, lang Lang) string { return u.digits(n, tickDigits, lang) }

// digits formats n to the given number of significant digits, grouped unless it
// is a calendar year.
func (u *Unit) digits(n float64, digits int, lang Lang) string {
	if u.Calendar {
		return formatDigits(n, digits)
	}
	return FormatNumber(n, digits, lang)
}

// allDigits is more significant digits than a source prints, and fewer than
// those in which a float64 differs from a decimal.
const allDigits = 12

// significant returns the number of significant digits of a number that is read
// at a glance: five in Chinese, whose step is larger. [Figure.AsPrinted] has
// the digits of the source.
func significant(lang Lang) int {
	if lang == ZH {
		return 5
	}
	return 4
}

// formatRange formats the range from low to high like format, with the unit
// written once.
func (u *Unit) formatRange(low, high float64, digits int, lang Lang) string {
	f := u.Form(lang)
	h, after := f.scale(high, digits, lang)
	l := low * f.Times
	if after == f.AfterLarge && after != "" {
		l /= step(lang)
	}
	return f.Before + u.digits(l, digits, lang) + "–" + u.digits(h, digits, lang) + after
}

// scale returns v multiplied by Times, and the text after it. A number that
// rounds to the next step takes its name: 999.96 billion is a trillion to four
// digits.
func (f UnitForm) scale(v float64, digits int, lang Lang) (n float64, after string) {
	n = v * f.Times
	if f.AfterLarge == "" {
		return n, f.After
	}
	next, large := step(lang), n
	if math.Abs(n) < next {
		large, _ = round(n, digits)
	}
	if math.Abs(large) < next || lang == ZH && !shorter(large/next) {
		return n, f.After
	}
	return large / next, f.AfterLarge
}

// shorter reports whether n ten thousands are written shorter than the number
// is: 2.2 of them are, 2.4056 are not, and bulletins print 24056.
func shorter(n float64) bool {
	const decimals = 100
	return math.Abs(n*decimals-math.Round(n*decimals)) < 1e-6
}

// step returns the factor between names of large numbers: a thousand in
// English, ten thousand in Chinese.
func step(lang Lang) float64 {
	if lang == ZH {
		return 1e4
	}
	return 1e3
}

// maxDecimals is the largest number of decimals.
const maxDecimals = 9

// FormatNumber formats v to at most the given number of significant digits, but
// whole numbers in full, without trailing zeros. English separates thousands.
func FormatNumber(v float64, digits int, lang Lang) string {
	s := formatDigits(v, digits)
	if lang == EN {
		s = groupThousands(s)
	}
	return s
}

// formatDigits formats v like FormatNumber without separators.
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

// round returns v to at most the given number of significant digits, but whole
// numbers in full, and the number of decimals. A half is rounded away from
// zero, as in printed figures.
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

// Ordinal returns the English suffix of an ordinal number: "st" for 1.
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
