package cell

import (
	"image"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Of a text that begins or ends outside of an area the part within is drawn;
// of half a wide glyph a space.
func TestPutIsCut(t *testing.T) {
	for _, test := range []struct {
		s        string
		from, to int // the columns of the text that are within
		want     string
	}{
		{"abcdef", 2, 4, "cd"},
		{han, 1, 5, " \u5fbd "},
		{han, 2, 6, "\u5fbd\u5149"},
		{han, 3, 4, " "},
		{"abc", 2, 6, "c   "},
		{"abc", 5, 7, "  "},
		{"abc", -2, 2, "  ab"},
		{"abc", -3, -1, "  "},
		{"abc", 2, 2, ""},
		{"a\nb\tc\x07", 0, 6, "a b c "},
		{"a\x1b[2Jb", 0, 6, "a[2Jb "},
		{"a\x9b\xff\u0301b", 0, 4, "a\ufffd\u0301b "},
		{"a\u009b\u200db", 0, 3, "ab "},
	} {
		f := NewFrame(test.to-test.from, 1)
		f.Canvas().Put(-test.from, 0, 0, test.s)
		if got := f.Plain()[0]; got != test.want {
			t.Errorf("columns %d to %d of %q: %q, want %q", test.from, test.to, test.s, got, test.want)
		}
	}
}

// Put returns the column after a text, drawn or not.
func TestPutReturnsTheColumnAfter(t *testing.T) {
	c := NewFrame(4, 1).Canvas()
	for text, want := range map[string]int{"": 1, "ab": 3, "abcdefgh": 9, han: 9, "e\u0301\x1b\n": 3} {
		if got := c.Put(1, 0, 0, text); got != want {
			t.Errorf("after %q is %d, want %d", text, got, want)
		}
	}
}

func TestOverlay(t *testing.T) {
	const x, y = 3, 0
	colour := Look{Fg: ansi.Red}.Style()
	f := NewFrame(8, 3)
	c := f.Canvas()
	c.Put(0, 0, 0, "aaaaaaaa")
	c.Put(0, 1, 0, han)
	c.Put(0, 2, colour, "cccccccc")
	for i, l := range []string{"12", "34", "56", "78"} {
		c.Put(x, y+i, 0, l)
	}
	want := []string{"aaa12aaa", "\u5b89 34 \u4f0f", "ccc56ccc"}
	if got := f.Plain(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	styles := []Style{colour, colour, colour, 0, 0, colour, colour, colour}
	for i, cell := range f.Row(2) {
		if cell.Style != styles[i] {
			t.Errorf("column %d of the last line is in %+v", i, cell.Style.Look())
		}
	}
}

// A wide glyph that loses one half leaves a space in the other one's style.
func TestHalfOfAWideGlyphIsASpace(t *testing.T) {
	back := Look{Bg: ansi.Blue}.Style()
	for _, test := range []struct {
		x    int
		text string
		want string
		blue string // of the columns, b if in the style of what was there
	}{
		{0, "x", "x \u5fbd", ".bbb"},
		{1, "x", " x\u5fbd", "b.bb"},
		{1, "xy", " xy ", "b..b"},
		{1, "\u5149", " \u5149 ", "b..b"},
		{0, "\u5149", "\u5149\u5fbd", "..bb"},
		{3, "\u5149", "\u5b89  ", "bbb."}, // half of which is beyond the frame
		{3, "x", "\u5b89 x", "bbb."},
	} {
		f := NewFrame(4, 1)
		f.Canvas().Put(0, 0, back, "\u5b89\u5fbd")
		f.Canvas().Put(test.x, 0, 0, test.text)
		blue := ""
		for _, c := range f.Row(0) {
			blue += map[bool]string{true: "b", false: "."}[c.Style == back]
		}
		if got := f.Plain()[0]; got != test.want || blue != test.blue {
			t.Errorf("%q at %d: %q, %s, want %q, %s", test.text, test.x, got, blue, test.want, test.blue)
		}
		checkRows(t, f)
	}
}

// Characters that are drawn apart stay apart, whoever drew them: halves of a
// flag, of a family, of a syllable.
func TestNeighboursDoNotJoin(t *testing.T) {
	for _, pair := range [][2]string{
		{"\U0001f1e8", "\U0001f1f3"},
		{"\U0001f469\u200d", "\U0001f469"},
		{"\u1100", "\u1161"},
		{"\uac00", "\u11a8"},
		{"\u0915\u094d", "\u0937"},
		{"a", "\u1161"},
		{"a", "\u0301"},
		{"\u0e01", "\u0e33"},
	} {
		for _, order := range [][2]int{{0, 1}, {1, 0}} {
			f := NewFrame(6, 1)
			at := []int{1, 1 + Width(pair[0])}
			for _, i := range order {
				f.Canvas().Put(at[i], 0, 0, pair[i])
			}
			checkRows(t, f)
		}
	}
	f := NewFrame(4, 1)
	f.Canvas().Put(0, 0, 0, "\U0001f1e8\U0001f1f3\U0001f1eb\U0001f1f7") // two whole flags
	if got := f.Plain()[0]; got != "\U0001f1e8\U0001f1f3\U0001f1eb\U0001f1f7" {
		t.Errorf("%q", got)
	}
}

// A glyph that is too long is a question mark as wide as itself.
func TestLongGlyphs(t *testing.T) {
	marks := strings.Repeat("\u0301", 100)
	f := NewFrame(4, 1)
	f.Canvas().Put(0, 0, 0, "a"+marks+"\u5b89"+marks+"b")
	if got := f.Plain()[0]; got != "?\uff1fb" {
		t.Errorf("%q", got)
	}
	checkRows(t, f)
}

func TestAreas(t *testing.T) {
	c := NewFrame(10, 6).Canvas()
	area := func(c Canvas) [4]int {
		x, y, w, h := c.Visible()
		return [4]int{x, y, w, h}
	}
	top, rest := c.Top(2)
	left, right := rest.Left(3)
	for _, test := range []struct {
		name string
		c    Canvas
		w, h int
		want [4]int
	}{
		{"all", c, 10, 6, [4]int{0, 0, 10, 6}},
		{"top", top, 10, 2, [4]int{0, 0, 10, 2}},
		{"left", left, 3, 4, [4]int{0, 2, 3, 4}},
		{"right", right, 7, 4, [4]int{3, 2, 7, 4}},
		{"line", right.Line(1), 7, 1, [4]int{3, 3, 7, 1}},
		{"margin", right.Margin(2), 3, 4, [4]int{5, 2, 3, 4}},
		{"all margin", right.Margin(9), 1, 4, [4]int{6, 2, 1, 4}},
		{"beyond", right.Area(5, 3, 9, 9), 9, 9, [4]int{8, 5, 2, 1}},
		{"before", left.Area(-2, -2, 4, 4), 4, 4, [4]int{0, 2, 2, 2}},
		{"within what is cut", left.Area(-2, -2, 4, 4).Area(3, 3, 9, 9), 9, 9, [4]int{1, 3, 1, 1}},
		{"negative", c.Area(1, 1, -5, -5), 0, 0, [4]int{1, 1, 0, 0}},
	} {
		if got := area(test.c); got != test.want || test.c.W != test.w || test.c.H != test.h {
			t.Errorf("%s: %v of %d×%d, want %v of %d×%d", test.name, got, test.c.W, test.c.H, test.want, test.w, test.h)
		}
	}
	if _, none := c.Top(99); none.H != 0 {
		t.Errorf("below all lines are %d", none.H)
	}
	if none, all := c.Left(-1); none.W != 0 || all.W != 10 {
		t.Errorf("%d and %d columns", none.W, all.W)
	}
}

func TestLine(t *testing.T) {
	f := NewFrame(20, 2)
	l := f.Canvas().Text("~").Cell(0, "abcdef", 4).Right(0, "x", 3).Put(0, "|").Right(0, han, 5).To(0, 15)
	l.Area(2).Put(0, 0, 0, "yyyy")
	l.Put(0, "z").Cell(0, "no", 0).Cell(0, "no", -1)
	if got, want := f.Plain()[0], "abc~  x|\u5b89\u5fbd~  yyz  "; got != want || l.X() != 18 {
		t.Errorf("%q up to %d, want %q", got, l.X(), want)
	}
	if got := f.Plain()[1]; got != strings.Repeat(" ", 20) {
		t.Errorf("below: %q", got)
	}
}

// A ground is under what is drawn: what that does not say is the ground's.
func TestGround(t *testing.T) {
	ground := Look{Fg: ansi.White, Bg: ansi.Black}.Style()
	f := NewFrame(6, 2)
	c := f.Canvas()
	for x, l := range []Look{{}, {Fg: ansi.Red}, {Bg: ansi.Blue}, {Fg: ansi.Red, Bg: ansi.Blue, Attrs: Bold}} {
		c.Put(1+x, 0, l.Style(), "x")
	}
	c.Area(1, 0, 4, 1).Ground(ground)
	for x, want := range []Look{
		{},
		{Fg: ansi.White, Bg: ansi.Black},
		{Fg: ansi.Red, Bg: ansi.Black},
		{Fg: ansi.White, Bg: ansi.Blue},
		{Fg: ansi.Red, Bg: ansi.Blue, Attrs: Bold},
		{},
	} {
		if got := f.Row(0)[x].Style.Look(); got != want {
			t.Errorf("column %d is in %+v, want %+v", x, got, want)
		}
	}
	before := cellsOf(f)
	if c.Ground(0); !slices.Equal(cellsOf(f), before) {
		t.Error("no ground changes the frame")
	}
	if f.Plain()[0] != " xxxx " || f.Plain()[1] != "      " {
		t.Errorf("%q", f.Plain())
	}
	// What a ground puts under spaces that cannot be seen is none.
	if c.Line(1).Ground(Look{Fg: ansi.Red}.Style()); f.Row(1)[0] != Blank() {
		t.Errorf("a space in %+v", f.Row(1)[0].Style.Look())
	}
}

// checkRows checks that each row of a frame is as wide as the frame, by its cells
// and as text.
func checkRows(t *testing.T, f *Frame) {
	t.Helper()
	for y, line := range f.Plain() {
		row := f.Row(y)
		for x := 0; x < len(row); x++ {
			switch c := row[x]; {
			case c.Width == 0 || c.Width > 2 || c.Width == 2 && (x+1 == len(row) || row[x+1].Width != 0):
				t.Fatalf("line %d, column %d: %+v of %+v", y, x, c, row)
			case ansi.StringWidth(f.Text(c)) != int(c.Width):
				t.Fatalf("line %d, column %d: %q is %d wide", y, x, f.Text(c), c.Width)
			case c.Width == 2:
				x++
			}
		}
		if ansi.StringWidth(line) != f.W || Width(line) != f.W {
			t.Fatalf("line %d is %d wide, by its own measure %d, in place of %d: %q", y, ansi.StringWidth(line), Width(line), f.W, line)
		}
		if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
			t.Fatalf("line %d has a control character: %q", y, line)
		}
	}
}

// scribble draws texts anywhere on a canvas in some way.
func scribble(r *rand.Rand, c Canvas, texts []string) {
	styles := []Style{0, Look{Fg: ansi.Red}.Style(), Look{Bg: ansi.Blue}.Style(), Look{Attrs: Reverse}.Style()}
	for range 1 + r.IntN(4) {
		s, text := styles[r.IntN(len(styles))], texts[r.IntN(len(texts))]
		x, y, w := r.IntN(30)-10, r.IntN(12)-4, r.IntN(20)-2
		switch r.IntN(8) {
		case 0:
			c.Fill(s)
		case 1:
			c.Ground(s)
		case 2:
			c.Text(text).Cell(s, text, w).Right(s, text, w).To(s, x)
		case 3:
			c.Link("https://example.org/").Put(x, y, s, text)
		default:
			c.Put(x, y, s, text)
		}
	}
}

// Nothing is drawn outside of an area, in whatever areas that lies: all cells
// beside it are as they were, but halves of glyphs whose other half was within.
func FuzzCanvas(f *testing.F) {
	for i, s := range []string{"abc", han, "e\u0301a\u0308", "\U0001f1e8\U0001f1f3\U0001f1e8", "\U0001f469\u200d\U0001f469\u200d", "\u1100\u1161\u11a8", "\u0600 1", "#\ufe0f\u20e3", "\xff\u0301\x9b", "\u0915\u094d\u0937", strings.Repeat("\u5b89\u0301", 3) + strings.Repeat("\u0301", 40)} {
		for seed := range 20 {
			f.Add(uint64(100*i+seed), s)
		}
	}
	f.Fuzz(func(t *testing.T, seed uint64, text string) {
		r := rand.New(rand.NewPCG(seed, 1))
		texts := []string{text, "x", "  ", han, "a\u0308\u5b89", "\U0001f1e8", "\U0001f1f3", "\u2500\u2502", "\n\t\x1b[31m"}
		frame := NewFrame(r.IntN(20), r.IntN(6))
		scribble(r, frame.Canvas(), texts)
		checkRows(t, frame)

		before := cellsOf(frame)
		c, at, seen := frame.Canvas(), image.Point{}, image.Rect(0, 0, frame.W, frame.H)
		for range r.IntN(4) {
			x, y, w, h := r.IntN(20)-6, r.IntN(8)-3, r.IntN(20)-2, r.IntN(8)-2
			c, at = c.Area(x, y, w, h), at.Add(image.Pt(x, y))
			seen = seen.Intersect(image.Rectangle{Min: at, Max: at.Add(image.Pt(max(w, 0), max(h, 0)))})
		}
		scribble(r, c, texts)
		checkRows(t, frame)
		for i, was := range before {
			x, y := i%frame.W, i/frame.W
			is := frame.Row(y)[x]
			if is == was || image.Pt(x, y).In(seen) {
				continue
			}
			other := x + 1
			if was.Width == 0 {
				other = x - 1
			}
			half := was.Width != 1 && image.Pt(other, y).In(seen)
			if !half || is.Glyph != ' ' || is.Width != 1 || is.Style != was.Style && (is.Style != 0 || was.Style.Shows()) {
				t.Fatalf("outside %v, column %d of line %d was %+v, is %+v", seen, x, y, was, is)
			}
		}
	})
}

func BenchmarkPut(b *testing.B) {
	c, s := NewFrame(120, 1).Canvas(), Look{Fg: ansi.Red}.Style()
	line := strings.Repeat("abc def \u5b89\u5fbd \u2500\u2500\u00b7\u2026 ", 6)
	b.ReportAllocs()
	for b.Loop() {
		c.Put(0, 0, s, line)
	}
}

// cellsOf are the cells of a frame, line by line.
func cellsOf(f *Frame) []Cell { return slices.Concat(f.rows...) }
