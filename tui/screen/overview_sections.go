package screen

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

const (
	sectionLines   = 4   // of a section at least: a heading and rows
	sectionsBeside = 100 // the width from which they stand beside one another
)

// sections draws the newest figures and the conflicts, beside one another where
// there is room; where there is more, what no source states.
func (p Page) sections(c cell.Canvas) {
	rest := min((c.W-columnGap)*2/5, p.widestConflict(c.H-1)+2) // the newest have longer names
	left, right := c.Area(0, 0, c.W-columnGap-rest, c.H), c.Area(c.W-rest, 0, rest, c.H)
	if c.W < sectionsBeside {
		if c.H < 2*(1+1)+1 { // two of them would be without rows
			p.newest(c)
			return
		}
		left, right = c.Top((c.H - 1) / 2)
		_, right = right.Top(1)
	}
	p.newest(left)
	missing := p.notStated(right.W)
	if n := min(len(p.data.Conflicts)+1, right.H-len(missing)-2); n >= sectionLines && len(missing) > 0 {
		var below cell.Canvas
		right, below = right.Top(n)
		_, below = below.Top(1)
		p.sectionHead(below, p.text.Head.Unstated, "")
		for y, l := range missing {
			p.line(below.Line(y+1)).Cell(p.style.Page.Label, l, below.W)
		}
	}
	p.disagreements(right)
}

// sectionHead draws a heading in a rule, with a note at its end.
func (p Page) sectionHead(c cell.Canvas, head, note string) {
	p.rule(c)
	s := p.style.Page
	p.line(c).Put(s.Section, head).Put(s.Text, " ")
	if note != "" {
		c.Put(c.W-cell.Width(note)-1, 0, s.Muted, " "+note)
	}
}

// newest draws the figures that were published last.
func (p Page) newest(c cell.Canvas) {
	p.sectionHead(c, p.text.Head.Newest, "")
	figures := p.data.Newest()
	figures = figures[:min(len(figures), max(c.H-1, 0))]
	period := func(f *model.Figure) string {
		if when := f.Period.Short(); when != f.Source.Date {
			return when
		}
		return "" // it is said already
	}
	for y, f := range figures {
		line, value, when := c.Line(y+1), p.text.Value(f), period(f)
		l := p.line(line).Cell(p.style.Page.Muted, f.Source.Date, 10).Put(0, "  ").Put(p.style.Page.Chip(f.Indicator.Cluster.Hue), chipGlyph).Put(0, " ")
		name, start := p.fullName(f), c.W-cell.Width(value)-markWidth
		if when != "" {
			when = "  " + when
		}
		l.Cell(p.style.Page.Text, name, min(cell.Width(name), max(start-l.X()-cell.Width(when)-1, 0))).Put(p.style.Page.Muted, when)
		marked(l.To(0, start), f, p.style.Page.Text, value, p.style.Page)
		p.hit(line, nav.PlaceOf(p.data, model.Found{Kind: model.FoundFigure, ID: f.ID}))
	}
}

// widestConflict is the width of the widest name of the first n conflicts.
func (p Page) widestConflict(n int) int {
	w := 0
	for _, with := range p.data.Conflicts[:max(0, min(n, len(p.data.Conflicts)))] {
		w = max(w, cell.Width(with.Name.In(p.in.Lang)))
	}
	return w
}

// disagreements draws what sources disagree on.
func (p Page) disagreements(c cell.Canvas) {
	conflicts := p.data.Conflicts
	p.sectionHead(c, p.text.Head.Disagree, strconv.Itoa(len(conflicts)))
	for y, with := range conflicts[:min(len(conflicts), max(c.H-1, 0))] {
		line := c.Line(y + 1)
		p.line(line).Put(p.style.Page.Conflict, conflicted).Put(0, " ").Cell(p.style.Page.Text, with.Name.In(p.in.Lang), c.W-2)
		p.hit(line, place.Place{View: place.Sources, Item: nav.ConflictsItem, Sub: with.ID})
	}
}

// notStated says in lines of w cells of which clusters no share and no size is
// stated.
func (p Page) notStated(w int) []string {
	var lines []string
	for _, what := range []struct {
		head string
		of   func(*model.Cluster) *model.Figure
	}{
		{p.text.Head.BestShare, p.data.NationalShare}, {p.text.Head.Size, p.data.Size},
	} {
		var without []string
		for _, cl := range p.data.Clusters {
			if what.of(cl) == nil {
				without = append(without, cl.Name.In(p.in.Lang))
			}
		}
		if len(without) > 0 {
			lines = append(lines, cell.Wrap(sentence(what.head)+p.text.Say.Colon+strings.Join(without, p.text.Say.List), w)...)
		}
	}
	return lines
}

// sentence returns a heading in capitals as a sentence begins.
func sentence(head string) string {
	first, n := utf8.DecodeRuneInString(head)
	return string(first) + strings.ToLower(head[n:])
}
