package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// builder builds a small dataset out of short lines.
type builder struct {
	t Tables
	*testing.T
}

func (b *builder) cluster(id string) *Cluster {
	c := &Cluster{ID: id}
	b.t.Clusters = append(b.t.Clusters, c)
	return c
}

// indicator adds an indicator of a place, anhui being home, in one of the scopes
// china, world and anhui, or in none.
func (b *builder) indicator(id string, c *Cluster, place string, kind Kind, scope string) *Indicator {
	if b.t.Home == nil {
		b.t.Home = &Place{ID: "anhui"}
		b.t.Scopes = []*Scope{{ID: "china"}, {ID: "world"}, {ID: "anhui"}}
	}
	i := &Indicator{ID: id, Cluster: c, Place: &Place{ID: place}, Kind: kind, Unit: testUnit("percent")}
	if place == "anhui" {
		i.Place = b.t.Home
	}
	for _, s := range b.t.Scopes {
		if s.ID == scope {
			i.Scope = s
		}
	}
	b.t.Indicators = append(b.t.Indicators, i)
	return i
}

// figure adds a figure with a value such as "exact 30", "target 40" or
// "not-stated"; its id is the indicator's and the period.
func (b *builder) figure(i *Indicator, period, value string, lead bool) *Figure {
	b.Helper()
	p, err := ParsePeriod(period)
	if err != nil {
		b.Fatal(err)
	}
	name, number, stated := strings.Cut(value, " ")
	q, ok := ParseQualifier(name)
	if !ok {
		b.Fatalf("no qualifier %q", name)
	}
	var numbers [3]Number
	if stated {
		at := map[Qualifier]int{MoreThan: 1, AtLeast: 1, LessThan: 2, AtMost: 2}[q]
		numbers[at] = Num(parseFloat(b.T, number))
	}
	f := &Figure{
		ID: i.ID + "-" + period, Indicator: i, Period: p, Lead: lead, Source: b.source(GradeA),
		Value: must(b.T, q, numbers[0], numbers[1], numbers[2]),
	}
	b.t.Figures = append(b.t.Figures, f)
	return f
}

// source returns the source of a grade; there is one of each.
func (b *builder) source(g Grade) *Source {
	for _, s := range b.t.Sources {
		if s.Grade == g {
			return s
		}
	}
	s := &Source{ID: "source-" + strings.ToLower(string(g)), Grade: g}
	b.t.Sources = append(b.t.Sources, s)
	return s
}

func parseFloat(t *testing.T, s string) float64 {
	t.Helper()
	var v float64
	for _, c := range s {
		v = v*10 + float64(c-'0')
	}
	return v
}

func figureIDs(figures []*Figure) string {
	all := make([]string, len(figures))
	for i, f := range figures {
		all[i] = f.ID
	}
	return strings.Join(all, " ")
}

func checkIDs(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\ngot  %s\nwant %s", what, got, want)
	}
}

func one(f *Figure) string {
	if f == nil {
		return ""
	}
	return f.ID
}

func TestLatest(t *testing.T) {
	for name, c := range map[string]struct {
		figures      string // period value, an asterisk before those that do not lead
		latest, year string
	}{
		"nothing":                   {"", "", ""},
		"the last year":             {"2023 exact 3, 2022 exact 2, 2021 exact 1", "i-2023", "i-2023"},
		"a month after the year":    {"2023 exact 3, 2024-05 exact 1", "i-2024-05", "i-2023"},
		"no whole year":             {"2024-05 exact 1", "i-2024-05", ""},
		"a target does not count":   {"2023 exact 3, 2030 target 9", "i-2023", "i-2023"},
		"only targets: the nearest": {"2030 target 9, 2025 target 5", "i-2025", "i-2025"},
		"another source disagrees":  {"2023 exact 3, *2024 exact 4", "i-2023", "i-2023"},
		"not stated is an answer":   {"2023 exact 3, 2024 not-stated", "i-2024", "i-2023"},
		"target before an outcome":  {"2022 target 5, 2021 exact 3", "i-2021", "i-2021"},
	} {
		b := &builder{T: t}
		i := b.indicator("i", b.cluster("c"), "anhui", Level, "")
		for _, row := range strings.Split(c.figures, ", ") {
			row, other := strings.CutPrefix(row, "*")
			if period, value, ok := strings.Cut(row, " "); ok {
				b.figure(i, period, value, !other)
			}
		}
		d := NewDataset(b.t)
		checkIDs(t, name, one(d.Latest(i))+" and "+one(d.LatestYear(i)), c.latest+" and "+c.year)
	}
}

