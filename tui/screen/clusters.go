package screen

import (
	"anhui-tui/tui/cell"
)

func (p Page) clusters(c cell.Canvas) {
	p.listAndDetail(c, listing{label: func(id string) label {
		c := p.data.Cluster(id)
		return label{chip: c.Hue, name: c.Name.In(p.in.Lang)}
	}}, p.detail)
}
