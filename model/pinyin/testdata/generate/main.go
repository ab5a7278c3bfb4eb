// Command generate writes the table of package pinyin, from the readings of
// github.com/mozillazg/go-pinyin.
package main

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/mozillazg/go-pinyin"
)

func main() {
	var b strings.Builder
	for r := rune(0x4e00); r < 0xa000; r++ {
		b.WriteString(initials(r))
		if r%64 == 63 {
			b.WriteByte('\n')
		}
	}
	if err := os.WriteFile(os.Args[1], []byte(b.String()), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Println(b.Len(), "bytes")
}

// initials returns the first letters of the readings of a character, the most
// common reading first, and the last letter a capital; "." if it has none.
func initials(r rune) string {
	switch r {
	case '合': // ge is a measure of grain, and gf means photovoltaics, never Hefei
		return "H"
	case '长', '長': // long, before to grow
		return "cZ"
	}
	args := pinyin.NewArgs()
	args.Heteronym, args.Style = true, pinyin.Normal
	letters := ""
	for _, readings := range pinyin.Pinyin(string(r), args) {
		for _, reading := range readings {
			if c := reading[:1]; c >= "a" && c <= "z" && !strings.Contains(letters, c) {
				letters += c
			}
		}
	}
	if letters == "" {
		return "."
	}
	last := len(letters) - 1
	return letters[:last] + strings.ToUpper(letters[last:])
}
