package chart

import (
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

func shareColumns() []Column {
	return []Column{
		{Title: "INDICATOR", Width: 18, Min: 8, Flex: 1},
		{Title: "SHARE", Width: 20, Min: 6, Flex: 2, Drop: 1},
		{Title: "VALUE", Width: 6, Align: AlignRight},
		{Title: "YEAR", Width: 4, Drop: 2},
	}
}

func TestColumns(t *testing.T) {
	for _, test := range []struct {
		w    int
		want []int
	}{
		{100, []int{33, 51, 6, 4}},
		{54, []int{18, 20, 6, 4}},
		{53, []int{18, 19, 6, 4}},
		{30, []int{8, 6, 6, 4}},
		{31, []int{9, 6, 6, 4}},
		{29, []int{13, 6, 6, 0}},
		{24, []int{8, 6, 6, 0}},
		{23, []int{15, 0, 6, 0}},
		{16, []int{8, 0, 6, 0}},
		{15, []int{8, 0, 5, 0}},
		{9, []int{8, 0, 0, 0}},
		{3, []int{3, 0, 0, 0}},
		{0, []int{0, 0, 0, 0}},
		{-7, []int{0, 0, 0, 0}},
	} {
		if got := Columns(shareColumns(), test.w); !slices.Equal(got, test.want) {
			t.Errorf("%d cells: %v, want %v", test.w, got, test.want)
		}
	}
	for w := range 200 {
		if got := total(Columns(shareColumns(), w)); got > w {
			t.Errorf("%d cells: takes %d", w, got)
		}
	}
	if got := Columns([]Column{{}, {Flex: 1}}, 10); !slices.Equal(got, []int{1, 7}) {
		t.Errorf("columns without a width: %v", got)
	}
}

func shareTable() Table { return Table{Columns: shareColumns(), Tail: "~"} }

func shareCell(row int) func(column, width int) string {
	names := []string{"PV glass output", "\u5149\u4f0f\u73bb\u7483\u4ea7\u91cf\u5360\u5168\u56fd\u6bd4\u91cd", "Inverters"}
	return func(column, w int) string {
		switch column {
		case 0:
			return names[row]
		case 1:
			return Gauge{Claim: Claim{Lower: 50, Upper: 50, Unbounded: true}, Max: 100}.Draw(w, ASCII(), GaugeStyle{})
		case 2:
			return ">50%"
		}
		return "2024"
	}
}

func TestTable(t *testing.T) {
	table := shareTable()
	got := make([]string, 0, 4)
	got = append(got, table.Header(46, Ink{}))
	for row := range 3 {
		got = append(got, table.Row(46, Ink{}, shareCell(row)))
	}
	want := []string{
		"INDICATOR           SHARE          VALUE  YEAR",
		"PV glass output     [#####::::>]    >50%  2024",
		"\u5149\u4f0f\u73bb\u7483\u4ea7\u91cf\u5360\u5168~   [#####::::>]    >50%  2024",
		"Inverters           [#####::::>]    >50%  2024",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTableWidth(t *testing.T) {
	ink := NewInk(lipgloss.NewStyle().Background(lipgloss.Color("237")))
	for w := range 120 {
		for row := range 3 {
			if line := shareTable().Row(w, ink, shareCell(row)); ansi.StringWidth(line) != w {
				t.Fatalf("%d cells: %q", w, line)
			}
		}
	}
}

func BenchmarkTable(b *testing.B) {
	table, s, glyphs := shareTable(), gaugeStyle(), Unicode()
	cell := func(column, w int) string {
		if column == 1 {
			return Gauge{Claim: Claim{Lower: 47.5, Upper: 52.5}, Max: 100}.Draw(w, glyphs, s)
		}
		return "\u5149\u4f0f PV glass output"
	}
	b.ReportAllocs()
	for b.Loop() {
		_ = table.Row(120, s.Track, cell)
	}
}
