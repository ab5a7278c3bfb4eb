package probe

import (
	"image/color"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Answers are the answers of a terminal.
type Answers struct {
	Complete   bool        // whether the last query was answered
	Background color.Color // nil without an answer
	Block      int         // cells of a block glyph, 0 without an answer
	Chinese    int         // cells of a Chinese character, 0 without an answer
	Name       string      // its own name, foreign text
	Clipboard  bool        // whether programs can write to it

	modes map[int]bool
}

// Has reports whether the terminal has a mode, and whether it answered the
// query for it.
func (a Answers) Has(mode int) (has, said bool) {
	has, said = a.modes[mode]
	return has, said
}

// parse reads the answers out of what came, whatever else is among it: keys
// that were pressed, answers to questions of others.
func parse(s []byte) Answers {
	a := Answers{modes: map[int]bool{}}
	if m := regexp.MustCompile(`\x1b\]11;([!-~]{1,64}?)(?:\x07|\x1b\\)`).FindSubmatch(s); m != nil {
		a.Background = ansi.XParseColor(string(m[1]))
	}
	widths := []*int{&a.Block, &a.Chinese}
	for i, m := range regexp.MustCompile(`\x1b\[\d{1,5};(\d{1,5})R`).FindAllSubmatch(s, len(widths)) {
		if column := number(m[1]); column >= 1 && column <= 5 { // it began at column 1
			*widths[i] = column - 1
		}
	}
	for _, m := range regexp.MustCompile(`\x1b\[\?(\d{1,5});(\d)\$y`).FindAllSubmatch(s, -1) {
		setting := number(m[2])
		a.modes[number(m[1])] = setting >= 1 && setting <= 3 // 0 is unknown, 4 is always off
	}
	if m := regexp.MustCompile(`\x1bP>\|([^\x1b]{1,64})\x1b\\`).FindSubmatch(s); m != nil {
		a.Name = string(m[1])
	}
	if m := regexp.MustCompile(`\x1b\[\?([\d;]{0,64})c`).FindSubmatch(s); m != nil {
		a.Complete = true
		a.Clipboard = slices.Contains(strings.Split(string(m[1]), ";"), "52")
	}
	return a
}

func number(digits []byte) int {
	n, _ := strconv.Atoi(string(digits)) //nolint:errcheck // at most five digits
	return n
}
