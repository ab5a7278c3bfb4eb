package screen

import (
	"slices"
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// shares are those of the scope in the order asked for.
func (p Page) shares() []*model.Figure { return nav.Shares(p.data, p.at, p.in.Lang) }

// sharesBody draws every share of China, of the world, or within the province as a
// gauge on one scale.
func (p Page) sharesBody(c cell.Canvas) {
	head, rows := c.Top(2)
	shares := p.shares()
	table := p.shareTable(shares, rows.W-gutter)
	spaced := p.spaced(shares, rows.H)
	p.sharesHead(head, spaced)
	p.shareHeadings(head.Area(0, 1, rows.W-gutter, 1), table)
	p.flow(rows, p.shareEntries(shares, table, rows.W-gutter, spaced), p.at.Item, p.toItem)
}

// shareHeadings draws the titles of the columns of shares, and over gauges their scale.
func (p Page) shareHeadings(c cell.Canvas, table chart.Table) {
	if p.stacked() {
		indent := p.chipWidth()
		table.Columns = slices.Clone(table.Columns[valueColumn:])
		table.Columns[gaugeColumn-valueColumn].Title = ""
		p.headings(c.Area(indent, 0, c.W-indent, 1), nav.List, 0, headingsOf(table, c.W-indent, shareColumns()[valueColumn:]...))
		return
	}
	all := headingsOf(table, c.W, shareColumns()...)
	if p.at.Table {
		p.headings(c, nav.List, 0, all)
		return
	}
	if gauge := slices.IndexFunc(all, func(h heading) bool { return h.by == place.ByWhole }); gauge >= 0 {
		p.axis(c.Area(all[gauge].at, 0, all[gauge].w, 1))
		all = slices.Delete(all, gauge, gauge+1)
	}
	p.headings(c, nav.List, 0, all)
}

// spaced reports whether there is room for an empty line between all rows.
func (p Page) spaced(shares []*model.Figure, h int) bool {
	return 2*len(shares) <= h && p.at.Sort.By != place.ByCluster
}

func (p *Page) shareEntries(shares []*model.Figure, table chart.Table, w int, spaced bool) []entry {
	var entries []entry
	last := p.text.SharesOf(p.data.Scope(p.at.Scope)) // stands above them all
	for i, f := range shares {
		head := p.text.ShareHead(f.Indicator)
		if p.at.Sort.By == place.ByCluster {
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
			entries = append(entries, p.shareLine(f, table, w))
		} else {
			entries = append(entries, p.shareRow(f, table, w, !spaced))
		}
		if spaced {
			entries = append(entries, blank())
		}
	}
	if len(shares) == 0 {
		entries = append(entries, p.paragraph(p.nothing(), w))
	}
	return entries
}

// sharesHead says what is listed in which order, and what the gauges below are drawn
// with.
func (p Page) sharesHead(c cell.Canvas, spaced bool) {
	s, say, g := p.style.Page, p.text.Say, p.glyphs()
	if !spaced {
		g = g.Thin()
	}
	l := p.line(c).Put(s.Strong, p.text.SharesOf(p.data.Scope(p.at.Scope))).Put(s.Muted, "  "+nav.OrderName(p.text, nav.Sorted(p.at, nav.List)))
	legend := g.Full + " " + say.Claimed + "   " + g.Hatch + " " + say.Possible + "   " + g.Arrow + " " + say.OpenBound
	if w := cell.Width(legend); l.X()+w+2 <= c.W && !p.at.Table {
		l.To(s.Text, c.W-w).Put(s.Muted, legend)
	}
}

// axis labels the scale of gauges over all of c.
func (p Page) axis(c cell.Canvas) {
	cells := c.W
	if cells == 0 {
		return
	}
	for _, percent := range []int{0, 25, 50, 75, 100} {
		if percent%50 != 0 && cells < 20 { // the numbers would run into one another
			continue
		}
		label := strconv.Itoa(percent)
		if percent == 100 {
			label += "%"
		}
		at := cells * percent / 100
		if percent > 0 {
			at -= len(label)
		}
		c.Put(at, 0, p.style.Page.Muted, label)
	}
}
