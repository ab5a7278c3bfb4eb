package chart

import (
	"fmt"
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

func shareTable() Table {
	names := []string{"PV glass output", "\u5149\u4f0f\u73bb\u7483\u4ea7\u91cf\u5360\u5168\u56fd\u6bd4\u91cd", "Inverters"}
	return Table{
		Columns: shareColumns(), Rows: 3, Selected: 1, Tail: "~",
		Cell: func(row, column, w int) string {
			switch column {
			case 0:
				return names[row]
			case 1:
				return Gauge{Claim: Claim{Sure: 50, Possible: 50, Open: true}, Max: 100}.Draw(w, ASCII(), GaugeStyle{})
			case 2:
				return ">50%"
			}
			return "2024"
		},
	}
}

func TestTable(t *testing.T) {
	lines, rows := shareTable().Draw(46, 6)
	want := []string{
		"INDICATOR           SHARE          VALUE  YEAR",
		"PV glass output     [#####::::>]    >50%  2024",
		"\u5149\u4f0f\u73bb\u7483\u4ea7\u91cf\u5360\u5168~   [#####::::>]    >50%  2024",
		"Inverters           [#####::::>]    >50%  2024",
		strings.Repeat(" ", 46),
		strings.Repeat(" ", 46),
	}
	if !slices.Equal(lines, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	if !slices.Equal(rows, []int{-1, 0, 1, 2, -1, -1}) {
		t.Errorf("rows %v", rows)
	}
}

func TestTableSize(t *testing.T) {
	table := shareTable()
	table.Tail = "…"
	table.Style.Selected = NewInk(lipgloss.NewStyle().Background(lipgloss.Color("237")))
	for spacing := range 3 {
		table.Spacing = spacing
		for w := range 80 {
			for h := range 8 {
				lines, rows := table.Draw(w, h)
				if w > 0 && (len(lines) != h || len(rows) != h) {
					t.Fatalf("%d×%d: %d lines", w, h, len(lines))
				}
				for _, line := range lines {
					if ansi.StringWidth(line) != w {
						t.Fatalf("%d×%d: %q", w, h, line)
					}
				}
				if seen := len(rows) - strings.Count(fmt.Sprint(rows), "-1"); w > 0 && seen != min(table.Fits(h), 3) {
					t.Fatalf("%d lines, spacing %d: %d rows, Fits says %d", h, spacing, seen, table.Fits(h))
				}
			}
		}
	}
	table = Table{Rows: 2, NoHeader: true, First: 1, Columns: []Column{{Width: 3}}}
	if _, rows := table.Draw(3, 2); !slices.Equal(rows, []int{1, -1}) {
		t.Errorf("scrolled: %v", rows)
	}
}

func TestScroll(t *testing.T) {
	for _, test := range []struct{ first, selected, rows, fits, want int }{
		{0, 0, 100, 10, 0},
		{0, 10, 100, 10, 1},
		{50, 49, 100, 10, 49},
		{50, 55, 100, 10, 50},
		{95, 99, 100, 10, 90},
		{5, -1, 100, 10, 5},
		{5, 2, 3, 10, 0},
		{5, 2, 3, 0, 0},
	} {
		if got := Scroll(test.first, test.selected, test.rows, test.fits); got != test.want {
			t.Errorf("%+v: %d", test, got)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	table, s, glyphs := shareTable(), gaugeStyle(), Unicode()
	table.Rows, table.Tail = 100_000, "…"
	table.Style.Selected = s.Track
	table.Cell = func(_, column, w int) string {
		if column == 1 {
			return Gauge{Claim: Claim{Sure: 47.5, Possible: 52.5}, Max: 100}.Draw(w, glyphs, s)
		}
		return "\u5149\u4f0f PV glass output"
	}
	b.ReportAllocs()
	for b.Loop() {
		_, _ = table.Draw(120, 40)
	}
}
