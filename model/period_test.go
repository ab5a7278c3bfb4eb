package model

import (
	"slices"
	"strings"
	"testing"
)

func TestParsePeriod(t *testing.T) {
	for _, c := range []struct {
		text, short      string
		from, to         int32
		annual, reported bool
	}{
		{"2023", "2023", 20230101, 20231231, true, false},
		{"2023-H1", "2023-H1", 20230101, 20230630, false, false},
		{"2023-H2", "2023-H2", 20230701, 20231231, false, false},
		{"2024-Q1", "2024-Q1", 20240101, 20240331, false, false},
		{"2024-Q4", "2024-Q4", 20241001, 20241231, false, false},
		{"2024-02", "2024-02", 20240201, 20240229, false, false},
		{"2100-1", "", 0, 0, false, false},
		{"2024-09-18", "2024-09-18", 20240918, 20240918, false, false},
		{"2021/2025", "2021/2025", 20210101, 20251231, false, false},
		{"2025-01/2025-09", "2025-01/09", 20250101, 20250930, false, false},
		{"2024-12/2025-01", "2024-12/2025-01", 20241201, 20250131, false, false},
		{"2024-09-18/2024-09-21", "2024-09-18/09-21", 20240918, 20240921, false, false},
		{"reported 2024-09", "2024-09", 20240901, 20240930, false, true},
		{"reported 2024", "2024", 20240101, 20241231, false, true},
	} {
		p, err := ParsePeriod(c.text)
		if c.short == "" {
			if err == nil {
				t.Errorf("%q is a period", c.text)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if p.from != c.from || p.to != c.to || p.Annual() != c.annual || p.Reported() != c.reported {
			t.Errorf("%q: %+v, annual %v", c.text, p, p.Annual())
		}
		if p.String() != c.text || p.Short() != c.short || p.Year() != int(c.to/10000) {
			t.Errorf("%q: %q, short %q, year %d; want short %q", c.text, p, p.Short(), p.Year(), c.short)
		}
	}
}

func TestParsePeriodRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "23", "20233", "1899", "2100", "abcd", "-2023", "+2023",
		"2023-", "2023-1", "2023-00", "2023-13", "2023-H0", "2023-H3", "2023-Q0", "2023-Q5", "2023-h1", "2023-Q", "2023-Q/",
		"2023-02-29", "2023-04-31", "2023-01-00", "2023-01-1", "2023-01-01-01",
		"2023/", "/2023", "2023/2023", "2024/2023", "2023-06/2023", "2021/2022/2023",
		"reported", "reported ", "reported 2021/2022", "reported reported 2024", "Reported 2024", "2024 ", " 2024",
	} {
		p, err := ParsePeriod(text)
		if err == nil || p != (Period{}) {
			t.Errorf("%q is %+v, %v", text, p, err)
			continue
		}
		if !strings.Contains(err.Error(), "period") {
			t.Errorf("%q: the error does not say what is wrong: %v", text, err)
		}
	}
}

// Periods sort by their end, then longer before shorter.
func TestPeriodOrder(t *testing.T) {
	sorted := []string{
		"2022", "reported 2023", "2023-H1", "2023-Q2", "2023-06", "reported 2023-12", "2021/2023", "2023", "2023-H2", "2023-12",
		"2023-12-31", "2024-01-01",
	}
	periods := make([]Period, 0, len(sorted))
	for _, text := range sorted {
		p, err := ParsePeriod(text)
		if err != nil {
			t.Fatal(err)
		}
		periods = append(periods, p)
	}
	for i, p := range periods {
		for j, q := range periods {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := p.Compare(q); got != want {
				t.Errorf("%v against %v: %d, want %d", p, q, got, want)
			}
		}
	}
	slices.Reverse(periods)
	slices.SortFunc(periods, Period.Compare)
	for i, p := range periods {
		if p.String() != sorted[i] {
			t.Errorf("place %d holds %v, want %s", i, p, sorted[i])
		}
	}
}

// One period can be written in several ways.
func TestSamePeriod(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"2023", "2023-H1/2023-Q4", true},
		{"2023-01/2023-09", "2023-Q1/2023-Q3", true},
		{"2023", "2023", true},
		{"2023", "reported 2023", false},
		{"2023-H1", "2023", false},
	} {
		p, err := ParsePeriod(c.a)
		q, err2 := ParsePeriod(c.b)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if p.Same(q) != c.same || q.Same(p) != c.same {
			t.Errorf("%s and %s are the same: %v", c.a, c.b, !c.same)
		}
	}
}

// What has not begun when a source is published cannot have happened.
func TestBeginsAfter(t *testing.T) {
	for _, c := range []struct {
		period, date string
		after        bool
	}{
		{"2024", "2023-11-08", true},
		{"2023-12", "2023-11-08", true},
		{"2023-12", "2023-11", true},
		{"2023-12", "2023", false},
		{"2023-11-09", "2023-11-08", true},
		{"2023-11", "2023-11-08", false},
		{"2023", "2023-01-25", false},
		{"2023", "soon", false},
	} {
		p, err := ParsePeriod(c.period)
		if err != nil {
			t.Fatal(err)
		}
		if p.BeginsAfter(c.date) != c.after {
			t.Errorf("%s begins after %s: %v", c.period, c.date, !c.after)
		}
	}
	if p, _ := ParsePeriod("2016/2020"); p.Years() != 5 {
		t.Errorf("2016/2020 is %d years", p.Years())
	}
}

func TestValidDate(t *testing.T) {
	for date, want := range map[string]bool{
		"2024": true, "2024-09": true, "2024-09-18": true, "2024-H1": false, "2024-Q3": false, "2024-09-31": false, "": false,
		"reported 2024": false, "2021/2022": false,
	} {
		if ValidDate(date) != want {
			t.Errorf("%q is a date: %v", date, !want)
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, text := range []string{"2023", "2023-H1", "2023-Q3", "2024-09-18", "2021/2025", "reported 2024-09", "2023-02-30", "2025-01/2025-09"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParsePeriod(text)
		if err != nil {
			return
		}
		again, err := ParsePeriod(p.String())
		if err != nil || again != p || p.String() != text {
			t.Fatalf("%q became %q, which is %+v, %v", text, p, again, err)
		}
		if p.from > p.to || p.Year() < 1900 || p.Year() > 2099 || p.Compare(again) != 0 || len(p.Short()) > len(text) {
			t.Fatalf("%q is %+v, short %q", text, p, p.Short())
		}
	})
}
