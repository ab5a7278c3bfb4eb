// Package cell is a screen as cells: what is drawn, compared and shown is a
// glyph, a style and a link for each column of each line, eight bytes a cell.
//
// A [Frame] is drawn through [Canvas] values, each clipped to its area, so that
// nothing can draw outside. Styles are numbers that all frames share, and only
// [Look.Style] makes new ones; glyphs of more than one character and links
// belong to their frame, so that what a viewer types or another data package
// holds fills no table of the process.
package cell

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/charmbracelet/x/ansi"
)

// Cell is one column of one line. The zero Cell is no cell of a frame; see
// [Blank].
type Cell struct {
	Glyph Glyph
	Style Style
	Link  uint8 // of its frame, from 1 on; 0 leads nowhere
	Width uint8 // in columns; 0 for the second column of a wide glyph
}

// Blank is the cell of a space in no style.
func Blank() Cell { return Cell{Glyph: ' ', Width: 1} }

// Glyph is a character as a reader sees it: a rune, or a number of its frame for
// one that is made of several.
type Glyph uint32

const cluster Glyph = 1 << 31

// Frame is a drawn screen.
type Frame struct {
	W, H     int
	rows     [][]Cell
	block    *[]Cell // what the rows are of; nil once they are shared
	id       uint64
	clusters []string
	links    []string
}

//nolint:gochecknoglobals // a number that is given once
var lastID atomic.Uint64

// NewFrame returns a blank frame.
func NewFrame(w, h int) *Frame {
	f := newFrame(w, h)
	for _, row := range f.rows {
		for x := range row {
			row[x] = Blank()
		}
	}
	return f
}

// Clone returns another frame that shows the same, to draw on.
func (f *Frame) Clone() *Frame {
	g := newFrame(f.W, f.H)
	g.clusters, g.links = slices.Clone(f.clusters), slices.Clone(f.links)
	for y, row := range f.rows {
		copy(g.rows[y], row)
	}
	return g
}

// newFrame returns a frame that shows what its block showed before.
func newFrame(w, h int) *Frame {
	f := &Frame{W: w, H: h, id: lastID.Add(1), rows: make([][]Cell, h)}
	if f.block, _ = blocks.Get().(*[]Cell); f.block == nil || len(*f.block) < w*h {
		block := make([]Cell, w*h)
		f.block = &block
	}
	for y := range f.rows {
		f.rows[y] = (*f.block)[y*w : (y+1)*w : (y+1)*w]
	}
	return f
}

// blocks are the cells of frames whose rows are shared now, for the next one to be
// drawn on.
//
//nolint:gochecknoglobals // a pool of scratch memory, no state
var blocks sync.Pool

// release gives the cells of the frame back. No row is of them any more.
func (f *Frame) release() {
	if f.block != nil && len(*f.block) <= maxBlock {
		blocks.Put(f.block)
	}
	f.block = nil
}

// maxBlock is how many cells are given back at most: few screens have more.
const maxBlock = 16 << 10

// ID returns a number that no other frame of the process has. It is not 0.
func (f *Frame) ID() uint64 { return f.id }

// Row returns the cells of line y.
func (f *Frame) Row(y int) []Cell { return f.rows[y] }

// Text returns what a cell shows; "" for the second column of a wide glyph.
func (f *Frame) Text(c Cell) string {
	switch {
	case c.Width == 0:
		return ""
	case c.Glyph&cluster != 0:
		return f.clusters[c.Glyph&^cluster]
	}
	return string(rune(c.Glyph)) //nolint:gosec // a rune
}

// Append appends what a cell shows to b.
func (f *Frame) Append(b []byte, c Cell) []byte {
	switch {
	case c.Width == 0:
		return b
	case c.Glyph < 0x80:
		return append(b, byte(c.Glyph))
	}
	return append(b, f.Text(c)...)
}

// Address returns where a cell leads; "" if nowhere.
func (f *Frame) Address(c Cell) string {
	if c.Link == 0 {
		return ""
	}
	return f.links[c.Link-1]
}

// Plain reports whether a cell shows the same in any frame: it is one rune and
// leads nowhere.
func (c Cell) Plain() bool { return c.Glyph&cluster == 0 && c.Link == 0 }

// Same reports whether a cell of one frame shows what a cell of another does.
func Same(f *Frame, a Cell, g *Frame, b Cell) bool {
	if a == b && a.Plain() {
		return true
	}
	return a.Style == b.Style && a.Width == b.Width && (a.Glyph == b.Glyph && a.Glyph&cluster == 0 ||
		a.Glyph&cluster != 0 && b.Glyph&cluster != 0 && f.Text(a) == g.Text(b)) &&
		f.Address(a) == g.Address(b)
}

// SameRow reports whether line y of two frames of one width shows the same.
func SameRow(f, g *Frame, y int) bool {
	a, b := f.rows[y], g.rows[y]
	if len(a) > 0 && &a[0] == &b[0] {
		return true
	}
	for x := range a {
		if (a[x] != b[x] || !a[x].Plain()) && !Same(f, a[x], g, b[x]) {
			return false
		}
	}
	return true
}

// cellBytes is the size of a cell.
const cellBytes = 8

