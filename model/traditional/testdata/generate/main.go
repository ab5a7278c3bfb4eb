// Command generate writes the table of package traditional, from the dictionary of
// github.com/longbridgeapp/opencc.
package main

import (
	"fmt"
	"log"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/longbridgeapp/opencc"
)

func main() {
	converter, err := opencc.New("t2s")
	if err != nil {
		log.Fatal(err)
	}
	simplified := func(r rune) rune {
		s, err := converter.Convert(string(r))
		if err != nil {
			log.Fatal(err)
		}
		if to, size := utf8.DecodeRuneInString(s); size == len(s) && to >= 0x4e00 && to < 0xa000 {
			return to
		}
		return r
	}
	var b strings.Builder
	n := 0
	for r := rune(0x4e00); r < 0xa000; r++ {
		to := simplified(r)
		if to = simplified(to); to == r {
			continue
		}
		b.WriteString(string([]rune{r, to}))
		if n++; n%32 == 0 {
			b.WriteByte('\n')
		}
	}
	b.WriteByte('\n')
	if err := os.WriteFile(os.Args[1], []byte(b.String()), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Println(n, "pairs")
}
