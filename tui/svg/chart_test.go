package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// marks returns the height of the mark of each figure of a chart.
func marks(t *testing.T, svg string) map[string]float64 {
	t.Helper()
	at := map[string]float64{}
	mark := regexp.MustCompile(`<g data-id="([^"]*)">.*</g>`)
	circle, diamond := regexp.MustCompile(`cy="([^"]*)"`), regexp.MustCompile(`d="M\S+ (\S+)l6 6`)
	for _, m := range mark.FindAllStringSubmatch(svg, -1) {
		var err error
		if c := circle.FindStringSubmatch(m[0]); c != nil {
			at[m[1]], err = strconv.ParseFloat(c[1], 64)
		} else if d := diamond.FindStringSubmatch(m[0]); d != nil {
			at[m[1]], err = strconv.ParseFloat(d[1], 64)
			at[m[1]] += 6 // its top
		} else {
			t.Errorf("%s has no mark", m[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return at
}

// The chart of every series is well-formed, has a mark for each figure that states a
// number, as high as the number, and names every publisher.
func TestChart(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, i := range d.Trends() {
		for _, lang := range tuitest.Langs() {
			var b bytes.Buffer
			if err := Chart(&b, d, place.Place{View: place.Trends, Item: i.ID}, lang, place.Light); err != nil {
				t.Errorf("%s: %v", i.ID, err)
				continue
			}
			svg := b.String()
			for decoder := xml.NewDecoder(&b); ; {
				if _, err := decoder.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", i.ID, err)
				}
			}
			if strings.ContainsFunc(svg, func(r rune) bool { return r >= 0x2800 && r <= 0x28ff }) {
				t.Errorf("%s has braille", i.ID)
			}
			said := strings.ReplaceAll(regexp.MustCompile(`<[^>]*>|\n`).ReplaceAllString(svg, ""), " ", "") // as it may be wrapped anywhere
			heights := marks(t, svg)
			var low, high *model.Figure
			number := func(f *model.Figure) float64 { v, _ := f.Value.Magnitude(); return v }
			for _, f := range d.Series(i) {
				if _, ok := f.Value.Magnitude(); !ok {
					continue
				}
				if _, ok := heights[f.ID]; !ok {
					t.Errorf("%s is not on the chart", f.ID)
				}
				if low == nil || number(f) < number(low) {
					low = f
				}
				if high == nil || number(f) > number(high) {
					high = f
				}
				if !strings.Contains(said, strings.ReplaceAll(xmlText(f.Source.Publisher.In(lang)), " ", "")) {
					t.Errorf("%s: %s is not named", i.ID, f.Source.Publisher.In(lang))
				}
			}
			if number(high) == number(low) {
				continue
			}
			perUnit := (heights[low.ID] - heights[high.ID]) / (number(high) - number(low))
			for _, f := range d.Series(i) {
				if want := heights[low.ID] - perUnit*(number(f)-number(low)); math.Abs(heights[f.ID]-want) > 0.02 {
					t.Errorf("%s stands at %v, want %v", f.ID, heights[f.ID], want)
				}
			}
		}
	}
}

func xmlText(s string) string {
	return strings.NewReplacer("&", "&amp;", "'", "&#39;", `"`, "&#34;").Replace(s)
}

// A line ends before a break, which is marked; a target is hollow and not joined.
func TestChartClaimsNoMore(t *testing.T) {
	d := datatest.Embedded(t)
	draw := func(link string) string { return chartOf(t, d, link) }
	lines := func(svg string) int { return strings.Count(svg, `stroke-width="2.5" stroke-linecap`) }
	if svg := draw("trends/nev-output"); strings.Count(svg, `class="break"`) != 1 || lines(svg) != 4 {
		t.Errorf("nev-output has %d breaks and %d lines", strings.Count(svg, `class="break"`), lines(svg))
	}
	if svg := draw("trends/pv-revenue"); strings.Count(svg, `l6 6l-6 6l-6 -6z" fill="#ffffff"`) != 2 || lines(svg) != 4 { // the mark and the legend
		t.Errorf("pv-revenue: the target is not hollow, or there are %d lines", lines(svg))
	}
	if svg := draw("trends/nev-output?with=vehicle-output"); strings.Count(svg, ">break in method<") != 1 {
		t.Error("a break of two series is not told once")
	}
}

// Series of other units have charts of their own, each on its scale, below the first and
// on the same years.
func TestSmallMultiples(t *testing.T) {
	d := datatest.Embedded(t)
	svg := chartOf(t, d, "trends/pv-revenue?with=pv-glass-output,lithium-revenue")
	at := marks(t, svg)
	for _, id := range []string{"pv-revenue", "pv-glass-output", "lithium-revenue"} {
		for _, f := range d.Series(d.Indicator(id)) {
			if _, ok := at[f.ID]; !ok {
				t.Errorf("%s is not on a chart", f.ID)
			}
		}
	}
	// Zero is where two figures of one scale say it is.
	value := func(id string) float64 { v, _ := d.Figure(id).Value.Magnitude(); return v }
	zero := func(a, b string) float64 { return at[a] + (at[b]-at[a])*value(a)/(value(a)-value(b)) }
	revenue, battery := zero("pv-revenue-2019", "pv-revenue-2023"), zero("lithium-revenue-2022", "lithium-revenue-2023")
	if math.Abs(revenue-battery) > 0.2 {
		t.Errorf("series of one unit stand on %v and %v", revenue, battery)
	}
	if glass := zero("pv-glass-output-2022", "pv-glass-output-2023"); glass < revenue+100 {
		t.Errorf("the second chart ends at %v, the first at %v", glass, revenue)
	}
	year := regexp.MustCompile(`x="([^"]*)" y="[^"]*">2022<`)
	if columns := year.FindAllStringSubmatch(svg, -1); len(columns) != 2 || columns[0][1] != columns[1][1] {
		t.Errorf("2022 stands at %v", columns)
	}
	for _, want := range []string{"another unit, a scale of its own", "million tonnes", "billion yuan"} {
		if strings.Count(svg, want) != 1 {
			t.Errorf("%q is told %d times", want, strings.Count(svg, want))
		}
	}
}

// With an index, only figures that can be compared with the base year's stand on the
// chart, at their ratio to it, and it says that this is computed, and what is left out.
func TestIndexChart(t *testing.T) {
	d := datatest.Embedded(t)
	svg := chartOf(t, d, "trends/pv-revenue?index=100&with=lithium-revenue")
	at := marks(t, svg)
	if len(at) != 4 || at["pv-revenue-2023"] != 0 { // which is of another source
		t.Errorf("the marks are %v", at)
	}
	zero := at["pv-revenue-2019"] + (at["pv-revenue-2019"]-at["pv-revenue-2021"])*40.66/(88.28-40.66)
	if want := zero - (zero-at["pv-revenue-2019"])*64.8/40.66; math.Abs(want-at["pv-revenue-2020"]) > 0.05 {
		t.Errorf("2020 stands at %v, want %v", at["pv-revenue-2020"], want)
	}
	for _, want := range []string{">100*<", ">159.4*<", "index, 2019 = 100, computed here", "2023  PV manufacturing revenue: of another source than 2019", "Lithium-ion battery revenue: no figure of 2019, the base year"} {
		if !strings.Contains(svg, want) {
			t.Errorf("it lacks %q:\n%s", want, svg)
		}
	}
	if svg := chartOf(t, d, "trends/gdp?index=100"); len(marks(t, svg)) != 0 || !strings.Contains(svg, "No index: ") || !strings.Contains(svg, "2019  break in method") {
		t.Errorf("an index of what cannot be compared:\n%s", svg)
	}
}

func chartOf(t *testing.T, d *model.Dataset, link string) string {
	t.Helper()
	var b bytes.Buffer
	if err := Chart(&b, d, tuitest.At(t, link), model.EN, place.Light); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A chart in a document says of which dataset it is as a citation does, with the place.
func TestChartNamesItsDataset(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		var b bytes.Buffer
		if err := Chart(&b, d, tuitest.At(t, "trends/nev-output"), lang, place.Light); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{d.Title.In(lang), d.Home.Name.In(lang)} {
			if _, foot, _ := strings.Cut(b.String(), d.Series(d.Indicator("nev-output"))[0].Source.Publisher.In(lang)); !strings.Contains(foot, want) {
				t.Errorf("%v: the foot lacks %q:\n%s", lang, want, foot)
			}
		}
	}
}

func TestNoChart(t *testing.T) {
	d := datatest.Embedded(t)
	for _, v := range place.Views() {
		if err := Chart(io.Discard, d, place.Place{View: v}, model.EN, place.Light); !errors.Is(err, ErrNoChart) {
			t.Errorf("%v: %v", v, err)
		}
	}
}

// A line is not drawn through the value of a point.
func TestLabelsKeepClearOfLines(t *testing.T) {
	lines := regexp.MustCompile(`<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"`)
	labels := regexp.MustCompile(`<text class="v" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)<`)
	d, seen := datatest.Embedded(t), 0
	for _, link := range []string{"trends/pv-revenue", "trends/nev-output", "trends/vehicle-output", "trends/gdp"} {
		svg := chartOf(t, d, link)
		for _, label := range labels.FindAllStringSubmatch(svg, -1) {
			x, y := number(t, label[1]), number(t, label[2])
			half := float64(cell.Width(html.UnescapeString(label[3]))) * 3
			for _, l := range lines.FindAllStringSubmatch(svg, -1) {
				fromX, fromY, toX, toY := number(t, l[1]), number(t, l[2]), number(t, l[3]), number(t, l[4])
				for at := max(fromX, x-half); at < min(toX, x+half); at++ {
					if height := fromY + (toY-fromY)*(at-fromX)/(toX-fromX); height > y-9 && height < y {
						t.Errorf("%s: a line goes through %s", link, label[3])
						break
					}
				}
				seen++
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d pairs of a label and a line", seen)
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
