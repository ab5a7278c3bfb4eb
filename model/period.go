package model

import (
	"fmt"
	"strings"
	"time"
)

// Period is the time a figure is about. Its text form is that of the data
// package:
//
//	2023                   the year
//	2023-H1  2023-Q3       a half-year, a quarter
//	2024-09  2024-09-18    a month, a day
//	2021/2025              a span; both ends as above
//	reported 2024-09       the source states no period; it said so then
//
// The zero Period is invalid.
type Period struct {
	text     string
	from, to int32 // yyyymmdd of the first and of the last day
	reported bool
}

const reportedPrefix = "reported "

// ParsePeriod parses the text form of a period within the years 1900 to 2099. A
// span must end after it begins.
func ParsePeriod(s string) (Period, error) {
	p := Period{text: s}
	rest, reported := strings.CutPrefix(s, reportedPrefix)
	p.reported = reported
	begin, end, span := strings.Cut(rest, "/")
	var ok bool
	if p.from, p.to, ok = parseDays(begin); !ok || (span && reported) {
		return Period{}, fmt.Errorf("period %q is not of the form 2023, 2023-H1, 2023-Q3, 2023-09, 2023-09-18, 2021/2025 or reported 2024-09", s)
	}
	if span {
		from, to, ok := parseDays(end)
		if !ok || from <= p.to {
			return Period{}, fmt.Errorf("period %q: a span is two periods in order", s)
		}
		p.to = to
	}
	return p, nil
}

// Same reports whether p and q have the same first and last day:
// 2023-H1/2023-H2 is the same as 2023.
func (p Period) Same(q Period) bool {
	return p.from == q.from && p.to == q.to && p.reported == q.reported
}

// within reports whether p begins and ends within q. A reported period is one
// of the time of its report, and q, if reported, has only such.
func (p Period) within(q Period) bool {
	return p.from >= q.from && p.to <= q.to && (p.reported || !q.reported)
}

// BeginsAfter reports whether the period begins after the year, month or day
// that date (2024, 2024-09 or 2024-09-18) names is over.
func (p Period) BeginsAfter(date string) bool {
	_, end, ok := parseDays(date)
	return ok && p.from > end
}

// endsBefore reports whether the period is over before the year, month or day
// that date names begins.
func (p Period) endsBefore(date string) bool {
	begin, _, ok := parseDays(date)
	return ok && p.to < begin
}

// parseDays returns the first and the last day of a simple period.
func parseDays(s string) (from, to int32, ok bool) {
	year, rest, more := strings.Cut(s, "-")
	y, ok := digits(year, 4)
	if !ok || y < 1900 || y > 2099 {
		return 0, 0, false
	}
	if !more {
		return y*10000 + 101, y*10000 + 1231, true
	}
	if len(rest) == 2 && (rest[0] == 'H' || rest[0] == 'Q') {
		months := int32(6)
		if rest[0] == 'Q' {
			months = 3
		}
		n := int32(rest[1] - '0')
		if n < 1 || n*months > 12 {
			return 0, 0, false
		}
		return y*10000 + ((n-1)*months+1)*100 + 1, lastDay(y, n*months), true
	}
	month, day, more := strings.Cut(rest, "-")
	m, ok := digits(month, 2)
	if !ok || m < 1 || m > 12 {
		return 0, 0, false
	}
	if !more {
		return y*10000 + m*100 + 1, lastDay(y, m), true
	}
	d, ok := digits(day, 2)
	at := y*10000 + m*100 + d
	return at, at, ok && d >= 1 && at <= lastDay(y, m)
}

func digits(s string, n int) (int32, bool) {
	if len(s) != n {
		return 0, false
	}
	var v int32
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + int32(c-'0')
	}
	return v, true
}

func lastDay(year, month int32) int32 {
	t := time.Date(int(year), time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
	return year*10000 + month*100 + int32(t.Day()) //nolint:gosec // 28 to 31
}

// ValidDate reports whether s is a date of the form 2024, 2024-09 or
// 2024-09-18.
func ValidDate(s string) bool {
	_, _, ok := parseDays(s)
	return ok && !strings.ContainsAny(s, "HQ")
}

// String returns the text form of the period.
func (p Period) String() string { return p.text }

// MarshalText implements [encoding.TextMarshaler].
func (p Period) MarshalText() ([]byte, error) { return []byte(p.text), nil }

// Reported reports whether the source states no period, so that only the time
// of its report is known.
func (p Period) Reported() bool { return p.reported }

// Short returns the period for a narrow column: the text form without
// "reported", and with the year of a span within one year written once:
// 2025-01/09.
func (p Period) Short() string {
	begin, end := p.Ends()
	switch {
	case end == "":
		return begin
	case len(end) > 5 && begin[:5] == end[:5]:
		return begin + "/" + end[5:]
	}
	return begin + "/" + end
}

// Ends returns the two ends of a span in their text form; for a simple period,
// the period and "".
func (p Period) Ends() (begin, end string) {
	begin, end, _ = strings.Cut(strings.TrimPrefix(p.text, reportedPrefix), "/")
	return begin, end
}

// Year returns the year in which the period ends.
func (p Period) Year() int { return int(p.to / 10000) }

// Years returns the number of calendar years the period touches.
func (p Period) Years() int { return int(p.to/10000-p.from/10000) + 1 }

// Annual reports whether the period is one calendar year.
func (p Period) Annual() bool { return len(p.text) == 4 }

// Compare compares periods by their last day, then the longer before the
// shorter, and returns -1, 0 or 1. A report counts by its first day: one of
// 2023 is not later than one of September 2023.
func (p Period) Compare(q Period) int {
	switch {
	case p.at() != q.at():
		return sign(p.at() - q.at())
	case p.from != q.from:
		return sign(p.from - q.from)
	}
	return strings.Compare(p.text, q.text)
}

func (p Period) at() int32 {
	if p.reported {
		return p.from
	}
	return p.to
}

func sign(n int32) int {
	if n < 0 {
		return -1
	}
	return 1
}
