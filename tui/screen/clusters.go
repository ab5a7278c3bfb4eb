package screen

import (
	"strconv"

	"anhui-tui/tui/cell"
)

// clusters lists the clusters, where there is room with how many figures each has, and
// tells of the one under the cursor.
func (p Page) clusters(c cell.Canvas) {
	counted := p.bodyArea().W >= roomy
	p.listAndDetail(c, listing{label: func(id string) label {
		cluster := p.data.Cluster(id)
		of := label{chip: cluster.Hue, name: cluster.Name.In(p.in.Lang)}
		if counted {
			of.note = strconv.Itoa(p.data.CountIn(cluster))
		}
		return of
	}}, p.detail)
}

// countWidth is the room of that in the list.
const countWidth = 4
