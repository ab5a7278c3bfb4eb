package screen

import (
	"strings"

	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

// Hit is an area that was drawn for a place: a click on it goes there.
type Hit struct {
	Area  Area
	Place place.Place
}

// pane is a drawn area: exactly as many lines as it has, each exactly as wide.
type pane struct {
	lines []string
	hits  []Hit
}

// append adds what is drawn below it.
func (p *pane) append(below pane) {
	p.lines = append(p.lines, below.lines...)
	p.hits = append(p.hits, below.hits...)
}

// entry is a part of a flow. It is drawn only if it is on the screen, so a
// flow can be as long as the dataset.
type entry struct {
	id     string // what the cursor knows it by; "" if the cursor passes over it
	height int
	// draw closes over the page. Rows that occur many times use a *Page receiver to
	// share one copy.
	draw func(s *theme.Styles, w int) []string
}

// blank is an empty line.
func blank() entry {
	return entry{height: 1, draw: func(*theme.Styles, int) []string { return []string{""} }}
}

// gutter is the room a flow keeps at its right for the scroll bar.
const gutter = 2

// flow draws entries below one another, scrolled so that the one under the
// cursor is in the middle as far as the ends allow; of one that is too high
// the beginning is shown. What is on the screen depends on the cursor alone:
// there is no scroll position to keep.
func (p Page) flow(a Area, entries []entry, cursor string, to func(id string) place.Place) pane {
	at, total := 0, 0
	var current entry
	for _, e := range entries {
		if e.id != "" && e.id == cursor {
			at, current = total, e
		}
		total += e.height
	}
	top := wholeRows(entries, max(0, min(at-max(0, a.H-current.height)/2, total-a.H)))
	out := p.window(a, entries, top, cursor, to)
	p.scrollbar(out.lines, a.W-max(0, a.W-gutter), top, total)
	return out
}

// wholeRows moves the top of a window down past the second line of a row whose
// first, with its number, would be above it.
func wholeRows(entries []entry, top int) int {
	y := 0
	for _, e := range entries {
		if y == top-1 && e.id != "" && e.height == 2 {
			return top + 1
		}
		if y += e.height; y >= top {
			break
		}
	}
	return top
}

// window draws the entries from line top on, without the gutter.
func (p Page) window(a Area, entries []entry, top int, cursor string, to func(string) place.Place) pane {
	out := pane{lines: make([]string, 0, a.H)}
	if to != nil {
		out.hits = make([]Hit, 0, a.H)
	}
	w := max(0, a.W-gutter)
	y := -top
	for _, e := range entries {
		if y >= a.H {
			break
		}
		if y+e.height > 0 {
			first, last := max(0, -y), min(e.height, a.H-y)
			out.lines = append(out.lines, p.entryLines(e, e.id != "" && e.id == cursor, w)[first:last]...)
			if e.id != "" && to != nil {
				out.hits = append(out.hits, Hit{Area{a.X, a.Y + y + first, a.W, last - first}, to(e.id)})
			}
		}
		y += e.height
	}
	blank := strings.Repeat(" ", w)
	for len(out.lines) < a.H {
		out.lines = append(out.lines, blank)
	}
	return out
}

// entryLines draws an entry as exactly as many lines as it is high, each w
// cells wide.
func (p Page) entryLines(e entry, cursor bool, w int) []string {
	styles := p.style.Page
	if cursor {
		styles = p.style.Cursor
	}
	lines := e.draw(styles, w)
	for i, l := range lines {
		if l == "" {
			lines[i] = styles.Text.Paint(strings.Repeat(" ", w))
		}
	}
	for len(lines) < e.height {
		lines = append(lines, strings.Repeat(" ", w))
	}
	return lines
}

// scrollbar adds the gutter to each line, with a thumb where the lines lie in
// the whole if they are not all of it.
func (p Page) scrollbar(lines []string, w, top, total int) {
	h := len(lines)
	if total <= h || w < gutter {
		none := strings.Repeat(" ", w)
		for i := range lines {
			lines[i] += none
		}
		return
	}
	size := max(1, h*h/total)
	from := min(top, total-h) * (h - size) / (total - h)
	bar, thumb := " "+p.style.Page.Rule.Paint(ruleGlyph), " "+p.style.Page.Muted.Paint(thumbGlyph)
	for i := range lines {
		if i >= from && i < from+size {
			lines[i] += thumb
		} else {
			lines[i] += bar
		}
	}
}
