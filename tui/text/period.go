package text

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"anhui-tui/model"
)

// PeriodTexts are the formats of periods outside narrow columns. In takes the
// year first, Day the month, Span the beginning.
type PeriodTexts struct {
	Reported, Year, In, Day, Span string
	Parts                         map[string]string // of a year, by their form in the data package: "H1", "09"
}

func englishPeriods() PeriodTexts {
	return PeriodTexts{
		Reported: "as reported %s", Year: "%s", In: "%[2]s %[1]s", Day: "%[2]s %[1]s", Span: "%s–%s",
		Parts: map[string]string{
			"H1": "H1", "H2": "H2", "Q1": "Q1", "Q2": "Q2", "Q3": "Q3", "Q4": "Q4",
			"01": "Jan", "02": "Feb", "03": "Mar", "04": "Apr", "05": "May", "06": "Jun",
			"07": "Jul", "08": "Aug", "09": "Sep", "10": "Oct", "11": "Nov", "12": "Dec",
		},
	}
}

// Period formats a period: "Jan–Sep 2025", "as reported Sep 2024". For narrow
// columns see [model.Period.Short].
func (t *Texts) Period(p model.Period) string {
	if p.Reported() {
		return fmt.Sprintf(t.Periods.Reported, t.When(p))
	}
	return t.When(p)
}

// When formats the time of a period, reported or not, with parts common to both
// ends of a span written once.
func (t *Texts) When(p model.Period) string {
	begin, end := p.Ends()
	if end == "" {
		return t.moment(begin)
	}
	year, from, parted := strings.Cut(begin, "-")
	to, sameYear := strings.CutPrefix(end, year+"-")
	switch {
	case parted && sameYear:
		from, to = t.part(from), t.part(to)
		return fmt.Sprintf(t.Periods.In, year, fmt.Sprintf(t.Periods.Span, withoutUnit(from, to), to))
	case len(begin) == len("2023") && len(end) == len("2023"):
		return fmt.Sprintf(t.Periods.Span, begin, t.moment(end))
	}
	return fmt.Sprintf(t.Periods.Span, t.moment(begin), t.moment(end))
}

// moment formats a year, a part of a year, or a day.
func (t *Texts) moment(s string) string {
	year, rest, parted := strings.Cut(s, "-")
	if !parted {
		return fmt.Sprintf(t.Periods.Year, year)
	}
	return fmt.Sprintf(t.Periods.In, year, t.part(rest))
}

// Year formats a year.
func (t *Texts) Year(year int) string { return t.moment(strconv.Itoa(year)) }

// part formats the part of a year.
func (t *Texts) part(s string) string {
	month, day, isDay := strings.Cut(s, "-")
	if !isDay {
		return t.Periods.Parts[month]
	}
	return fmt.Sprintf(t.Periods.Day, t.Periods.Parts[month], strings.TrimPrefix(day, "0"))
}

// withoutUnit returns the number a without the unit that a and b both end in.
func withoutUnit(a, b string) string {
	if a[0] < '0' || a[0] > '9' {
		return a
	}
	for {
		r, size := utf8.DecodeLastRuneInString(a)
		if unicode.IsDigit(r) || !strings.HasSuffix(b, a[len(a)-size:]) {
			return a
		}
		a, b = a[:len(a)-size], b[:len(b)-size]
	}
}
