package tui

import (
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/theme"
)

// The Sources view's own pages, before the sources in its list.
const (
	auditItem     = "audit"
	conflictsItem = "conflicts"
)

// Sources: the self-audit, the conflicts, and every source with the figures
// that rest on it.
func sourcesView() view {
	return view{
		items: func(p page) []string {
			return append([]string{auditItem, conflictsItem}, ids(p.data.Sources, sourceID)...)
		},
		start:   func(page) string { return auditItem },
		subs:    page.sourceSubs,
		body:    page.sourcesBody,
		figures: page.sourceFigures,
		open:    openDetail,
		list:    40,
		hints:   []Action{moveDown, openItem, showSource, showConflicts, goBack},
	}
}

func sourceID(s *model.Source) string { return s.ID }

func (p page) sourceSubs() []string {
	switch p.at.Item {
	case auditItem:
		return nil
	case conflictsItem:
		return ids(p.data.Conflicts, conflictID)
	}
	return ids(p.data.FiguresFrom(p.data.Source(p.at.Item)), figureID)
}

func (p page) sourceFigures() []*model.Figure {
	if p.at.Item == conflictsItem {
		if c := p.data.Conflict(p.at.Sub); c != nil {
			return c.Figures
		}
		return nil
	}
	return p.figure(p.at.Sub)
}

func (p page) sourcesBody(a Area) pane {
	return p.listAndDetail(a, p.sourceName, func(a Area) []entry {
		w := a.W - gutter
		switch p.at.Item {
		case auditItem:
			return p.auditDetail(w)
		case conflictsItem:
			return p.conflictsDetail(w)
		}
		return p.sourceDetail(p.data.Source(p.at.Item), w)
	})
}

func (p page) sourceName(id string) label {
	switch id {
	case auditItem:
		return label{name: p.text.Head.Audit}
	case conflictsItem:
		return label{name: p.text.Head.Conflicts, note: strconv.Itoa(len(p.data.Conflicts))}
	}
	s := p.data.Source(id)
	return label{name: s.Publisher.In(p.in.Lang), note: p.text.Date(s.Date)}
}

// auditDetail is what the dataset rests on, counted.
func (p page) auditDetail(w int) []entry {
	a, t := p.data.Audit(), p.text.Audit
	count := strconv.Itoa
	entries := []entry{p.title(p.text.Head.Audit, p.data.Version), blank()}
	for _, row := range [][2]string{
		{t.Figures, count(a.Figures)},
		{t.Sourced, count(a.Sourced)},
		{t.Linked, count(a.Linked)},
		{t.LowReliability, count(a.LowReliability)},
		{t.Approximate, count(a.Approximate)},
		{t.Targets, count(a.Targets)},
		{t.Derived, count(a.Derived)},
		{t.Conflicts, count(a.Conflicts)},
		{t.Indicators, count(a.Indicators)},
		{t.Sources, count(a.Sources)},
		{t.Statements, count(a.Statements)},
		{t.People, count(a.People)},
		{t.Oldest, a.Oldest.Short()},
		{t.Newest, a.Newest.Short()},
		{t.AsOf, p.data.AsOf},
	} {
		entries = append(entries, p.countRow(row[0], row[1], min(w, 56)))
	}
	return append(entries, blank(), p.paragraph(p.text.Say.AuditLine, w))
}

func (p page) countRow(label, count string, w int) entry {
	return entry{height: 1, draw: func(s theme.Styles, all int) []string {
		l := p.line().cell(s.Label, label, w-12).right(s.Strong, count, 12)
		return []string{chart.Fit(l.to(s.Text, all).String(), all)}
	}}
}

// sourceDetail is one source and the figures that rest on it.
func (p page) sourceDetail(src *model.Source, w int) []entry {
	figures := p.data.FiguresFrom(src)
	entries := []entry{p.title(src.Publisher.In(p.in.Lang), p.text.Date(src.Date)+"  "+src.Language), p.paragraph(src.Title, w)}
	if src.URL != "" {
		entries = append(entries, p.paragraph(src.URL, w))
	}
	entries = append(entries, p.paragraph(p.text.Grade[src.Grade], w), blank(),
		p.head(p.text.Head.Figures+" ("+strconv.Itoa(len(figures))+")"))
	return append(entries, p.figureRows(figures)...)
}

// conflictsDetail is every conflict, the figures that differ, and why one
// leads.
func (p page) conflictsDetail(w int) []entry {
	entries := make([]entry, 0, len(p.data.Conflicts)+2)
	entries = append(entries, p.title(p.text.Head.Conflicts, ""), blank())
	for _, c := range p.data.Conflicts {
		entries = append(entries, p.conflict(c, w))
	}
	return entries
}

func (p page) conflict(c *model.Conflict, w int) entry {
	reason := wrap(c.Reason.In(p.in.Lang), w-2)
	return entry{id: c.ID, height: 2*len(c.Figures) + len(reason) + 2, draw: func(s theme.Styles, w int) []string {
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

// conflictFigure is one of the figures of a conflict, on two lines: what it
// says of what, and who published it.
func (p page) conflictFigure(c *model.Conflict, f *model.Figure, s theme.Styles, w int) []string {
	lead := ""
	if f == c.Lead {
		lead = p.text.Say.Leads
	}
	indent := chart.Width(p.text.Say.Leads) + 3
	first := p.line().put(s.Text, "  ").cell(s.Accent, lead, indent-2)
	first.cell(s.Text, p.text.FullName(f.Indicator), w-first.w-11).right(s.Muted, f.Period.Short(), 11)
	second := p.line().cell(s.Text, "", indent).put(s.Strong, p.text.Value(f)+"  ")
	second.cell(s.Muted, f.Source.Publisher.In(p.in.Lang)+p.text.Say.Comma+p.text.Date(f.Source.Date), w-second.w)
	return []string{chart.Fit(first.String(), w), chart.Fit(second.String(), w)}
}
