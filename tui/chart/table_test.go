package chart

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/tui/cell"
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

// shareRow draws the cells of a row.
func shareRow(row int) func(column int, c cell.Canvas) {
	names := []string{"PV glass output", "\u5149\u4f0f\u73bb\u7483\u4ea7\u91cf\u5360\u5168\u56fd\u6bd4\u91cd", "Inverters"}
	return func(column int, c cell.Canvas) {
		switch column {
		case 0:
			shareTable().Write(column, c, 0, names[row])
		case 1:
			Gauge{Claim: Claim{Lower: 50, Upper: 50, Unbounded: true}, Max: 100}.Draw(c, ASCII(), GaugeStyle{})
		case 2:
			shareTable().Write(column, c, 0, ">50%")
		default:
			shareTable().Write(column, c, 0, "2024")
		}
	}
}

func TestTable(t *testing.T) {
	table := shareTable()
	got := drawn(46, 4, func(c cell.Canvas) {
		table.Row(c, 0, func(column int, c cell.Canvas) { table.Write(column, c, 0, table.Columns[column].Title) })
		for row := range 3 {
			table.Row(c.Line(1+row), 0, shareRow(row))
		}
	})
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

// Whatever its width, a row is one line of exactly so many cells, with its
// style under all of them and none beside.
func TestTableWidth(t *testing.T) {
	under := cell.Look{Bg: ansi.IndexedColor(237)}.Style()
	for w := range 120 {
		for row := range 3 {
			f := cell.NewFrame(w+2, 2)
			shareTable().Row(f.Canvas().Area(1, 0, w, 2), under, shareRow(row))
			for i := range f.W * f.H {
				x, y := i%f.W, i/f.W
				c := f.Row(y)[x]
				if in := y == 0 && x > 0 && x <= w; in != (c.Style == under) || !in && c != cell.Blank() {
					t.Fatalf("%d cells: column %d of line %d is %+v", w, x, y, c)
				}
			}
			if line := f.Plain()[0]; ansi.StringWidth(line) != w+2 {
				t.Fatalf("%d cells: %q", w, line)
			}
		}
	}
}

func BenchmarkTable(b *testing.B) {
	table, s, glyphs := shareTable(), gaugeStyle(), Unicode()
	draw := func(column int, c cell.Canvas) {
		if column == 1 {
			Gauge{Claim: Claim{Lower: 47.5, Upper: 52.5}, Max: 100}.Draw(c, glyphs, s)
			return
		}
		table.Write(column, c, 0, "\u5149\u4f0f PV glass output")
	}
	c := cell.NewFrame(120, 1).Canvas()
	b.ReportAllocs()
	for b.Loop() {
		table.Row(c, s.Track, draw)
	}
}
