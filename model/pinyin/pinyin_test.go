package pinyin

import (
	"strings"
	"testing"
)

// The readings are those of a dictionary (Xiandai Hanyu Cidian).
func TestReadings(t *testing.T) {
	for text, want := range map[string]string{
		"\u5b89\u5fbd":             "ah",
		"\u5408\u80a5":             "hf",
		"\u9f99\u82af\u4e2d\u79d1": "lxzk",
		"\u91cd\u5e86\u957f\u5b89": "zqca", // of the more common zhong
		"\u9e4f\u8f89\u80fd\u6e90": "phny",
		"\u9e92\u9e9f\u9e2d":       "qly",
		"\u4e00\u9fa5":             "yy", // the first and, nearly, the last of the table
		"\u4e8c\u3007":             "el",
		"\u9f8d":                   "l", // traditional
	} {
		got := strings.Map(func(r rune) rune {
			if letter, ok := Initial(r); ok {
				return letter
			}
			return '?'
		}, text)
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	for _, r := range "aA0 \u3042\u00e9\U00020000\ua000\u4dff\ufffd" {
		if letter, ok := Initial(r); ok {
			t.Errorf("%q begins with %q", r, letter)
		}
	}
	// More than one reading: chang and zhang, and never any other.
	for letter := byte('a'); letter <= 'z'; letter++ {
		if (Of(0x957f)&Of(rune(letter)) != 0) != (letter == 'c' || letter == 'z') {
			t.Errorf("%c", letter)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	for b.Loop() {
		newEntries()
	}
}
