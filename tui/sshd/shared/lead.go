package shared

import (
	"bytes"
	"strconv"
)

// Lead appends the bytes that make a terminal that shows from show to. From
// is nil if nothing is known of what it shows. Before and after, the cursor is
// in the top left corner and no style is on, so the bytes depend on nothing
// but the two frames. They use what every terminal since the VT220 knows:
// positions, styles, erasing.
func Lead(out *bytes.Buffer, from, to *Frame) { lead(out, from, to, &turns{}) }

func lead(out *bytes.Buffer, from, to *Frame, known *turns) {
	w := writer{out: out, to: to, old: from, known: known}
	if from == nil || from.w != to.w || from.h != to.h {
		out.WriteString("\x1b[H\x1b[2J") // the alternate screen begins with the cursor where it was
		w.old = nil
	}
	w.match()
	var blank []cell
	if w.old == nil {
		blank = make([]cell, to.w)
		for x := range blank {
			blank[x] = cell{n: 1, width: 1}
		}
	}
	for y := range to.h {
		switch {
		case w.old == nil:
			w.line(y, blank, to.row(y))
		case w.old.sums[y] != to.sums[y]:
			w.line(y, w.old.row(y), to.row(y))
		}
	}
	w.style(0)
	if w.x != 0 || w.y != 0 {
		out.WriteString("\x1b[H")
	}
}

// writer writes what changed, and knows where the cursor and what the pen is.
type writer struct {
	out     *bytes.Buffer
	old, to *Frame
	same    []int // index in to of each style of old, -1 if it is not there
	pen     uint16
	x, y    int // x is -1 in the last column, where terminals differ
	shortTo int // end of the short hole that was seen last in the line
	changes map[[2]uint16]string
	known   *turns
}

// match finds the styles that both frames have.
func (w *writer) match() {
	w.changes = map[[2]uint16]string{}
	if w.old == nil {
		w.same = []int{0}
		return
	}
	w.same = make([]int, len(w.old.styles))
	for i := range w.old.styles {
		w.same[i] = -1
		for j := range w.to.styles {
			if w.old.styles[i] == w.to.styles[j] {
				w.same[i] = j
				break
			}
		}
	}
}

// kept reports whether a cell shows what it showed before.
func (w *writer) kept(before, after cell) bool {
	if before.width != after.width || before.n != after.n || w.same[before.style] != int(after.style) {
		return false
	}
	if w.old == nil { // both are blank, or not
		return after.at == 0 && after.n == 1
	}
	return w.old.glyph(before) == w.to.glyph(after)
}

// line brings one line up to date.
func (w *writer) line(y int, before, after []cell) {
	end := len(after) // where nothing but blanks follows
	for end > 0 && isBlank(after[end-1]) {
		end--
	}
	w.shortTo = 0
	for x := 0; x < end; {
		next := x + max(1, int(after[x].width))
		if w.changed(before[x:next], after[x:next]) {
			w.move(x, y, after)
			x = w.put(x, end, after)
			continue
		}
		x = next
	}
	w.tail(y, end, before, after)
}

func (w *writer) changed(before, after []cell) bool {
	for i := range after {
		if !w.kept(before[i], after[i]) {
			return true
		}
	}
	return false
}

func isBlank(c cell) bool { return c.at == 0 && c.n == 1 && c.style == 0 }

// Below these lengths plain spaces are as short as erasing.
const (
	shortTail = 4
	shortHole = 12
)

// tail makes the end of a line blank.
func (w *writer) tail(y, from int, before, after []cell) {
	first, last := len(after), from
	for x := from; x < len(after); x++ {
		if !w.kept(before[x], after[x]) {
			first, last = min(first, x), x+1
		}
	}
	if first >= last {
		return
	}
	w.move(first, y, after)
	if last-first >= shortTail {
		w.style(0)
		w.out.WriteString("\x1b[K")
		return
	}
	for x := first; x < last; {
		x = w.put(x, last, after)
	}
}

// put writes the character at x, or a hole of blanks from there on, and
// returns where the next one is.
func (w *writer) put(x, end int, after []cell) int {
	c := after[x]
	if isBlank(c) {
		if n := w.hole(x, end, after); n >= shortHole {
			w.style(0)
			w.csi(n, 'X')
			return x + n
		}
		if !bare(&w.to.styles[w.pen]) {
			w.style(0)
		}
	} else {
		w.style(c.style)
	}
	w.out.WriteString(w.to.glyph(c))
	x += max(1, int(c.width))
	if w.x = x; x >= w.to.w {
		w.x = -1
	}
	return x
}

// hole is how many blanks there are from x on, or 0 if x is in one that was
// looked at and is short.
func (w *writer) hole(x, end int, after []cell) int {
	if x < w.shortTo {
		return 0
	}
	to := x
	for to < end && isBlank(after[to]) {
		to++
	}
	w.shortTo = to
	return to - x
}

// move brings the cursor to a cell, in as few bytes as it can. It says
// columns, not distances, so that a terminal that thinks otherwise about the
// width of a character is wrong about that one only.
func (w *writer) move(x, y int, after []cell) {
	switch {
	case w.x == x && w.y == y:
		return
	case w.y == y && w.x >= 0 && w.x < x && x-w.x <= 4 && w.bridge(x, after):
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
func (w *writer) bridge(x int, after []cell) bool {
	bytes := 0
	for i := w.x; i < x; i++ {
		c := after[i]
		if bytes += int(c.n); bytes > 4 || c.style != w.pen && (!isBlank(c) || !bare(&w.to.styles[w.pen])) {
			return false
		}
	}
	for i := w.x; i < x; i++ {
		w.out.WriteString(w.to.glyph(after[i]))
	}
	w.x = x
	return true
}

// style changes the pen.
func (w *writer) style(to uint16) {
	if to == w.pen {
		return
	}
	pair := [2]uint16{w.pen, to}
	change, ok := w.changes[pair]
	if !ok {
		change = w.known.turn(w.to.styles[w.pen], w.to.styles[to])
		w.changes[pair] = change
	}
	w.out.WriteString(change)
	w.pen = to
}

func (w *writer) csi(n int, final byte) {
	w.out.WriteString("\x1b[")
	if n > 1 {
		w.number(n)
	}
	w.out.WriteByte(final)
}

func (w *writer) number(n int) { w.out.Write(strconv.AppendInt(w.out.AvailableBuffer(), int64(n), 10)) }
