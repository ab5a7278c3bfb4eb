package tui

import (
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/theme"
)

// listAndDetail draws a list at the left and the detail of the item under its
// cursor at the right; on a narrow screen the detail alone, under one line
// that says which item it is.
func (p page) listAndDetail(a Area, name func(id string) (chip, name string), detail func(Area) []entry) pane {
	areas := split(a)
	out := p.list(areas.List, name, areas.Rule.W > 0)
	right := p.flow(areas.Detail, detail(areas.Detail), p.at.Sub, p.toSub)
	out.hits = append(out.hits, right.hits...)
	if areas.Rule.W == 0 {
		for len(out.lines) < a.H-areas.Detail.H {
			out.lines = append(out.lines, strings.Repeat(" ", a.W))
		}
		out.lines = append(out.lines, right.lines...)
		return out
	}
	rule := " " + p.style.Page.Rule.Paint(ruleGlyph) + " "
	for i := range out.lines {
		out.lines[i] += rule + right.lines[i]
	}
	return out
}

// list draws the items of a view, or only the one under the cursor and where
// it stands among them.
func (p page) list(a Area, name func(id string) (chip, name string), wide bool) pane {
	items := p.view.items(p)
	if wide {
		entries := make([]entry, 0, len(items))
		for _, id := range items {
			entries = append(entries, p.listRow(id, name))
		}
		return p.flow(a, entries, p.at.Item, p.toItem)
	}
	s := p.style.Page
	count := strconv.Itoa(position(items, p.at.Item)) + "/" + strconv.Itoa(len(items))
	l := p.line()
	if len(items) > 0 {
		chip, text := name(p.at.Item)
		if chip != "" {
			l.put(s.Chip(chip), chipGlyph).put(s.Text, " ")
		}
		l.cell(s.Strong, text, a.W-l.w-len(count)-1)
	}
	l.put(s.Muted, " "+count)
	return pane{lines: []string{chart.Fit(l.String(), a.W)}[:min(1, a.H)]}
}

func position(items []string, id string) int {
	for i, item := range items {
		if item == id {
			return i + 1
		}
	}
	return 0
}

// listRow is an item in a list. While the cursor is in the detail beside it,
// the item it belongs to keeps its name in bold.
func (p page) listRow(id string, name func(id string) (chip, name string)) entry {
	return entry{id: id, height: 1, draw: func(s theme.Styles, w int) []string {
		if id == p.at.Item && p.at.Sub != "" {
			s = p.style.Page
		}
		chip, text := name(id)
		l := p.line()
		if chip != "" {
			l.put(s.Chip(chip), chipGlyph).put(s.Text, " ")
		}
		ink := s.Text
		if id == p.at.Item {
			ink = s.Strong
		}
		return []string{l.cell(ink, text, w-l.w).String()}
	}}
}

// title is the heading of a detail, with a note at its right.
func (p page) title(text, note string) entry {
	return entry{height: 1, draw: func(s theme.Styles, w int) []string {
		n := min(chart.Width(note), w/2)
		return []string{p.line().cell(s.Strong, text, w-n).right(s.Muted, note, n).String()}
	}}
}

// head is the heading of a part of a detail.
func (p page) head(text string) entry {
	return entry{height: 1, draw: func(s theme.Styles, w int) []string {
		return []string{p.line().cell(s.Muted, text, w).String()}
	}}
}

// paragraph is text wrapped to w cells.
func (p page) paragraph(text string, w int) entry {
	lines := wrap(text, w)
	return entry{height: len(lines), draw: func(s theme.Styles, w int) []string {
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
func (p page) statement(said *model.Statement, w int, withName bool) entry {
	words := said.Text.In(p.in.Lang)
	if said.Speech == model.Quoted {
		words = p.text.QuoteMarks(words)
	}
	lines := wrap(words, w-2)
	return entry{id: said.ID, height: len(lines) + 2, draw: func(s theme.Styles, w int) []string {
		who := p.line()
		if withName {
			who.put(s.Strong, p.text.Speaker(said.Person)).put(s.Text, "  ")
		}
		when := said.Date + "  " + p.text.Speech[said.Speech]
		who.cell(s.Muted, said.Office.In(p.in.Lang), w-who.w-chart.Width(when)-2).right(s.Muted, when, w-who.w)
		out := []string{chart.Fit(who.String(), w)}
		for _, l := range lines {
			out = append(out, p.line().cell(s.Text, "  "+l, w).String())
		}
		return append(out, p.line().cell(s.Text, "", w).String())
	}}
}
