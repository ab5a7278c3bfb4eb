package tui

import (
	"cmp"
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

// Clusters: the list at the left; beside it the cluster under the cursor with
// its shares, its figures, its places and what was said on it.
func clustersView() view {
	return view{
		items:   func(p page) []string { return ids(p.data.Clusters, clusterID) },
		start:   func(p page) string { return firstItem(ids(p.data.Clusters, clusterID)) },
		subs:    page.clusterSubs,
		body:    page.clusters,
		figures: func(p page) []*model.Figure { return p.figure(p.at.Sub) },
		open:    page.clusterOpen,
		list:    25,
		hints:   []Action{moveDown, openItem, showSource, switchTopic, showConflicts, goBack},
	}
}

// clusterFigures are the latest figures of a cluster's indicators, the shares
// apart from the rest.
func (p page) clusterFigures(c *model.Cluster) (shares, others []*model.Figure) {
	for _, i := range p.data.IndicatorsOf(c) {
		f := p.data.Latest(i)
		switch {
		case f == nil:
		case i.Kind == model.Share:
			shares = append(shares, f)
		default:
			others = append(others, f)
		}
	}
	slices.SortStableFunc(shares, func(a, b *model.Figure) int {
		return cmp.Compare(slices.Index(scopes(), a.Indicator.Scope), slices.Index(scopes(), b.Indicator.Scope))
	})
	return shares, others
}

func (p page) clusterSubs() []string {
	c := p.data.Cluster(p.at.Item)
	shares, others := p.clusterFigures(c)
	subs := append(ids(shares, figureID), ids(others, figureID)...)
	return append(subs, ids(p.data.StatementsOn(c), statementID)...)
}

// clusterOpen leads from a statement to its speaker, and else deeper.
func (p page) clusterOpen() place.Place {
	if s := p.data.Statement(p.at.Sub); s != nil && p.data.Figure(p.at.Sub) == nil {
		return place.Place{View: place.Voices, Item: s.Person.ID, Sub: s.ID}
	}
	return openDetail(p)
}

func (p page) clusters(a Area) pane {
	return p.listAndDetail(a, func(id string) label {
		return label{chip: id, name: p.data.Cluster(id).Name.In(p.in.Lang)}
	}, func(a Area) []entry {
		return p.clusterDetail(p.data.Cluster(p.at.Item), a.W-gutter)
	})
}

func (p page) clusterDetail(c *model.Cluster, w int) []entry {
	shares, others := p.clusterFigures(c)
	t := p.text.Head
	entries := []entry{p.title(c.Name.In(p.in.Lang), ""), p.paragraph(c.Summary.In(p.in.Lang), w)}
	cols := p.figureColumns(shares, w)
	for i, f := range shares {
		if i == 0 || f.Indicator.Scope != shares[i-1].Indicator.Scope {
			entries = append(entries, blank(), p.head(p.shareHead(f.Indicator.Scope)))
		}
		entries = append(entries, p.shareRow(f, cols, false))
	}
	if len(others) > 0 {
		entries = append(entries, blank(), p.head(t.Figures))
		cols := p.figureColumns(others, w)
		for _, f := range others {
			entries = append(entries, p.figureRow(f, cols))
		}
	}
	if places := p.placesOf(c); places != "" {
		entries = append(entries, blank(), p.head(t.Places), p.paragraph(places, w))
	}
	if statements := p.data.StatementsOn(c); len(statements) > 0 {
		entries = append(entries, blank(), p.head(t.Statements))
		for _, s := range statements {
			entries = append(entries, p.statement(s, w, true))
		}
	}
	return entries
}

// placesOf names the cities a cluster has figures for.
func (p page) placesOf(c *model.Cluster) string {
	var names []string
	for _, i := range p.data.IndicatorsOf(c) {
		name := i.Place.Name.In(p.in.Lang)
		if !i.Place.Province() && !contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, " · ")
}

// figureColumns are the widths of a list of figures.
type figureColumns struct{ name, value, rank, period int }

func (p page) figureColumns(figures []*model.Figure, w int) figureColumns {
	c := figureColumns{period: 5}
	name := 0
	for _, f := range figures {
		name = max(name, chart.Width(p.text.Name(f.Indicator)))
		c.value = max(c.value, chart.Width(p.text.Value(f)))
		c.rank = max(c.rank, chart.Width(p.text.RankBeside(f))+2)
		c.period = max(c.period, chart.Width(f.Period.Short()))
	}
	c.value = min(c.value, w/3)
	if w < 66 {
		c.rank = 0
	}
	c.name = min(name+2, w-c.value-c.rank-c.period-4)
	return c
}

// figureRow is a figure in a list: name, value, rank, conflict mark, period.
func (p page) figureRow(f *model.Figure, c figureColumns) entry {
	return entry{id: f.ID, height: 1, draw: func(s theme.Styles, w int) []string {
		l := p.line().cell(s.Text, p.text.Name(f.Indicator), w-c.value-c.rank-c.period-4)
		l.right(s.Strong, p.text.Value(f), c.value).right(s.Rank, p.text.RankBeside(f), c.rank)
		l.put(s.Text, " ").cell(s.Conflict, conflictMark(f), 2)
		l.right(s.Muted, f.Period.Short(), c.period)
		return []string{chart.Fit(l.to(s.Text, w).String(), w)}
	}}
}

// shareRow is a share in a list, with its gauge where there is room.
func (p page) shareRow(f *model.Figure, c figureColumns, chip bool) entry {
	if p.in.Width < narrow {
		return p.narrowShareRow(f, c)
	}
	return entry{id: f.ID, height: 1, draw: func(s theme.Styles, w int) []string {
		l := p.line()
		if chip {
			l.put(s.Chip(f.Indicator.Cluster.ID), chipGlyph).put(s.Text, " ")
		}
		at, gauge := shareGauge(c, w, chip)
		l.cell(s.Text, p.text.Name(f.Indicator), at-l.w)
		if gauge > 0 {
			l.drawn(p.gauge(f, gauge, s), gauge)
		}
		l.put(s.Text, " ").cell(s.Strong, p.text.Value(f), c.value).put(s.Text, " ").cell(s.Conflict, conflictMark(f), 2)
		l.right(s.Muted, f.Period.Short(), c.period)
		return []string{chart.Fit(l.to(s.Text, w).String(), w)}
	}}
}

// narrowShareRow is a share on two lines: what, and how much.
func (p page) narrowShareRow(f *model.Figure, c figureColumns) entry {
	return entry{id: f.ID, height: 2, draw: func(s theme.Styles, w int) []string {
		name := p.line().put(s.Chip(f.Indicator.Cluster.ID), chipGlyph).put(s.Text, " ")
		name.cell(s.Text, p.text.Name(f.Indicator), w-2)
		l := p.line().put(s.Text, "  ")
		if gauge := w - c.value - c.period - 7; gauge > 0 {
			l.drawn(p.gauge(f, gauge, s), gauge)
		}
		l.put(s.Text, " ").cell(s.Strong, p.text.Value(f), c.value).cell(s.Conflict, conflictMark(f), 2)
		l.right(s.Muted, f.Period.Short(), max(0, w-l.w))
		return []string{chart.Fit(name.String(), w), chart.Fit(l.String(), w)}
	}}
}

// shareGauge returns where the gauge of a row of w cells begins and how many
// cells it has: what the other columns leave, none if that is too little to
// read.
func shareGauge(c figureColumns, w int, chip bool) (at, cells int) {
	if chip {
		at = 2
	}
	rest := w - at - c.value - c.period - 4
	name := max(min(c.name, rest-minGauge-2), rest-72)
	if rest-name < 8 {
		name = rest
	}
	return at + name, rest - name
}
