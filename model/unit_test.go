package model

import (
	"strings"
	"testing"
)

// Units as the data package has them.
func testUnit(id string) *Unit {
	const yi, wan = "\u4ebf", "\u4e07"
	return map[string]*Unit{
		"cny-bn": {
			ID: "cny-bn", English: UnitForm{Before: "CNY ", After: " bn", Times: 1, AfterLarge: " tn"},
			Chinese: UnitForm{After: yi + "\u5143", Times: 10, AfterLarge: wan + yi + "\u5143"},
		},
		"percent": {
			ID: "percent", English: UnitForm{After: "%", Times: 1}, Chinese: UnitForm{After: "%", Times: 1},
		},
		"vehicles-m": {
			ID: "vehicles-m", English: UnitForm{After: " m", Times: 1},
			Chinese: UnitForm{After: wan + "\u8f86", Times: 100},
		},
		"firms": {
			ID: "firms", English: UnitForm{Times: 1},
			Chinese: UnitForm{After: "\u5bb6", Times: 1, AfterLarge: wan + "\u5bb6"},
		},
		"year": {ID: "year", Calendar: true, English: UnitForm{Times: 1}, Chinese: UnitForm{After: "\u5e74", Times: 1}},
	}[id]
}

func TestFormatNumber(t *testing.T) {
	for _, c := range []struct {
		v      float64
		digits int
		en, zh string
	}{
		{0, 4, "0", "0"},
		{-1e-12, 4, "0", "0"},
		{7, 1, "7", "7"},
		{22000, 4, "22,000", "22000"},
		{499, 1, "499", "499"},
		{123456.7, 4, "123,457", "123457"},
		{1234567, 3, "1,234,567", "1234567"},
		{-22000, 4, "-22,000", "-22000"},
		{-999, 4, "-999", "-999"},
		{1417, 4, "1,417", "1417"},
		{1234.5, 5, "1,234.5", "1234.5"},
		{9999.96, 5, "10,000", "10000"},
		{296.74, 4, "296.7", "296.7"},
		{368.65, 5, "368.65", "368.65"},
		{3.6865, 4, "3.687", "3.687"},
		{100.0 / 3, 3, "33.3", "33.3"},
		{17.00, 4, "17", "17"},
		{0.05, 4, "0.05", "0.05"},
		{0.12345, 4, "0.1235", "0.1235"},
		{0.0814, 4, "0.0814", "0.0814"},
		{1e-30, 4, "0", "0"},
		{999.96, 4, "1,000", "1000"},
	} {
		en, zh := FormatNumber(c.v, c.digits, EN), FormatNumber(c.v, c.digits, ZH)
		if en != c.en || zh != c.zh {
			t.Errorf("%v to %d digits: %s and %s, want %s and %s", c.v, c.digits, en, zh, c.en, c.zh)
		}
	}
}

