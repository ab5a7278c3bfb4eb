package chart

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

const (
	han  = "\u5b89\u5fbd\u5149\u4f0f" // four wide characters
	red  = "\x1b[31m"
	link = "\x1b]8;;https://example.org/\x1b\\"
	end  = "\x1b]8;;\x1b\\"
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
		{red + "abc" + reset, 2, red + "ab" + reset},
		{link + "abc" + end, 2, link + "ab" + end},
		{"a\nb\tc\x07", 6, "a b c "},
		{"a\x1b[2Jb", 6, "a[2Jb "},
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
		{red + "abcd" + reset, 3, "…", red + "ab…" + reset},
	} {
		if got := Truncate(test.s, test.w, test.tail); got != test.want {
			t.Errorf("Truncate(%q, %d, %q) = %q, want %q", test.s, test.w, test.tail, got, test.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, test := range []struct {
		s        string
		from, to int
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
		{red + "abc" + reset + "d", 1, 4, red + "bc" + reset + "d"},
		{red + link + "abc" + end, 1, 2, red + link + "b" + end + reset},
		{red + "a" + "\x1b[0mbc", 1, 2, "b"},
	} {
		if got := Cut(test.s, test.from, test.to); got != test.want {
			t.Errorf("Cut(%q, %d, %d) = %q, want %q", test.s, test.from, test.to, got, test.want)
		}
	}
}

func TestOverlay(t *testing.T) {
	base := []string{"aaaaaaaa", han, red + "cccccccc" + reset}
	got := Overlay(base, []string{"12", "34", "56", "78"}, 3, 0)
	want := []string{"aaa12aaa", "\u5b89 34 \u4f0f", "ccc56ccc"}
	for i, line := range got {
		if s := ansi.Strip(line); s != want[i] {
			t.Errorf("line %d: %q, want %q", i, s, want[i])
		}
	}
	if base[0] != "aaaaaaaa" {
		t.Error("base was changed")
	}
	if !strings.HasSuffix(got[2], reset+red+"ccc"+reset) {
		t.Errorf("the colour is lost behind the box: %q", got[2])
	}
	for _, x := range []int{-5, -1, 7, 8, 9} {
		for _, line := range Overlay(base, []string{"12", "34"}, x, -1) {
			if ansi.StringWidth(line) != 8 {
				t.Errorf("at %d: %q", x, line)
			}
		}
	}
}

func TestInk(t *testing.T) {
	s := lipgloss.NewStyle().Bold(true).Faint(true).Italic(true).Underline(true).Reverse(true).Strikethrough(true).
		Foreground(lipgloss.Color("1")).Background(lipgloss.Color("2")).Padding(3).Width(9)
	if got := NewInk(s).Paint("x"); got != "\x1b[1;2;3;4;7;9;31;42mx\x1b[m" {
		t.Errorf("%q", got)
	}
	if got := NewInk(lipgloss.NewStyle()); got != (Ink{}) {
		t.Errorf("a plain style: %+v", got)
	}
	k := NewInk(lipgloss.NewStyle().Bold(true))
	if got, want := k.Over("a"+red+"b\x1b[0mc"), "\x1b[1ma"+red+"b\x1b[m\x1b[1mc\x1b[m"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if k.Paint("") != "" || k.Over("") != "" || (Ink{}).Over("x") != "x" || (Ink{}).Paint("x") != "x" {
		t.Error("nothing to paint")
	}
}

// What token decides for itself is what x/ansi would say.
func TestCharacterTables(t *testing.T) {
	for r := rune(0xa0); r <= 0x1ffff; r++ {
		s := string(r)
		if cluster, _ := ansi.FirstGraphemeCluster(s+" ", ansi.GraphemeWidth); (len(cluster) > len(s)) != joinsNext(r) {
			t.Errorf("%U: joinsNext is %v", r, joinsNext(r))
		}
		if w := plainWidth(r); w > 0 && w != ansi.StringWidth(s) {
			t.Errorf("%U: plainWidth is %d", r, w)
		}
	}
}

func FuzzFit(f *testing.F) {
	for _, s := range []string{"", "abc", han, red + "x" + reset, link, "\x1b[", "\x9b1m", "e\u0301", "\U0001f1e8\U0001f1f3", "\u0600 1", "#\ufe0f\u20e3", "\x1b]8;;", "a\u200db", "\ufe0f\ufe0f", "\u0301a", "\U0001f3fb", "\u2500\ufe0f\u2502"} {
		f.Add(s, 3, 1)
	}
	f.Fuzz(func(t *testing.T, s string, w, from int) {
		w, from = w%100, from%100
		if _, ok := measure(s); ok && Width(s) != ansi.StringWidth(s) {
			t.Fatalf("%q is %d wide, not %d", s, ansi.StringWidth(s), Width(s))
		}
		want := max(w, 0)
		for name, got := range map[string]string{"Fit": Fit(s, w), "FitRight": FitRight(s, w), "Cut": Cut(s, from, from+w)} {
			if ansi.StringWidth(got) != want || Width(got) != want || strings.ContainsAny(got, "\n\r\t") {
				t.Fatalf("%s(%q, %d) = %q: %d cells", name, s, w, got, ansi.StringWidth(got))
			}
		}
		if got := ansi.StringWidth(Truncate(s, w, "…")); got > want {
			t.Fatalf("Truncate(%q, %d): %d cells", s, w, got)
		}
	})
}

func FuzzOverlay(f *testing.F) {
	f.Add("abcdef", "12", 3)
	f.Add(han, han, -1)
	f.Add(red+han+reset, red+"1", 1)
	f.Add("\U0001f1e8x", "\U0001f1f3", 1)
	f.Fuzz(func(t *testing.T, base, box string, x int) {
		x %= 100
		base = Fit(base, 40)
		got := Overlay([]string{base}, []string{box}, x, 0)[0]
		if ansi.StringWidth(got) != 40 || Width(got) != 40 {
			t.Fatalf("%q over %q at %d: %q", box, base, x, got)
		}
	})
}

func BenchmarkFit(b *testing.B) {
	line := strings.Repeat("abc "+red+"def"+reset+" \u5b89\u5fbd ", 10)
	b.ReportAllocs()
	for b.Loop() {
		_ = Fit(line, 130)
	}
}

func BenchmarkFitCut(b *testing.B) {
	line := strings.Repeat("abc "+red+"def"+reset+" \u5b89\u5fbd ", 10)
	b.ReportAllocs()
	for b.Loop() {
		_ = Fit(line, 101)
	}
}

func BenchmarkOverlay(b *testing.B) {
	base, box := make([]string, 40), make([]string, 20)
	for i := range base {
		base[i] = Fit(strings.Repeat("abc "+red+"def"+reset+" \u5b89\u5fbd ", 10), 120)
	}
	for i := range box {
		box[i] = strings.Repeat("x", 60)
	}
	b.ReportAllocs()
	for b.Loop() {
		_ = Overlay(base, box, 30, 10)
	}
}
