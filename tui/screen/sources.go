package screen

import (
	"fmt"
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

// Sources: the self-audit, the conflicts, and every source with the figures
// that rest on it; by publisher, of which the one under the cursor is unfolded.
func (p Page) sourcesBody(c cell.Canvas) {
	areas := p.panes(Area{0, 0, c.W, c.H})
	if !areas.Beside || p.at.Sort != place.ByValue {
		p.listAndDetail(c, p.sourceName, p.detail)
		return
	}
	detail := areas.Detail.of(c)
	p.publishers(areas.List.of(c))
	p.flow(detail, p.detail(detail.W-gutter), p.at.Sub, p.toSub)
}

func (p Page) sourceName(id string) label {
	switch id {
	case nav.AuditItem:
		return label{name: p.text.Head.Audit, note: p.data.Version}
	case nav.ConflictsItem:
		return label{name: p.text.Head.Conflicts, note: strconv.Itoa(len(p.data.Conflicts))}
	}
	s := p.data.Source(id)
	return label{name: s.Publisher.In(p.in.Lang), note: fmt.Sprintf("%s %3d", p.text.Date(s.Date), len(p.data.FiguresFrom(s)))}
}

// publishers draws the list of publishers.
func (p Page) publishers(c cell.Canvas) {
	var entries []entry
	if p.at.Filter == "" {
		entries = append(entries, p.listRow(nav.AuditItem, p.sourceName), p.listRow(nav.ConflictsItem, p.sourceName), blank())
	}
	at := p.data.Source(p.at.Item)
	for _, publisher := range nav.Publishers(p.data, p.at) {
		open := at != nil && at.Publisher == publisher.Name
		entries = append(entries, p.publisherRow(publisher, open))
		if open {
			for _, s := range publisher.Sources {
				entries = append(entries, p.listRow(s.ID, p.titleOf))
			}
		}
	}
	p.flow(c, entries, p.at.Item, p.toItem)
	if height(entries) <= c.H {
		for y := range c.H {
			c.Put(c.W-1, y, p.style.Page.Rule, ruleGlyph)
		}
	}
}

// titleOf is a source below its publisher: date and title, and how it was read and
// how many figures rest on it.
func (p Page) titleOf(id string) label {
	s := p.data.Source(id)
	return label{
		name: "  " + cell.Truncate(p.text.Date(s.Date)+"          ", len("2026-12-01"), "") + " " + s.Title,
		note: fmt.Sprintf("%s %3d", s.Grade, len(p.data.FiguresFrom(s))),
	}
}

// publisherRow is a publisher with how many figures rest on its sources. A click
// goes to its latest source.
func (p *Page) publisherRow(of *model.Publisher, open bool) entry {
	return entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		fold, style := foldedGlyph, s.Text
		if open {
			fold, style = unfoldedGlyph, s.Strong
		}
		note := fmt.Sprintf("%d · %3d", len(of.Sources), of.Figures)
		p.line(c).Put(s.Muted, fold+" ").Cell(style, of.Name.In(p.in.Lang), c.W-2-cell.Width(note)-1).Right(s.Muted, note, cell.Width(note)+1)
		p.hit(c, p.toItem(of.Sources[0].ID))
	}}
}

func (p Page) conflict(c *model.Conflict, w int) entry {
	reason := cell.Wrap(c.Reason.In(p.in.Lang), w-2)
	height := 2 + len(reason)
	for _, f := range c.Figures {
		height += 1 + len(p.conflictName(f, w))
	}
	return entry{id: c.ID, height: height, draw: func(s *theme.Styles, on cell.Canvas) {
		p.line(on).Put(s.Conflict, conflicted+" ").Cell(s.Strong, c.Name.In(p.in.Lang), on.W-2)
		y := 1
		for _, f := range c.Figures {
			y += p.conflictFigure(on.Area(0, y, on.W, on.H), c, f, s)
		}
		for _, l := range reason {
			p.line(on.Line(y)).Cell(s.Label, "  "+l, on.W)
			y++
		}
		p.line(on.Line(y)).To(s.Text, on.W)
	}}
}

// conflictWhen is the column of periods and dates in a conflict.
const conflictWhen = 11

// conflictIndent is the column at the left in which it says which figure leads.
func (p Page) conflictIndent() int { return cell.Width(p.text.Say.Leads) + 3 }

// conflictName is what a figure of a conflict is of, in full: that may be all
// that differs.
func (p Page) conflictName(f *model.Figure, w int) []string {
	name, room := p.text.FullName(f.Indicator), w-p.conflictIndent()-conflictWhen
	if cell.Width(name) <= room || room < p.leastName() {
		return []string{name}
	}
	return cell.Wrap(name, room)
}

// conflictFigure draws one of the figures of a conflict: what it says of what, for
// when, and who published it on which day. It returns on how many lines.
func (p Page) conflictFigure(on cell.Canvas, c *model.Conflict, f *model.Figure, s *theme.Styles) int {
	lead, indent, w := "", p.conflictIndent(), on.W
	if f == c.Lead {
		lead = p.text.Say.Leads
	}
	y := 0
	for _, name := range p.conflictName(f, w) {
		l := p.line(on.Line(y)).Put(s.Text, "  ").Cell(s.Accent, lead, indent-2).Cell(s.Text, name, w-indent-conflictWhen)
		if y == 0 {
			l.Right(s.Muted, f.Period.Short(), conflictWhen)
		}
		l.To(s.Text, w)
		y, lead = y+1, ""
	}
	l := p.line(on.Line(y)).Cell(s.Text, "", indent).Put(s.Strong, p.text.Value(f)+marksOf(f)+"  ")
	l.Cell(s.Muted, f.Source.Publisher.In(p.in.Lang), w-l.X()-conflictWhen).Right(s.Muted, p.text.Date(f.Source.Date), conflictWhen)
	return y + 1
}
