package screen

import (
	"strings"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/theme"
)

// leading returns c with what is drawn in it leading to an address, where the
// terminal can.
func (p Page) leading(c cell.Canvas, address string) cell.Canvas {
	if !p.in.Links {
		return c
	}
	return c.Link(address)
}

// putLinked draws a line of a text that was wrapped, which begins at byte from of
// it. An address in the text leads there.
func (p Page) putLinked(c cell.Canvas, s cell.Style, line, text, address string, from int) {
	at := strings.Index(text, address)
	if !p.in.Links || address == "" || at < 0 {
		c.Put(0, 0, s, line)
		return
	}
	begin, end := min(max(at-from, 0), len(line)), min(max(at+len(address)-from, 0), len(line))
	x := c.Put(0, 0, s, line[:begin])
	x = c.Link(address).Put(x, 0, s, line[begin:end])
	c.Put(x, 0, s, line[end:])
}

// address is a paragraph that is one.
func (p *Page) address(address string, w int) entry {
	lines := cell.Wrap(address, w)
	return entry{height: len(lines), draw: func(s *theme.Styles, c cell.Canvas) {
		c = p.leading(c, address)
		for y, l := range lines {
			c.Put(0, y, s.Label, l)
		}
	}}
}
