package svg

import (
	"fmt"
	"strings"
)

// drawn reports whether a glyph is drawn in pictures in place of written:
// eighths of blocks, shades, lines and braille dots.
func drawn(r rune) bool {
	switch {
	case r >= 0x2581 && r <= 0x258f, r >= 0x2591 && r <= 0x2593, r >= 0x2801 && r <= 0x28ff:
		return true
	}
	_, isLine := linesOf(r)
	return isLine
}

// shape draws a run of n cells of one glyph.
func shape(r rune, x, y, n int, color string) string {
	rect := func(dx, dy, w, h float64) string {
		return fmt.Sprintf(`<rect x="%g" y="%g" width="%g" height="%g" fill="%s"/>`, float64(x)+dx, float64(y)+dy, w, h, color)
	}
	const w, h = float64(cellWidth), float64(cellHeight)
	if path, ok := linesOf(r); ok {
		return strokes(path, r, x, y, n, color)
	}
	var b strings.Builder
	switch {
	case r == 0x2588:
		return rect(0, 0, float64(n)*w, h)
	case r < 0x2588: // eighths from the bottom
		high := h * float64(r-0x2580) / 8
		return rect(0, h-high, float64(n)*w, high)
	case r <= 0x258f: // eighths from the left
		for i := range n {
			b.WriteString(rect(float64(i)*w, 0, w*float64(0x2590-r)/8, h))
		}
	case r <= 0x2593:
		return hatch(x, y, n, color)
	default:
		for i := range n {
			b.WriteString(dots(r, x+i*cellWidth, y))
		}
		return fmt.Sprintf(`<path d="%s" stroke="%s" stroke-width="2.4" stroke-linecap="round"/>`, b.String(), color)
	}
	return b.String()
}

// hatch draws diagonals on a tint, so that it differs from a solid bar by more
// than its colour.
func hatch(x, y, n int, color string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s" fill-opacity=".2"/>`, x, y, n*cellWidth, cellHeight, color)
	b.WriteString(`<path d="`)
	const step = cellWidth / 2
	right, bottom := x+n*cellWidth, y+cellHeight
	for from := x - cellHeight + step; from < right; from += step {
		x1, y1, x2, y2 := from, bottom, from+cellHeight, y
		if x1 < x {
			x1, y1 = x, bottom-(x-from)
		}
		if x2 > right {
			x2, y2 = right, y+(from+cellHeight-right)
		}
		fmt.Fprintf(&b, "M%d %dL%d %d", x1, y1, x2, y2)
	}
	fmt.Fprintf(&b, `" stroke="%s" stroke-width="1.3"/>`, color)
	return b.String()
}

// dots are the dots of a braille glyph, two columns of four, as lines without
// a length.
func dots(r rune, x, y int) string {
	var b strings.Builder
	for bit, at := range [8][2]int{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}} {
		if (r-0x2800)&(1<<bit) != 0 {
			fmt.Fprintf(&b, "M%g %gh0", float64(x)+2.25+4.5*float64(at[0]), float64(y)+2.5+5*float64(at[1]))
		}
	}
	return b.String()
}

// linesOf is the path of a line glyph in a cell that begins at 0, 0.
func linesOf(r rune) (path string, ok bool) {
	path, ok = map[rune]string{
		0x2500: "M0 10h9", 0x2508: "M0 10h9", 0x2502: "M4.5 0v20", 0x250a: "M4.5 0v20", 0x2503: "M4.5 0v20",
		0x2551: "M3 0v20M6 0v20",
		0x256d: "M4.5 20v-5q0 -5 4.5 -5", 0x256e: "M4.5 20v-5q0 -5 -4.5 -5",
		0x256f: "M4.5 0v5q0 5 -4.5 5", 0x2570: "M4.5 0v5q0 5 4.5 5",
	}[r]
	return path, ok
}

// strokes draws a run of a line glyph: dotted, thick or plain.
func strokes(path string, r rune, x, y, n int, color string) string {
	style, width := "", 1.0
	switch r {
	case 0x2508, 0x250a:
		style = ` stroke-dasharray="1 3.5"`
	case 0x2503:
		width = 3
	}
	if strings.HasSuffix(path, "h9") { // one line for all cells
		path, n = fmt.Sprintf("M0 10h%d", n*cellWidth), 1
	}
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<path transform="translate(%d %d)" d="%s" fill="none" stroke="%s" stroke-width="%g"%s/>`,
			x+i*cellWidth, y, path, color, width, style)
	}
	return b.String()
}
