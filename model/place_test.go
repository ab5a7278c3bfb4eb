package model_test

import (
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
)

func TestPartsAndCounterparts(t *testing.T) {
	d := datatest.Dataset(t)
	parts := d.PartsOf(d.Home)
	var ids string
	for _, p := range parts {
		ids += " " + p.ID
	}
	if ids != " hefei wuhu bengbu chuzhou fuyang suzhou" {
		t.Fatalf("parts%s", ids)
	}
	gdp := d.Indicator("gdp")
	if c := d.Compared(); len(c) != 1 || c[0] != gdp {
		t.Errorf("compared %v", c)
	}
	for _, tt := range []struct {
		place *model.Place
		want  *model.Indicator
	}{
		{parts[1], d.Indicator("gdp-wuhu")}, {parts[4], nil}, {d.Home, gdp},
	} {
		if got := d.CounterpartIn(tt.place, gdp); got != tt.want {
			t.Errorf("%s: got %v", tt.place.ID, got)
		}
	}
}

// TestClass has values beside the breaks, and words that allow two classes.
func TestClass(t *testing.T) {
	gdp := &model.Indicator{Breaks: []float64{150, 200, 300, 500}}
	city := &model.Indicator{Counterpart: gdp}
	none := model.Number{}
	for _, tt := range []struct {
		q                   model.Qualifier
		value, lower, upper model.Number
		want                int
	}{
		{model.Exact, model.Num(149.9), none, none, 1},
		{model.Exact, model.Num(150), none, none, 2},
		{model.Exact, model.Num(199), none, none, 2},
		{model.Exact, model.Num(500), none, none, 5},
		{model.Exact, model.Num(-3), none, none, 1},
		{model.Approx, model.Num(400), none, none, 4},
		{model.Approx, model.Num(301), none, none, 0}, // 286 to 316
		{model.Nearly, model.Num(200), none, none, 2},
		{model.LessThan, none, none, model.Num(150), 1},
		{model.AtMost, none, none, model.Num(150), 0},
		{model.LessThan, none, none, model.Num(200), 0},
		{model.MoreThan, none, model.Num(300), none, 0},
		{model.MoreThan, none, model.Num(500), none, 5},
		{model.Range, none, model.Num(310), model.Num(480), 4},
		{model.Range, none, model.Num(310), model.Num(500), 0},
		{model.NotStated, none, none, none, 0},
	} {
		v, err := model.NewValue(tt.q, tt.value, tt.lower, tt.upper)
		if err != nil {
			t.Fatal(err)
		}
		if got := city.Class(v); got != tt.want {
			t.Errorf("%v: class %d, want %d", v, got, tt.want)
		}
	}
	if v, _ := model.NewValue(model.Exact, model.Num(1), none, none); (&model.Indicator{}).Class(v) != 0 {
		t.Error("class without breaks")
	}
}
