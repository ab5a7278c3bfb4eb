package tui

import (
	"cmp"
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/place"
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
		hints:   []Action{moveDown, openItem, showSource, showVoices, showConflicts, goBack},
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
	table := p.shareTable(shares)
	for i, f := range shares {
		if i == 0 || f.Indicator.Scope != shares[i-1].Indicator.Scope {
			entries = append(entries, blank(), p.head(p.shareHead(f.Indicator.Scope)))
		}
		entries = append(entries, p.shareRow(f, table))
	}
	if len(others) > 0 {
		entries = append(entries, blank(), p.head(t.Figures))
		entries = append(entries, p.figureRows(others)...)
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
