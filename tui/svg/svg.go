package svg

import (
	"fmt"
	"html"
	"image/color"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/tui/chart"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// A cell of the picture and the margin around all of them, in pixels, and the
// fonts of its text. The letters of most of them are 0.6 of their size wide,
// so that they fill a cell; Chinese characters are as wide as they are high.
const (
	cellWidth, cellHeight = 9, 20
	svgMargin             = 9
	svgSize, svgWideSize  = 15, 17
	svgFonts              = `ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", "PingFang SC", "Microsoft YaHei", monospace`
)

// Write writes a frame as a picture: one text element a run of equal cells,
// each spaced to its cells, so that columns line up in every font, Chinese ones
// included. Blocks, lines and dots are drawn, because fonts do not agree on
// where in a cell they are, and not every font has them.
func Write(w io.Writer, f screen.Frame, theme place.Theme) error {
	foreground, background := "#d0d0d0", "#16181d"
	switch theme {
	case place.Light:
		foreground, background = "#303030", "#ffffff"
	case place.HighContrast:
		foreground, background = "#ffffff", "#000000"
	case place.Dark, place.Mono:
	}
	width := 0
	for _, l := range f.Lines {
		width = max(width, chart.Width(l))
	}
	var b strings.Builder
	wide, high := width*cellWidth+2*svgMargin, len(f.Lines)*cellHeight+2*svgMargin
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d">`+"\n", wide, high, wide, high)
	fmt.Fprintf(&b, "<style>text{font:%dpx %s;white-space:pre;dominant-baseline:central}.w{font-size:%dpx}</style>\n", svgSize, svgFonts, svgWideSize)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" fill="%s"/>`+"\n", background)
	for y, l := range f.Lines {
		s := svgLine{out: &b, y: svgMargin + y*cellHeight, page: [2]string{foreground, background}}
		s.line(l)
	}
	b.WriteString("</svg>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// svgLine draws one line: it gathers cells of one look and kind and writes
// them when either changes.
type svgLine struct {
	out  *strings.Builder
	page [2]string // its foreground and background
	y    int
	look look
	link string // the address a run leads to
	run  strings.Builder
	from int // cell the run begins at
	to   int // cell after it
	kind rune
}

// What a run is of, beside the glyphs that are drawn.
const (
	narrowText rune = iota
	wideText
)

// look is the style of a cell; the zero colour is the page's.
type look struct {
	fg, bg                     color.Color
	bold, underlined, reversed bool
}

func (s *svgLine) line(l string) {
	var state byte
	for l != "" {
		seq, width, n, next := ansi.DecodeSequence(l, state, nil)
		if width == 0 && strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m") {
			s.flush()
			s.look = s.look.sgr(seq[2 : len(seq)-1])
		} else if address, ok := chart.Address(seq); ok {
			s.flush()
			s.link = address
		} else if width > 0 {
			s.cell(seq, width)
		}
		l, state = l[n:], next
	}
	s.flush()
}

func (s *svgLine) cell(text string, width int) {
	kind := narrowText
	if width == 2 {
		kind = wideText
	}
	if r, n := utf8.DecodeRuneInString(text); n == len(text) && drawn(r) {
		kind = r
	}
	if s.kind != kind {
		s.flush()
		s.kind = kind
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
	fg, bg := hex(s.look.fg, s.page[0]), hex(s.look.bg, s.page[1])
	if s.look.reversed {
		fg, bg = bg, fg
	}
	if bg != s.page[1] {
		fmt.Fprintf(s.out, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", x, s.y, cells*cellWidth, cellHeight, bg)
	}
	if strings.Trim(text, " ") == "" || fg == bg {
		return
	}
	if s.kind > wideText {
		s.out.WriteString(shape(s.kind, x, s.y, cells, fg) + "\n")
		return
	}
	more := ""
	if s.kind == wideText {
		more = ` class="w"`
	}
	if s.look.bold {
		more += ` font-weight="bold"`
	}
	if s.look.underlined {
		more += ` text-decoration="underline"`
	}
	begin, end := "", ""
	if s.link != "" {
		begin, end = `<a href="`+html.EscapeString(s.link)+`">`, "</a>"
	}
	fmt.Fprintf(s.out, `%s<text x="%d" y="%d" textLength="%d" fill="%s"%s>%s</text>%s`+"\n",
		begin, x, s.y+cellHeight/2, cells*cellWidth, fg, more, html.EscapeString(text), end)
}

func hex(c color.Color, page string) string {
	if c == nil {
		return page
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// sgr returns the look after a colour sequence, of which only the forms the
// theme uses are known.
func (k look) sgr(parameters string) look {
	var codes []int
	for p := range strings.SplitSeq(parameters, ";") {
		n := 0
		for _, c := range p {
			n = n*10 + int(c-'0')
		}
		codes = append(codes, n)
	}
	for i := 0; i < len(codes); i++ {
		switch c := codes[i]; {
		case c == 0:
			k = look{}
		case c == 1:
			k.bold = true
		case c == 4:
			k.underlined = true
		case c == 7:
			k.reversed = true
		case (c == 38 || c == 48) && i+2 < len(codes) && codes[i+1] == 5:
			indexed := ansi.IndexedColor(codes[i+2]) //nolint:gosec // written by ourselves, 0 to 255
			if c == 38 {
				k.fg = indexed
			} else {
				k.bg = indexed
			}
			i += 2
		case c >= 30 && c <= 37:
			k.fg = ansi.BasicColor(c - 30) //nolint:gosec // 0 to 7
		case c >= 90 && c <= 97:
			k.fg = ansi.BasicColor(c - 82) //nolint:gosec // 8 to 15
		case c >= 40 && c <= 47:
			k.bg = ansi.BasicColor(c - 40) //nolint:gosec // 0 to 7
		case c >= 100 && c <= 107:
			k.bg = ansi.BasicColor(c - 92) //nolint:gosec // 8 to 15
		}
	}
	return k
}
