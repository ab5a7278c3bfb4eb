package screen

import (
	"fmt"
	"slices"
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

// sourcesBody draws the self-audit, the conflicts, and every source with the figures
// that rest on it; by publisher, of which the one under the cursor is unfolded.
func (p Page) sourcesBody(c cell.Canvas) {
	areas := p.panes(Area{0, 0, c.W, c.H})
	list := p.sourceListing()
	if !areas.Beside || p.at.Sort != (place.Sort{}) {
		p.listAndDetail(c, list, p.detail)
		return
	}
	p.publishers(areas.List.of(c), list)
	if detail := areas.Detail.of(c); detail.H > 0 {
		detail.W = min(detail.W, mostDetail+gutter)
		p.flow(detail, p.detail(detail.W-gutter), p.at.Sub, p.toSub)
	}
}

// The columns of the list of sources.
const (
	dateColumn = iota
	gradeColumn
	figuresColumn
)

func (p Page) sourceListing() listing {
	return listing{p.sourceName, p.text.Head.Publisher, []listColumn{
		dateColumn:    {by: place.ByDate, title: p.text.Report.Date, w: len("2026-12-01")},
		gradeColumn:   {by: place.ByGrade, title: p.text.Report.Grade, w: 1, from: 40},
		figuresColumn: {by: place.ByCount, title: p.text.Head.Number, w: 3},
	}}
}

func (p Page) sourceName(id string) label {
	switch id {
	case nav.AuditItem:
		return label{name: p.text.Head.Audit, note: p.data.Version}
	case nav.ConflictsItem:
		return label{name: p.text.Head.Conflicts, note: strconv.Itoa(len(p.data.Conflicts))}
	}
	s := p.data.Source(id)
	return label{name: s.Publisher.In(p.in.Lang), cells: []string{p.text.Date(s.Date), string(s.Grade), strconv.Itoa(len(p.data.FiguresFrom(s)))}}
}

// publishers draws the list of publishers.
func (p Page) publishers(c cell.Canvas, list listing) {
	folded := listing{label: p.titleOf, title: list.title, columns: list.columns[gradeColumn:]} // dates stand before titles
	var head cell.Canvas
	head, c = c.Top(1)
	p.listHead(head, folded)
	var entries []entry
	if p.at.Filter == "" {
		entries = append(entries, p.listRow(nav.AuditItem, list), p.listRow(nav.ConflictsItem, list), blank())
	}
	at := p.data.Source(p.at.Item)
	for _, publisher := range nav.Publishers(p.data, p.at) {
		open := at != nil && at.Publisher == publisher.Name
		entries = append(entries, p.publisherRow(publisher, folded, open))
		if open {
			for _, s := range publisher.Sources {
				entries = append(entries, p.listRow(s.ID, folded))
			}
		}
	}
	p.flow(c, entries, p.at.Item, p.toItem)
	if height(entries) <= c.H {
		p.listRule(c)
	}
}

// titleOf is a source below its publisher: date and title, and how it was read and
// how many figures rest on it.
func (p Page) titleOf(id string) label {
	s := p.data.Source(id)
	return label{
		name:  "  " + cell.Truncate(p.text.Date(s.Date)+"          ", len("2026-12-01"), "") + " " + s.Title,
		cells: []string{string(s.Grade), strconv.Itoa(len(p.data.FiguresFrom(s)))},
	}
}

// publisherRow is a publisher with how many figures rest on its sources. A click
// goes to its latest source.
func (p *Page) publisherRow(of *model.Publisher, list listing, open bool) entry {
	return entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		fold, style := foldedGlyph, s.Text
		if open {
			fold, style = unfoldedGlyph, s.Strong
		}
		columns := list.shown(c.W)
		note := fmt.Sprintf("%d · %*d", len(of.Sources), columns[len(columns)-1].w, of.Figures)
		p.line(c).Put(s.Muted, fold+" ").Cell(style, of.Name.In(p.in.Lang), c.W-2-cell.Width(note)-1).Right(s.Muted, note, cell.Width(note)+1)
		p.hit(c, p.toItem(of.Sources[0].ID))
	}}
}

