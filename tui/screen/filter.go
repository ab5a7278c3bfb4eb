package screen

import (
	"fmt"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
)

// filterLine draws the words being typed by which the list is narrowed, and what can
// be typed.
func (p Page) filterLine(c cell.Canvas) {
	c.Fill(0)
	s, hint, room := p.style.Page, "", c.W-1
	for _, h := range []string{p.text.Say.FilterHint, p.text.Say.FilterSigns} { // what is typed comes first
		if left := c.W - cell.Width(h) - 3; left >= max(c.W/4, cell.Width(p.at.Query)+4) {
			hint, room = h, left
			break
		}
	}
	p.field(p.line(c).Put(s.Text, " ").Put(s.Accent, "& "), room)
	c.Put(c.W-cell.Width(hint)-1, 0, s.Muted, hint)
}

// filterNote says in the rule above the footer by what the list is narrowed, and to
// how many, as far as there is room.
func (p Page) filterNote(c cell.Canvas) {
	room := c.W - 4
	if p.at.Filter == "" || c.H == 0 || room < leastNote {
		return
	}
	s, note := p.style.Page, cell.Truncate(p.filtered(), room, moreGlyph)
	p.line(c).Put(s.Rule, lineGlyph+" ").Put(s.Accent, note).Put(0, " ")
}

// filtered says by what the list or the detail is narrowed, and to how many.
func (p Page) filtered() string {
	n := len(p.items())
	if subs := p.subs(); p.narrowsDetail() {
		n = len(subs)
	}
	return fmt.Sprintf(p.text.Say.Filtered, p.at.Filter, n)
}

// nothing says that there is nothing, by which words, and what is near.
func (p Page) nothing() string {
	if p.at.Filter == "" {
		return p.text.Say.NothingHere
	}
	return p.text.Nothing(p.at.Filter, nav.Near(p.data, p.at, p.in.Lang)) + p.text.Say.ShowAll
}

// narrowsDetail reports whether the words narrow what is told of an item, not the
// list.
func (p Page) narrowsDetail() bool { return p.view().narrowsDetail }
