package screen

import (
	"fmt"
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
	"anhui-tui/tui/theme"
)

// pane is a part of the Cities view.
type pane uint8

const (
	mapPane pane = iota
	rankPane
	pagePane
)

// placed is a pane with its width.
type placed struct {
	pane
	w int
}

// paneGap is the room between two panes, with the line in it.
const paneGap = 3

// The least widths of the page of a city, and of two side by side.
const (
	leastPage     = 32
	leastCompared = 56
	largePage     = 64 // with which the ranking has bars
	mostPage      = 80 // across which an eye still finds the number of a name
)

// cities draws the parts of the home territory on a map of tiles, their ranking, and the
// page of the one under the cursor or of two side by side. On smaller screens the
// page stands in place of the map, or of both, while the cursor is in it.
func (p Page) cities(c cell.Canvas) {
	if len(p.items()) == 0 {
		none := fmt.Sprintf(p.text.Say.NoParts, p.data.Home.Name.In(p.in.Lang))
		if p.at.Filter != "" {
			none = p.nothing()
		}
		p.flow(c, []entry{p.paragraph(none, c.W-gutter)}, "", nil)
		return
	}
	panes := p.cityPanes(c.W, c.H)
	if panes[0].pane == pagePane && len(panes) == 1 {
		head, rest := c.Top(1)
		entries := p.detail(min(c.W-gutter, mostPage))
		entries[0].draw(p.style.Page, head.Area(0, 0, min(c.W-gutter, mostPage), head.H)) // the title stays
		rest.W = min(rest.W, mostPage+gutter)
		p.flow(rest, entries[1:], p.at.Sub, p.toSub)
		return
	}
	for i, at := range panes {
		var area cell.Canvas
		area, c = c.Left(at.w)
		switch at.pane {
		case mapPane:
			p.cityMap(area)
		case rankPane:
			p.ranking(area)
		case pagePane:
			p.page(area)
		}
		if i+1 < len(panes) {
			for y := range c.H {
				c.Put(1, y, p.style.Page.Rule, ruleGlyph)
			}
			_, c = c.Left(paneGap)
		}
	}
}

// cityPanes divides w by h cells.
func (p Page) cityPanes(w, h int) []placed {
	tiles, ranks := p.tiling(w, h), p.rankColumns()
	_, _, compared := nav.Against(p.data, p.at)
	inPage := p.at.Sub != "" || p.keepsCity()
	beside := func(page, ranks int) []placed { return []placed{{rankPane, ranks}, {pagePane, page - paneGap - ranks}} }
	switch room := w - tiles.w - 2*paneGap - ranks.least(); {
	case p.zoom() == place.DetailZoom && p.beside():
		return []placed{{pagePane, w}}
	case p.zoom() == place.ListZoom && tiles.w > 0:
		return []placed{{mapPane, tiles.w}, {rankPane, w - tiles.w - paneGap}}
	case p.zoom() == place.ListZoom:
		return []placed{{rankPane, w}}
	case tiles.w > 0 && room >= leastPage && compared && room < leastCompared:
		return []placed{{mapPane, tiles.w}, {pagePane, w - tiles.w - paneGap}}
	case tiles.w > 0 && room >= leastPage:
		list := ranks.least()
		if more := ranks.width() - list; room-more >= leastPage {
			list += more
			if more = room - more - largePage - 1; more >= leastBar && !compared {
				list += 1 + min(more, mostBar)
			}
		}
		return append([]placed{{mapPane, tiles.w}}, beside(w-tiles.w-paneGap, list)...)
	case tiles.w > 0 && (inPage || p.at.Item == p.data.Home.ID):
		return []placed{{pagePane, tiles.w}, {rankPane, w - tiles.w - paneGap}}
	case tiles.w > 0:
		return []placed{{mapPane, tiles.w}, {rankPane, w - tiles.w - paneGap}}
	case w >= wideScreen-2:
		return beside(w, min(ranks.width(), w*2/5))
	case inPage:
		return []placed{{pagePane, w}}
	}
	return []placed{{rankPane, w}}
}

// paged reports whether the page of a city is among panes, beside others.
func (p Page) paged(panes []placed) bool {
	return len(panes) > 1 && slices.ContainsFunc(panes, func(pane placed) bool { return pane.pane == pagePane })
}

