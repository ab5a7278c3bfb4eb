package screen

import (
	"fmt"
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// Sources: the self-audit, the conflicts, and every source with the figures
// that rest on it.
func sourcesView() view {
	return view{
		body:  Page.sourcesBody,
		open:  openDetail,
		list:  40,
		hints: []keymap.Action{keymap.MoveDown, keymap.OpenItem, keymap.ShowSource, keymap.ShowConflicts, keymap.GoBack},
	}
}

func (p Page) sourcesBody(a Area) pane {
	return p.listAndDetail(a, p.sourceName, func(a Area) []entry {
		w := a.W - gutter
		switch p.at.Item {
		case nav.AuditItem:
			return p.auditDetail(w)
		case nav.ConflictsItem:
			return p.conflictsDetail(w)
		}
		return p.sourceDetail(p.data.Source(p.at.Item), w)
	})
}

func (p Page) sourceName(id string) label {
	switch id {
	case nav.AuditItem:
		return label{name: p.text.Head.Audit}
	case nav.ConflictsItem:
		return label{name: p.text.Head.Conflicts, note: strconv.Itoa(len(p.data.Conflicts))}
	}
	s := p.data.Source(id)
	return label{name: s.Publisher.In(p.in.Lang), note: fmt.Sprintf("%s %3d", p.text.Date(s.Date), len(p.data.FiguresFrom(s)))}
}

// auditDetail is what the dataset rests on, counted.
func (p Page) auditDetail(w int) []entry {
	entries := []entry{p.title(p.text.Head.Audit, p.data.Version), blank()}
	w = min(w, 56)
	for _, c := range report.AuditCounts(p.data.Audit(), p.text) {
		entries = append(entries, p.countRow(c.Label, c.Text(), w))
	}
	entries = append(entries, p.countRow(p.text.Audit.AsOf, p.data.AsOf, w))
	return append(entries, blank(), p.paragraph(p.text.Say.AuditLine, w))
}

func (p Page) countRow(label, count string, w int) entry {
	return entry{height: 1, draw: func(s *theme.Styles, all int) []string {
		l := p.line().cell(s.Label, label, w-12).right(s.Strong, count, 12)
		return []string{chart.Fit(l.to(s.Text, all).String(), all)}
	}}
}

// sourceDetail is one source and the figures that rest on it.
func (p Page) sourceDetail(src *model.Source, w int) []entry {
	figures := p.data.FiguresFrom(src)
	entries := []entry{p.title(src.Publisher.In(p.in.Lang), p.text.Date(src.Date)+"  "+src.Language), p.paragraph(src.Title, w)}
	if src.URL != "" {
		entries = append(entries, p.address(src.URL, w))
	}
	entries = append(entries, p.paragraph(p.text.Grade[src.Grade], w), blank(),
		p.head(p.text.Head.Figures+fmt.Sprintf(p.text.Say.Brackets, strconv.Itoa(len(figures)))))
	return append(entries, p.figureRows(figures, w)...)
}

// conflictsDetail is every conflict, the figures that differ, and why one
// leads.
func (p Page) conflictsDetail(w int) []entry {
	entries := make([]entry, 0, len(p.data.Conflicts)+2)
	entries = append(entries, p.title(p.text.Head.Conflicts, ""), blank())
	for _, c := range p.data.Conflicts {
		entries = append(entries, p.conflict(c, w))
	}
	return entries
}

func (p Page) conflict(c *model.Conflict, w int) entry {
	reason := chart.Wrap(c.Reason.In(p.in.Lang), w-2)
	height := 2 + len(reason)
	for _, f := range c.Figures {
		height += 1 + len(p.conflictName(f, w))
	}
	return entry{id: c.ID, height: height, draw: func(s *theme.Styles, w int) []string {
		out := []string{p.line().put(s.Conflict, conflicted+" ").cell(s.Strong, c.Name.In(p.in.Lang), w-2).String()}
		for _, f := range c.Figures {
			out = append(out, p.conflictFigure(c, f, s, w)...)
		}
		for _, l := range reason {
			out = append(out, p.line().cell(s.Label, "  "+l, w).String())
		}
		return append(out, p.line().to(s.Text, w).String())
	}}
}

// conflictWhen is the column of periods and dates in a conflict.
const conflictWhen = 11

// conflictIndent is the column at the left in which it says which figure leads.
func (p Page) conflictIndent() int { return chart.Width(p.text.Say.Leads) + 3 }

// conflictName is what a figure of a conflict is of, in full: that may be all
// that differs.
func (p Page) conflictName(f *model.Figure, w int) []string {
	name, room := p.text.FullName(f.Indicator), w-p.conflictIndent()-conflictWhen
	if chart.Width(name) <= room || room < p.leastName() {
		return []string{name}
	}
	return chart.Wrap(name, room)
}

// conflictFigure is one of the figures of a conflict: what it says of what, for
// when, and who published it on which day.
func (p Page) conflictFigure(c *model.Conflict, f *model.Figure, s *theme.Styles, w int) []string {
	lead := ""
	if f == c.Lead {
		lead = p.text.Say.Leads
	}
	indent := p.conflictIndent()
	var out []string
	for i, name := range p.conflictName(f, w) {
		l := p.line().put(s.Text, "  ").cell(s.Accent, lead, indent-2).cell(s.Text, name, w-indent-conflictWhen)
		if i == 0 {
			l.right(s.Muted, f.Period.Short(), conflictWhen)
		}
		out, lead = append(out, chart.Fit(l.to(s.Text, w).String(), w)), ""
	}
	l := p.line().cell(s.Text, "", indent).put(s.Strong, p.text.Value(f)+marksOf(f)+"  ")
	l.cell(s.Muted, f.Source.Publisher.In(p.in.Lang), w-l.w-conflictWhen).right(s.Muted, p.text.Date(f.Source.Date), conflictWhen)
	return append(out, chart.Fit(l.String(), w))
}
