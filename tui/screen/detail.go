package screen

import (
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/theme"
)

// label is how a list names an item.
type label struct {
	chip model.Hue // the hue that stands before the name; 0 for none
	name string
	note string // at the right
}

// listAndDetail draws a list at the left and the detail of the item under its
// cursor at the right; on a narrow screen the detail alone, under one line
// that says which item it is.
func (p Page) listAndDetail(a Area, name func(id string) label, detail func(Area) []entry) pane {
	d := split(a, p.view().list).Detail
	return p.listAnd(a, name, p.flow(d, detail(d), p.at.Sub, p.toSub))
}

// listAnd draws a list and what is drawn already beside it.
func (p Page) listAnd(a Area, name func(id string) label, right pane) pane {
	areas := split(a, p.view().list)
	out := p.list(areas.List, name, areas.Beside)
	out.hits = append(out.hits, right.hits...)
	if !areas.Beside {
		for len(out.lines) < a.H-areas.Detail.H {
			out.lines = append(out.lines, strings.Repeat(" ", a.W))
		}
		out.lines = append(out.lines, right.lines...)
		return out
	}
	for i := range out.lines {
		out.lines[i] += " " + right.lines[i]
	}
	return out
}

// list draws the items of a view, or only the one under the cursor and where
// it stands among them.
func (p Page) list(a Area, name func(id string) label, wide bool) pane {
	items := p.items()
	if wide {
		entries := make([]entry, 0, len(items))
		for _, id := range items {
			entries = append(entries, p.listRow(id, name))
		}
		if len(items) > a.H {
			return p.flow(a, entries, p.at.Item, p.toItem)
		}
		out := p.window(a, entries, 0, p.at.Item, p.toItem)
		rule := " " + p.style.Page.Rule.Paint(ruleGlyph) // where a scroll bar would be
		for i := range out.lines {
			out.lines[i] += rule
		}
		return out
	}
	s := p.style.Page
	count := strconv.Itoa(slices.Index(items, p.at.Item)+1) + "/" + strconv.Itoa(len(items))
	l := p.line()
	if len(items) > 0 {
		label := name(p.at.Item)
		if label.chip != 0 {
			l.put(s.Chip(label.chip), chipGlyph).put(s.Text, " ")
		}
		l.cell(s.Strong, label.name, a.W-l.w-len(count)-1)
	}
	l.put(s.Muted, " "+count)
	return pane{lines: []string{chart.Fit(l.String(), a.W)}[:min(1, a.H)]}
}

// listRow is an item in a list. While the cursor is in the detail beside it,
// the item it belongs to keeps its name in bold.
func (p *Page) listRow(id string, name func(id string) label) entry {
	return entry{id: id, height: 1, draw: func(s *theme.Styles, w int) []string {
		if id == p.at.Item && p.at.Sub != "" {
			s = p.style.Page
		}
		label := name(id)
		l := p.line()
		if label.chip != 0 {
			l.put(s.Chip(label.chip), chipGlyph).put(s.Text, " ")
		}
		note := 0
		if label.note != "" {
			note = chart.Width(label.note) + 1
		}
		ink := s.Text
		if id == p.at.Item {
			ink = s.Strong
		}
		return []string{l.cell(ink, label.name, w-l.w-note).right(s.Muted, label.note, note).String()}
	}}
}

// title is the heading of a detail, with a note at its right.
func (p Page) title(text, note string) entry {
	return entry{height: 1, draw: func(s *theme.Styles, w int) []string {
		n := min(chart.Width(note), w/2)
		l := p.line()
		if n > 0 && n < w {
			l.cell(s.Strong, text, w-n-1).put(s.Text, " ")
		} else {
			l.cell(s.Strong, text, w-n)
		}
		return []string{l.right(s.Muted, note, n).String()}
	}}
}

// head is the heading of a part of a detail.
func (p Page) head(text string) entry {
	return entry{height: 1, draw: func(s *theme.Styles, w int) []string {
		return []string{p.line().cell(s.Muted, text, w).String()}
	}}
}

// paragraph is text wrapped to w cells.
func (p Page) paragraph(text string, w int) entry {
	lines := chart.Wrap(text, w)
	return entry{height: len(lines), draw: func(s *theme.Styles, w int) []string {
		out := make([]string, len(lines))
		for i, l := range lines {
			out[i] = p.line().cell(s.Label, l, w).String()
		}
		return out
	}}
}

// statement is what somebody said: who, in which office and when, then the
// words, indented. Only what a source prints as a quotation has quotation
// marks.
func (p Page) statement(said *model.Statement, w int, withName bool) entry {
	lines := chart.Wrap(p.text.Said(said), w-2)
	return entry{id: said.ID, height: len(lines) + 2, draw: func(s *theme.Styles, w int) []string {
		who := p.line()
		if withName {
			who.put(s.Strong, p.text.Speaker(said.Person)).put(s.Text, "  ")
		}
		when := said.Date + "  " + p.text.Speech[said.Speech]
		if said.Source.Grade == model.GradeB {
			when += secondHand
		}
		who.cell(s.Muted, said.Office.In(p.in.Lang), w-who.w-chart.Width(when)-2).right(s.Muted, when, w-who.w)
		out := []string{chart.Fit(who.String(), w)}
		for _, l := range lines {
			out = append(out, p.line().cell(s.Text, "  "+l, w).String())
		}
		return append(out, p.line().cell(s.Text, "", w).String())
	}}
}
