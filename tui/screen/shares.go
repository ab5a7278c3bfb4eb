package screen

import (
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// Shares: every share of China, of the world, or within the province as a
// gauge on one scale.
func sharesView() view {
	return view{
		body:  Page.sharesBody,
		open:  openCard,
		hints: []keymap.Action{keymap.MoveDown, keymap.ShowSource, keymap.SwitchScope, keymap.SwitchSort, keymap.SwitchTable, keymap.ShowConflicts},
	}
}

// shares are those of the scope in the order asked for.
func (p Page) shares() []*model.Figure { return nav.Shares(p.data, p.at, p.in.Lang) }

func (p Page) sharesBody(a Area) pane {
	head, rows := a.top(2)
	shares := p.shares()
	table := p.shareTable(shares)
	var axis Area
	if !p.at.Table && rows.H > 8 && rows.W >= 60 {
		rows, axis = rows.top(rows.H - 1)
	}
	under := chart.Fit("", head.W)
	if p.at.Table {
		under = chart.Fit(p.style.Page.Muted.Paint(table.Header(rows.W-gutter, p.style.Page.Muted)), head.W)
	}
	out := pane{lines: []string{p.sharesHead(head.W), under}[:head.H]}
	list := p.flow(rows, p.shareEntries(shares, table, rows), p.at.Item, p.toItem)
	out.append(list)
	if axis.H > 0 {
		out.lines = append(out.lines, chart.Fit(p.style.Page.Muted.Paint(p.axis(table, rows.W-gutter)), axis.W))
	}
	return out
}

func (p Page) shareEntries(shares []*model.Figure, table chart.Table, a Area) []entry {
	var entries []entry
	spaced := 2*len(shares) <= a.H && p.at.Sort != place.ByCluster
	last := p.text.SharesOf(p.data.Scope(p.at.Scope)) // stands above them all
	for i, f := range shares {
		head := p.text.ShareHead(f.Indicator)
		if p.at.Sort == place.ByCluster {
			head = f.Indicator.Cluster.Name.In(p.in.Lang)
		}
		if head != last {
			if i > 0 && !spaced {
				entries = append(entries, blank())
			}
			entries = append(entries, p.head(head))
			last = head
		}
		if p.at.Table {
			entries = append(entries, p.shareLine(f, table))
		} else {
			entries = append(entries, p.shareRow(f, table))
		}
		if spaced {
			entries = append(entries, blank())
		}
	}
	if len(shares) == 0 {
		entries = append(entries, p.head(p.text.Say.NothingHere))
	}
	return entries
}

func (p Page) sharesHead(w int) string {
	s, say := p.style.Page, p.text.Say
	l := p.line().put(s.Strong, p.text.SharesOf(p.data.Scope(p.at.Scope))).put(s.Muted, "  "+p.text.SortBy[p.at.Sort])
	g := p.glyphs()
	legend := p.line().put(s.Muted, g.Full+" "+say.Claimed+"   "+g.Hatch+" "+say.Possible+"   "+g.Arrow+" "+say.OpenBound)
	if l.w+legend.w+2 <= w && !p.at.Table {
		l.to(s.Text, w-legend.w).drawn(legend.String(), legend.w)
	}
	return chart.Fit(l.String(), w)
}

// axis labels the scale under the gauges.
func (p Page) axis(table chart.Table, w int) string {
	widths := chart.Columns(table.Columns, w)
	from, cells := widths[0]+chart.ColumnGap, widths[gaugeColumn]
	if cells == 0 {
		return ""
	}
	l := p.line().to(chart.Ink{}, from)
	for _, percent := range []int{0, 25, 50, 75, 100} {
		if percent%50 != 0 && cells < 20 { // the numbers would run into one another
			continue
		}
		label := strconv.Itoa(percent)
		if percent == 100 {
			label += "%"
		}
		at := from + cells*percent/100
		if percent > 0 {
			at -= len(strconv.Itoa(percent))
		}
		l.to(chart.Ink{}, at).put(chart.Ink{}, label)
	}
	return l.String()
}
