package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
)

// tinyBody draws what is under the cursor where there is no room for a list:
// the number, what it is, and its period.
func (p Page) tinyBody(c cell.Canvas) {
	figures := p.tinyFigures()
	if len(figures) == 0 {
		for y, l := range cell.Wrap(p.tinyText(), c.W) {
			c.Put(0, y, 0, l)
		}
		return
	}
	f, s := figures[0], p.style.Page
	c.Put(0, 0, s.Strong, cell.Truncate(p.text.Value(f), c.W, moreGlyph))
	y := 1
	for _, l := range cell.Wrap(p.text.Name(f.Indicator), c.W) {
		c.Put(0, y, s.Label, l)
		y++
	}
	c.Put(0, y, s.Muted, p.period(f, c.W-2)+" "+conflictMark(f))
}

// tinyFigures are the figures under the cursor, or the first ones it could
// move to.
func (p Page) tinyFigures() []*model.Figure {
	if figures := p.figures(); len(figures) > 0 {
		return figures
	}
	for _, sub := range p.subs() {
		if f := p.data.Figure(sub); f != nil && p.at.Item != nav.ConflictsItem {
			return []*model.Figure{f}
		}
	}
	return nil
}

// tinyText is what there is to read where there is no figure: what somebody
// said, or how much there is.
func (p Page) tinyText() string {
	for _, sub := range append([]string{p.at.Sub}, p.subs()...) {
		if s := p.data.Statement(sub); s != nil {
			return p.text.Speaker(s.Person) + " " + s.Date + p.text.Say.Colon + s.Text.In(p.in.Lang)
		}
		if c := p.data.Conflict(sub); c != nil {
			return c.Name.In(p.in.Lang)
		}
	}
	audit := p.data.Audit()
	return p.text.Count(p.text.Figures, audit.Figures) + p.text.Say.Comma + p.text.Count(p.text.Sources, audit.Sources)
}
