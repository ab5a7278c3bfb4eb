package model

import (
	"fmt"
	"slices"
	"testing"
)

// cities builds a dataset of a home territory with parts, an indicator of each by
// the name of a measure, and its figures, in the form of [builder.figure].
type cities struct {
	builder
	c *Cluster
}

func newCities(t *testing.T, parts ...string) *cities {
	t.Helper()
	b := &cities{builder: builder{T: t}}
	b.c = b.cluster("province")
	b.measure("gdp", Level, "anhui")
	b.t.Places = append(b.t.Places, b.t.Home)
	for _, id := range parts {
		b.t.Places = append(b.t.Places, &Place{ID: id, Within: b.t.Home})
	}
	return b
}

// measure adds an indicator of a place, a counterpart of the home territory's.
func (b *cities) measure(name string, kind Kind, of string) *Indicator {
	i := b.indicator(name+"-"+of, b.c, of, kind, NoScope)
	for _, p := range b.t.Places {
		if p.ID == of {
			i.Place = p
		}
	}
	if of != "anhui" {
		for _, home := range b.t.Indicators {
			if home.ID == name+"-anhui" {
				i.Counterpart = home
			}
		}
	}
	return i
}

func (b *cities) state(name, of, period, value string) *Figure {
	b.Helper()
	for _, i := range b.t.Indicators {
		if i.ID == name+"-"+of {
			return b.figure(i, period, value, true)
		}
	}
	return b.figure(b.measure(name, Level, of), period, value, true)
}

// Cities are compared for the year that is stated of the most of them, and only
// by what is stated for it: a later figure of one, a target or a figure that is not
// preferred is no reason for another year and no rank in it.
func TestMeasureIsOfOnePeriod(t *testing.T) {
	b := newCities(t, "a", "b", "c", "d", "e")
	for of, value := range map[string]string{"a": "exact 10", "b": "exact 30", "c": "more-than 20", "d": "exact 20"} {
		b.state("gdp", of, "2022", value)
	}
	b.state("gdp", "a", "2023", "exact 99")
	b.state("gdp", "a", "2025", "target 99")
	b.state("gdp", "b", "2025", "target 99")
	b.state("gdp", "e", "2023", "exact 50")
	b.figure(b.t.Figures[0].Indicator, "2022", "exact 98", false)
	d := NewDataset(b.t)
	if len(d.Measures()) != 1 {
		t.Fatalf("%d measures", len(d.Measures()))
	}
	m := d.Measures()[0]
	if m.Period.String() != "2022" || m.Stated != 4 || m.Whole.Figure != nil {
		t.Errorf("it is for %v, stated of %d", m.Period, m.Stated)
	}
	order := make([]string, 0, len(m.Standings))
	ranks := map[string]int{}
	for _, s := range m.Standings {
		order = append(order, s.Place.ID)
		ranks[s.Place.ID] = s.Rank
	}
	if got := order[0] + order[3] + order[4]; got != "bae" || ranks["b"] != 1 || ranks["a"] != 4 || ranks["e"] != 0 {
		t.Errorf("the order is %v with ranks %v", order, ranks)
	}
}

// What is stated of too few cities is no measure, and neither is what is stated for
// different years.
func TestTooFewForAMeasure(t *testing.T) {
	b := newCities(t, "a", "b", "c", "d", "e")
	for n, of := range []string{"a", "b", "c", "d"} {
		b.state("gdp", of, []string{"2021", "2022", "2023", "2024"}[n], "exact 10")
	}
	if got := NewDataset(b.t).Measures(); len(got) > 0 {
		t.Errorf("%d measures of four years", len(got))
	}
}

// What is stated of two cities for one year compares them; who is first of so few of
// five is not said to lead.
func TestTwoAreCompared(t *testing.T) {
	b := newCities(t, "a", "b", "c", "d", "e")
	b.state("gdp", "a", "2022", "exact 10")
	b.state("gdp", "b", "2022", "exact 20")
	for _, of := range []string{"a", "b", "c", "d"} {
		b.state("cars", of, "2023", "exact 3")
	}
	measures := NewDataset(b.t).Measures()
	got := make([]string, 0, len(measures))
	for _, m := range measures {
		got = append(got, fmt.Sprintf("%s %d %v", m.Indicator.ID, m.Stated, m.Led()))
	}
	if want := []string{"gdp-anhui 2 false"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Where the data has no breaks the classes are fifths of the figures, equal figures
// in one class, and it is said that they are computed.
func TestBreaksAreComputed(t *testing.T) {
	for _, c := range []struct {
		values []string
		want   []float64
	}{
		{[]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}, []float64{3, 5, 7, 9}},
		{[]string{"1", "2", "3", "4", "5"}, []float64{2, 3, 4, 5}},
		{[]string{"2", "2", "2", "2", "9"}, []float64{9}},
		{[]string{"2", "2", "2", "2"}, nil},
	} {
		ids := []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}[:len(c.values)]
		b := newCities(t, ids...)
		for n, v := range c.values {
			b.state("gdp", ids[n], "2022", "exact "+v)
		}
		d := NewDataset(b.t)
		m := d.Measures()[0]
		if got, computed := m.Breaks(); !computed || !slices.Equal(got, c.want) {
			t.Errorf("of %v: %v, %v, want %v", c.values, got, computed, c.want)
		}
		m.Indicator.Breaks = []float64{4}
		if got, computed := m.Breaks(); computed || !slices.Equal(got, []float64{4}) {
			t.Errorf("of the data's own: %v, %v", got, computed)
		}
	}
}

// Two cities are compared by figures of the same quantity for the same period, and
// by no others.
func TestPairs(t *testing.T) {
	b := newCities(t, "a", "b", "c", "d")
	b.state("gdp", "a", "2022", "exact 10")
	b.state("gdp", "a", "2023", "exact 11")
	b.state("gdp", "b", "2022", "exact 20")
	b.state("gdp", "b", "2024-H1", "exact 9")
	b.state("cars", "a", "2023", "exact 3") // without a counterpart: not known to be the same
	b.state("cars", "b", "2023", "exact 4")
	d := NewDataset(b.t)
	var got []string
	for _, c := range d.Compare(d.Part("a"), d.Part("b")) {
		for _, pair := range c.Pairs {
			both := ""
			for _, f := range pair {
				if f != nil {
					both += f.ID + " "
				} else {
					both += "- "
				}
			}
			got = append(got, both)
		}
	}
	want := []string{"gdp-a-2022 gdp-b-2022 ", "gdp-a-2023 - ", "cars-a-2023 - ", "- gdp-b-2024-H1 ", "- cars-b-2023 "}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A city is called by less where only cities of one province are, but never by
// nothing.
func TestShortNames(t *testing.T) {
	for _, c := range []struct{ name, want Text }{
		{Text{EN: "Suzhou (Anhui)", ZH: "\u5bbf\u5dde\u5e02"}, Text{EN: "Suzhou", ZH: "\u5bbf\u5dde"}},
		{Text{EN: "Lu'an", ZH: "\u516d\u5b89\u5e02"}, Text{EN: "Lu'an", ZH: "\u516d\u5b89"}},
		{Text{EN: "Shi", ZH: "\u77f3\u5e02"}, Text{EN: "Shi", ZH: "\u77f3\u5e02"}},
		{Text{EN: "Jiangsu", ZH: "\u6c5f\u82cf"}, Text{EN: "Jiangsu", ZH: "\u6c5f\u82cf"}},
	} {
		if got := (&Place{Name: c.name}).Short(); got != c.want {
			t.Errorf("%v is called %v, want %v", c.name, got, c.want)
		}
	}
}
