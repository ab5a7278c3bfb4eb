package screen

import (
	"math/rand/v2"
	"strings"
	"testing"

	"anhui-tui/tui/cell"
)

// A text that is too long shows the part with the words that were searched, in a style
// of their own, and nothing else in it. English is cut between words, Chinese anywhere.
func TestHitsAreSeen(t *testing.T) {
	const plain, hit = cell.Style(1), cell.Style(2)
	for _, test := range []struct {
		text, words string
		w           int
		want, hits  string
	}{
		{"Hydrogen buses", "hydro", 20, "Hydrogen buses      ", "Hydro"},
		{"Hydrogen buses", "bus hydro", 20, "Hydrogen buses      ", "Hydrobus"},
		{"Hydrogen buses", "", 10, "Hydrogen\u2026 ", ""},
		{"Hydrogen buses", "none", 13, "Hydrogen\u2026    ", ""},
		{"Advanced photovoltaics and hydrogen are next", "hydrogen", 20, "\u2026and hydrogen are\u2026  ", "hydrogen"},
		{"Advanced photovoltaics and hydrogen", "hydrogen", 20, "\u2026and hydrogen       ", "hydrogen"},
		{"Advanced photovoltaics and hydrogen", "advanced", 20, "Advanced\u2026           ", "Advanced"},
		{"Advanced photovoltaics and hydrogen", "photovolt", 16, "\u2026photovoltaics\u2026 ", "photovolt"},
		{"Advanced photovoltaics and hydrogen", "photovolt", 12, "\u2026photovolta\u2026", "photovolt"},
		{"Sold for CNY 296.74 billion in 2023", "2023", 20, "\u2026billion in 2023    ", "2023"},
		{"Sold for CNY 296.74 billion in 2023", "sold", 18, "Sold for CNY\u2026     ", "Sold"},
		{"\u5b89\u5fbd\u65b0\u578b\u663e\u793a\u4ea7\u4e1a\u89c4\u6a21", "\u65b0\u578b", 12, "\u5b89\u5fbd\u65b0\u578b\u663e\u2026 ", "\u65b0\u578b"},
		{"\u5b89\u5fbd\u65b0\u578b\u663e\u793a\u4ea7\u4e1a\u89c4\u6a21", "\u4ea7\u4e1a", 12, "\u2026\u793a\u4ea7\u4e1a\u89c4\u6a21 ", "\u4ea7\u4e1a"},
		{"a hit at the end of what is said, which is long", "said", 20, "\u2026what is said,\u2026     ", "said"},
		{"\u96fb\u52d5\u6c7d\u8eca", "\u7535", 8, "\u96fb\u52d5\u6c7d\u8eca", "\u96fb"}, // traditional
		{"hydrogen", "hydrogen", 4, "hyd\u2026", "hyd"},
		{"abc", "abc", 0, "", ""},
	} {
		f := cell.NewFrame(max(1, test.w), 1)
		putHits(f.Canvas().Text("\u2026"), plain, hit, test.text, strings.Fields(test.words), test.w)
		var got, hits strings.Builder
		for x := range test.w {
			c := f.Row(0)[x]
			if c.Width == 0 { // behind a wide one
				continue
			}
			got.WriteString(f.Text(c))
			if c.Style == hit {
				hits.WriteString(f.Text(c))
			}
		}
		if got.String() != test.want || hits.String() != test.hits {
			t.Errorf("%q in %d: %q with %q, want %q with %q", test.text, test.w, got.String(), hits.String(), test.want, test.hits)
		}
	}
}

// A text takes exactly the cells it is given, whatever they are, and the words of a query
// are in it.
func TestHitsTakeTheirCells(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	letters := []rune("ab c.,-%1 \u5149\u4f0f\u3002\u00e9\u0301\u2764\ufe0f\U0001f469\u200d")
	for range 20_000 {
		text := make([]rune, r.IntN(30))
		for i := range text {
			text[i] = letters[r.IntN(len(letters))]
		}
		var words []string
		if n := len(text); n > 0 {
			from := r.IntN(n)
			words = strings.Fields(string(text[from : from+r.IntN(n-from)+1]))
		}
		w := r.IntN(20) - 1
		l := cell.NewFrame(60, 1).Canvas().Text("\u2026").Put(0, "before")
		from := l.X()
		putHits(l, 1, 2, string(text), words, w)
		if got := l.X() - from; got != max(0, w) {
			t.Fatalf("%q with %q takes %d cells of %d", string(text), words, got, w)
		}
		if e := excerptOf(string(text), words, w); e.width() > max(0, w) && w > 0 {
			t.Fatalf("%q with %q: %q in %d cells of %d", string(text), words, string(e.shown), e.width(), w)
		}
	}
	for w, want := range []string{"", "\u2026", "\u2026b", "a b"} {
		f := cell.NewFrame(9, 1)
		putHits(f.Canvas().Text("\u2026"), 1, 2, "a b", []string{"b"}, w)
		if got := strings.TrimRight(f.Plain()[0], " "); got != strings.TrimRight(want, " ") {
			t.Errorf("%q in %d", got, w)
		}
	}
}
