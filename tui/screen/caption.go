package screen

import (
	"slices"
	"strconv"
	"strings"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
)

// areas is where the parts of the page lie: as for any of its size, but that the
// caption of a tour takes from the body what it needs, up to half of the screen.
func (p Page) areas() screen {
	s := layout(p.in)
	if p.at.Tour > 0 && s.Footer.H > 0 {
		foot := max(s.FootRule.H+s.Footer.H, min(len(p.captionLines()), p.in.Height/2))
		s.Body.H = p.in.Height - foot - s.Body.Y
		s.Footer, s.FootRule = Area{0, p.in.Height - foot, p.in.Width, foot}, Area{}
	}
	return s
}

// captionLines is what the tour says of the place, with the keys that lead on at the
// end: on the last line if there is room.
func (p Page) captionLines() []string {
	w := max(1, p.in.Width-2)
	step := strconv.Itoa(p.at.Tour) + "/" + strconv.Itoa(len(p.data.Tour)) + "  "
	said := cell.Wrap(step+p.data.Tour[p.at.Tour-1].Caption.In(p.in.Lang), w)
	if n := len(said); n > 0 && cell.Width(said[n-1])+cell.Width(p.captionEnd())+2 > w {
		said = append(said, "")
	}
	return said
}

// captionEnd is what stands at the end of the caption: the keys that lead on, unless they
// are the presenter's, and before them what the status says, as far as there is room.
func (p Page) captionEnd() string {
	words, next := p.statusWords(), []string{p.text.Say.TourNext}
	if p.in.Room.Role == place.Following {
		next = nil
	}
	for {
		end := strings.Join(slices.Concat(words, next), " · ")
		if len(words)+len(next) <= 1 || len(words) == 0 || cell.Width(end)+4 <= p.in.Width {
			return end
		}
		words = words[:len(words)-1]
	}
}

// caption draws what the tour says of the place in place of the footer, with the
// keys that lead on at the right of its last line.
func (p Page) caption(c cell.Canvas) {
	s, said := p.style.Cursor, p.captionLines() // on its ground, as no rule is above it
	c.Fill(s.Text)
	if len(said) > c.H {
		said = said[:c.H]
		said[c.H-1] = cell.Truncate(said[c.H-1], c.W-3, "") + moreGlyph
	}
	for y := range c.H {
		l := p.line(c.Line(y)).Put(s.Text, " ")
		if y < len(said) {
			l.Put(s.Strong, said[y])
		}
		if end := p.captionEnd(); y == c.H-1 && l.X()+cell.Width(end)+2 <= c.W {
			l.Right(s.Muted, end+" ", c.W-l.X())
		}
	}
}
