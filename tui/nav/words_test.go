package nav

import (
	"slices"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// A list narrowed by words has the figures that a reader who looks each one up would
// pick, and no others.
func TestWordsPickWhatAReaderWould(t *testing.T) {
	d := datatest.Dataset(t)
	for _, c := range []struct {
		words string
		fits  func(id string) bool
	}{
		{"", func(string) bool { return true }},
		{"no such words anywhere", func(string) bool { return false }},
	} {
		words := d.Words(c.words)
		for _, f := range d.Figures {
			if words.Fits(f) != c.fits(f.ID) {
				t.Fatalf("%q and %s", c.words, f.ID)
			}
		}
	}
	fits := func(words string) (ids []string) {
		w := d.Words(words)
		for _, f := range d.Figures {
			if w.Fits(f) {
				ids = append(ids, f.ID)
			}
		}
		return ids
	}
	for _, words := range []string{"pv glass", "\u5149\u4f0f\u73bb\u7483", "PV GLASS", "glass pv", "\uff50\uff56 glass"} {
		if got := fits(words); len(got) == 0 || !slices.Equal(got, fits("pv glass")) || !slices.Contains(got, "pv-glass-share-china-r2024-09") {
			t.Errorf("%q fits %v", words, got)
		}
	}
	for words, want := range map[string]func(year int, qualifier string, conflict bool, grade string) bool{
		"2023":       func(year int, _ string, _ bool, _ string) bool { return year == 2023 },
		"2022..2023": func(year int, _ string, _ bool, _ string) bool { return year >= 2022 && year <= 2023 },
		"2024..":     func(year int, _ string, _ bool, _ string) bool { return year >= 2024 },
		"..2020":     func(year int, _ string, _ bool, _ string) bool { return year <= 2020 },
		"exact":      func(_ int, q string, _ bool, _ string) bool { return q == "exact" },
		"!":          func(_ int, _ string, c bool, _ string) bool { return c },
		"B":          func(_ int, _ string, _ bool, g string) bool { return g == "B" },
		"2023 ! B":   func(year int, _ string, c bool, g string) bool { return year == 2023 && c && g == "B" },
	} {
		w, n := d.Words(words), 0
		for _, f := range d.Figures {
			if f.Period.Years() > 1 {
				continue // which of its years counts is another question
			}
			fits := w.Fits(f)
			if fits != want(f.Period.Year(), f.Value.Qualifier().String(), f.Conflict != nil, string(f.Source.Grade)) {
				t.Errorf("%q and %s: %v", words, f.ID, fits)
			}
			if fits {
				n++
			}
		}
		if n == 0 {
			t.Errorf("%q fits nothing", words)
		}
	}
}

// Series are narrowed by their names, and by what their sources say only if none has
// the words.
func TestSeriesByTheirNames(t *testing.T) {
	d := datatest.Embedded(t)
	at := place.Place{View: place.Trends, Filter: "nev output"}
	narrowed := Trends(d, at, model.EN)
	for _, i := range d.Trends() {
		name := strings.ToLower(i.Name.EN + i.Place.Name.EN + i.Denominator.EN)
		if want := strings.Contains(name, "nev") && strings.Contains(name, "output"); slices.Contains(narrowed, i) != want {
			t.Errorf("%s is listed: %v", i.ID, !want)
		}
	}
	if at.Filter = "xinhua"; len(Trends(d, at, model.EN)) == 0 {
		t.Error("no series has a source named Xinhua")
	}
}
