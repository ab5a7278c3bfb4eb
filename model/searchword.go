package model

import (
	"math"
	"strconv"
	"strings"

	"anhui-tui/model/pinyin"
)

// word is a folded word of a query, and the value it denotes.
type word struct {
	text    string
	pairs   uint64
	letters []pinyin.Letters // nil if it is no word of letters
	sounds  pinyin.Letters   // all of them
	ordinal bool             // 1st
	short   bool             // a value only beside a unit
	numbers []float64        // one, or the two of a range; nil if it is no value
	scale   float64          // of numbers, to whole ones
	// before and after are the parts of a unit that are written together with the
	// number: % and, in Chinese, all.
	before, after string
}

// newWords returns the words of a query. A short number counts beside a word that
// units are written with.
func newWords(texts []string, units map[string]bool) []word {
	words, unit := make([]word, len(texts)), false
	for i, text := range texts {
		words[i] = newWord(text)
		unit = unit || units[words[i].text]
	}
	for i := range words {
		if words[i].short && !unit {
			words[i].numbers = nil
		}
	}
	return words
}

const (
	decimalDigits = "0123456789"
	inNumber      = decimalDigits + ".,"
	letters       = "abcdefghijklmnopqrstuvwxyz"
	// signs are around numbers as they are shown.
	signs = "=~<>\u2248\u2264\u2265()+*!"
	// wholeDigits is how many digits a number by itself has, as shorter ones are those
	// of too many figures.
	wholeDigits = 3
)

// hedged returns a text without the Chinese words that qualify a number.
func hedged(text string) string {
	for rest := text; ; text = rest {
		for _, hedge := range [...]string{
			"\u76ee\u6807", "\u4e0d\u4f4e\u4e8e", "\u4e0d\u8d85\u8fc7", "\u4e0d\u8db3", "\u7ea6", "\u8fd1", "\u8d85", "\u903e", "\u8fbe",
		} {
			rest = strings.TrimPrefix(rest, hedge)
		}
		if rest == text {
			return rest
		}
	}
}

func newWord(text string) word {
	w := word{text: text, pairs: pairsOf(text)}
	if strings.Trim(text, letters) == "" {
		w.letters = soundsOf(text)
		w.sounds = anyOf(w.letters)
	}
	number := strings.TrimLeft(text, decimalDigits)
	w.ordinal = number != text && (number == "st" || number == "nd" || number == "rd" || number == "th")
	if numerator, denominator, ok := strings.Cut(text, "/"); ok {
		denominator, _, _ = strings.Cut(denominator, "(")
		n, err := strconv.ParseUint(hedged(numerator), 10, 16)
		of, err2 := strconv.ParseUint(denominator, 10, 16)
		if err == nil && err2 == nil && n < of {
			w.numbers, w.scale = []float64{100 * float64(n) / float64(of)}, 100
		}
		return w
	}
	from := strings.IndexAny(text, decimalDigits)
	to := strings.LastIndexAny(text, decimalDigits) + 1
	if from < 0 {
		return w
	}
	before, negative := strings.CutSuffix(text[:from], "-")
	w.before, w.after = hedged(before), text[to:]
	low, high, isRange := strings.Cut(strings.Replace(text[from:to], "\u2013", "-", 1), "-")
	parts := []string{low, high}
	if !isRange {
		parts = parts[:1]
	}
	w.short = w.after == "" && (isRange || len(low)-strings.Count(low, ".")-strings.Count(low, ",") < wholeDigits)
	numbers, decimals := make([]float64, len(parts)), 0
	for i, part := range parts {
		part = strings.ReplaceAll(part, ",", "")
		n, err := strconv.ParseFloat(part, 64)
		if err != nil || strings.Trim(part, inNumber) != "" {
			return w
		}
		_, fraction, _ := strings.Cut(part, ".")
		numbers[i], decimals = n, max(decimals, len(fraction))
	}
	if negative {
		numbers[0] = -numbers[0]
	}
	w.numbers, w.scale = numbers, math.Pow10(decimals)
	return w
}

// shows returns how well the word is the value of the figure in either language, its
// number with as much of the unit as is written together with it: inText as it is shown,
// inPart rounded further.
func (w *word) shows(f *Figure) uint16 {
	switch value, lower, upper := f.Value.Numbers(); len(w.numbers) {
	case 1:
		return max(w.shown(0, value, f.Indicator.Unit), w.shown(0, lower, f.Indicator.Unit), w.shown(0, upper, f.Indicator.Unit))
	case 2:
		return min(w.shown(0, lower, f.Indicator.Unit), w.shown(1, upper, f.Indicator.Unit))
	}
	return noMatch
}

// shown returns how well the ith number of the word is n in unit u.
func (w *word) shown(i int, n Number, u *Unit) uint16 {
	best := uint16(noMatch)
	if !n.ok {
		return best
	}
	for _, lang := range [...]Lang{EN, ZH} {
		form := u.Form(lang)
		written := n.value * form.Times
		if w.around(form.Before, form.After) {
			best = max(best, w.is(i, written))
		}
		if form.AfterLarge != "" && w.around(form.Before, form.AfterLarge) {
			best = max(best, w.is(i, written/step(lang)))
		}
	}
	return best
}

// whole reports whether the word, which is in a text, stands there with no more digits
// of a number before or after it.
func (w *word) whole(text string) bool {
	digit := func(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	joins := func(i int) bool { return i >= 0 && i < len(text) && (text[i] == '.' || text[i] == ',') }
	first, last := digit(w.text, 0), digit(w.text, len(w.text)-1)
	if !first && !last {
		return true
	}
	for from := 0; ; {
		n := strings.Index(text[from:], w.text)
		if n < 0 {
			return false
		}
		at := from + n
		end := at + len(w.text)
		longer := first && (digit(text, at-1) || joins(at-1) && digit(text, at-2)) ||
			last && (digit(text, end) || joins(end) && digit(text, end+1))
		if !longer {
			return true
		}
		from = at + 1
	}
}

// is returns how well the ith number of the word is n.
func (w *word) is(i int, n float64) uint16 {
	if math.Abs(math.Round(n*w.scale)-w.numbers[i]*w.scale) >= 1 {
		return noMatch
	}
	for _, digits := range [...]int{significant(EN), significant(ZH), fractionDigits, allDigits} {
		if shown, _ := round(n, digits); math.Abs(shown-w.numbers[i]) <= 1e-9*math.Abs(shown) {
			return inText
		}
	}
	return inPart
}

// around reports whether what the word has before and after its number is of a unit
// that is written so.
func (w *word) around(before, after string) bool {
	return (w.before == "" || w.before == strings.TrimSpace(Folded(before))) &&
		(w.after == "" || strings.HasPrefix(strings.TrimSpace(Folded(after)), w.after))
}