// conflict is a conflict in w cells: its name, its figures, the reason why one is
// used.
func (p *Page) conflict(c *model.Conflict, w int) entry {
	reason := cell.Wrap(c.Reason.In(p.in.Lang), w-2)
	rows := p.conflictRows(c, nil, w)
	return entry{id: c.ID, height: 2 + len(reason) + height(rows), draw: func(s *theme.Styles, on cell.Canvas) {
		p.line(on).Put(s.Conflict, conflicted+" ").Cell(s.Strong, c.Name.In(p.in.Lang), on.W-2)
		y := 1
		for _, row := range rows {
			row.draw(s, on.Area(0, y, on.W, row.height))
			y += row.height
		}
		for _, l := range reason {
			p.line(on.Line(y)).Cell(s.Label, "  "+l, on.W)
			y++
		}
		p.line(on.Line(y)).To(s.Text, on.W)
	}}
}

const (
	conflictWhen      = 11 // the column of periods and dates in a conflict
	conflictPublisher = 12 // what the publisher has at the least on one line
)

// conflictIndent is the column at the left in which it says which figure is used.
func (p Page) conflictIndent() int { return cell.Width(p.text.Say.Leads) + 3 }

// conflictRows are the figures of a conflict but one, a line each, below what they
// are of if that differs; where there is no room for it, two lines each.
func (p *Page) conflictRows(c *model.Conflict, but *model.Figure, w int) []entry {
	var rows []entry
	value, when := widest(c.Figures, p.text.Value), widest(c.Figures, shortPeriod)
	short, of := w-p.conflictIndent()-value-when-conflictWhen-2*columnGap >= conflictPublisher, c.Figures[0].Indicator
	if slices.ContainsFunc(c.Figures, func(f *model.Figure) bool { return f.Indicator != of }) {
		of = nil // else its name says it
	}
	for _, f := range c.Figures {
		lead := ""
		if f == c.Lead {
			lead = p.text.Say.Leads
		}
		switch {
		case f == but:
		case !short:
			rows = append(rows, p.conflictFigure(lead, f, w))
		default:
			if f.Indicator != of {
				of = f.Indicator
				for _, l := range cell.Wrap(p.text.FullName(of), w-2) {
					rows = append(rows, entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
						p.line(c).Put(s.Text, "  "+l).To(s.Text, w)
					}})
				}
			}
			rows = append(rows, p.conflictLine(lead, value, when, f))
		}
	}
	return rows
}

// conflictLine is one of the figures of a conflict on a line: what it says, for when,
// and who published it on which day.
func (p *Page) conflictLine(lead string, value, when int, f *model.Figure) entry {
	return entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		l := p.line(c).Put(s.Text, "  ").Cell(s.Accent, lead, p.conflictIndent()-2)
		l.Right(s.Row, p.text.Value(f), value).Put(s.Muted, second(f)+" ").Cell(s.Muted, f.Period.Short(), when).Put(s.Text, "  ")
		l.Cell(s.Label, f.Source.Publisher.In(p.in.Lang), c.W-l.X()-conflictWhen).Right(s.Muted, p.text.Date(f.Source.Date), conflictWhen)
	}}
}

// second is the mark of a figure that was read in a copy, or the room for it.
func second(f *model.Figure) string {
	if f.SecondHand() {
		return secondHand
	}
	return " "
}

// conflictFigure is one of the figures of a conflict under what it is of.
func (p *Page) conflictFigure(lead string, f *model.Figure, w int) entry {
	indent := p.conflictIndent()
	names := []string{p.text.FullName(f.Indicator)} // in full: that may be all that differs
	if room := w - indent - conflictWhen; cell.Width(names[0]) > room && room >= p.leastName() {
		names = cell.Wrap(names[0], room)
	}
	return entry{height: 1 + len(names), draw: func(s *theme.Styles, c cell.Canvas) {
		for y, name := range names {
			p.line(c.Line(y)).To(s.Text, indent).Cell(s.Text, name, w-indent-conflictWhen).To(s.Text, w)
		}
		c.Put(2, 0, s.Accent, lead)
		c.Put(w-cell.Width(f.Period.Short()), 0, s.Muted, f.Period.Short())
		l := p.line(c.Line(len(names))).Cell(s.Text, "", indent).Put(s.Row, p.text.Value(f)).Put(s.Muted, second(f)+" ")
		l.Cell(s.Label, f.Source.Publisher.In(p.in.Lang), w-l.X()-conflictWhen).Right(s.Muted, p.text.Date(f.Source.Date), conflictWhen)
	}}
}
