package chart

import "strings"

// Fit returns s in exactly w cells, cut or filled up with spaces at the right.
// A wide character that is cut in half becomes a space.
func Fit(s string, w int) string {
	return Cut(s, 0, w)
}

// FitRight returns s in exactly w cells, filled up with spaces at the left, or
// cut at the right.
func FitRight(s string, w int) string {
	s, have := tidy(s)
	if have >= w {
		return Cut(s, 0, w)
	}
	return spaces(w-have) + s
}

// Truncate returns s in at most w cells; what does not fit is replaced by the
// tail, in the colour of the text it follows.
func Truncate(s string, w int, tail string) string {
	s, _ = truncate(s, w, tail)
	return s
}

// truncate also returns how wide the result is.
func truncate(s string, w int, tail string) (string, int) {
	s, have := tidy(s)
	if have <= w {
		return s, have
	}
	if w <= 0 {
		return "", 0
	}
	tail, tw := tidy(tail)
	if tw > w {
		tail, tw = "", 0
	}
	c := cutter{to: w - tw, snug: true}
	c.run(s)
	c.out.WriteString(tail)
	return c.end(), c.wide + tw
}

// Cut returns the cells [from, to) of s, exactly to-from of them: past the
// end of s there are spaces, and so is the half of a wide character at either
// edge. Colours that reach into the part are taken along and end with it.
func Cut(s string, from, to int) string {
	if to <= from || to <= 0 {
		return spaces(to - from)
	}
	s, have := tidy(s)
	if from == 0 && have <= to {
		if have == to {
			return s
		}
		return s + spaces(to-have)
	}
	c := cutter{from: from, to: to}
	c.out.Grow(len(s) + 8)
	if from < 0 {
		c.out.WriteString(spaces(-from))
	}
	c.run(s)
	return c.end() + spaces(to-max(c.pos, from, 0))
}

// cutter copies the cells [from, to) of a line.
type cutter struct {
	from, to int
	pos      int  // cell the next character starts at
	wide     int  // cells written
	snug     bool // a wide character cut at the end leaves no space
	out      strings.Builder
	started  bool   // a cell has been written
	colour   string // sequences since the last reset
	link     string // the open hyperlink
}

func (c *cutter) run(s string) {
	for s != "" && c.pos < c.to {
		n, w, esc, _ := token(s)
		if esc {
			c.style(s[:n])
		} else {
			c.char(s[:n], w)
		}
		s = s[n:]
	}
}

func (c *cutter) style(seq string) {
	switch {
	case strings.HasPrefix(seq, "\x1b]"):
		c.link = seq
		if strings.HasPrefix(seq, "\x1b]8;;\x1b") || strings.HasPrefix(seq, "\x1b]8;;\x07") {
			c.link = ""
		}
	case seq == reset || seq == "\x1b[0m":
		c.colour = ""
	default:
		c.colour += seq
	}
	if c.started {
		c.out.WriteString(seq)
	}
}

func (c *cutter) char(s string, w int) {
	start, end := c.pos, c.pos+w
	c.pos = min(end, c.to)
	if end <= c.from {
		return
	}
	if !c.started {
		c.started = true
		c.out.WriteString(c.colour + c.link)
	}
	if end > c.to && c.snug {
		return
	}
	c.wide += min(end, c.to) - max(start, c.from)
	if start < c.from || end > c.to {
		c.out.WriteString(spaces(min(end, c.to) - max(start, c.from)))
		return
	}
	c.out.WriteString(s)
}

func (c *cutter) end() string {
	if c.started && c.link != "" {
		c.out.WriteString("\x1b]8;;\x1b\\")
	}
	if c.started && c.colour != "" {
		c.out.WriteString(reset)
	}
	return c.out.String()
}

// Overlay returns the lines of base with box laid over them, its top left cell
// at column x and line y. What falls outside base is not drawn, and every line
// keeps its width. base is not changed.
func Overlay(base, box []string, x, y int) []string {
	out := make([]string, len(base))
	copy(out, base)
	for i, line := range box {
		if at := y + i; at >= 0 && at < len(out) {
			out[at] = overlayLine(out[at], line, x)
		}
	}
	return out
}

func overlayLine(base, box string, x int) string {
	base, w := tidy(base)
	box, bw := tidy(box)
	left, right := max(x, 0), min(w, x+bw)
	if x > w || left >= right {
		return base
	}
	// The resets keep an unfinished colour of either out of the other, and
	// characters that would join from doing so.
	return Cut(base, 0, left) + reset + Cut(box, left-x, right-x) + reset + Cut(base, right, w)
}

// spaces returns n spaces, none if n is negative.
func spaces(n int) string {
	const some = "                                                                                "
	if n <= 0 {
		return ""
	}
	if n <= len(some) {
		return some[:n]
	}
	return strings.Repeat(" ", n)
}
