//go:build unix && clients

package main

import (
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"anhui-tui/tui/screen"
)

// shown is what can be seen of one cell. The second cell of a wide character
// is the zero value.
type shown struct {
	Text   string
	Fg, Bg string // "115" of the palette, "#rrggbb", "" for the terminal's own
	Attrs  string // "bold underline", in the order of attributes
	Link   string // its address
}

// untold is a background or a link that an emulator does not tell.
const untold = "?"

func (s shown) String() string {
	return fmt.Sprintf("%q on %q in %q %s %s", s.Text, s.Bg, s.Fg, s.Attrs, s.Link)
}

// attributes are those all three emulators know, in the order of the bits
// that terminal.cjs and ultraviolet have them in. Left out are the colour and
// the form of underlines, which xterm.js does not tell: frames have plain ones.
func attributes() []string {
	return []string{"bold", "faint", "italic", "blink", "rapid", "reverse", "hidden", "strike"}
}

// visible forgets what cannot be seen: the colour and the weight of a blank,
// unless it is reversed or has a line in it. Renderers leave that as it comes.
func visible(s shown) shown {
	switch {
	case s.Text == "":
		return shown{}
	case s.Text == " " && !strings.Contains(s.Attrs, "reverse") && !strings.Contains(s.Attrs, "underline") && !strings.Contains(s.Attrs, "strike"):
		return shown{Text: " ", Bg: s.Bg, Link: s.Link}
	}
	return s
}

// colorName is the same for the two ways to ask for one of the first 16
// colours, as it is for a terminal.
func colorName(c color.Color) string {
	switch c := c.(type) {
	case nil:
		return ""
	case ansi.BasicColor:
		return fmt.Sprint(uint8(c))
	case ansi.IndexedColor:
		return fmt.Sprint(uint8(c))
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

func ofCell(c *uv.Cell) shown {
	if c.Width == 1 && c.Content == "" {
		return shown{Text: " "}
	}
	var attrs []string
	for i, name := range attributes() {
		if c.Style.Attrs&(1<<i) != 0 {
			attrs = append(attrs, name)
		}
	}
	if c.Style.Underline != uv.UnderlineNone {
		attrs = append(attrs, "underline")
	}
	return visible(shown{c.Content, colorName(c.Style.Fg), colorName(c.Style.Bg), strings.Join(attrs, " "), c.Link.URL})
}

// parsed are the cells of lines with escape sequences for styles. A style may
// last longer than its line.
func parsed(lines string) [][]shown {
	all := uv.NewStyledString(lines).Lines(ansi.GraphemeWidth)
	rows := make([][]shown, 0, len(all))
	for _, line := range all {
		var row []shown
		for i := range line {
			row = append(row, ofCell(&line[i]))
			for range line[i].Width - 1 {
				row = append(row, shown{})
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// framed are the cells of a frame.
func framed(f screen.Frame) [][]shown {
	rows := make([][]shown, 0, f.H)
	for _, line := range f.Lines() {
		rows = append(rows, row(parsed(line), 0))
	}
	return rows
}

// differs says where a screen differs from what is wanted first; "" if nowhere.
// What is not said of either is blank.
func differs(got, want [][]shown) string {
	for y := range max(len(got), len(want)) {
		g, w := row(got, y), row(want, y)
		for x := range max(len(g), len(w)) {
			gc, wc := at(g, x), at(w, x)
			if gc.Bg == untold {
				gc.Bg = wc.Bg
			}
			if gc.Link == untold {
				gc.Link = wc.Link
			}
			if gc != wc {
				return fmt.Sprintf("line %d, cell %d is %v, not %v:\n got %s\nwant %s", y+1, x+1, gc, wc, texts(g), texts(w))
			}
		}
	}
	return ""
}

func row(rows [][]shown, y int) []shown {
	if y < len(rows) {
		return rows[y]
	}
	return nil
}

func at(row []shown, x int) shown {
	if x < len(row) {
		return row[x]
	}
	return shown{Text: " "}
}

func texts(row []shown) string {
	var b strings.Builder
	for _, s := range row {
		b.WriteString(s.Text)
	}
	return b.String()
}