func TestSeriesAndTrends(t *testing.T) {
	b := &builder{T: t}
	c := b.cluster("c")
	long := b.indicator("long", c, "anhui", Level, "")
	for _, period := range []string{"2030", "2023", "2019", "2021"} { // 2020 and 2022 are gaps
		value := "exact 5"
		if period == "2030" {
			value = "target 9"
		}
		b.figure(long, period, value, true)
	}
	b.figure(long, "2022", "not-stated", true)
	b.figure(long, "2023", "exact 6", false).ID = "other"
	b.figure(long, "2023-H1", "exact 2", true)
	planned, short := b.indicator("planned", c, "anhui", Level, ""), b.indicator("short", c, "anhui", Level, "")
	b.figure(planned, "2025", "target 50", true)
	b.figure(planned, "2030", "target 120", true)
	b.figure(short, "2020", "exact 1", true)
	b.figure(short, "reported 2021", "exact 1", true)
	b.figure(short, "2021", "not-stated", true)
	begun := b.indicator("begun", c, "anhui", Level, "")
	b.figure(begun, "2020", "exact 1", true)
	b.figure(begun, "2021-H1", "exact 1", true)
	d := NewDataset(b.t)

	checkIDs(t, "series", figureIDs(d.Series(long)), "long-2019 long-2021 long-2023 long-2030")
	checkIDs(t, "all", figureIDs(d.FiguresOf(long)), "long-2019 long-2021 long-2022 long-2023-H1 long-2023 other long-2030")
	checkIDs(t, "off the series", figureIDs(d.OffSeries(long)), "long-2022 long-2023-H1 other")
	if trends := d.Trends(); len(trends) != 3 || trends[0] != long || trends[1] != planned || trends[2] != begun {
		t.Errorf("two years make a trend, be they targets, or a year and a part of another: %d trends", len(trends))
	}
}

func TestLastYear(t *testing.T) {
	for figures, want := range map[string]string{
		"":                                       "0 false",
		"2023 exact 3, 2022 exact 2":             "2023 false",
		"2023 exact 3, 2023-H1 exact 2":          "2023 false",
		"2023 exact 3, 2024-Q1 exact 1":          "2023 true",
		"2023 exact 3, reported 2024-09 exact 1": "2023 true",
		"2023 exact 3, *2024 exact 4":            "2023 true", // another source's
		"2023 exact 3, 2024 not-stated":          "2023 false",
		"2023 exact 3, 2030 target 9":            "2023 false",
		"2023-H1 exact 3":                        "0 true",
	} {
		b := &builder{T: t}
		i := b.indicator("i", b.cluster("c"), "anhui", Level, "")
		for _, row := range strings.Split(figures, ", ") {
			row, other := strings.CutPrefix(row, "*")
			if words := strings.Fields(row); len(words) > 1 {
				at := 1
				if words[0] == "reported" {
					at = 2
				}
				b.figure(i, strings.Join(words[:at], " "), strings.Join(words[at:], " "), !other)
			}
		}
		if year, later := NewDataset(b.t).LastYear(i); fmt.Sprint(year, later) != want {
			t.Errorf("%s: %d %v, want %s", figures, year, later, want)
		}
	}
}

func TestTop(t *testing.T) {
	b := &builder{T: t}
	i := b.indicator("i", b.cluster("c"), "anhui", Level, "")
	b.figure(i, "2022", "exact 20", true)
	b.figure(i, "2023", "approx 20", true)
	b.figure(i, "2024", "not-stated", true)
	if top := Top(b.t.Figures); top != 21 {
		t.Errorf("the scale ends at %v; about 20 may be 21", top)
	}
}

