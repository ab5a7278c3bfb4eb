package screen

import (
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

// label is how a list names an item.
type label struct {
	chip  model.Hue // the hue that stands before the name; 0 for none
	head  string    // what it is listed under; "" for nothing
	name  string
	note  string   // at the right
	cells []string // at the right, in place of a note: those of the columns of the list
}

// listing is how the items of a view are listed.
type listing struct {
	label func(id string) label
	title string // of the names, by which the list can be ordered; "" for none
	// columns are at the right, after the names.
	columns []listColumn
}

type listColumn struct {
	by    place.Column
	title string
	w     int
	from  int // the width of a list that has it
}

// shown returns the columns that a list of w cells has. All but the first, whose title
// may stand over names, are wide enough for theirs.
func (l listing) shown(w int) []listColumn {
	var all []listColumn
	for _, c := range l.columns {
		if w < c.from {
			continue
		}
		if len(all) > 0 {
			c.w = max(c.w, cell.Width(c.title+upGlyph))
		}
		all = append(all, c)
	}
	return all
}

// listHead draws the titles of the columns of a list.
func (p Page) listHead(c cell.Canvas, of listing) {
	w := c.W - gutter
	columns := of.shown(w)
	at := w
	for _, column := range columns {
		at -= column.w + 1
	}
	all := make([]heading, 0, 1+len(columns))
	all = append(all, heading{by: place.ByName, title: of.title, w: max(at, 0)})
	for _, column := range columns {
		all = append(all, heading{column.by, column.title, at + 1, column.w, chart.AlignRight})
		at += column.w + 1
	}
	p.headings(c, nav.List, 0, all)
	c.Put(c.W-1, 0, p.style.Page.Rule, ruleGlyph)
}

// listAndDetail draws a list at the left and the detail of the item under its
// cursor at the right; on a narrow screen the detail alone, under one line
// that says which item it is.
func (p Page) listAndDetail(c cell.Canvas, list listing, detail func(w int) []entry) {
	areas := p.panes(Area{0, 0, c.W, c.H})
	p.list(areas.List.of(c), list, areas.Beside)
	if d := areas.Detail.of(c); d.H > 0 {
		d.W = min(d.W, mostDetail+gutter)
		p.flow(d, detail(d.W-gutter), p.at.Sub, p.toSub)
	}
}

// mostDetail is how wide a detail becomes: across more an eye loses the row on its way
// from a name to the number.
const mostDetail = 100

// panes divides the body of a view with a list: one of the two has all of it if it is
// zoomed, the detail under a line of the list.
func (p Page) panes(body Area) panes {
	switch p.zoom() {
	case place.DetailZoom:
		return stacked(body)
	case place.ListZoom:
		return panes{List: body, Beside: true}
	case place.NoZoom:
	}
	list := p.view().list
	switch {
	case p.at.View == place.Trends: // beyond what it needs only with room for a chart
		list = min(list, max(seriesYears+gutter, body.W-1-yearsChart))
	case p.at.View == place.Clusters && body.W >= roomy:
		list += countWidth
	}
	return split(body, list)
}

// beside reports whether the list is beside the detail on a screen of this size.
func (p Page) beside() bool { return split(p.bodyArea(), 0).Beside }

// bodyArea is where a view is drawn.
func (p Page) bodyArea() Area { return p.areas().Body.margin(1) }

// list draws the items of a view, or only the one under the cursor and where
// it stands among them.
func (p Page) list(c cell.Canvas, of listing, wide bool) {
	items := p.items()
	if wide {
		if of.title != "" {
			var head cell.Canvas
			head, c = c.Top(1)
			p.listHead(head, of)
		}
		entries, top, all := p.listRows(items, of, c.H)
		p.window(c, c.W-gutter, entries, 0, p.at.Item, p.toItem)
		if all > c.H {
			p.scrollbar(c, top, all)
			return
		}
		p.listRule(c)
		return
	}
	p.markAt(c.Line(0), p.at.Item)
	s := p.style.Page
	count := strconv.Itoa(slices.Index(items, p.at.Item)+1) + "/" + strconv.Itoa(len(items))
	l := p.line(c)
	if len(items) > 0 {
		label := of.label(p.at.Item)
		if label.chip != 0 {
			l.Put(s.Chip(label.chip), chipGlyph).Put(s.Text, " ")
		}
		note := 0
		if label.note != "" {
			note = cell.Width(label.note) + 1
		}
		name := c.W - l.X() - len(count) - 1 - note
		l.Cell(s.Strong, shorten(label.name, name), name).Right(s.Text, label.note, note)
	}
	l.Put(s.Muted, " "+count)
}

// listRule draws the rule at the right of a list where a scroll bar would be.
func (p Page) listRule(c cell.Canvas) {
	for y := range c.H {
		c.Put(c.W-1, y, p.style.Page.Rule, ruleGlyph)
	}
}

// listRows is what h lines show of a list, as a flow would, but without an entry for
// what is not seen: lists are long. Only those with headings, which are short, are
// gone through.
func (p Page) listRows(items []string, of listing, h int) (rows []entry, top, all int) {
	at := slices.Index(items, p.at.Item)
	if len(items) == 0 || of.label(items[0]).head == "" {
		top = max(0, min(at-max(0, h-1)/2, len(items)-h))
		for _, id := range items[top:min(top+h, len(items))] {
			rows = append(rows, p.listRow(id, of))
		}
		return rows, top, len(items)
	}
	head, line := "", 0
	for i, id := range items {
		if under := of.label(id).head; under != head {
			if i > 0 {
				rows = append(rows, blank())
			}
			rows, head = append(rows, p.head(under)), under
		}
		if i == at {
			line = len(rows)
		}
		rows = append(rows, p.listRow(id, of))
	}
	all = len(rows)
	top = max(0, min(line-max(0, h-1)/2, all-h))
	return rows[top:min(top+h, all)], top, all
}

// listRow is an item in a list. While the cursor is in the detail beside it,
// the item it belongs to keeps its name in bold.
func (p *Page) listRow(id string, of listing) entry {
	return entry{id: id, height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		if id == p.at.Item && p.at.Sub != "" {
			s = p.style.Page
		}
		label := of.label(id)
		l := p.line(c)
		if label.chip != 0 {
			l.Put(s.Chip(label.chip), chipGlyph).Put(s.Text, " ")
		}
		columns := of.shown(c.W)
		note := 0
		if label.note != "" {
			note = cell.Width(label.note) + 1
		} else if len(label.cells) > 0 {
			for _, column := range columns {
				note += column.w + 1
			}
		}
		style := s.Text
		if id == p.at.Item {
			style = s.Strong
		}
		l.Cell(style, label.name, c.W-l.X()-note)
		if label.note != "" || len(label.cells) == 0 {
			l.Right(s.Muted, label.note, note)
			return
		}
		for n, column := range of.columns {
			if c.W >= column.from {
				l.Right(s.Muted, label.cells[n], columns[0].w+1)
				columns = columns[1:]
			}
		}
	}}
}

