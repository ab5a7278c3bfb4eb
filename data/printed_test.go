package data

import (
	"embed"
	"encoding/csv"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"anhui-tui/model"
)

//go:embed testdata/printed_*.csv
var printedTables embed.FS

func printedTable(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := printedTables.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func numbersOf(v model.Value) []float64 {
	var numbers []float64
	value, lower, upper := v.Numbers()
	for _, n := range []model.Number{value, lower, upper} {
		if x, ok := n.Get(); ok {
			numbers = append(numbers, x)
		}
	}
	return numbers
}

// TestConversions recomputes every number from the words it was printed in:
// the digits times what the unit printed after them is worth, or, where a
// number is printed in words, the value those words are listed with.
func TestConversions(t *testing.T) {
	d, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	inWords := map[string]string{}
	for _, row := range printedTable(t, "printed_words.csv") {
		inWords[row[0]+"\x00"+row[1]] = row[2]
	}
	units := printedTable(t, "printed_units.csv")
	digits := regexp.MustCompile(`(\d[\d,]*(?:\.\d+)?)(?:/(\d+))?`)
	for _, f := range d.Figures {
		want := numbersOf(f.Value)
		if len(want) == 0 || len(f.DerivedFrom) > 0 {
			continue
		}
		unit := f.Indicator.Unit.ID
		got := readDigits(t, f.AsPrinted, unit, units, digits)
		if words, ok := inWords[f.AsPrinted+"\x00"+unit]; ok {
			got = append(got, parse(t, words))
		}
		if !slices.ContainsFunc(got, func(x float64) bool {
			return slices.ContainsFunc(want, func(y float64) bool { return math.Abs(x-y) <= 1e-4*max(1, math.Abs(y)) })
		}) {
			t.Errorf("%s is %v %s, but %q says one of %v", f.ID, want, unit, f.AsPrinted, got)
		}
	}
}

// readDigits returns all values the digits in printed can have in the unit.
func readDigits(t *testing.T, printed, unit string, units [][]string, digits *regexp.Regexp) []float64 {
	t.Helper()
	known := slices.ContainsFunc(units, func(row []string) bool { return row[0] == unit })
	var got []float64
	for _, at := range digits.FindAllStringSubmatchIndex(printed, -1) {
		n := parse(t, strings.ReplaceAll(printed[at[2]:at[3]], ",", ""))
		if at[4] >= 0 { // a fraction of a hundred percent
			got = append(got, 100*n/parse(t, printed[at[4]:at[5]]))
			continue
		}
		for _, row := range units {
			applies := row[0] == unit || row[0] == "*" && !known
			if applies && strings.Contains(printed[at[1]:], row[1]) {
				got = append(got, n*parse(t, row[2]))
			}
		}
	}
	return got
}

func parse(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestQualifiersAreTheSources holds every qualifier against the words printed
// with the number. Where the words do not show it, a note says why.
func TestQualifiersAreTheSources(t *testing.T) {
	d, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	words := printedTable(t, "printed_qualifiers.csv")
	for _, f := range d.Figures {
		q := f.Value.Qualifier()
		var said []string
		for _, row := range words {
			if strings.Contains(strings.ToLower(f.AsPrinted), row[1]) {
				said = append(said, row[0])
			}
		}
		switch q {
		case model.Target, model.RankOnly, model.NotStated, model.Range, model.LessThan, model.AtMost:
			continue
		case model.Exact, model.Fraction:
			if len(said) > 0 {
				t.Errorf("%s is %s, but %q says %v", f.ID, q, f.AsPrinted, said)
			}
		case model.Approx, model.Nearly, model.MoreThan, model.AtLeast:
			if !slices.Contains(said, q.String()) && f.Note.EN == "" {
				t.Errorf("%s is %s, but %q says %v and no note says why", f.ID, q, f.AsPrinted, said)
			}
		}
	}
}