func TestShares(t *testing.T) {
	b := &builder{T: t}
	c, other := b.cluster("c"), b.cluster("other")
	for _, row := range []struct{ id, cluster, place, period, value string }{
		{"small", "c", "anhui", "2023", "exact 10"},
		{"rank", "c", "anhui", "2023", "rank-only"},
		{"about", "c", "anhui", "2023", "approx 20"},
		{"exact", "c", "anhui", "2023", "exact 19"},
		{"city", "c", "hefei", "2024", "exact 90"},
		{"planned", "c", "anhui", "2030", "target 95"},
		{"half", "c", "anhui", "2021", "more-than 50"},
		{"upper", "c", "anhui", "2024-09", "at-most 12"},
		{"bare", "c", "anhui", "", ""},
		{"elsewhere", "other", "hefei", "2023", "exact 30"},
	} {
		cluster := c
		if row.cluster == "other" {
			cluster = other
		}
		i := b.indicator(row.id, cluster, row.place, Share, "china")
		if row.period != "" {
			b.figure(i, row.period, row.value, true).ID = row.id
		}
	}
	b.figure(b.indicator("world", c, "anhui", Share, "world"), "2023", "exact 7", true).ID = "world"
	b.figure(b.indicator("level", c, "anhui", Level, "china"), "2023", "exact 99", true)
	d := NewDataset(b.t)

	// The province first, then largest for sure: "about 20" is sure to 19 and possibly more.
	checkIDs(t, "shares of China", figureIDs(d.Shares(d.Scope(""))), "planned half about exact small upper rank city elsewhere")
	checkIDs(t, "shares of the world", figureIDs(d.Shares(d.Scope("world"))), "world")
	checkIDs(t, "shares within Anhui", figureIDs(d.Shares(d.Scope("anhui"))), "")
	// The share of a cluster is the one it names.
	checkIDs(t, "none named", one(d.NationalShare(c)), "")
	c.Share = d.Indicator("about")
	checkIDs(t, "the one named", one(d.NationalShare(c)), "about")
}

func TestIndexesAndHeadlines(t *testing.T) {
	b := &builder{T: t}
	pv, it := b.cluster("pv"), b.cluster("it")
	second, first := b.indicator("second", pv, "anhui", Level, ""), b.indicator("first", it, "anhui", Level, "")
	b.indicator("empty", pv, "anhui", Level, "").Headline = 3
	second.Headline, first.Headline = 2, 1
	b.figure(second, "2023", "exact 2", true)
	republished := b.figure(first, "2023", "exact 1", true)
	republished.Source = b.source(GradeB)
	ann := &Person{ID: "ann"}
	b.t.People = []*Person{ann, {ID: "bo"}}
	for id, date := range map[string]string{"old": "2021", "new": "2024-09-18"} {
		b.t.Statements = append(b.t.Statements, &Statement{ID: id, Person: ann, Date: date, Topics: []*Cluster{pv}})
	}
	d := NewDataset(b.t)

	checkIDs(t, "headlines", figureIDs(d.Headlines()), "first-2023 second-2023")
	checkIDs(t, "figures from a source", figureIDs(d.FiguresFrom(republished.Source)), "first-2023")
	if said := d.StatementsBy(ann, nil); len(said) != 2 || said[0].ID != "new" {
		t.Errorf("said by Ann, newest first: %v", said)
	}
	if on := d.StatementsOn(pv); len(on) != 2 || on[0].ID != "new" || len(d.StatementsOn(it)) != 0 {
		t.Errorf("said on PV, newest first: %v", on)
	}
	if of := d.IndicatorsOf(pv); len(of) != 2 || !slices.Contains(of, second) {
		t.Errorf("indicators of PV: %v", of)
	}
	found := d.Cluster("pv") == pv && d.Indicator("first") == first && d.Figure("first-2023") == republished &&
		d.Source("source-b") == republished.Source && d.Person("ann") == ann && d.Statement("old").Date == "2021"
	if !found {
		t.Error("an id does not find its row")
	}
	if d.Cluster("x") != nil || d.Indicator("x") != nil || d.Figure("x") != nil || d.Source("x") != nil ||
		d.Person("x") != nil || d.Statement("x") != nil || d.Conflict("x") != nil {
		t.Error("an unknown id finds a row")
	}
}

func TestConflictLeadFirst(t *testing.T) {
	b := &builder{T: t}
	i := b.indicator("i", b.cluster("c"), "anhui", Share, "china")
	c := &Conflict{ID: "two-or-three"}
	b.t.Conflicts = []*Conflict{c}
	for _, value := range []string{"exact 2", "exact 3", "exact 4"} {
		f := b.figure(i, "2023", value, value == "exact 3")
		f.ID, f.Conflict = value[6:], c
	}
	c.Lead = b.t.Figures[1]
	d := NewDataset(b.t)
	checkIDs(t, "conflict", figureIDs(d.Conflict("two-or-three").Figures), "3 2 4")
	checkIDs(t, "period", figureIDs(d.FiguresOf(i)), "3 2 4")
}

