package runes

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// The same foreign text on a screen, in a field and in a log.
func TestClean(t *testing.T) {
	for in, want := range map[string][3]string{ // line, typed, logged
		"analyst":                {"analyst", "analyst", "analyst"},
		"\u5b89\u5fbd":           {"\u5b89\u5fbd", "\u5b89\u5fbd", "\u5b89\u5fbd"},
		"a\nb\r\tc":              {"a b  c", "a b  c", "a?b??c"},
		"\x1b[31mred":            {"[31mred", "[31mred", "?[31mred"},
		"x\u009b2J":              {"x2J", "x2J", "x?2J"},
		"x\x9b2J":                {"x\ufffd2J", "x\ufffd2J", "x?2J"},
		"\u202eevil\u2066":       {"evil", "evil", "?evil?"},
		"a\u200b\ufeffb\u3164":   {"ab", "ab", "a??b?"},
		"\U000e0041":             {"", "", "?"},
		"e\u0301":                {"e\u0301", "e\u0301", "e?"},
		"a\u2028\u2029\u0085":    {"a   ", "a   ", "a???"},
		"\u00a0a\u00a0b\u3000c":  {"\u00a0a\u00a0b\u3000c", "a b c", "?a?b?c"},
		"\ue000\U0010ffff\u0378": {"", "", "???"},
		"\x00\x7f":               {"", "", "??"},
		"\xff\xfe":               {"\ufffd", "\ufffd\ufffd", "??"},
		"\ufffd":                 {"\ufffd", "\ufffd", "\ufffd"},
	} {
		if got := [3]string{Line(in), Typed(in, 20), Logged(in)}; got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	long := strings.Repeat("x", 99)
	if Line(long) != long || Typed(long, 20) != long[:20] || Logged(long) != long[:64]+"..." {
		t.Error("a long text is cut where it should not be, or not where it should")
	}
	if IsTyped(long, 98) || !IsTyped(long, 99) || IsTyped("\xff", 9) || IsTyped("a\u00a0b", 9) {
		t.Error("what can be typed")
	}
}

// A Chinese input method in its full-width state types the same words.
func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"\uff30\uff36\uff01\uff5e": "pv!~", "\u3000": " ", "45\u300245\uff61": "45.45.",
		"ABZ[@": "abz[@", "\u00c4\u0416": "\u00e4\u0436", "\u5b89\u5fbd": "\u5b89\u5fbd", "\uff5f": "\uff5f",
	} {
		if got := strings.Map(Fold, in); got != want {
			t.Errorf("%q folds to %q, want %q", in, got, want)
		}
	}
	if got := strings.Map(Narrow, "\uff30V\uff0e"); got != "PV." {
		t.Errorf("narrowed to %q", got)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"root", "a\nb", "\x1b[31m", "\u009b", "\u202e", "\xff", "\u5b89\u5fbd", "e\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Logged(s)
		if !utf8.ValidString(got) || utf8.RuneCountInString(got) > maxLogged+3 {
			t.Errorf("%q", got)
		}
		for _, r := range got {
			if unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp, unicode.M) {
				t.Errorf("%q in %q", r, got)
			}
		}
		for what, got := range map[string]string{"line": Line(s), "typed": Typed(s, 80)} {
			for _, r := range got {
				if unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp, unicode.Variation_Selector) {
					t.Errorf("%q in the %s %q", r, what, got)
				}
			}
		}
		if typed := Typed(s, 8); !IsTyped(typed, 8) || Typed(typed, 8) != typed {
			t.Errorf("%q is typed as %q, which cannot be typed", s, typed)
		}
		if line := Line(s); !utf8.ValidString(line) || Line(line) != line {
			t.Errorf("%q is the line %q", s, line)
		}
		if Logged(got) != got && !strings.HasSuffix(got, "...") {
			t.Errorf("%q becomes %q", got, Logged(got))
		}
	})
}

// What is decided without the tables of Unicode is decided as they have it.
func TestPrintable(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		hidden := unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
		if want := unicode.IsPrint(r) && !hidden; (Of(r) == Printable) != want {
			t.Errorf("%U is %v, want printable: %v", r, Of(r), want)
		}
	}
}
