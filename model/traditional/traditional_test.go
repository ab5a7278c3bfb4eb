package traditional

import (
	"strings"
	"testing"
)

// The pairs are those of the table of simplified characters of 1986, of the State
// Language Commission.
func TestSimplified(t *testing.T) {
	for text, want := range map[string]string{
		"\u96fb\u52d5\u8eca":       "\u7535\u52a8\u8f66",       // electric cars
		"\u5149\u4f0f\u7522\u91cf": "\u5149\u4f0f\u4ea7\u91cf", // PV output
		"406.6\u5104\u5143":        "406.6\u4ebf\u5143",        // in a unit
		"\u9577\u946b\u5b58\u5132": "\u957f\u946b\u5b58\u50a8", // CXMT
		"\u9f8d\u9f9c":             "\u9f99\u9f9f",             // the end of the table
		"\u5b89\u5fbd, Anhui 1\uff05 \u3042\uac00\U00020000": "\u5b89\u5fbd, Anhui 1\uff05 \u3042\uac00\U00020000", // unchanged
	} {
		if got := strings.Map(Simplified, text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
		if strings.Map(Simplified, want) != want {
			t.Errorf("%s, which is simplified, changes", want)
		}
	}
}

// A form is final: none leads on to another.
func TestSimplifiedOnce(t *testing.T) {
	n := 0
	for r := rune(first); r <= last; r++ {
		switch s := Simplified(r); {
		case s == r:
		case s < first, s > last, Simplified(s) != s:
			t.Errorf("%c becomes %c, and that %c", r, s, Simplified(s))
		default:
			n++
		}
	}
	if n < 2500 {
		t.Errorf("only %d characters have another form", n)
	}
}
