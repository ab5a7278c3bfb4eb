package screen

import (
	"strconv"
	"strings"

	"anhui-tui/tui/cell"
)

// caption draws what the tour says of the place over the lines of the footer: two
// with its rule, one where there is none. What has no room is left out.
func (p Page) caption(c cell.Canvas) {
	s := p.style.Page
	step := strconv.Itoa(p.at.Tour) + "/" + strconv.Itoa(len(p.data.Tour)) + "  "
	said := cell.Wrap(step+p.data.Tour[p.at.Tour-1].Caption.In(p.in.Lang), c.W-2)
	if len(said) > c.H {
		said[c.H-1] = cell.Truncate(said[c.H-1], c.W-3, "") + moreGlyph
	}
	for y := range c.H {
		l := p.line(c.Line(y)).Put(s.Text, " ")
		if y < len(said) {
			l.Put(s.Strong, said[y])
		}
		next := p.text.Say.TourNext
		if words := p.statusWords(); len(words) > 0 {
			for next = strings.Join(words, " · "); len(words) > 1 && l.X()+cell.Width(next)+3 > c.W; next = strings.Join(words, " · ") {
				words = words[:len(words)-1]
			}
		}
		if y == c.H-1 && l.X()+cell.Width(next)+3 <= c.W {
			l.Right(s.Muted, next+" ", c.W-l.X())
		}
	}
}