func TestAudit(t *testing.T) {
	b := &builder{T: t}
	i := b.indicator("i", b.cluster("c"), "anhui", Level, "")
	exact := b.figure(i, "2019/2022", "exact 1", true)
	for _, row := range []string{
		"2013 approx 1", "2014 nearly 1", "2015 more-than 1", "2016 at-least 1", "2017 less-than 1", "2018 at-most 1",
		"2026-02 not-stated", "2024 rank-only", "2010 target 1", "2035 target 1",
	} {
		period, value, _ := strings.Cut(row, " ")
		b.figure(i, period, value, true)
	}
	low := b.figure(i, "2020", "exact 1", true)
	low.Status, low.Source, low.DerivedFrom = "u", b.source(GradeB), []*Figure{exact}
	b.figure(i, "2021", "exact 1", true).Source = nil
	b.t.People = []*Person{{ID: "ann"}}
	got := NewDataset(b.t).Audit()

	oldest, _ := ParsePeriod("2013")
	newest, _ := ParsePeriod("2026-02")
	want := Audit{
		Figures: 13, Indicators: 1, Sources: 2, People: 1, Sourced: 12, Linked: 11, Approximate: 6, Targets: 2,
		Derived: 1, LowReliability: 1, Oldest: oldest, Newest: newest,
	}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// What is shown of a cluster: its latest figures, how large it is, where, and
// how it grows.
func TestOfACluster(t *testing.T) {
	b := &builder{T: t}
	pv := b.cluster("pv")
	revenue := b.indicator("revenue", pv, "anhui", Level, "")
	growth := b.indicator("growth", pv, "anhui", Growth, "")
	growth.GrowthOf = revenue
	b.indicator("empty-growth", pv, "anhui", Growth, "").GrowthOf = revenue
	city := b.indicator("city", pv, "hefei", Share, "china")
	pv.Size = revenue
	b.figure(revenue, "2022", "exact 2", true)
	b.figure(revenue, "2023", "exact 3", true)
	b.figure(revenue, "2024-H1", "exact 1", true)
	b.figure(growth, "2023", "exact 50", true)
	b.figure(b.indicator("world", pv, "anhui", Share, "world"), "2023", "exact 7", true)
	b.figure(city, "2023", "exact 9", true)
	b.figure(b.indicator("china", pv, "anhui", Share, "china"), "2023", "exact 8", true)
	d := NewDataset(b.t)

	shares, others := d.LatestOf(pv)
	checkIDs(t, "shares, of China first", figureIDs(shares), "china-2023 city-2023 world-2023")
	checkIDs(t, "the rest", figureIDs(others), "revenue-2024-H1 growth-2023")
	checkIDs(t, "size, of a whole year", one(d.Size(pv)), "revenue-2023")
	if places := d.PlacesOf(pv); len(places) != 1 || places[0] != city.Place {
		t.Errorf("places beside the province: %v", places)
	}
	if growths := d.GrowthsOf(revenue); len(growths) != 1 || growths[0] != growth {
		t.Errorf("growths with figures: %v", growths)
	}
}

// A rank is one in the indicator's scope, beside a level one in the country, and
// of a rank among others than a territory's nothing more is said.
func TestRankedIn(t *testing.T) {
	b := &builder{T: t}
	c := b.cluster("c")
	want := map[*Indicator]string{
		b.indicator("level", c, "anhui", Level, ""):       "china",
		b.indicator("growth", c, "anhui", Growth, ""):     "china",
		b.indicator("share", c, "anhui", Share, "world"):  "world",
		b.indicator("rank", c, "anhui", Rank, "china"):    "china",
		b.indicator("among others", c, "anhui", Rank, ""): "none",
	}
	NewDataset(b.t)
	for i, scope := range want {
		if got := i.RankedIn.String(); got != scope {
			t.Errorf("%s: a rank in %q, want %q", i.ID, got, scope)
		}
	}
}

// What shares are shares of is up to the package, and so is whose they are: a
// dataset about Jiangsu in the provinces of a delta has no word of Anhui.
func TestScopesOfAnotherPackage(t *testing.T) {
	jiangsu, hefei := &Place{ID: "jiangsu"}, &Place{ID: "hefei"}
	delta, within := &Scope{ID: "delta"}, &Scope{ID: "jiangsu"}
	b := &builder{T: t}
	b.t.Home, b.t.Scopes = jiangsu, []*Scope{delta, within}
	c := b.cluster("c")
	own, other, part := b.indicator("own", c, "jiangsu", Share, "delta"), b.indicator("other", c, "x", Share, "delta"), b.indicator("part", c, "x", Share, "jiangsu")
	own.Place, other.Place, part.Place = jiangsu, hefei, hefei
	for _, i := range []*Indicator{other, own, part} {
		b.figure(i, "2023", "exact 30", true)
	}
	d := NewDataset(b.t)
	checkIDs(t, "of the delta, the own first", figureIDs(d.Shares(d.Scope(""))), "own-2023 other-2023")
	checkIDs(t, "within Jiangsu", figureIDs(d.Shares(d.Scope("jiangsu"))), "part-2023")
	if d.Scope("china") != nil || delta.Within() || !within.Within() || within.Before != delta || !part.Own() || other.Own() {
		t.Error("scopes are not those of the package")
	}
}

// A target of a year that is over is neither a size nor a share.
func TestTargetsThatAreOver(t *testing.T) {
	b := &builder{T: t}
	c := b.cluster("c")
	b.t.AsOf = "2026-11-30"
	c.Size, c.Share = b.indicator("size", c, "anhui", Level, ""), b.indicator("share", c, "anhui", Share, "china")
	b.figure(c.Size, "2025", "target 50", true)
	b.figure(c.Share, "2025", "target 50", true)
	d := NewDataset(b.t)
	checkIDs(t, "size", one(d.Size(c)), "")
	checkIDs(t, "share", one(d.NationalShare(c)), "")
	d.AsOf = "2025-12-31"
	checkIDs(t, "size while there is time", one(d.Size(c)), "size-2025")
	checkIDs(t, "share while there is time", one(d.NationalShare(c)), "share-2025")
}

// A cluster that names no hue gets one that no other has, wherever it stands.
func TestHues(t *testing.T) {
	b := &builder{T: t}
	b.cluster("a")
	b.cluster("b").Hue = 1
	b.cluster("c")
	b.cluster("d").Hue = 3
	b.cluster("e")
	got := make([]Hue, 0, 5)
	for _, c := range NewDataset(b.t).Clusters {
		got = append(got, c.Hue)
	}
	if want := []Hue{2, 1, 4, 3, 5}; !slices.Equal(got, want) {
		t.Errorf("hues %v, want %v", got, want)
	}
	many := &builder{T: t}
	for i := range 2 * int(Hues) {
		many.cluster("c" + strconv.Itoa(i))
	}
	times := map[Hue]int{}
	for _, c := range NewDataset(many.t).Clusters {
		times[c.Hue]++
	}
	for h := Hue(1); h <= Hues; h++ {
		if times[h] != 2 {
			t.Errorf("of forty clusters %d have the hue %d", times[h], h)
		}
	}
}

// Figures of an indicator may stand apart in the table, which keeps its order.
func TestFiguresApart(t *testing.T) {
	b := builder{T: t}
	c := b.cluster("pv")
	x, y := b.indicator("x", c, "anhui", Level, ""), b.indicator("y", c, "anhui", Level, "")
	for _, at := range []struct {
		i      *Indicator
		period string
	}{{x, "2023"}, {x, "2021"}, {y, "2023"}, {x, "2022"}, {y, "2022-H1"}, {y, "2021"}} {
		b.figure(at.i, at.period, "exact 1", true)
	}
	d := NewDataset(b.t)
	checkIDs(t, "x", figureIDs(d.FiguresOf(x)), "x-2021 x-2022 x-2023")
	checkIDs(t, "y", figureIDs(d.FiguresOf(y)), "y-2021 y-2022-H1 y-2023")
	checkIDs(t, "the series of y", figureIDs(d.Series(y)), "y-2021 y-2023")
	checkIDs(t, "off it", figureIDs(d.OffSeries(y)), "y-2022-H1")
	checkIDs(t, "all", figureIDs(d.Figures), "x-2023 x-2021 y-2023 x-2022 y-2022-H1 y-2021")
}

// A dataset is shared by many viewers, and what it is asked first it finds out once.
func TestManyAskAtOnce(t *testing.T) {
	b := builder{T: t}
	c := b.cluster("pv")
	for n := range 20 {
		i := b.indicator(fmt.Sprint("share-", n), c, "anhui", Share, "china")
		b.figure(i, "2023", "exact 30", true)
		b.figure(i, "2022", "exact 20", true)
		b.figure(i, "2022-H1", "exact 10", true)
	}
	d := NewDataset(b.t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for n, i := range d.Indicators {
				if id := fmt.Sprint("share-", n); d.Indicator(id) != i || d.Figure(id+"-2023") != d.Latest(i) {
					t.Errorf("%s is not found by its id", id)
				}
				if years := figureIDs(d.Series(i)); years != i.ID+"-2022 "+i.ID+"-2023" {
					t.Errorf("the series of %s is %s", i.ID, years)
				}
			}
			if n := len(d.IndicatorsOf(c)); n != 20 || len(d.Trends()) != 20 || d.CountIn(c) != 60 || len(d.Shares(d.Scope("china"))) != 20 {
				t.Errorf("%d indicators, %d trends, %d figures, %d shares", n, len(d.Trends()), d.CountIn(c), len(d.Shares(d.Scope("china"))))
			}
		})
	}
	wg.Wait()
}
