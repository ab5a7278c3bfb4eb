package cell

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model/runes"
)

const (
	han = "\u5b89\u5fbd\u5149\u4f0f" // four wide characters
	red = "\x1b[31m"
)

func TestFit(t *testing.T) {
	for _, test := range []struct {
		s    string
		w    int
		want string
	}{
		{"abc", 5, "abc  "},
		{"abc", 3, "abc"},
		{"abc", 2, "ab"},
		{"abc", 0, ""},
		{"abc", -4, ""},
		{"", 2, "  "},
		{han, 9, han + " "},
		{han, 3, "\u5b89 "},
		{han, 1, " "},
		{red + "abc", 6, "[31mab"},
		{"a\nb\tc\x07", 6, "a b c "},
		{"a\x1b[2Jb", 6, "a[2Jb "},
		{"a\x9b2J\u009b2Jb", 9, "a\ufffd2J2Jb  "},
		{"a\xffb", 4, "a\ufffdb "},
		{"e\u0301x", 1, "e\u0301"},
		{"\ufe0f\u202eab\u0600", 4, "ab  "},
		{strings.Repeat("x", 200), 1, "x"},
	} {
		if got := Fit(test.s, test.w); got != test.want {
			t.Errorf("Fit(%q, %d) = %q, want %q", test.s, test.w, got, test.want)
		}
	}
	if got := Fit("x", 201); len(got) != 201 {
		t.Errorf("long filling: %d", len(got))
	}
}

func TestFitRight(t *testing.T) {
	for _, test := range [][2]string{{"ab", "   ab"}, {han, "\u5b89\u5fbd "}, {"abcdef", "abcde"}, {"abcde", "abcde"}} {
		if got := FitRight(test[0], 5); got != test[1] {
			t.Errorf("FitRight(%q, 5) = %q", test[0], got)
		}
	}
	if got := FitRight("ab", 0); got != "" {
		t.Errorf("no width: %q", got)
	}
}

func TestTruncate(t *testing.T) {
	for _, test := range []struct {
		s    string
		w    int
		tail string
		want string
	}{
		{"abc", 3, "…", "abc"},
		{"abcd", 3, "…", "ab…"},
		{"abcd", 3, "~", "ab~"},
		{"abcd", 1, "…", "…"},
		{"abcd", 2, "...", "ab"},
		{"abcd", 0, "…", ""},
		{han, 4, "…", "\u5b89…"},
		{han, 5, "…", "\u5b89\u5fbd…"},
		{red + "abcd", 6, "…", "[31ma…"},
	} {
		if got := Truncate(test.s, test.w, test.tail); got != test.want {
			t.Errorf("Truncate(%q, %d, %q) = %q, want %q", test.s, test.w, test.tail, got, test.want)
		}
	}
}

// What token decides for itself is what x/ansi would say.
func TestCharacterTables(t *testing.T) {
	for r := rune(0xa0); r <= unicode.MaxRune; r++ {
		s := string(r)
		if cluster, _ := ansi.FirstGraphemeCluster(s+" ", ansi.GraphemeWidth); (len(cluster) > len(s)) != joinsNext(r) {
			t.Errorf("%U: joinsNext is %v", r, joinsNext(r))
		}
		if cluster, _ := ansi.FirstGraphemeCluster("a"+s, ansi.GraphemeWidth); len(cluster) > 1 && !joinsPrevious(r) {
			t.Errorf("%U: joinsPrevious is false", r)
		}
		w := ansi.StringWidth(s)
		if plain := plainWidth(r); plain > 0 && plain != w {
			t.Errorf("%U: plainWidth is %d", r, plain)
		}
		if plainWidth(r) == 0 {
			continue
		}
		for _, before := range []string{"a", "\u00a9\u200d", "\u1100", "\u0915\u094d"} { // of an emoji, a syllable, a conjunct
			if cluster, _ := ansi.FirstGraphemeCluster(before+s, ansi.GraphemeWidth); len(cluster) > len(before) {
				t.Errorf("%U joins %q", r, before)
			}
		}
		if runes.Of(r) != runes.Printable || joinsPrevious(r) || joinsNext(r) {
			t.Errorf("%U is plain", r)
		}
		if w > 2 {
			t.Errorf("%U is %d wide", r, w)
		}
	}
}

func FuzzFit(f *testing.F) {
	for _, s := range []string{"", "abc", han, red + "x", "\x1b[", "\x9b1m", "e\u0301", "\U0001f1e8\U0001f1f3", "\u0600 1", "#\ufe0f\u20e3", "\x1b]8;;", "a\u200db", "\ufe0f\ufe0f", "\u0301a", "\U0001f3fb", "\u2500\ufe0f\u2502", "\u0e33", "\u00b7\u0301", "\u1ad0"} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, w int) {
		w %= 100
		if _, ok := measure(s); ok && Width(s) != ansi.StringWidth(s) {
			t.Fatalf("%q is %d wide, not %d", s, ansi.StringWidth(s), Width(s))
		}
		want := max(w, 0)
		for name, got := range map[string]string{"Fit": Fit(s, w), "FitRight": FitRight(s, w)} {
			if ansi.StringWidth(got) != want || Width(got) != want || strings.ContainsFunc(got, unicode.IsControl) {
				t.Fatalf("%s(%q, %d) = %q: %d cells", name, s, w, got, ansi.StringWidth(got))
			}
		}
		if got := ansi.StringWidth(Truncate(s, w, "…")); got > want {
			t.Fatalf("Truncate(%q, %d): %d cells", s, w, got)
		}
	})
}

func BenchmarkFit(b *testing.B) {
	line := strings.Repeat("abc def \u5b89\u5fbd ", 10)
	b.ReportAllocs()
	for b.Loop() {
		_ = Fit(line, 130)
	}
}

func BenchmarkFitCut(b *testing.B) {
	line := strings.Repeat("abc def \u5b89\u5fbd ", 10)
	b.ReportAllocs()
	for b.Loop() {
		_ = Fit(line, 101)
	}
}
