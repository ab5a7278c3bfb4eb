package shared

import (
	"bytes"
	"strconv"
)

// lead appends the bytes that make a terminal that shows from show to. From
// is nil if nothing is known of what it shows. Before and after, the cursor is
// in the top left corner and no style is on, so the bytes depend on nothing
// but the two frames. They use what every terminal since the VT220 knows:
// positions, styles, erasing.
func lead(out *bytes.Buffer, from, to *Frame, known *pens) {
	w := writer{out: out, to: to, old: from, pens: known}
	if from == nil || from.w != to.w || from.h != to.h {
		out.WriteString("\x1b[H\x1b[2J") // the alternate screen begins with the cursor where it was
		w.old = &Frame{text: " "}
		w.before = make([]cell, to.w)
		for x := range w.before {
			w.before[x] = blank()
		}
	}
	for y := range to.h {
		if len(w.old.sums) > 0 {
			if w.old.sums[y] == to.sums[y] {
				continue
			}
			w.before = w.old.row(y)
		}
		w.after = to.row(y)
		w.line(y)
	}
	w.leave()
	if w.x != 0 || w.y != 0 {
		out.WriteString("\x1b[H")
	}
}

// writer writes what changed, and knows where the cursor and what the pen is.
type writer struct {
	out     *bytes.Buffer
	old, to *Frame
	pens    *pens

	before, after []cell // the line that is written

	pen     pen
	target  string // of the link that is open
	x, y    int    // x is -1 in the last column, where terminals differ
	shortTo int    // end of the short hole that was seen last in the line
}

// kept reports whether the cells of a line from x on show what they showed
// before.
func (w *writer) kept(x, end, y int) bool {
	for ; x < end; x++ {
		before, after := w.before[x], w.after[x]
		if before.width != after.width || before.n != after.n || before.pen != after.pen ||
			w.old.glyph(before) != w.to.glyph(after) {
			return false
		}
		if (w.old.links != nil || w.to.links != nil) && w.old.link(x, y) != w.to.link(x, y) {
			return false
		}
	}
	return true
}

// line brings one line up to date.
func (w *writer) line(y int) {
	end := len(w.after) // where nothing but blanks follows
	for end > 0 && isBlank(w.after[end-1]) {
		end--
	}
	w.shortTo = 0
	for x := 0; x < end; {
		next := x + max(1, int(w.after[x].width))
		if w.kept(x, next, y) {
			x = next
			continue
		}
		w.move(x, y)
		x = w.put(x, end)
	}
	w.tail(y, end)
}

func isBlank(c cell) bool { return c.at == 0 && c.n == 1 && c.pen == 0 }

// Below these lengths plain spaces are as short as erasing.
const (
	shortTail = 4
	shortHole = 12
)

// tail makes the end of a line blank.
func (w *writer) tail(y, from int) {
	first, last := len(w.after), from
	for x := from; x < len(w.after); x++ {
		if !w.kept(x, x+1, y) {
			first, last = min(first, x), x+1
		}
	}
	if first >= last {
		return
	}
	w.move(first, y)
	if last-first >= shortTail {
		w.leave()
		w.out.WriteString("\x1b[K")
		return
	}
	for x := first; x < last; {
		x = w.put(x, last)
	}
}

// put writes the character at x, or a hole of blanks from there on, and
// returns where the next one is.
func (w *writer) put(x, end int) int {
	c := w.after[x]
	if isBlank(c) {
		if n := w.hole(x, end); n >= shortHole {
			w.leave()
			w.csi(n, 'X')
			return x + n
		}
	}
	if w.to.links != nil || w.target != "" {
		w.link(w.to.link(x, w.y))
	}
	w.style(c)
	w.out.WriteString(w.to.glyph(c))
	x += max(1, int(c.width))
	if w.x = x; x >= w.to.w {
		w.x = -1
	}
	return x
}

// hole is how many blanks there are from x on, or 0 if x is in one that was
// looked at and is short.
func (w *writer) hole(x, end int) int {
	if x < w.shortTo {
		return 0
	}
	to := x
	for to < end && isBlank(w.after[to]) {
		to++
	}
	w.shortTo = to
	return to - x
}

// move brings the cursor to a cell, in as few bytes as it can. It says
// columns, not distances, so that a terminal that thinks otherwise about the
// width of a character is wrong about that one only.
func (w *writer) move(x, y int) {
	switch {
	case w.x == x && w.y == y:
		return
	case w.y == y && w.x >= 0 && w.x < x && x-w.x <= 4 && w.bridge(x):
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

// bridge gets across a few cells that have not changed by writing them again,
// if that takes no more than saying where to go.
func (w *writer) bridge(x int) bool {
	bytes := 0
	for i := w.x; i < x; i++ {
		c := w.after[i]
		if bytes += int(c.n); bytes > 4 || !w.fits(c) || w.to.link(i, w.y) != w.target {
			return false
		}
	}
	for i := w.x; i < x; i++ {
		w.out.WriteString(w.to.glyph(w.after[i]))
	}
	w.x = x
	return true
}

// fits reports whether a cell can be written with the pen as it is.
func (w *writer) fits(c cell) bool { return c.pen == w.pen || isBlank(c) && w.pen.bare() }

// style changes the pen to that of a cell, if need be.
func (w *writer) style(c cell) {
	if w.fits(c) {
		return
	}
	w.out.WriteString(w.pens.turn(w.pen, c.pen))
	w.pen = c.pen
}

// link ends the link that is open and begins another one.
func (w *writer) link(target string) {
	if target == w.target {
		return
	}
	w.target = target
	if target == "" {
		target = ";"
	}
	w.out.WriteString(hyperlink + target + "\x1b\\")
}

// leave ends style and link.
func (w *writer) leave() {
	w.link("")
	if w.pen != 0 {
		w.out.WriteString(w.pens.turn(w.pen, 0))
		w.pen = 0
	}
}

func (w *writer) csi(n int, final byte) {
	w.out.WriteString("\x1b[")
	if n > 1 {
		w.number(n)
	}
	w.out.WriteByte(final)
}

func (w *writer) number(n int) { w.out.Write(strconv.AppendInt(w.out.AvailableBuffer(), int64(n), 10)) }
