package verify

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile are texts, each repeated for as long as one likes before its end,
// with an item that makes them as slow as they can be.
func hostile() map[string]hostileText {
	number := func(words string) Item { return Item{Kind: Number, ID: "x", Words: []string{words}} }
	date := func(date string) Item {
		return Item{Kind: Date, ID: "x", Words: dateForms(date), Year: date[:4]}
	}
	return map[string]hostileText{
		"the first part only":     {"one of them all ", "", number("one of\u2026two of")},
		"the second at the end":   {"one of them all ", "two of", number("one of\u2026two of")},
		"the third at the end":    {"one of two of ", "three of", number("one of\u2026two of\u2026three of")},
		"parts that are too far":  {"one of " + strings.Repeat("them ", 50) + "two of ", "", number("one of\u2026two of")},
		"three parts, no third":   {"one of two of ", "", number("one of\u2026two of\u2026three of")},
		"the second within words": {"one of two often ", "", number("one of\u2026two of")},
		"numbers within numbers":  {"9.6 19.65 ", "", number("9.6\u20269.65")},
		"of one letter":           {"a", "", number("aaaa\u2026b")},
		"Chinese":                 {"\u5360\u5168\u56fd\u7532", "", number("\u5360\u5168\u56fd\u20269.5%")},
		"dates of other years":    {"Sept 18, 2019, ", "", date("2024-09-18")},
		"spaces after dates":      {"Sept 18" + strings.Repeat(", ", 90), "", date("2024-09-18")},
	}
}

// looks is a context that ends after so many looks at it, and counts them.
type looks struct {
	context.Context
	n, end int
}

func (l *looks) Err() error {
	if l.n++; l.end > 0 && l.n >= l.end {
		return context.Canceled
	}
	return nil
}

type hostileText struct {
	text, end string
	item      Item
}

func (h hostileText) long(n int) string { return strings.Repeat(h.text, n/len(h.text)+1) + h.end }

// TestHostileText walks through a text as often as through one half as long:
// how far is counted by the looks at the context, of which there is one for
// each 4 KiB.
func TestHostileText(t *testing.T) {
	for name, h := range hostile() {
		walked := func(n int) int {
			ctx := &looks{Context: t.Context()}
			if _, err := Text(ctx, h.long(n), []Item{h.item}); err != nil {
				t.Fatal(err)
			}
			return ctx.n
		}
		const n = 256 << 10
		short, double := walked(n), walked(2*n)
		if double > 2*short+8 {
			t.Errorf("%s: %d looks at %d KiB, %d at twice as many", name, short, n>>10, double)
		}
		// One way through the text to fold it, one for each form of the words
		// and each part of them, one for the nearest passage.
		if ways := 3 + 3*len(h.item.Words); double < 2*n/(4<<10) || double > ways*(2*n/(4<<10)+8) {
			t.Errorf("%s: %d looks, at %d KiB", name, double, 2*n>>10)
		}
	}
}

// TestCancelled ends at the first look at a context that has ended, wherever
// that is: while the text is folded, while words are looked for, and while the
// nearest passage is.
func TestCancelled(t *testing.T) {
	for name, h := range hostile() {
		text := h.long(16 << 10)
		whole := &looks{Context: t.Context()}
		if _, err := Text(whole, text, []Item{h.item}); err != nil {
			t.Fatal(err)
		}
		for end := 1; end <= whole.n; end++ {
			ctx := &looks{Context: t.Context(), end: end}
			found, err := Text(ctx, text, []Item{h.item})
			if !errors.Is(err, context.Canceled) || found != nil {
				t.Errorf("%s, look %d of %d: %v, %v", name, end, whole.n, found, err)
			}
			// Each word left asks once more and goes nowhere.
			if after := ctx.n - end; after > 2*len(h.item.Words)+2 {
				t.Errorf("%s, look %d of %d: %d more looks", name, end, whole.n, after)
			}
		}
	}
}

// TestHugePassage shows little of a passage with megabytes in it that nobody
// can see.
func TestHugePassage(t *testing.T) {
	for _, unseen := range []string{" ", "\u200b", "\ufe0f", "\x00", "\u00ad", "\u2003"} {
		text := "296.7" + strings.Repeat(unseen, 1<<20/len(unseen)) + "billion"
		f := one(text, "296.7 billions")
		if len(f.Nearest) > 100 || !strings.HasPrefix(f.Nearest, "296.7") || !utf8.ValidString(f.Nearest) {
			t.Errorf("%q: %d bytes of it: %.100q", unseen, len(f.Nearest), f.Nearest)
		}
	}
}

// BenchmarkHostileText has the same speed at every length.
func BenchmarkHostileText(b *testing.B) {
	for name, h := range hostile() {
		for _, n := range []int{64 << 10, 1 << 20, 16 << 20} {
			text := h.long(n)
			b.Run(fmt.Sprintf("%s/%dKiB", name, n>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if _, err := Text(b.Context(), text, []Item{h.item}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
