package cell

// Line writes texts beside one another on the first line of an area, and knows
// where the next one goes. A text that is cut ends in the tail.
type Line struct {
	c    Canvas
	x    int
	tail string
}

// Text returns a line to write on the first line of c.
func (c Canvas) Text(tail string) *Line { return &Line{c: c, tail: tail} }

// X returns the column the next text begins at.
func (l *Line) X() int { return l.x }

// Put writes text as it is.
func (l *Line) Put(s Style, text string) *Line {
	l.x = l.c.Put(l.x, 0, s, text)
	return l
}

// Cell writes text at the left of exactly w cells.
func (l *Line) Cell(s Style, text string, w int) *Line { return l.fill(s, text, w, false) }

// Right writes text at the right of exactly w cells.
func (l *Line) Right(s Style, text string, w int) *Line { return l.fill(s, text, w, true) }

func (l *Line) fill(s Style, text string, w int, right bool) *Line {
	if w <= 0 {
		return l
	}
	have := Width(text)
	if have > w {
		text = Truncate(text, w, l.tail)
		have = Width(text)
	}
	end := l.x + w
	if right {
		l.blank(s, end-have)
	}
	l.Put(s, text)
	l.blank(s, end)
	return l
}

// To writes spaces up to column x.
func (l *Line) To(s Style, x int) *Line {
	l.blank(s, x)
	return l
}

func (l *Line) blank(s Style, to int) {
	for ; l.x < to; l.x++ {
		l.c.set(l.x, 0, Cell{Glyph: ' ', Style: s, Width: 1})
	}
}

// Area returns the next w cells as an area to draw in.
func (l *Line) Area(w int) Canvas {
	l.x += max(w, 0)
	return l.c.Area(l.x-max(w, 0), 0, w, 1)
}
