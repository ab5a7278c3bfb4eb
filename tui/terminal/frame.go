package terminal

import (
	"hash/maphash"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Frame is a drawn screen as cells. It is immutable, so any number of terminals
// can show the same one.
type Frame struct {
	title string
	id    uint64
	w, h  int
	cells []cell
	text  string
	links []link
	sums  []uint64 // hashes of the drawn lines: of equal lines the cells are equal
}

// Title returns the title of the window the frame is shown in.
func (f *Frame) Title() string { return f.title }

// ID returns a number that no other frame of the same table has. It is not 0.
func (f *Frame) ID() uint64 { return f.id }

// cell is one column of one line: the part of the frame's text that it shows.
// The second column of a wide character has no bytes and no width.
type cell struct {
	at    uint32
	n     uint8
	width uint8
	style styleID
}

// blank returns the cell of a space in the default style.
func blank() cell { return cell{n: 1, width: 1} }

// link is a hyperlink on the columns from <= x < to of line y. Its target is what
// OSC 8 has after the command. Blanks are never part of one.
type link struct {
	y, from, to int
	target      string
}

// Bytes returns about how much memory the frame takes.
func (f *Frame) Bytes() int {
	n := 8*(len(f.cells)+len(f.sums)) + len(f.text) + len(f.title) + 128
	for _, l := range f.links {
		n += 40 + len(l.target)
	}
	return n
}

func (f *Frame) row(y int) []cell { return f.cells[y*f.w : (y+1)*f.w] }

func (f *Frame) glyph(c cell) string { return f.text[c.at : c.at+uint32(c.n)] }

// link returns the target of the hyperlink on a cell, or "".
func (f *Frame) link(x, y int) string {
	for _, l := range f.links {
		if l.y == y && l.from <= x && x < l.to {
			return l.target
		}
	}
	return ""
}

// NewFrame returns the frame of drawn lines: text with SGR and OSC 8 sequences.
// Lines are cut at width columns and filled with blanks up to it.
func NewFrame(styles *StyleTable, title string, lines []string, width int) *Frame {
	f := &Frame{
		title: title, id: styles.frames.Add(1), w: width, h: len(lines),
		cells: make([]cell, width*len(lines)), sums: make([]uint64, len(lines)),
	}
	f.text = prefix + strings.Join(lines, "")
	r := lineReader{frame: f, styles: styles, parser: ansi.GetParser(), at: len(prefix)}
	defer ansi.PutParser(r.parser)
	for y, line := range lines {
		f.sums[y] = maphash.String(styles.seed, line)
		r.line(y, line)
	}
	return f
}

// prefix begins every frame's text: the space of all blank cells, and what stands
// for a character of too many bytes.
const (
	prefix  = " ?"
	tooLong = 1
)

// lineReader parses drawn lines into a frame's cells.
type lineReader struct {
	frame  *Frame
	styles *StyleTable
	parser *ansi.Parser
	at     int    // in the frame's text
	sgr    []byte // the SGR sequences since the last reset
	style  styleID
	target string // of the hyperlink that is open
}

// line parses line y.
func (r *lineReader) line(y int, line string) {
	row := r.frame.row(y)
	for x := range row {
		row[x] = blank()
	}
	r.sgr, r.style, r.target = r.sgr[:0], 0, ""
	x := 0
	for line != "" {
		if isPlain(line) { // the usual case
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
			r.applySequence(seq)
		}
		line = line[n:]
		r.at += n
	}
}

// isPlain reports whether a line begins with a printable ASCII character that is
// a glyph by itself: nothing after it can combine with it.
func isPlain(line string) bool {
	return line[0] >= ' ' && line[0] < 0x7f && (len(line) == 1 || line[1] < utf8.RuneSelf)
}

// next returns the sequence or the character a line begins with, its width in
// columns, and the number of bytes to skip.
func (r *lineReader) next(line string) (seq string, width, n int) {
	seq, width, n, _ = ansi.DecodeSequenceWc(line, ansi.NormalState, r.parser)
	if n == 1 && len(line) > 1 && line[1] >= 0xc0 && seq[0] > ' ' && seq[0] < 0x7f {
		// A letter and marks upon it, which are not looked for after ASCII.
		if cluster, wide := ansi.FirstGraphemeCluster(line, ansi.WcWidth); len(cluster) > 1 {
			return cluster, wide, len(cluster)
		}
	}
	return seq, width, n
}

// put sets the cells at x of the character of n bytes at r.at.
func (r *lineReader) put(x, y, width, n int) {
	c := cell{width: uint8(width), style: r.style} //nolint:gosec // a character's width
	switch {
	case n > 255:
		c.at, c.n = tooLong, 1
	case n == 1 && r.frame.text[r.at] == ' ':
		c.n = 1
		if r.style.invisibleOnSpace() { // saves writing it
			c.style = 0
		}
	default:
		c.at, c.n = uint32(r.at), uint8(n) //nolint:gosec // a frame's text, a character
	}
	cells := r.frame.row(y)[x : x+width]
	cells[0] = c
	for i := range cells[1:] {
		cells[1+i] = cell{style: c.style}
	}
	if r.target != "" && !isBlank(c) {
		r.link(x, y, width)
	}
}

// link adds a cell to the hyperlink that is open.
func (r *lineReader) link(x, y, width int) {
	links := &r.frame.links
	if n := len(*links) - 1; n >= 0 && (*links)[n].y == y && (*links)[n].to == x && (*links)[n].target == r.target {
		(*links)[n].to += width
		return
	}
	*links = append(*links, link{y, x, x + width, r.target})
}

// hyperlink begins an OSC 8 sequence.
const hyperlink = "\x1b]8;"

// applySequence applies an SGR or OSC 8 sequence. Others are ignored.
func (r *lineReader) applySequence(seq string) {
	switch {
	case seq == "\x1b[m" || seq == "\x1b[0m":
		r.sgr, r.style = r.sgr[:0], 0
	case ansi.HasCsiPrefix(seq) && seq[len(seq)-1] == 'm':
		r.sgr = append(r.sgr, seq...)
		r.style = r.styles.of(r.sgr)
	case strings.HasPrefix(seq, hyperlink):
		r.target = strings.TrimRight(seq[len(hyperlink):], "\x07\x1b\\")
		if r.target == ";" {
			r.target = ""
		}
	}
}