// onMap reports whether the cursor is on the map, so that keys move it there.
func (p Page) onMap() bool {
	if p.at.View != place.Cities || p.at.Sub != "" || tiny(p.in) {
		return false
	}
	back := p
	if p.at.Item == p.data.Home.ID { // below the map, from where up leads back
		back.at.Item = ""
	}
	return back.mapped()
}

// mapped reports whether the map is on the screen.
func (p Page) mapped() bool {
	body := p.bodyArea()
	return p.cityPanes(body.W, body.H)[0].pane == mapPane
}

// moved returns where an action leads on the map.
func (p Page) moved(do keymap.Action) place.Place {
	switch do {
	case keymap.MoveDown:
		return nav.Beside(p.data, p.at, 0, 1)
	case keymap.MoveUp:
		return nav.Beside(p.data, p.at, 0, -1)
	case keymap.MoveRight:
		return nav.Beside(p.data, p.at, 1, 0)
	default:
		return nav.Beside(p.data, p.at, -1, 0)
	}
}

// standing is the figure of a part by the measure shown.
func (p Page) standing(id string) model.Standing {
	m := p.data.Measure(p.at.By)
	switch part := p.data.Part(id); {
	case m == nil:
		return model.Standing{Place: part}
	case part != nil:
		return m.Of(part)
	default:
		return m.Whole
	}
}

// number is a figure of the measure where its unit is stated once.
func (p Page) number(f *model.Figure) string {
	if f.Indicator.Unit.ID == "percent" {
		return p.text.Value(f)
	}
	return p.text.OnChart(f)
}

// partName is what a part is called among the others of its territory, in full
// where that tells it from one elsewhere.
func (p Page) partName(of *model.Place) string {
	if p.in.Lang == model.ZH {
		return of.Short().ZH
	}
	return of.Name.EN
}

func (p Page) numberOf(s model.Standing) string {
	if s.Figure == nil {
		return ""
	}
	return p.number(s.Figure) + report.Marks(s.Figure)
}

// page draws the page of the city under the cursor, or of two.
func (p Page) page(c cell.Canvas) { p.flow(c, p.detail(c.W-gutter), p.at.Sub, p.toSub) }

// rankColumns are the widths of the columns of the ranking.
type rankColumns struct {
	name, value, growth, bar int
	valueAfter, growthAfter  int // the cells of a column after the whole numbers in it
}

const (
	rankDigits = 2
	markColumn = 1 // of the cursor
)

// leastBar and mostBar are the widths of the bars of the ranking, where there are any.
const leastBar, mostBar = 12, 24

// least is the width without growth and bar.
func (r rankColumns) least() int { return markColumn + rankDigits + 1 + r.name + 1 + r.value }

func (r rankColumns) width() int {
	w := r.least()
	for _, column := range []int{r.growth, r.bar} {
		if column > 0 {
			w += 1 + column
		}
	}
	return w
}

func (p Page) rankColumns() rankColumns {
	of := ranked{text: p.text}
	if m := p.data.Measure(p.at.By); m != nil {
		of.by = m.Indicator.ID
	}
	return model.Derived(p.data, of, widestRanks)
}

// ranked is a measure that parts are ranked by, and the words that is done in.
type ranked struct {
	by   string
	text *text.Texts
}

func widestRanks(d *model.Dataset, of ranked) rankColumns {
	p := Page{data: d, at: place.Place{View: place.Cities, By: of.by}, in: place.Viewport{Lang: of.text.Lang}, text: of.text}
	r, value, growth := rankColumns{value: cell.Width(p.text.Say.NotStated)}, 0, 0
	m := p.data.Measure(p.at.By)
	all := nav.Standings(p.data, p.at, p.in.Lang)
	if m != nil && m.Stated == len(m.Standings) {
		r.value = max(4, cell.Width(p.unit(m)+upGlyph))
	}
	if m != nil {
		all = append(all, m.Whole)
	}
	for _, s := range all {
		if s.Place != nil {
			r.name = max(r.name, cell.Width(p.partName(s.Place)))
		}
		if s.Figure != nil {
			whole, after := pointed(p.numberOf(s))
			value, r.valueAfter = max(value, whole), max(r.valueAfter, after)
		}
		if s.Growth != nil && s.Rank > 0 {
			whole, after := pointed(p.text.Value(s.Growth) + report.Marks(s.Growth))
			growth, r.growthAfter = max(growth, whole), max(r.growthAfter, after)
		}
	}
	r.value = max(r.value, value+r.valueAfter)
	if growth > 0 {
		r.growth = max(growth+r.growthAfter, cell.Width(p.text.Head.Growth+upGlyph))
	}
	return r
}

