package cell

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		w    int
		want []string
	}{
		{"", 10, nil},
		{"text", 0, nil},
		{"a  line of text ", 9, []string{"a  line", "of text"}},
		{"one\n\ntwo", 9, []string{"one", "", "two"}},
		{"   ", 9, []string{""}},
		{"unbreakable at 5", 5, []string{"unbre", "akabl", "e at", "5"}},
		{"\u5149\u4f0f\u73bb\u7483", 4, []string{"\u5149\u4f0f", "\u73bb\u7483"}},
		{"\u5149\u4f0f\uff0c\u73bb\u7483\u3002", 4, []string{"\u5149", "\u4f0f\uff0c", "\u73bb", "\u7483\u3002"}},
		{"\u5149\u4f0f\u201c\u73bb\u7483\u201d", 5, []string{"\u5149\u4f0f", "\u201c\u73bb", "\u7483\u201d"}},
		{"\u8425\u65362967.4\u4ebf\u5143", 11, []string{"\u8425\u6536", "2967.4\u4ebf\u5143"}},
		{"\u5149", 1, []string{"\u5149"}},
	} {
		if got := Wrap(c.text, c.w); !slices.Equal(got, c.want) {
			t.Errorf("%q at %d: %q, want %q", c.text, c.w, got, c.want)
		}
	}
}

// Nothing is lost but spaces at the ends of lines, and no line is too long.
func FuzzWrap(f *testing.F) {
	f.Add("see https://example.org/a-long-way \u5149\u4f0f\uff0ce\u0301 x", 7)
	f.Fuzz(func(t *testing.T, text string, w int) {
		w = w%100 + 2
		all := strings.Join(Wrap(text, w), "")
		for _, l := range Wrap(text, w) {
			if Width(l) > max(w, 2) {
				t.Errorf("%q is wider than %d", l, w)
			}
		}
		plain := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		want := make([]string, 0, 1)
		for part := range strings.SplitSeq(text, "\n") {
			want = append(want, clean(part))
		}
		if w > 1 && plain(all) != plain(strings.Join(want, "")) {
			t.Errorf("%q became %q", text, all)
		}
	})
}
