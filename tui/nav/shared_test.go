package nav_test

import (
	"slices"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// What is typed into the list of two parts narrows what one viewer sees of them, and
// not what is kept of them for everybody.
func TestNarrowingTwoPartsLeavesThemWhole(t *testing.T) {
	d := datatest.Embedded(t)
	a, b := d.Parts()[0], d.Parts()[1]
	at := place.Place{View: place.Cities, Item: b.ID, With: a.ID}
	whole := slices.Clone(nav.Subs(d, at, model.EN))
	for _, words := range []string{whole[0], "2024", "no such words"} {
		narrowed := at
		narrowed.Filter = words
		if got := nav.Subs(d, narrowed, model.EN); len(got) >= len(whole) {
			t.Errorf("%q fits %d of %d", words, len(got), len(whole))
		}
		if got := nav.Subs(d, at, model.EN); !slices.Equal(got, whole) {
			t.Fatalf("after %q there are %d of %d", words, len(got), len(whole))
		}
	}
}

// A page of a city that leaves targets out leaves them in the series that everybody has.
func TestYearsLeaveTheSeriesWhole(t *testing.T) {
	tables := datatest.Dataset(t).Tables
	target, err := model.NewValue(model.Target, model.Num(9), model.Number{}, model.Number{})
	if err != nil {
		t.Fatal(err)
	}
	var of *model.Indicator
	for _, f := range slices.Clone(tables.Figures) {
		if of = f.Indicator; of.ID != "gdp-hefei" {
			continue
		}
		for _, year := range []string{"2016", "2017", "2035"} {
			later := *f
			later.ID += "-" + year
			if later.Period, err = model.ParsePeriod(year); err != nil {
				t.Fatal(err)
			}
			if year == "2035" || year == "2016" {
				later.Value = target
			}
			tables.Figures = append(tables.Figures, &later)
		}
		break
	}
	d := model.NewDataset(tables)
	at := place.Place{View: place.Cities, Item: "hefei", By: "gdp"}
	for range 2 {
		if years := nav.CityOf(d, at, model.EN, d.Part("hefei")).Years; len(years) != 2 {
			t.Errorf("the page has %d years", len(years))
		}
		if series := d.Series(of); len(series) != 4 || slices.Contains(series, nil) {
			t.Fatalf("the series is %v", series)
		}
	}
}

// A word that is typed twice is proposed once.
func TestNearOnce(t *testing.T) {
	near := nav.Near(datatest.Embedded(t), place.Place{View: place.Shares, Filter: "glass glass zz"}, model.EN)
	if len(near) != 1 || near[0].Query != "glass" {
		t.Errorf("near are %v", near)
	}
}
