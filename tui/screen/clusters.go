package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
)

// Clusters: the list at the left; beside it the cluster under the cursor with
// its shares, its figures, its places and what was said on it.
func clustersView() view {
	return view{
		body:  Page.clusters,
		open:  Page.clusterOpen,
		list:  25,
		hints: []keymap.Action{keymap.MoveDown, keymap.OpenItem, keymap.ShowSource, keymap.ShowVoices, keymap.ShowConflicts, keymap.GoBack},
	}
}

// clusterOpen leads from a statement to its speaker, and else deeper.
func (p Page) clusterOpen() place.Place {
	if s := p.data.Statement(p.at.Sub); s != nil && p.data.Figure(p.at.Sub) == nil {
		return place.Place{View: place.Voices, Item: s.Person.ID, Sub: s.ID}
	}
	return openDetail(p)
}

func (p Page) clusters(c cell.Canvas) {
	p.listAndDetail(c, func(id string) label {
		c := p.data.Cluster(id)
		return label{chip: c.Hue, name: c.Name.In(p.in.Lang)}
	}, func(w int) []entry {
		return p.clusterDetail(p.data.Cluster(p.at.Item), w)
	})
}

func (p Page) clusterDetail(c *model.Cluster, w int) []entry {
	if c == nil {
		return []entry{p.head(p.text.Say.NothingHere)}
	}
	shares, others := p.data.LatestOf(c)
	t := p.text.Head
	entries := []entry{p.title(c.Name.In(p.in.Lang), ""), p.paragraph(c.Summary.In(p.in.Lang), w)}
	table := p.shareTable(shares)
	for i, f := range shares {
		if head := p.text.ShareHead(f.Indicator); i == 0 || head != p.text.ShareHead(shares[i-1].Indicator) {
			entries = append(entries, blank(), p.head(head))
		}
		entries = append(entries, p.shareRow(f, table))
	}
	if len(others) > 0 {
		entries = append(entries, blank(), p.head(t.Figures))
		entries = append(entries, p.figureRows(others, w)...)
	}
	if places := p.text.Places(p.data.PlacesOf(c)); places != "" {
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
