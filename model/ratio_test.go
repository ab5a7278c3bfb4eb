package model

import (
	"math"
	"testing"
)

// figureOf is an exact figure of a year.
func figureOf(t *testing.T, i *Indicator, year string, v float64, src *Source, status Status) *Figure {
	t.Helper()
	p, err := ParsePeriod(year)
	if err != nil {
		t.Fatal(err)
	}
	value, err := NewValue(Exact, Num(v), Number{}, Number{})
	if err != nil {
		t.Fatal(err)
	}
	return &Figure{ID: i.ID + "-" + year, Indicator: i, Period: p, Value: value, Source: src, Status: status, Lead: true, AsPrinted: "x"}
}

// Growth is computed of two exact figures of one document and one definition, and
// of nothing else.
func TestRatio(t *testing.T) {
	i := &Indicator{ID: "output", Kind: Level, Unit: &Unit{ID: "count"}}
	a, b := &Source{ID: "a"}, &Source{ID: "b"}
	from := figureOf(t, i, "2020", 50, a, "u")
	for what, c := range map[string]struct {
		to   *Figure
		want Incomparable
	}{
		"another year of the document": {figureOf(t, i, "2021", 75, a, "u"), Comparable},
		"another document":             {figureOf(t, i, "2021", 75, b, ""), OtherSource},
		"a break":                      {figureOf(t, i, "2021", 75, a, "b"), BrokenSeries},
		"another definition":           {figureOf(t, i, "2021", 75, a, "du"), OtherDefinition},
		"a note of its own":            {figureOf(t, i, "2021", 75, a, "i"), SeeNote},
	} {
		ratio, why := ratioOf(from, c.to)
		if why != c.want {
			t.Errorf("%s: %d, want %d", what, why, c.want)
		}
		if why == Comparable && math.Abs(ratio-1.5) > 1e-9 || why != Comparable && ratio != 0 {
			t.Errorf("%s: %v", what, ratio)
		}
		if _, back := ratioOf(c.to, from); back != why {
			t.Errorf("%s: %d the other way around, not %d", what, back, why)
		}
	}
	for _, q := range Qualifiers() {
		lower, err := NewValue(q, Number{}, Num(60), Number{})
		if q != MoreThan && q != AtLeast && q != Target {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		bound := figureOf(t, i, "2021", 0, a, "")
		bound.Value = lower
		if _, why := ratioOf(from, bound); why == Comparable {
			t.Errorf("growth is computed to %v", q)
		}
	}
	if _, why := ratioOf(figureOf(t, i, "2019", 0, a, ""), from); why != NotAboveZero {
		t.Errorf("growth from zero: %d", why)
	}
}

// The base of an index is the year that most figures can be compared with.
func TestIndex(t *testing.T) {
	i := &Indicator{ID: "output", Cluster: &Cluster{ID: "pv"}, Place: &Place{ID: "anhui"}, Kind: Level, Unit: &Unit{ID: "count"}}
	a, b := &Source{ID: "a"}, &Source{ID: "b"}
	d := NewDataset(Tables{
		Clusters: []*Cluster{i.Cluster}, Sources: []*Source{a, b}, Indicators: []*Indicator{i},
		Figures: []*Figure{
			figureOf(t, i, "2018", 10, b, ""), figureOf(t, i, "2019", 40, a, ""), figureOf(t, i, "2020", 50, a, ""),
			figureOf(t, i, "2021", 60, a, "b"), figureOf(t, i, "2022", 80, a, ""),
		},
	})
	if got := d.IndexBase([]*Indicator{i}); got != 2019 {
		t.Fatalf("the base is %d", got)
	}
	want := map[int]float64{2019: 100, 2020: 125, 2022: 200}
	index := d.Index(i, 2019)
	for _, x := range index {
		if year := x.Figure.Period.Year(); math.Abs(want[year]-x.Value) > 1e-9 {
			t.Errorf("%d is %v, want %v", year, x.Value, want[year])
		}
	}
	if len(index) != len(want) {
		t.Errorf("%d years have an index, want %d", len(index), len(want))
	}
	i.Kind = Growth
	if d.IndexBase([]*Indicator{i}) != 0 {
		t.Error("growth has an index")
	}
}
