package shared

import (
	"hash/maphash"
	"strings"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Frame is a drawn screen as cells. It never changes, so any number of
// sessions can show the same one.
type Frame struct {
	id     uint64 // no two frames have the same
	w, h   int
	cells  []cell
	text   string
	styles []uv.Style // those of the cells; the first one is none
	sums   []uint64   // of the lines as they were drawn: where they are alike, the cells are
}

// cell is one column of one line: which bytes of the frame's text it shows.
// The second column of a wide character has no bytes and no width.
type cell struct {
	at    uint32
	n     uint8
	width uint8
	style uint16
}

// bytes is about what a frame takes.
func (f *Frame) bytes() int {
	return 8*(len(f.cells)+len(f.sums)) + len(f.text) + 64*len(f.styles) + 128
}

func (f *Frame) row(y int) []cell { return f.cells[y*f.w : (y+1)*f.w] }

func (f *Frame) glyph(c cell) string { return f.text[c.at : c.at+uint32(c.n)] }

// newFrame takes the cells of drawn lines. What lies beyond the width is cut,
// what is missing is blank.
func newFrame(id uint64, seed maphash.Seed, lines []string, w int) *Frame {
	f := &Frame{id: id, w: w, h: len(lines), cells: make([]cell, w*len(lines)), sums: make([]uint64, len(lines))}
	r := reader{frame: f, known: map[string]uint16{"": 0}}
	f.styles = []uv.Style{{}}
	r.text.WriteByte(' ') // that of all blank cells
	p := ansi.GetParser()
	defer ansi.PutParser(p)
	for y, line := range lines {
		f.sums[y] = maphash.String(seed, line)
		r.line(f.row(y), line, p)
	}
	f.text = r.text.String()
	return f
}

// reader reads lines into a frame's cells.
type reader struct {
	frame *Frame
	text  strings.Builder
	pen   strings.Builder // what was said of the style since the last reset
	style uv.Style
	index uint16
	known map[string]uint16 // pens
}

func (r *reader) line(row []cell, line string, p *ansi.Parser) {
	for x := range row {
		row[x] = cell{n: 1, width: 1}
	}
	r.reset()
	x := 0
	for line != "" {
		if isPlain(line) { // most of it, and no need to look any further
			if x < len(row) {
				r.put(row[x:x+1], line[:1])
				x++
			}
			line = line[1:]
			continue
		}
		seq, width, n, _ := ansi.DecodeSequenceWc(line, ansi.NormalState, p)
		if n == 1 && len(line) > 1 && line[1] >= 0xc0 && seq[0] > ' ' && seq[0] < 0x7f {
			// A letter and marks upon it, which are not looked for after ASCII.
			if cluster, wide := ansi.FirstGraphemeCluster(line, ansi.WcWidth); len(cluster) > 1 {
				seq, width, n = cluster, wide, len(cluster)
			}
		}
		line = line[n:]
		switch {
		case width > 0 && x+width <= len(row):
			r.put(row[x:x+width], seq)
			x += width
		case width == 0 && ansi.HasCsiPrefix(seq) && p.Command() == 'm':
			r.sgr(seq, p)
		}
	}
}

// isPlain reports whether a line begins with a character of ASCII that nothing
// can be combined with.
func isPlain(line string) bool {
	return line[0] >= ' ' && line[0] < 0x7f && (len(line) == 1 || line[1] < utf8.RuneSelf)
}

// put sets the cells of one character.
func (r *reader) put(cells []cell, glyph string) {
	c := cell{width: uint8(len(cells)), style: r.index} //nolint:gosec // a character's width
	if glyph == " " {
		c.n, c.style = 1, r.blank()
	} else {
		if len(glyph) > 255 {
			glyph = "?"
		}
		c.at, c.n = uint32(r.text.Len()), uint8(len(glyph)) //nolint:gosec // a frame's text, a character
		r.text.WriteString(glyph)
	}
	cells[0] = c
	for i := range cells[1:] {
		cells[1+i] = cell{style: c.style}
	}
}

// blank is the style of a space: of a colour nobody sees there is no need to
// speak.
func (r *reader) blank() uint16 {
	if bare(&r.style) {
		return 0
	}
	return r.index
}

// bare reports whether a space in a style looks like one in none.
func bare(s *uv.Style) bool {
	return s.Bg == nil && s.Underline == uv.UnderlineNone && s.Attrs&(uv.AttrReverse|uv.AttrStrikethrough) == 0
}

func (r *reader) reset() {
	r.pen.Reset()
	r.style, r.index = uv.Style{}, 0
}

func (r *reader) sgr(seq string, p *ansi.Parser) {
	if seq == "\x1b[m" || seq == "\x1b[0m" {
		r.reset()
		return
	}
	r.pen.WriteString(seq)
	uv.ReadStyle(p.Params(), &r.style)
	index, ok := r.known[r.pen.String()]
	if !ok {
		index = r.frame.styleIndex(r.style)
		r.known[r.pen.String()] = index
	}
	r.index = index
}

// styleIndex returns the index of a style, which may be new.
func (f *Frame) styleIndex(s uv.Style) uint16 {
	for i := range f.styles {
		if f.styles[i] == s {
			return uint16(i) //nolint:gosec // a frame has some dozens
		}
	}
	f.styles = append(f.styles, s)
	return uint16(len(f.styles) - 1) //nolint:gosec // as above
}
