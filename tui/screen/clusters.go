package screen

import (
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
	}, p.detail)
}
