package cell

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"github.com/charmbracelet/x/ansi"
)

func TestCellIsEightBytes(t *testing.T) {
	if n := unsafe.Sizeof(Cell{}); n != 8 {
		t.Errorf("a cell takes %d bytes", n)
	}
}

// Only addresses of the web lead anywhere: another data package may hold
// anything, and nothing of it ends the sequence it stands in.
func TestOnlyTheWebIsFollowed(t *testing.T) {
	for _, address := range []string{
		"", "text", "file:///etc/passwd", "javascript:alert(1)", "HTTPS://example.org", "https://a b", "https://a\x1b\\\x1b[2J",
		"https://a\x07", "https://a\n", "https://\u4e2d", "https://a\x7f", "https://a\x9c", "https://" + strings.Repeat("a", maxAddress),
	} {
		f := NewFrame(6, 1)
		f.Canvas().Link(address).Put(0, 0, 0, "text")
		f.Canvas().Link("https://example.org/").Link(address).Put(4, 0, 0, "x")
		if got := f.Lines()[0]; got != "textx " {
			t.Errorf("%q is a link: %q", address, got)
		}
	}
	f := NewFrame(6, 1)
	f.Canvas().Link("https://example.org/a?b=c;d").Put(1, 0, 0, "text")
	if got, want := f.Lines()[0], " \x1b]8;id=a;https://example.org/a?b=c;d\x1b\\text\x1b]8;;\x1b\\ "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if f.Address(f.Row(0)[1]) != "https://example.org/a?b=c;d" || f.Address(f.Row(0)[0]) != "" {
		t.Errorf("%+v", f)
	}
}

// A link is cut and drawn over like any text, and always ends.
func TestLinkIsText(t *testing.T) {
	const begin, end = "\x1b]8;id=a;https://example.org/\x1b\\", "\x1b]8;;\x1b\\"
	draw := func(c Canvas) {
		l := c.Text("").Put(0, "ab")
		l.Area(4).Link("https://example.org/").Put(0, 0, 0, "cdef")
		l.Put(0, "gh")
	}
	for _, test := range []struct {
		from, to int
		want     string
	}{
		{0, 10, "ab" + begin + "cdef" + end + "gh  "},
		{0, 4, "ab" + begin + "cd" + end},
		{3, 7, begin + "def" + end + "g"},
		{3, 5, begin + "de" + end},
		{0, 2, "ab"},
	} {
		f := NewFrame(test.to-test.from, 1)
		draw(f.Canvas().Area(-test.from, 0, 10, 1))
		if got := f.Lines()[0]; got != test.want {
			t.Errorf("columns %d to %d: %q, want %q", test.from, test.to, got, test.want)
		}
	}
	f := NewFrame(8, 1)
	draw(f.Canvas())
	f.Canvas().Put(3, 0, 0, "xy")
	if got, want := f.Lines()[0], "ab"+begin+"c"+end+"xy"+begin+"f"+end+"gh"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	f = NewFrame(3, 1)
	f.Canvas().Link("https://example.org/").Put(0, 0, Look{Bg: ansi.Blue}.Style(), "  ")
	f.Canvas().Link("https://example.org/").Put(2, 0, 0, " ") // nobody sees it
	if c := f.Row(0); f.Address(c[1]) == "" || f.Address(c[2]) != "" {
		t.Errorf("%+v", c)
	}
}

// A frame has 255 links; what another would lead to it does not.
func TestLinksOfAFrameAreBounded(t *testing.T) {
	f := NewFrame(300, 1)
	for x := range f.W {
		f.Canvas().Link(fmt.Sprintf("https://example.org/%d", x)).Put(x, 0, 0, "x")
	}
	for x, c := range f.Row(0) {
		want := ""
		if x < 255 {
			want = fmt.Sprintf("https://example.org/%d", x)
		}
		if got := f.Address(c); got != want {
			t.Errorf("column %d leads to %q, want %q", x, got, want)
		}
	}
}