func TestUnitFormat(t *testing.T) {
	for _, c := range []struct {
		unit   string
		v      float64
		en, zh string
	}{
		{"cny-bn", 296.74, "CNY 296.7 bn", "2967.4\u4ebf\u5143"},
		{"cny-bn", 40.66, "CNY 40.66 bn", "406.6\u4ebf\u5143"},
		{"cny-bn", 999, "CNY 999 bn", "9990\u4ebf\u5143"},
		{"cny-bn", 1000, "CNY 1 tn", "1\u4e07\u4ebf\u5143"},
		{"cny-bn", 999.94, "CNY 999.9 bn", "9999.4\u4ebf\u5143"},
		{"cny-bn", 999.95, "CNY 1 tn", "9999.5\u4ebf\u5143"},
		{"cny-bn", 999.96, "CNY 1 tn", "9999.6\u4ebf\u5143"},
		{"cny-bn", -999.96, "CNY -1 tn", "-9999.6\u4ebf\u5143"},
		{"cny-bn", 999.994, "CNY 1 tn", "9999.9\u4ebf\u5143"},
		{"cny-bn", 999.995, "CNY 1 tn", "1\u4e07\u4ebf\u5143"},
		{"cny-bn", 1234.45, "CNY 1.234 tn", "12345\u4ebf\u5143"}, // rounded once
		{"cny-bn", 5298.9, "CNY 5.299 tn", "52989\u4ebf\u5143"},
		{"cny-bn", 1160, "CNY 1.16 tn", "1.16\u4e07\u4ebf\u5143"},
		{"cny-bn", 1400, "CNY 1.4 tn", "1.4\u4e07\u4ebf\u5143"},
		{"cny-bn", -1400, "CNY -1.4 tn", "-1.4\u4e07\u4ebf\u5143"},
		{"cny-bn", 0.05, "CNY 0.05 bn", "0.5\u4ebf\u5143"},
		{"cny-bn", 0, "CNY 0 bn", "0\u4ebf\u5143"},
		{"vehicles-m", 3.69, "3.69 m", "369\u4e07\u8f86"},
		{"vehicles-m", 3.6865, "3.687 m", "368.65\u4e07\u8f86"},
		{"firms", 22000, "22,000", "2.2\u4e07\u5bb6"},
		{"firms", 24056, "24,056", "24056\u5bb6"}, // as a bulletin prints it
		{"firms", 1234500, "1,234,500", "123.45\u4e07\u5bb6"},
		{"firms", 9999, "9,999", "9999\u5bb6"},
		{"percent", 45.4, "45.4%", "45.4%"},
		{"percent", 1234, "1,234%", "1234%"},
	} {
		u := testUnit(c.unit)
		if en, zh := u.format(c.v, significant(EN), EN), u.format(c.v, significant(ZH), ZH); en != c.en || zh != c.zh {
			t.Errorf("%v %s: %q and %q, want %q and %q", c.v, c.unit, en, zh, c.en, c.zh)
		}
	}
	if en, zh := testUnit("cny-bn").Number(1400, EN), testUnit("cny-bn").Number(296.74, ZH); en != "1,400" || zh != "2967.4" {
		t.Errorf("without the unit: %q and %q", en, zh)
	}
}

// TestUnitInFull has all digits of the number, where a table has four or five.
func TestUnitInFull(t *testing.T) {
	for _, c := range []struct {
		unit   string
		v      float64
		en, zh string
	}{
		{"cny-bn", 296.74, "CNY 296.74 bn", "2967.4\u4ebf\u5143"},
		{"cny-bn", 1013.56, "CNY 1.01356 tn", "10135.6\u4ebf\u5143"},
		{"cny-bn", 0.1 + 0.2, "CNY 0.3 bn", "3\u4ebf\u5143"}, // as it was typed
		{"vehicles-m", 2.806393, "2.806393 m", "280.6393\u4e07\u8f86"},
		{"firms", 22000, "22,000", "2.2\u4e07\u5bb6"},
	} {
		value, err := NewValue(Exact, Num(c.v), Number{}, Number{})
		if err != nil {
			t.Fatal(err)
		}
		for lang, want := range map[Lang]string{EN: c.en, ZH: c.zh} {
			w := Wording{Lang: lang}
			w.Forms[Exact] = "%s"
			if got := w.Full(value, testUnit(c.unit)); got != want {
				t.Errorf("%v %s: %q, want %q", c.v, c.unit, got, want)
			}
		}
	}
}

