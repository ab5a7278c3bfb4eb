package model

import "testing"

func TestPartsAndCounterparts(t *testing.T) {
	b := &builder{T: t}
	c := b.cluster("economy")
	gdp := b.indicator("gdp", c, "anhui", Level, "")
	b.indicator("trade", c, "anhui", Level, "")
	city := b.indicator("gdp-wuhu", c, "wuhu", Level, "")
	peer := b.indicator("gdp-jiangsu", c, "jiangsu", Level, "")
	city.Counterpart, peer.Counterpart = gdp, gdp
	city.Place.Within = b.t.Home
	none := &Place{ID: "hefei", Within: b.t.Home}
	b.t.Places = []*Place{b.t.Home, none, city.Place, peer.Place}
	d := NewDataset(b.t)
	if parts := d.partsOf(d.Home); len(parts) != 2 || parts[0] != none || parts[1] != city.Place {
		t.Errorf("parts %v", parts)
	}
	for place, want := range map[*Place]*Indicator{d.Home: gdp, city.Place: city, peer.Place: peer, none: nil} {
		if got := d.CounterpartIn(place, gdp); got != want {
			t.Errorf("%s: got %v", place.ID, got)
		}
	}
	if city.RankedIn != nil || peer.RankedIn != d.Scopes[0] {
		t.Errorf("a city is ranked in %v, a peer in %v", city.RankedIn, peer.RankedIn)
	}
}

// TestClass has values beside the breaks, and words that allow two classes.
func TestClass(t *testing.T) {
	breaks := []float64{150, 200, 300, 500}
	none := Number{}
	for _, tt := range []struct {
		q                   Qualifier
		value, lower, upper Number
		want                int
	}{
		{Exact, Num(149.9), none, none, 1},
		{Exact, Num(150), none, none, 2},
		{Exact, Num(199), none, none, 2},
		{Exact, Num(500), none, none, 5},
		{Exact, Num(-3), none, none, 1},
		{Approx, Num(400), none, none, 4},
		{Approx, Num(301), none, none, 0}, // 286 to 316
		{Nearly, Num(200), none, none, 2},
		{LessThan, none, none, Num(150), 1},
		{AtMost, none, none, Num(150), 0},
		{LessThan, none, none, Num(200), 0},
		{MoreThan, none, Num(300), none, 0},
		{MoreThan, none, Num(500), none, 5},
		{Range, none, Num(310), Num(480), 4},
		{Range, none, Num(310), Num(500), 0},
		{NotStated, none, none, none, 0},
	} {
		v, err := NewValue(tt.q, tt.value, tt.lower, tt.upper)
		if err != nil {
			t.Fatal(err)
		}
		if got := classOf(breaks, v); got != tt.want {
			t.Errorf("%v: class %d, want %d", v, got, tt.want)
		}
	}
	if v, _ := NewValue(Exact, Num(1), none, none); classOf(nil, v) != 0 {
		t.Error("class without breaks")
	}
}