// Styles and links end with each line, so that lines can be printed apart.
func TestLinesEndWhatTheyBegin(t *testing.T) {
	f := NewFrame(3, 3)
	style := Look{Fg: ansi.Red, Attrs: Bold}.Style()
	for y := range 3 {
		f.Canvas().Link("https://example.org/").Put(2-y, y, style, "\u5b89x")
	}
	const begin, end = "\x1b[1;31m\x1b]8;id=a;https://example.org/\x1b\\", "\x1b]8;;\x1b\\\x1b[m"
	want := []string{"   ", " " + begin + "\u5b89" + end, begin + "\u5b89x" + end}
	if got := f.Lines(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := f.String(); got != strings.Join(want, "\n") {
		t.Errorf("%q", got)
	}
	if got := f.Plain(); !slices.Equal(got, []string{"   ", " \u5b89", "\u5b89x"}) {
		t.Errorf("%q", got)
	}
}

// Cells of two frames show the same if a reader sees the same, whatever numbers
// the frames gave their glyphs and links.
func TestSame(t *testing.T) {
	type run struct{ text, link string }
	draw := func(runs ...run) *Frame {
		f := NewFrame(6, 1)
		x := 0
		for _, r := range runs {
			x = f.Canvas().Link(r.link).Put(x, 0, 0, r.text)
		}
		return f
	}
	const a, b = "https://a.example/", "https://b.example/"
	plain := draw(run{"x", ""}, run{"e\u0301a\u0308", ""}, run{"y", a}, run{"z", b})
	other := draw(run{"x", b}, run{"a\u0308e\u0301", ""}, run{"y", a}, run{"z", ""})
	for x, want := range []bool{false, false, false, true, false, true} {
		if got := Same(plain, plain.Row(0)[x], other, other.Row(0)[x]); got != want {
			t.Errorf("column %d: %v", x, got)
		}
	}
	if Same(plain, plain.Row(0)[1], other, other.Row(0)[1]) || !Same(plain, plain.Row(0)[1], other, other.Row(0)[2]) {
		t.Error("characters of several runes are compared by their numbers")
	}
	// The same, numbered in another order.
	again := NewFrame(6, 1)
	again.Canvas().Link(b).Put(4, 0, 0, "z")
	again.Canvas().Link(a).Put(3, 0, 0, "y")
	again.Canvas().Put(2, 0, 0, "a\u0308")
	again.Canvas().Put(0, 0, 0, "xe\u0301")
	if !SameRow(plain, again, 0) || SameRow(plain, other, 0) || !SameRow(plain, plain, 0) {
		t.Errorf("%q, %q, %q", plain.Lines(), again.Lines(), other.Lines())
	}
	if plain.ID() == 0 || plain.ID() == again.ID() {
		t.Errorf("frames %d and %d", plain.ID(), again.ID())
	}
}

// What is drawn on a clone is not on the frame, whose glyphs and links it shows.
func TestClone(t *testing.T) {
	f := NewFrame(6, 2)
	f.Canvas().Link("https://example.org/").Put(0, 0, 0, "e\u0301x")
	before := f.Lines()
	g := f.Clone()
	if got := g.Lines(); !slices.Equal(got, before) || g.ID() == f.ID() {
		t.Errorf("%q, want %q", got, before)
	}
	g.Canvas().Put(1, 0, 0, "a\u0308")
	g.Canvas().Link("https://example.com/").Put(0, 1, 0, "y")
	if got := f.Lines(); !slices.Equal(got, before) {
		t.Errorf("%q, want %q", got, before)
	}
	if got := g.Plain(); !slices.Equal(got, []string{"e\u0301a\u0308    ", "y     "}) {
		t.Errorf("%q", got)
	}
}

func TestMap(t *testing.T) {
	f := NewFrame(6, 1)
	f.Canvas().Put(0, 0, 0, "a\u2500e\u0301\u5b89|")
	f.Map(func(r rune) rune {
		if r == '\u5b89' {
			return '\u5fbd'
		}
		return '-'
	})
	if got := f.Plain()[0]; got != "a-e\u0301\u5fbd|" {
		t.Errorf("%q", got)
	}
}

// What a frame keeps beside its cells are the texts it owns.
func TestOverhead(t *testing.T) {
	empty, full := NewFrame(80, 24), NewFrame(80, 24)
	address := "https://example.org/" + strings.Repeat("a", 1000)
	full.Canvas().Link(address).Put(0, 0, 0, "e\u0301")
	if full.overhead() < empty.overhead()+len(address)+len("e\u0301") {
		t.Errorf("%d and %d bytes", empty.overhead(), full.overhead())
	}
}

// Frames of anybody's making fill no table of the process: what a viewer types
// goes with the frame it was drawn in.
func TestForeignTextFillsNoTable(t *testing.T) {
	heap := func() int {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc) //nolint:gosec // of a test
	}
	const frames, each = 1000, 100 // glyphs none of which is another
	mark := func(n int) string { return string(rune(0x300 + n)) }
	styles := len(*table.looks.Load())
	var before int
	for i := range frames {
		if i == frames/10 {
			before = heap()
		}
		f := NewFrame(each, 1)
		for x := range each {
			n := i*each + x
			f.Canvas().Put(x, 0, 0, "a"+mark(n%64)+mark(n/64%64)+mark(n/4096))
		}
		if len(f.clusters) != each {
			t.Fatalf("a frame has %d glyphs", len(f.clusters))
		}
		f.Lines()
	}
	if grown := heap() - before; grown > 256<<10 { // they are more than a megabyte
		t.Errorf("%d bytes are left of %d frames", grown, frames)
	}
	if now := len(*table.looks.Load()); now != styles {
		t.Errorf("%d styles became %d", styles, now)
	}
	// Nor does a frame take more than one for each of its cells.
	f := NewFrame(10, 1)
	for n := range 1000 {
		f.Canvas().Put(n%10, 0, 0, "a"+mark(n%64)+mark(n/64))
	}
	if len(f.clusters) > f.W*f.H {
		t.Errorf("a frame of %d cells has %d glyphs", f.W*f.H, len(f.clusters))
	}
	checkRows(t, f)
}