// overhead is about how many bytes the frame takes beside its cells.
func (f *Frame) overhead() int {
	n := 128 + 24*f.H
	for _, s := range [][]string{f.clusters, f.links} {
		for _, t := range s {
			n += 16 + len(t)
		}
	}
	return n
}

// Map replaces each glyph that is one rune.
func (f *Frame) Map(to func(rune) rune) {
	for _, row := range f.rows {
		for x := range row {
			if c := &row[x]; c.Width > 0 && c.Glyph >= 0x80 && c.Glyph&cluster == 0 {
				c.Glyph = Glyph(to(rune(c.Glyph))) //nolint:gosec // a rune
			}
		}
	}
}

// Plain returns the lines without their styles.
func (f *Frame) Plain() []string {
	lines := make([]string, f.H)
	for y := range lines {
		var b []byte
		for _, c := range f.Row(y) {
			b = f.Append(b, c)
		}
		lines[y] = string(b)
	}
	return lines
}

// Lines returns the lines as a terminal shows them: styles as SGR sequences and
// links as OSC 8, both of which end with the line.
func (f *Frame) Lines() []string { return strings.Split(f.String(), "\n") }

// String returns [Frame.Lines] joined by newlines.
func (f *Frame) String() string {
	b := make([]byte, 0, 3*f.W*f.H)
	for y := range f.H {
		if y > 0 {
			b = append(b, '\n')
		}
		b = f.appendLine(b, y)
	}
	return string(b)
}

// appendLine appends line y as a terminal shows it.
func (f *Frame) appendLine(b []byte, y int) []byte {
	style, link := Style(0), uint8(0)
	for _, c := range f.Row(y) {
		if c.Width == 0 {
			continue
		}
		if c.Style != style && (c != Blank() || style.Shows()) {
			b = append(b, Transition(style, c.Style)...)
			style = c.Style
		}
		if c.Link != link {
			b = append(b, Hyperlink(f.Address(c))...)
			link = c.Link
		}
		b = f.Append(b, c)
	}
	if link != 0 {
		b = append(b, Hyperlink("")...)
	}
	if style != 0 {
		b = append(b, Transition(style, 0)...)
	}
	return b
}

// Hyperlink returns the sequence that begins a link to an address, or ends one if
// it is empty. Parts of one address on several lines are one link to a terminal
// because they have the same id.
func Hyperlink(address string) string {
	if address == "" {
		return "\x1b]8;;\x1b\\"
	}
	return "\x1b]8;id=a;" + address + "\x1b\\"
}

// glyph returns the number of a glyph of more than one rune. Beyond what a frame
// has cells it is a question mark.
func (f *Frame) glyph(text string, width int) Glyph {
	i := slices.Index(f.clusters, text)
	if i < 0 {
		if len(text) > maxCluster || len(f.clusters) >= f.W*f.H {
			return standIn(uint8(width)) //nolint:gosec // 1 or 2
		}
		i = len(f.clusters)
		f.clusters = append(f.clusters, strings.Clone(text))
	}
	return cluster | Glyph(i) //nolint:gosec // fewer than cells
}

// standIn is a question mark as wide as the glyph it stands for.
func standIn(width uint8) Glyph {
	if width == 2 {
		return '\uff1f'
	}
	return '?'
}

// joins reports whether the glyph at x would make one character with the one
// before or after it, which were drawn apart: halves of a flag, of a family, of a
// syllable.
func (f *Frame) joins(row []Cell, x int) bool {
	if f.alone(row[x]) {
		return false
	}
	before, after := x-1, x+int(row[x].Width)
	if before > 0 && row[before].Width == 0 {
		before--
	}
	return before >= 0 && f.join(row[before], row[x]) || after < len(row) && f.join(row[x], row[after])
}

func (f *Frame) join(a, b Cell) bool {
	if f.alone(a) || f.alone(b) {
		return false
	}
	both := f.Text(a) + f.Text(b)
	first, _ := ansi.FirstGraphemeCluster(both, ansi.GraphemeWidth)
	return len(first) != len(f.Text(a))
}

// alone reports whether a glyph never joins another.
func (f *Frame) alone(c Cell) bool {
	return c.Glyph < 0x80 || c.Glyph&cluster == 0 && plainWidth(rune(c.Glyph)) > 0 //nolint:gosec // a rune
}

// maxCluster is how many bytes a glyph has at most.
const maxCluster = 64

// link returns the number of an address; 0 if the frame has no room for another
// or it is none that is followed.
func (f *Frame) link(address string) uint8 {
	if !followed(address) {
		return 0
	}
	i := slices.Index(f.links, address)
	if i < 0 {
		if len(f.links) == 255 {
			return 0
		}
		i = len(f.links)
		f.links = append(f.links, address)
	}
	return uint8(i + 1) //nolint:gosec // at most 255
}

// maxAddress is how long an address can be: some terminals leave longer ones
// out.
const maxAddress = 2000

// followed reports whether a terminal's user can follow an address: one of the
// web in printable ASCII, which cannot end the sequence it stands in.
func followed(address string) bool {
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") || len(address) > maxAddress {
		return false
	}
	for i := range len(address) {
		if address[i] <= ' ' || address[i] > '~' {
			return false
		}
	}
	return true
}
