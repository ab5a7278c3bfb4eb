package screen

import (
	"anhui-tui/tui/cell"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

// Hit is an area that was drawn for a place or for a key: a click on it goes there,
// or is that key.
type Hit struct {
	Area  Area
	Place place.Place
	Do    keymap.Action // instead, if not None
}

// entry is a part of a flow. It is drawn only if it is on the screen, so a
// flow can be as long as the dataset.
type entry struct {
	id     string // what the cursor knows it by; "" if the cursor passes over it
	beside string // what the cursor knows by a part of it that it draws itself; "" for none
	height int
	// draw draws the entry on an area of its height. It closes over the page: rows
	// that occur many times use a *Page receiver to share one copy.
	draw func(s *theme.Styles, c cell.Canvas)
}

// blank is an empty line.
func blank() entry {
	return entry{height: 1, draw: func(*theme.Styles, cell.Canvas) {}}
}

// gutter is the room a flow keeps at its right for the scroll bar.
const gutter = 2

// flow draws entries below one another, scrolled so that the one under the
// cursor is in the middle as far as the ends allow; of one that is too high
// the beginning is shown. What is on the screen depends on the cursor alone:
// there is no scroll position to keep.
func (p Page) flow(c cell.Canvas, entries []entry, cursor string, to func(id string) place.Place) {
	at, total, mark := 0, 0, -1
	var current entry
	for i := range entries {
		if e := &entries[i]; cursor != "" && (e.id == cursor || e.beside == cursor) {
			at, current = total, *e
		}
		if mark < 0 && p.at.Mark != "" && (entries[i].id == p.at.Mark || entries[i].beside == p.at.Mark) {
			mark = total
		}
		total += entries[i].height
	}
	top := wholeRows(entries, max(0, min(at-max(0, c.H-current.height)/2, total-c.H)))
	if mark >= 0 && (mark < top || mark >= top+c.H) { // what is pointed at is seen
		top = wholeRows(entries, max(0, min(mark-c.H/2, total-c.H)))
	}
	p.window(c, c.W-gutter, entries, top, cursor, to)
	p.scrollbar(c, top, total)
}

// wholeRows moves the top of a window down past the other lines of a row whose
// first, with its number, would be above it.
func wholeRows(entries []entry, top int) int {
	y := 0
	for _, e := range entries {
		if y < top && top < y+e.height && e.id != "" && e.height <= 3 {
			return y + e.height
		}
		if y += e.height; y >= top {
			break
		}
	}
	return top
}

// height is how many lines entries take.
func height(entries []entry) int {
	h := 0
	for i := range entries {
		h += entries[i].height
	}
	return h
}

// window draws the entries from line top on, w cells wide.
func (p Page) window(c cell.Canvas, w int, entries []entry, top int, cursor string, to func(string) place.Place) {
	y := -top
	for _, e := range entries {
		if y >= c.H {
			break
		}
		if y+e.height > 0 {
			if e.id != "" && to != nil {
				p.hit(c.Area(0, y, c.W, e.height), to(e.id))
			}
			styles := p.style.Page
			if e.id != "" && e.id == cursor {
				styles = p.style.Cursor
			}
			e.draw(styles, c.Area(0, y, w, e.height))
			p.markAt(c.Line(y), e.id)
			p.markAt(c.Line(y), e.beside)
		}
		y += e.height
	}
}

// scrollbar draws a bar in the gutter, with a thumb where what is seen lies in
// the whole if it is not all of it.
func (p Page) scrollbar(c cell.Canvas, top, total int) {
	if total <= c.H || c.W < gutter {
		return
	}
	size := max(1, c.H*c.H/total)
	from := min(top, total-c.H) * (c.H - size) / (total - c.H)
	for y := range c.H {
		if y >= from && y < from+size {
			c.Put(c.W-1, y, p.style.Page.Muted, thumbGlyph)
		} else {
			c.Put(c.W-1, y, p.style.Page.Rule, ruleGlyph)
		}
	}
}