// pointed returns the cells of a number before and from its decimal point, at which the
// numbers of a column stand under one another: a zero more would claim a digit more than
// the source states.
func pointed(number string) (whole, after int) {
	at := strings.IndexByte(number, '.')
	if at < 0 {
		at = strings.LastIndexAny(number, "0123456789") + 1
	}
	return cell.Width(number[:at]), cell.Width(number[at:])
}

// unit is what the numbers of a measure are in; "" if that stands beside each.
func (p Page) unit(m *model.Measure) string {
	if m.Rate() {
		return ""
	}
	return p.text.Unit(m.Indicator)
}

// ranking draws the parts by the measure shown, and under a line the home
// territory.
func (p Page) ranking(c cell.Canvas) {
	m, r := p.data.Measure(p.at.By), p.rankColumns()
	w := c.W
	if len(p.items())+p.rankHead(c.H) > c.H { // beside the scroll bar
		w -= gutter
	}
	switch {
	case r.width() <= w:
	case r.growth > 0 && nav.Sorted(p.at, nav.List).By == place.ByGrowth && p.mapped(): // which has the values
		r.value = 0
	default:
		r.growth = 0
	}
	if room := w - r.width() - 1; room >= leastBar && m != nil && !m.Rate() {
		r.bar = min(room, mostBar)
	}
	r.name -= max(r.width()-w, 0)
	r.name += min(max(w-r.width(), 0), 4) // the numbers stay near their names
	if m != nil {
		var head cell.Canvas
		head, c = c.Top(p.rankHead(c.H))
		p.rankTitle(head, m, r)
	}
	entries := make([]entry, 0, len(p.items())+1)
	for _, of := range nav.Standings(p.data, p.at, p.in.Lang) {
		entries = append(entries, p.rankRow(of, r))
	}
	if home := p.standing(p.data.Home.ID); slices.Contains(p.items(), p.data.Home.ID) {
		home.Place = p.data.Home
		if len(entries)+2 <= c.H {
			entries = append(entries, entry{height: 1, draw: func(_ *theme.Styles, c cell.Canvas) { p.rule(c.Area(markColumn, 0, r.width()-markColumn, 1)) }})
		}
		entries = append(entries, p.rankRow(home, r))
	}
	if m != nil && height(entries)+3 <= c.H {
		entries = append(entries, blank(), p.rankNote(c.W-gutter))
	}
	if height(entries) <= c.H {
		p.window(c, c.W, entries, 0, p.at.Item, p.toItem)
		if p.leadsInRanking() && p.mapped() {
			_, below := c.Top(height(entries) + 1)
			p.distinguished(below.Area(markColumn, 0, below.W-markColumn, below.H))
		}
	} else {
		p.flow(c, entries, p.at.Item, p.toItem)
	}
}

// rankNote says how ranks came about, w cells wide.
func (p *Page) rankNote(w int) entry {
	lines := cell.Wrap(p.text.Say.RankComputed, w-markColumn)
	return entry{height: len(lines), draw: func(s *theme.Styles, c cell.Canvas) {
		for y, l := range lines {
			p.line(c.Line(y)).To(s.Text, markColumn).Cell(s.Muted, l, w)
		}
	}}
}

// rankHead is how many lines stand above the ranking on a screen of h lines.
func (p Page) rankHead(h int) int {
	if h >= 24 {
		return 3
	}
	return 1
}

