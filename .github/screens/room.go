//go:build ignore

// Room draws a presenter and a follower of the same place side by side as SVG: each
// in a size, a language and a theme of its own.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"strings"

	"anhui-tui/data"
	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/svg"
)

func main() {
	d, err := data.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	at, err := place.Parse("trends/nev-output")
	if err != nil {
		log.Fatal(err)
	}
	presenter := place.Viewport{Colors: place.Colors256, Room: place.Room{Role: place.Presenting, Code: "K7QM-3RXD", Follow: 37, Browse: 5}}.Size(100, 30)
	follower := place.Viewport{Colors: place.Colors256, Lang: model.ZH, Theme: place.Light, Room: place.Room{Role: place.Following, Code: "K7QM-3RXD"}}.Size(80, 24)
	const left, wide, high = 960, 960 + 756, 636
	fmt.Printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d"><rect width="100%%" height="100%%" fill="#808080"/>`, wide, high)
	for n, in := range []place.Viewport{presenter, follower} {
		var b bytes.Buffer
		if err := svg.Write(&b, screen.Render(d, at, in), in.Theme); err != nil {
			log.Fatal(err)
		}
		fmt.Printf(`<g transform="translate(%d,%d)">`, n*left, n*60)
		fmt.Print(strings.Replace(b.String(), "<svg ", `<svg overflow="hidden" `, 1), "</g>")
	}
	fmt.Println("</svg>")
	_ = os.Stdout.Sync()
}