func TestUnitFormatRange(t *testing.T) {
	for _, c := range []struct {
		unit      string
		low, high float64
		en, zh    string
	}{
		{"percent", 17, 20, "17–20%", "17–20%"},
		{"percent", 0, 5, "0–5%", "0–5%"},
		{"percent", -3, 2, "-3–2%", "-3–2%"},
		{"cny-bn", 100, 200, "CNY 100–200 bn", "1000–2000\u4ebf\u5143"},
		{"cny-bn", 1200, 1500, "CNY 1.2–1.5 tn", "1.2–1.5\u4e07\u4ebf\u5143"},
		{"cny-bn", 900, 1500, "CNY 0.9–1.5 tn", "0.9–1.5\u4e07\u4ebf\u5143"},
		{"cny-bn", 900, 999.96, "CNY 0.9–1 tn", "9000–9999.6\u4ebf\u5143"},
		{"cny-bn", 0, 1500, "CNY 0–1.5 tn", "0–1.5\u4e07\u4ebf\u5143"},
		{"cny-bn", -1500, -100, "CNY -1,500–-100 bn", "-15000–-1000\u4ebf\u5143"},
	} {
		u := testUnit(c.unit)
		if en, zh := u.formatRange(c.low, c.high, significant(EN), EN), u.formatRange(c.low, c.high, significant(ZH), ZH); en != c.en || zh != c.zh {
			t.Errorf("%v to %v %s: %q and %q, want %q and %q", c.low, c.high, c.unit, en, zh, c.en, c.zh)
		}
	}
}

// valueOf is n with a qualifier, up to n+1 if that takes two numbers; false if
// it takes no such number.
func valueOf(q Qualifier, n float64) (Value, bool) {
	for _, numbers := range [][3]Number{{Num(n), none, none}, {none, Num(n), none}, {none, none, Num(n)}, {none, Num(n), Num(n + 1)}} {
		if v, err := NewValue(q, numbers[0], numbers[1], numbers[2]); err == nil {
			return v, true
		}
	}
	return Value{}, false
}

// A year is written without a comma by itself, in a range, in a chart and on its
// axis, with every qualifier; another number has one in all of them.
func TestYearsAreNotGrouped(t *testing.T) {
	for _, c := range []struct{ unit, want string }{{"year", "2015"}, {"firms", "2,015"}} {
		u := testUnit(c.unit)
		for _, q := range Qualifiers() {
			v, ok := valueOf(q, 2015)
			if !ok { // a fraction, or no number at all
				continue
			}
			for _, got := range []string{plainWords().Value(v, u), plainWords().Brief(v, u), plainWords().Bare(v, u)} {
				if !strings.Contains(got, c.want) {
					t.Errorf("%s, %v: %q does not say %s", c.unit, q, got, c.want)
				}
			}
		}
		if got := u.Tick(2015, EN); got != c.want {
			t.Errorf("on an axis: %q, want %s", got, c.want)
		}
	}
	if got := testUnit("year").formatRange(2010, 2015, significant(EN), EN); got != "2010–2015" {
		t.Error(got)
	}
}

// plainWords shows each qualifier by its name.
func plainWords() Wording {
	w := Wording{Lang: EN}
	for _, q := range Qualifiers() {
		w.Forms[q] = q.String() + " %s"
	}
	w.Forms[NotStated], w.Forms[RankOnly] = "not stated", "no number"
	return w
}

func TestWording(t *testing.T) {
	for _, c := range []struct {
		q                   Qualifier
		value, lower, upper Number
		unit, want          string
	}{
		{Exact, Num(23.4), none, none, "percent", "exact 23.4%"},
		{Approx, Num(296.74), none, none, "cny-bn", "approx CNY 296.7 bn"},
		{Nearly, Num(20), none, none, "percent", "nearly 20%"},
		{Nearly, Num(100.0 / 3), none, none, "percent", "nearly 1/3"},
		{Approx, Num(100.0 / 3), none, none, "cny-bn", "approx CNY 33.33 bn"},
		{MoreThan, none, Num(50), none, "percent", "more-than 50%"},
		{MoreThan, none, Num(200.0 / 3), none, "percent", "more-than 2/3"},
		{AtLeast, none, Num(30), none, "percent", "at-least 30%"},
		{LessThan, none, none, Num(20), "percent", "less-than 20%"},
		{AtMost, none, none, Num(0), "percent", "at-most 0%"},
		{Range, none, Num(17), Num(20), "percent", "range 17–20%"},
		{Fraction, Num(33.3), none, none, "percent", "fraction 1/3 (33.3%)"},
		{Fraction, Num(25), none, none, "percent", "fraction 1/4 (25%)"},
		{Target, Num(400), none, none, "cny-bn", "target CNY 400 bn"},
		{Target, none, Num(1), Num(2), "percent", "target 1–2%"},
		{Target, none, Num(50), none, "percent", "target more-than 50%"},
		{Target, none, none, Num(50), "percent", "target at-most 50%"},
		{RankOnly, none, none, none, "rank", "no number"},
		{NotStated, none, none, none, "percent", "not stated"},
	} {
		v := must(t, c.q, c.value, c.lower, c.upper)
		if got := plainWords().Value(v, testUnit(c.unit)); got != c.want {
			t.Errorf("%v: %q, want %q", c.q, got, c.want)
		}
	}
}

