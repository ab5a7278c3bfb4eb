package svg

import (
	"fmt"
	"html"
	"image/color"
	"io"
	"strings"
	"unicode/utf8"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// A cell of the picture and the margin around all of them, in pixels, and the
// fonts of its text. The letters of most of them are 0.6 of their size wide,
// so that they fill a cell; Chinese characters are as wide as they are high, and
// spaced to two cells, also by programs that know no textLength.
const (
	cellWidth, cellHeight = 9, 20
	svgMargin             = 9
	svgSize, svgWideSize  = 15, 17
	baseline              = 15 // below the top of a cell: not every viewer can centre text
	svgFonts              = `ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", "PingFang SC", "Microsoft YaHei", monospace`
)

// Write writes a frame as a picture: one text element a run of equal cells,
// each spaced to its cells, so that columns line up in every font, Chinese ones
// included. Blocks, lines and dots are drawn, because fonts do not agree on
// where in a cell they are, and not every font has them.
func Write(w io.Writer, f screen.Frame, theme place.Theme) error {
	foreground, background := pageOf(theme)
	var b strings.Builder
	wide, high := f.W*cellWidth+2*svgMargin, f.H*cellHeight+2*svgMargin
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 %d %d" width="%d" height="%d">`+"\n", wide, high, wide, high)
	fmt.Fprintf(&b, "<style>text{font:%dpx %s;white-space:pre}.w{font-size:%dpx;letter-spacing:%dpx}.b{font-weight:bold}</style>\n", svgSize, svgFonts, svgWideSize, 2*cellWidth-svgWideSize)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" fill="%s"/>`+"\n", background)
	for y := range f.H {
		s := svgLine{out: &b, y: svgMargin + y*cellHeight, page: [2]string{foreground, background}}
		for _, c := range f.Row(y) {
			if c.Width > 0 {
				s.cell(f.Text(c), int(c.Width), c.Style, f.Address(c))
			}
		}
		s.flush()
	}
	b.WriteString("</svg>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// pageOf returns the colours of text and of the ground under it.
func pageOf(theme place.Theme) (foreground, background string) {
	switch theme {
	case place.Light:
		return "#303030", "#ffffff"
	case place.HighContrast:
		return "#ffffff", "#000000"
	case place.Dark, place.Mono:
	}
	return "#d0d0d0", "#16181d"
}

// svgLine draws one line: it gathers cells of one look and kind and writes
// them when either changes.
type svgLine struct {
	out   *strings.Builder
	page  [2]string // its foreground and background
	y     int
	style cell.Style
	link  string // the address a run leads to
	run   strings.Builder
	from  int // cell the run begins at
	to    int // cell after it
	kind  rune
}

// What a run is of, beside the glyphs that are drawn.
const (
	narrowText rune = iota
	wideText
)

func (s *svgLine) cell(text string, width int, style cell.Style, link string) {
	kind := narrowText
	if width == 2 {
		kind = wideText
	}
	if r, n := utf8.DecodeRuneInString(text); n == len(text) && drawn(r) {
		kind = r
	}
	if s.kind != kind || s.style != style || s.link != link {
		s.flush()
		s.kind, s.style, s.link = kind, style, link
	}
	s.run.WriteString(text)
	s.to += width
}

// flush writes the run: its background if it has one, its text if it is not
// only spaces.
func (s *svgLine) flush() {
	text, cells := s.run.String(), s.to-s.from
	x := svgMargin + s.from*cellWidth
	s.run.Reset()
	s.from = s.to
	if cells == 0 {
		return
	}
	look := s.style.Look()
	fg, bg := hex(look.Fg, s.page[0]), hex(look.Bg, s.page[1])
	if look.Attrs&cell.Reverse != 0 {
		fg, bg = bg, fg
	}
	if bg != s.page[1] {
		fmt.Fprintf(s.out, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", x, s.y, cells*cellWidth, cellHeight, bg)
	}
	if strings.Trim(text, " ") == "" || fg == bg {
		return
	}
	if s.kind == narrowText { // not every viewer keeps spaces at the ends
		trimmed := strings.TrimLeft(text, " ")
		x, cells = x+(len(text)-len(trimmed))*cellWidth, cells-(len(text)-len(trimmed))
		text = strings.TrimRight(trimmed, " ")
		cells -= len(trimmed) - len(text)
	}
	if s.kind > wideText {
		s.out.WriteString(shape(s.kind, x, s.y, cells, fg) + "\n")
		return
	}
	var classes []string
	if s.kind == wideText {
		classes = append(classes, "w")
	}
	if look.Attrs&cell.Bold != 0 {
		classes = append(classes, "b")
	}
	more := ""
	if len(classes) > 0 {
		more = ` class="` + strings.Join(classes, " ") + `"`
	}
	if look.Attrs&cell.Underline != 0 {
		more += ` text-decoration="underline"`
	}
	begin, end := "", ""
	if s.link != "" {
		begin, end = `<a href="`+html.EscapeString(s.link)+`">`, "</a>"
	}
	fmt.Fprintf(s.out, `%s<text x="%d" y="%d" textLength="%d" fill="%s"%s>%s</text>%s`+"\n",
		begin, x, s.y+baseline, cells*cellWidth, fg, more, html.EscapeString(text), end)
}

func hex(c color.Color, page string) string {
	if c == nil {
		return page
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
