package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
)

// tinyBody draws what is under the cursor where there is no room for a list:
// the number, what it is, and its period.
func (p Page) tinyBody(a Area) pane {
	var text []string
	if figures := p.tinyFigures(); len(figures) > 0 {
		f := figures[0]
		text = append(text, p.style.Page.Strong.Paint(chart.Truncate(p.text.Value(f), a.W, moreGlyph)))
		for _, l := range chart.Wrap(p.text.Name(f.Indicator), a.W) {
			text = append(text, p.style.Page.Label.Paint(l))
		}
		text = append(text, p.style.Page.Muted.Paint(p.period(f, a.W-2)+" "+conflictMark(f)))
	} else {
		text = chart.Wrap(p.tinyText(), a.W)
	}
	out := pane{lines: make([]string, 0, a.H)}
	for i := range a.H {
		l := ""
		if i < len(text) {
			l = text[i]
		}
		out.lines = append(out.lines, chart.Fit(l, a.W))
	}
	return out
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