func TestStatus(t *testing.T) {
	for letters, want := range map[string]bool{
		"": true, "u": true, "fu": true, "bdefimnpu": true,
		"uf": false, "uu": false, "x": false, "U": false, "?": false,
	} {
		s, ok := ParseStatus(letters)
		if ok != want || ok && string(s) != letters || !ok && s != "" {
			t.Errorf("%q: %q, %v", letters, s, ok)
		}
	}
	if s := Status("bu"); !s.Break() || !s.LowReliability() || len(s.Letters()) != 2 || s.Letters()[1] != "u" {
		t.Errorf("bu: %v %v %v", s.Break(), s.LowReliability(), s.Letters())
	}
	if s := Status(""); s.Break() || s.LowReliability() || s.Letters() != nil {
		t.Error("no letters mean something")
	}
}

func TestLanguages(t *testing.T) {
	both := Text{EN: "Anhui", ZH: "\u5b89\u5fbd"}
	for tag, want := range map[string]string{"en": both.EN, "zh": both.ZH} {
		lang, ok := ParseLang(tag)
		if !ok || lang.String() != tag || both.In(lang) != want {
			t.Errorf("%s is %v, %v, %s", tag, lang, ok, both.In(lang))
		}
	}
	if _, ok := ParseLang("zh-CN"); ok {
		t.Error("zh-CN is taken for a tag of ours")
	}
}

// Without units, for charts: every qualifier says as much as with one.
func TestBareWording(t *testing.T) {
	for _, c := range []struct {
		q                   Qualifier
		value, lower, upper Number
		want, brief         string
	}{
		{Exact, Num(4.5045), none, none, "exact 4.505", "exact 4.505%"},
		{Nearly, Num(20), none, none, "nearly 20", "nearly 20%"},
		{MoreThan, none, Num(50), none, "more-than 50", "more-than 50%"},
		{AtMost, none, none, Num(12), "at-most 12", "at-most 12%"},
		{Range, none, Num(17), Num(20), "range 17–20", "range 17–20%"},
		{Fraction, Num(33.3), none, none, "fraction 1/3", "fraction 1/3"},
		{Target, none, Num(50), none, "target more-than 50", "target more-than 50%"},
		{Target, none, none, Num(50), "target at-most 50", "target at-most 50%"},
		{NotStated, none, none, none, "not stated", "not stated"},
	} {
		v := must(t, c.q, c.value, c.lower, c.upper)
		if got := plainWords().Bare(v, testUnit("percent")); got != c.want {
			t.Errorf("%v: %q, want %q", c.q, got, c.want)
		}
		if got := plainWords().Brief(v, testUnit("percent")); got != c.brief {
			t.Errorf("%v, briefly: %q, want %q", c.q, got, c.brief)
		}
	}
	chinese := plainWords()
	chinese.Lang = ZH
	if got := chinese.Value(must(t, Fraction, Num(25), none, none), testUnit("percent")); got != "fraction 1/4\uff0825%\uff09" {
		t.Error(got)
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "st", 2: "nd", 3: "rd", 4: "th", 11: "th", 12: "th", 13: "th", 21: "st", 112: "th", 122: "nd"} {
		if got := Ordinal(n); got != want {
			t.Errorf("%d%s, want %d%s", n, got, n, want)
		}
	}
}