// rankTitle draws the heads of the columns, and above them what is ranked.
func (p Page) rankTitle(c cell.Canvas, m *model.Measure, r rankColumns) {
	s := p.style.Page
	y := 0
	if c.H > 1 {
		p.line(c).To(s.Text, markColumn).Cell(s.Strong, p.text.Head.Ranking, c.W-markColumn)
		y = 1
	}
	from, unit := 0, p.unit(m)
	if unit == "" {
		unit = p.text.Head.Value
	}
	value := heading{place.ByValue, unit, markColumn + rankDigits + 1 + r.name + 1, r.value, chart.AlignRight}
	growth := heading{place.ByGrowth, p.text.Head.Growth, value.at + value.w + 1, r.growth, chart.AlignRight}
	all := []heading{{by: place.ByName, title: p.text.Head.City, at: markColumn + rankDigits + 1, w: r.name}}
	if !p.mapped() { // which says what is ranked
		title, w := p.text.Measure(m), cell.Width(unit+upGlyph)
		if cell.Width(title)+2+w > value.at+value.w-markColumn { // the number's title goes on behind it
			title = cell.Truncate(title, max(c.W-markColumn-1-w, 0), moreGlyph)
			value.at, value.w, value.align = markColumn+cell.Width(title)+1, w, chart.AlignLeft
		}
		all, from = nil, c.Put(markColumn, y, s.Strong, title)+1
	}
	if r.value > 0 {
		all = append(all, value)
	}
	if r.growth > 0 && growth.at > value.at+value.w {
		all = append(all, growth)
	}
	p.headings(c.Line(y), nav.List, from, all)
}

// rankRow is a part in the ranking.
func (p *Page) rankRow(of model.Standing, r rankColumns) entry {
	id := of.Place.ID
	return entry{id: id, height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		if id == p.at.Item && p.at.Sub != "" {
			s = p.style.Page
		}
		l, name, mark := p.line(c), s.Text, ""
		if id == p.at.Item {
			name, mark = s.Strong, cursorMark
		}
		if id == p.at.With {
			mark = pinnedMark
		}
		l.Cell(s.Accent, mark, markColumn)
		rank := ""
		if of.Rank > 0 {
			rank = fmt.Sprint(of.Rank)
		}
		l.Right(s.Muted, rank, rankDigits).Put(s.Text, " ").Cell(name, p.partName(of.Place), r.name).Put(s.Text, " ")
		if of.Figure == nil {
			if of.Rank == 0 && id != p.data.Home.ID {
				l.Right(s.Muted, p.text.Say.NotStated, r.value)
			}
			l.To(s.Text, c.W)
			return
		}
		if r.value > 0 {
			value := l.Area(r.value)
			whole, after := pointed(p.numberOf(of))
			p.line(value).To(s.Text, r.value-r.valueAfter-whole).Put(name, p.number(of.Figure)).To(s.Text, r.value)
			p.marks(value.Area(0, 0, r.value-r.valueAfter+after, 1), of.Figure, s)
		}
		if r.growth > 0 {
			growth := p.line(l.Put(s.Text, " ").Area(r.growth))
			if of.Growth != nil {
				whole, _ := pointed(p.text.Value(of.Growth))
				growth.To(s.Text, r.growth-r.growthAfter-whole).Put(s.Label, p.text.Value(of.Growth)+report.Marks(of.Growth))
			}
			growth.To(s.Text, r.growth)
		}
		if r.bar > 0 && of.Rank > 0 {
			claim, _ := of.Figure.Value.Claim()
			chart.Bar(l.Put(s.Text, " ").Area(r.bar), chart.Claim(claim), p.mapTop(p.data.Measure(p.at.By)), thin(p.glyphs()), chart.GaugeStyle{Solid: s.Muted, Hatch: s.Muted, Track: s.Text})
		}
		l.To(s.Text, c.W)
	}}
}

// marks draws the marks of a figure at the end of c.
func (p Page) marks(c cell.Canvas, f *model.Figure, s *theme.Styles) {
	marks := report.Marks(f)
	x := c.W - cell.Width(marks)
	for _, m := range marks {
		style := s.Muted
		if string(m) == conflicted {
			style = s.Conflict
		}
		x = c.Put(x, 0, style, string(m))
	}
}

// thin returns glyphs for bars without a track on lines that follow one another.
func thin(g chart.Glyphs) chart.Glyphs {
	g = g.Thin()
	g.Track = " "
	return g
}

const (
	cursorMark = "▐" // before what the cursor is on
	pinnedMark = "+" // before what is kept to compare with
)
