package terminal

import (
	"bytes"
	"strconv"
	"sync"

	"anhui-tui/tui/cell"
)

//nolint:gochecknoglobals // a pool of scratch memory, no state
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Diff returns the bytes that change a terminal showing from to show to; from is
// nil if its contents are unknown. The cursor is at home and the style is the
// default before and after, so the bytes depend on the two frames only. They use
// what every terminal since the VT220 has: positions, styles, erasing.
func Diff(from, to *cell.Frame) []byte {
	out, _ := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(out)
	out.Reset()
	writeDiff(out, from, to)
	return bytes.Clone(out.Bytes())
}

// writeDiff appends the diff of two frames to out.
func writeDiff(out *bytes.Buffer, from, to *cell.Frame) {
	w := diffWriter{out: out, to: to, old: from}
	if from == nil || from.W != to.W || from.H != to.H {
		out.WriteString("\x1b[H\x1b[2J") // the alternate screen begins with the cursor where it was
		w.old = nil
		w.before = cell.NewFrame(to.W, 1).Row(0)
	}
	for y := range to.H {
		if w.old != nil {
			if cell.SameRow(w.old, to, y) {
				continue
			}
			w.before = w.old.Row(y)
		}
		w.after = to.Row(y)
		w.line(y)
	}
	w.reset()
	if w.x != 0 || w.y != 0 {
		out.WriteString("\x1b[H")
	}
}

// diffWriter writes the cells that changed. It tracks the cursor, style and
// hyperlink of the terminal.
type diffWriter struct {
	out     *bytes.Buffer
	old, to *cell.Frame // old is nil if unknown

	before, after []cell.Cell // the current line

	style    cell.Style
	link     uint8 // of to, that is open
	x, y     int   // the cursor; x is -1 in the last column, where terminals differ
	shortEnd int   // end of the last blank run that was too short to erase
}

// unchanged reports whether the cells from x up to end show the same in both
// frames.
func (w *diffWriter) unchanged(x, end int) bool {
	for ; x < end; x++ {
		a, b := w.before[x], w.after[x]
		if a == b && a.Plain() {
			continue
		}
		if w.old == nil || !cell.Same(w.old, a, w.to, b) {
			return false
		}
	}
	return true
}

// line writes the changes of line y.
func (w *diffWriter) line(y int) {
	end := len(w.after) // where nothing but blanks follows
	for end > 0 && isBlank(w.after[end-1]) {
		end--
	}
	w.shortEnd = 0
	for x := 0; x < end; {
		next := x + max(1, int(w.after[x].Width))
		if w.unchanged(x, next) {
			x = next
			continue
		}
		w.move(x, y)
		x = w.put(x, end)
	}
	w.clearLineEnd(y, end)
}

// isBlank reports whether c is a space in the default style.
func isBlank(c cell.Cell) bool { return c == cell.Blank() }

// Below these numbers of cells spaces are as short as an erasing sequence.
const (
	minErase    = 4
	minBlankRun = 12
)

// clearLineEnd blanks the columns of line y from from on.
func (w *diffWriter) clearLineEnd(y, from int) {
	first, last := len(w.after), from
	for x := from; x < len(w.after); x++ {
		if !w.unchanged(x, x+1) {
			first, last = min(first, x), x+1
		}
	}
	if first >= last {
		return
	}
	w.move(first, y)
	if last-first >= minErase {
		w.reset()
		w.out.WriteString("\x1b[K")
		return
	}
	for x := first; x < last; {
		x = w.put(x, last)
	}
}

// put writes the character at x, or a long run of blanks from there on, and
// returns the column after it.
func (w *diffWriter) put(x, end int) int {
	c := w.after[x]
	if isBlank(c) {
		if n := w.blankRun(x, end); n >= minBlankRun {
			w.reset()
			w.csi(n, 'X')
			return x + n
		}
	}
	w.setLink(c.Link)
	w.setStyle(c)
	w.glyph(c)
	x += max(1, int(c.Width))
	if w.x = x; x >= w.to.W {
		w.x = -1
	}
	return x
}

// blankRun returns the number of blanks from x on, or 0 if x is within a run that
// was found to be short.
func (w *diffWriter) blankRun(x, end int) int {
	if x < w.shortEnd {
		return 0
	}
	to := x
	for to < end && isBlank(w.after[to]) {
		to++
	}
	w.shortEnd = to
	return to - x
}

// move moves the cursor, in as few bytes as possible. It uses columns, not
// distances, so that a terminal with another opinion on the width of a character
// is wrong about that one only.
func (w *diffWriter) move(x, y int) {
	switch {
	case w.x == x && w.y == y:
		return
	case w.y == y && w.x >= 0 && w.x < x && x-w.x <= 4 && w.overwriteGap(x):
		return
	case w.y == y:
		w.csi(x+1, 'G')
	case y == w.y+1 && x == 0:
		w.out.WriteString("\r\n")
	case x == 0:
		w.csi(y+1, 'H')
	default:
		w.out.WriteString("\x1b[")
		w.number(y + 1)
		w.out.WriteByte(';')
		w.number(x + 1)
		w.out.WriteByte('H')
	}
	w.x, w.y = x, y
}

// overwriteGap moves the cursor to x by rewriting the unchanged cells before it.
// It returns false, and does nothing, if a positioning sequence is shorter.
func (w *diffWriter) overwriteGap(x int) bool {
	bytes := 0
	for i := w.x; i < x; i++ {
		c := w.after[i]
		if bytes += len(w.to.Append(w.out.AvailableBuffer(), c)); bytes > 4 || !w.fits(c) || c.Link != w.link {
			return false
		}
	}
	for i := w.x; i < x; i++ {
		w.glyph(w.after[i])
	}
	w.x = x
	return true
}

// fits reports whether a cell can be written in the current style.
func (w *diffWriter) fits(c cell.Cell) bool {
	return c.Style == w.style || isBlank(c) && !w.style.Shows()
}

// setStyle changes the style to that of a cell.
func (w *diffWriter) setStyle(c cell.Cell) {
	if w.fits(c) {
		return
	}
	w.out.WriteString(cell.Transition(w.style, c.Style))
	w.style = c.Style
}

// setLink ends the open hyperlink and begins another; 0 is none.
func (w *diffWriter) setLink(link uint8) {
	if link != w.link {
		w.link = link
		w.out.WriteString(cell.Hyperlink(w.to.Address(cell.Cell{Link: link})))
	}
}

// glyph writes what a cell shows.
func (w *diffWriter) glyph(c cell.Cell) {
	if c.Width == 1 && c.Glyph < 0x80 { // most
		w.out.WriteByte(byte(c.Glyph))
		return
	}
	w.out.Write(w.to.Append(w.out.AvailableBuffer(), c))
}

// reset ends the hyperlink and the style.
func (w *diffWriter) reset() {
	w.setLink(0)
	if w.style != 0 {
		w.out.WriteString(cell.Transition(w.style, 0))
		w.style = 0
	}
}

func (w *diffWriter) csi(n int, final byte) {
	w.out.WriteString("\x1b[")
	if n > 1 {
		w.number(n)
	}
	w.out.WriteByte(final)
}

func (w *diffWriter) number(n int) {
	w.out.Write(strconv.AppendInt(w.out.AvailableBuffer(), int64(n), 10))
}
