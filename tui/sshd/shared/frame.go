package shared

import (
	"hash/maphash"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Frame is a drawn screen as cells. It never changes, so any number of
// sessions can show the same one.
type Frame struct {
	Title string // what the terminal's window is called

	id    uint64 // no two frames have the same
	w, h  int
	cells []cell
	text  string
	links []link
	sums  []uint64 // of the lines as they were drawn: where they are alike, the cells are
}

// cell is one column of one line: which bytes of the frame's text it shows.
// The second column of a wide character has no bytes and no width.
type cell struct {
	at    uint32
	n     uint8
	width uint8
	pen   pen
}

// blank is the cell of a space in no style.
func blank() cell { return cell{n: 1, width: 1} }

// link is a part of a line that leads to a page: what OSC 8 says of it. A
// blank leads nowhere.
type link struct {
	y, from, to int
	target      string
}

// bytes is about what a frame takes.
func (f *Frame) bytes() int {
	n := 8*(len(f.cells)+len(f.sums)) + len(f.text) + len(f.Title) + 128
	for _, l := range f.links {
		n += 40 + len(l.target)
	}
	return n
}

func (f *Frame) row(y int) []cell { return f.cells[y*f.w : (y+1)*f.w] }

func (f *Frame) glyph(c cell) string { return f.text[c.at : c.at+uint32(c.n)] }

// link is where a cell leads to, or "".
func (f *Frame) link(x, y int) string {
	for _, l := range f.links {
		if l.y == y && l.from <= x && x < l.to {
			return l.target
		}
	}
	return ""
}

// newFrame takes the cells of drawn lines. What lies beyond the width is cut,
// what is missing is blank.
func newFrame(id uint64, seed maphash.Seed, known *pens, lines []string, w int) *Frame {
	f := &Frame{id: id, w: w, h: len(lines), cells: make([]cell, w*len(lines)), sums: make([]uint64, len(lines))}
	f.text = unseen + strings.Join(lines, "")
	r := reader{frame: f, pens: known, parser: ansi.GetParser(), at: len(unseen)}
	defer ansi.PutParser(r.parser)
	for y, line := range lines {
		f.sums[y] = maphash.String(seed, line)
		r.line(y, line)
	}
	return f
}

// unseen is what a frame's text has before its lines: the blank of all blank
// cells, and what is shown for a character that is too long.
const (
	unseen  = " ?"
	tooLong = 1
)

// reader reads lines into a frame's cells.
type reader struct {
	frame  *Frame
	pens   *pens
	parser *ansi.Parser
	at     int    // in the frame's text
	said   []byte // what was said of the style since the last reset
	pen    pen
	target string
}

func (r *reader) line(y int, line string) {
	row := r.frame.row(y)
	for x := range row {
		row[x] = blank()
	}
	r.said, r.pen, r.target = r.said[:0], r.pens.of(nil), ""
	x := 0
	for line != "" {
		if isPlain(line) { // most of it, and no need to look any further
			if x < len(row) {
				r.put(x, y, 1, 1)
				x++
			}
			line = line[1:]
			r.at++
			continue
		}
		seq, width, n := r.next(line)
		switch {
		case width > 0 && x+width <= len(row):
			r.put(x, y, width, len(seq))
			x += width
		case width == 0:
			r.obey(seq)
		}
		line = line[n:]
		r.at += n
	}
}

// isPlain reports whether a line begins with a character of ASCII that nothing
// can be combined with.
func isPlain(line string) bool {
	return line[0] >= ' ' && line[0] < 0x7f && (len(line) == 1 || line[1] < utf8.RuneSelf)
}

// next is what a line begins with: a sequence, or a character and its width.
func (r *reader) next(line string) (seq string, width, n int) {
	seq, width, n, _ = ansi.DecodeSequenceWc(line, ansi.NormalState, r.parser)
	if n == 1 && len(line) > 1 && line[1] >= 0xc0 && seq[0] > ' ' && seq[0] < 0x7f {
		// A letter and marks upon it, which are not looked for after ASCII.
		if cluster, wide := ansi.FirstGraphemeCluster(line, ansi.WcWidth); len(cluster) > 1 {
			return cluster, wide, len(cluster)
		}
	}
	return seq, width, n
}

// put sets the cells of the character of n bytes that is read.
func (r *reader) put(x, y, width, n int) {
	c := cell{width: uint8(width), pen: r.pen} //nolint:gosec // a character's width
	switch {
	case n > 255:
		c.at, c.n = tooLong, 1
	case n == 1 && r.frame.text[r.at] == ' ':
		c.n = 1
		if r.pen.bare() { // of a colour nobody sees there is no need to speak
			c.pen = 0
		}
	default:
		c.at, c.n = uint32(r.at), uint8(n) //nolint:gosec // a frame's text, a character
	}
	cells := r.frame.row(y)[x : x+width]
	cells[0] = c
	for i := range cells[1:] {
		cells[1+i] = cell{pen: c.pen}
	}
	if r.target != "" && !isBlank(c) {
		r.link(x, y, width)
	}
}

func (r *reader) link(x, y, width int) {
	links := &r.frame.links
	if n := len(*links) - 1; n >= 0 && (*links)[n].y == y && (*links)[n].to == x && (*links)[n].target == r.target {
		(*links)[n].to += width
		return
	}
	*links = append(*links, link{y, x, x + width, r.target})
}

const hyperlink = "\x1b]8;"

// obey takes what a sequence says of style or link.
func (r *reader) obey(seq string) {
	switch {
	case seq == "\x1b[m" || seq == "\x1b[0m":
		r.said, r.pen = r.said[:0], r.pens.of(nil)
	case ansi.HasCsiPrefix(seq) && seq[len(seq)-1] == 'm':
		r.said = append(r.said, seq...)
		r.pen = r.pens.of(r.said)
	case strings.HasPrefix(seq, hyperlink):
		r.target = strings.TrimRight(seq[len(hyperlink):], "\x07\x1b\\")
		if r.target == ";" {
			r.target = ""
		}
	}
}
