package screen

import (
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// detail is the item under the cursor of the list, as sections say it, w cells
// wide.
func (p Page) detail(w int) []entry {
	sections := report.Detail(p.data, p.at, p.text)
	if len(sections) == 0 || p.at.Item == "" {
		return []entry{p.paragraph(p.nothing(), w)}
	}
	return p.parts(sections, w)
}

// parts draws sections below one another.
func (p Page) parts(sections []report.Section, w int) []entry {
	entries := make([]entry, 0, len(sections))
	var gauged []*model.Figure // which are compared with each other, so on one scale
	for i := range sections {
		if f := &sections[i].Figures; f.Gauges > 0 {
			p.short = f.Short
			gauged = append(gauged, f.List...)
		}
	}
	shares := p.shareTable(gauged, w)
	for i := range sections {
		entries = append(entries, p.section(&sections[i], shares, w)...)
	}
	return entries
}

// section is a part of a detail; shares are the columns of its gauges.
func (p Page) section(s *report.Section, shares chart.Table, w int) []entry {
	var entries []entry
	from := 0
	p.short = s.Figures.Short
	named := s.Level == 1 && p.underItsLine() && (s.Aside == "" || s.Aside == p.lineNote()) // by the line above it
	switch {
	case s.Conflict != nil:
		return []entry{p.conflict(s.Conflict, w)}
	case named:
	case s.Heading != "" && s.Level == 1:
		entries = append(entries, p.title(s.Heading, s.Aside))
	case s.Heading != "" && s.Hue != 0:
		entries, from = append(entries, blank(), p.clusterHead(s.Heading, s.Hue)), cell.Width(s.Heading)+3
	case s.Heading != "":
		entries, from = append(entries, blank(), p.head(s.Heading)), cell.Width(s.Heading)+1
	case s.Level > 0:
		entries = append(entries, blank())
	}
	rows, titles := p.listed(&s.Figures, shares, w)
	if last := len(entries) - 1; last >= 0 && len(s.Lines) == 0 && s.Level > 1 && nav.IsTable(p.data, p.at, nav.Detail) {
		entries[last] = p.titled(entries[last], from, titles)
	}
	for _, l := range s.Lines {
		entries = append(entries, p.paragraph(l, w))
	}
	if len(s.Lines)+len(s.Table.Rows)+len(s.Statements)+len(s.Figures.List) == 0 && !named { // of what follows
		entries = append(entries, blank())
	}
	if s.URL != "" {
		entries = append(entries, p.address(s.URL, w))
	}
	entries = append(entries, rows...)
	if len(s.Table.Rows) > 0 {
		entries = append(entries, blank())
	}
	for _, cells := range s.Table.Rows {
		entries = append(entries, p.pairRow(cells[0], cells[1], w))
	}
	if len(s.Statements) > 0 && !s.Speakers { // under the name of who said it all
		entries = append(entries, blank())
	}
	for _, said := range s.Statements {
		entries = append(entries, p.statement(said, w, s.Speakers))
	}
	return entries
}

// underItsLine reports whether a detail stands under the line of the list that names it.
func (p Page) underItsLine() bool {
	return p.view().list > 0 && (p.zoom() == place.DetailZoom || !p.beside())
}

// lineNote is what stands at the end of the line of the list that names a detail, if
// that is more than where it stands among them.
func (p Page) lineNote() string {
	if p.at.View == place.Sources && p.at.Item != "" {
		return p.sourceName(p.at.Item).note
	}
	return ""
}

// listed lists the figures of a section, and returns the titles of the columns too.
func (p *Page) listed(f *report.Figures, shares chart.Table, w int) ([]entry, []heading) {
	city := p.at.View == place.Cities
	switch {
	case len(f.Pairs) > 0:
		return p.pairRows(f.Pairs, w), nil
	case len(f.List) == 0:
		return nil, nil
	case f.Years:
		return p.cityYears(f.List, f.Gauges, w), nil
	case f.Gauges > 0 && city:
		return p.cityShares(f.List, w), p.cityTitles(f.List, w)
	case f.Gauges > 0:
		rows := make([]entry, 0, len(f.List))
		for _, share := range f.List {
			rows = append(rows, p.wrappedShare(share, shares, w))
		}
		return rows, p.shareTitles(shares, w)
	case city:
		return p.cityRows(f.List, w), p.cityTitles(f.List, w)
	}
	return p.figureRows(f.List, w)
}

// shareTitles are the titles of the columns of shares below one another in a detail.
func (p Page) shareTitles(table chart.Table, w int) []heading {
	by, indent := shareColumns(), 0
	if p.stacked() {
		table.Columns, by, indent = table.Columns[valueColumn:], by[valueColumn:], p.chipWidth()
	}
	all := headingsOf(table, w-indent, by...)
	return slices.DeleteFunc(all, func(h heading) bool { return h.by == place.ByWhole || h.by == place.ByName })
}

// pairWidth is as far as a number is set from its label.
const pairWidth = 56

// pairRow is a label and a number.
func (p *Page) pairRow(label, number string, w int) entry {
	return entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		n := cell.Width(number) + 1
		p.line(c).Cell(s.Label, label, min(w, pairWidth)-n).Right(s.Row, number, n)
	}}
}

// cardOf is sections as the parts of a card, w cells wide: labels at the left of
// their texts.
func (p Page) cardOf(sections []report.Section, w int) []entry {
	c := cardWriter{p: &p, w: w, label: p.labelWidth()}
	for i := range sections {
		s := &sections[i]
		if s.Conflict != nil {
			c.conflict(s.Conflict, s.Beside)
			continue
		}
		if i > 0 {
			c.rule()
		}
		c.title(s.Heading, s.Aside)
		for _, l := range s.Lines {
			for _, l := range cell.Wrap(l, w) {
				c.text(p.style.Page.Text, l)
			}
			c.blank()
		}
		for _, n := range s.Notes {
			for _, l := range n.Lines {
				c.leading(n.Label, l, "")
			}
			if n.URL != "" {
				c.leading(n.Label, n.URL, n.URL)
			}
		}
	}
	return c.parts
}