// title is the heading of a detail, with a note at its right.
func (p *Page) title(text, note string) entry {
	return entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		n := min(cell.Width(note), c.W/2)
		l := p.line(c)
		if n > 0 && n < c.W {
			l.Cell(s.Strong, text, c.W-n-1).Put(s.Text, " ")
		} else {
			l.Cell(s.Strong, text, c.W-n)
		}
		l.Right(s.Muted, note, n)
	}}
}

// head is the heading of a part of a detail or of a list, in its rule.
func (p *Page) head(text string) entry {
	return entry{height: 1, draw: func(_ *theme.Styles, c cell.Canvas) { p.sectionHead(c, text, "") }}
}

// clusterHead is the heading of the part of a detail on a cluster, in its rule.
func (p *Page) clusterHead(text string, hue model.Hue) entry {
	return entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		l := p.line(c).Put(s.Chip(hue), chipGlyph).Put(s.Text, " ").Put(s.Section, text).Put(s.Text, " ")
		p.rule(c.Area(l.X(), 0, c.W-l.X(), 1))
	}}
}

// paragraph is text wrapped to w cells.
func (p *Page) paragraph(text string, w int) entry { return p.wrapped(text, w, p.style.Page.Label) }

// wrapped is text of a style, wrapped to w cells.
func (p *Page) wrapped(text string, w int, s cell.Style) entry {
	lines := cell.Wrap(text, w)
	return entry{height: len(lines), draw: func(_ *theme.Styles, c cell.Canvas) {
		for y, l := range lines {
			p.line(c.Line(y)).Cell(s, l, c.W)
		}
	}}
}

// statement is what somebody said: who, in which office and when, then the
// words, indented. Only what a source prints as a quotation has quotation
// marks.
func (p *Page) statement(said *model.Statement, w int, withName bool) entry {
	const date = len("2026-12-01") + 2
	whole := said.Office.In(p.in.Lang)
	lines, name, office := cell.Wrap(p.text.Said(said), w-2), "", cell.Wrap(whole, max(w-date, 1))
	if len(office) > 1 { // below the date there is room for more
		office = append(office[:1], cell.Wrap(strings.TrimSpace(strings.TrimPrefix(whole, office[0])), w)...)
	}
	if withName {
		name = p.text.Speaker(said.Person) + "  "
		if len(office) > 1 || cell.Width(name+office[0]) > w-date {
			office = append([]string{""}, office...) // below the name
		}
	}
	return entry{id: said.ID, height: len(office) + len(lines) + 2, draw: func(s *theme.Styles, c cell.Canvas) {
		for y, l := range office {
			who := p.line(c.Line(y))
			if y == 0 {
				who.Put(s.Strong, name).Cell(s.Muted, l, c.W-who.X()-date).Right(s.Muted, said.Date, c.W-who.X())
			} else {
				who.Cell(s.Muted, l, c.W)
			}
		}
		for y, l := range lines {
			p.line(c.Line(len(office)+y)).Cell(s.Text, "  "+l, c.W)
		}
		p.saidWhere(c.Line(len(office)+len(lines)), said, s)
		p.line(c.Line(len(office)+len(lines)+1)).To(s.Text, c.W)
	}}
}

// saidWhere is what a statement is on, how the source words it, and who published
// it.
func (p Page) saidWhere(c cell.Canvas, said *model.Statement, s *theme.Styles) {
	how, marks, topics := p.text.Speech[said.Speech], "", 0
	if said.Source.Grade == model.GradeB {
		marks = secondHand
	}
	for _, topic := range said.Topics {
		topics += cell.Width(topic.Name.In(p.in.Lang)) + 4
	}
	if whole := how + " · " + said.Source.Publisher.In(p.in.Lang); 2+topics+cell.Width(whole+marks) <= c.W {
		how = whole
	}
	how += marks
	l, room := p.line(c).Put(s.Text, "  "), c.W-cell.Width(how)
	for _, topic := range said.Topics {
		if name := topic.Name.In(p.in.Lang); l.X()+cell.Width(name)+4 <= room {
			l.Put(s.Chip(topic.Hue), chipGlyph).Put(s.Muted, " "+name+"  ")
		}
	}
	l.Right(s.Muted, how, c.W-l.X())
}
