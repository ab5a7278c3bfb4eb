package screen

import (
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// The columns of a row of the list of series, from the right.
const (
	sparkYears = 7
	yearDigits = 2
	// seriesYears is the width from which a row has its year and sparkline: with less
	// their names would be cut.
	seriesYears = 43
)

// seriesList draws the series under their clusters, each with its latest value and
// its last years. In another order than that of clusters a chip stands for them.
func (p Page) seriesList(c cell.Canvas) {
	last, of := p.lastYear(), p.seriesColumns(c.W-gutter)
	var head cell.Canvas
	head, c = c.Top(1)
	p.seriesHead(head, of, last)
	var entries []entry
	var under *model.Cluster
	for _, id := range p.items() {
		i := p.data.Indicator(id)
		if i.Cluster != under && p.byCluster() {
			if under = i.Cluster; len(entries) > 0 {
				entries = append(entries, blank())
			}
			entries = append(entries, p.clusterHead(under.Name.In(p.in.Lang), under.Hue))
		}
		entries = append(entries, p.seriesEntry(i, of, last))
	}
	p.flow(c, entries, p.at.Item, p.toItem)
	if height(entries) > c.H { // there is a scroll bar
		return
	}
	for y := range c.H {
		c.Put(c.W-1, y, p.style.Page.Rule, ruleGlyph)
	}
}

// byCluster reports whether the list is in the order of clusters.
func (p Page) byCluster() bool { return nav.Sorted(p.at, nav.List).By == place.ByCluster }

// seriesColumns are the columns of a row of the list of series, w cells wide: the name,
// the latest value, its year and a bar a year. In a narrow one a short value has the end
// of the row, and the name what it leaves.
type seriesColumns struct{ name, value, year, years int }

const seriesIndent = 2 // for the chip

func (p Page) seriesColumns(w int) seriesColumns {
	c := seriesColumns{name: w - seriesIndent}
	if w < seriesYears {
		c.value = w / 2
		return c
	}
	c.value, c.year, c.years = p.latestWidth(), yearDigits, sparkYears
	c.name -= c.value + markWidth + c.year + 1 + c.years + 1
	return c
}

// shortLatest is a value with its marks as it stands in a narrow list.
func (p Page) shortLatest(f *model.Figure) string {
	return strings.ReplaceAll(p.bare(f, p.text.Brief(f)), " ", "") + report.Marks(f)
}

// latestWidth is the width of the column of values, whose units are longer in Chinese: of
// a wider one, which is rare, the name makes room.
func (p Page) latestWidth() int {
	if p.in.Lang == model.ZH {
		return 10
	}
	return 8
}

// seriesHead names the columns.
func (p Page) seriesHead(c cell.Canvas, of seriesColumns, last int) {
	at := seriesIndent
	all := []heading{{by: place.ByName, title: p.text.Head.Indicator, at: at, w: of.name}}
	if of.years == 0 {
		all = append(all, heading{by: place.ByValue, title: p.text.Chart.Latest, w: c.W - gutter, align: chart.AlignRight})
	} else {
		at += of.name + 1
		all = append(all, heading{by: place.ByValue, title: p.text.Chart.Latest, at: at, w: of.value, align: chart.AlignRight})
		at += of.value + markWidth
		all = append(all, heading{by: place.ByDate, title: p.text.Head.Year, at: at, w: of.year, align: chart.AlignRight})
		at += of.year + 1
		years := twoDigits(last-sparkYears+1) + strings.Repeat(" ", sparkYears-2*yearDigits) + twoDigits(last)
		all = append(all, heading{by: place.ByYears, title: years, at: at, w: of.years})
	}
	p.headings(c, nav.List, 0, all)
	c.Put(c.W-1, 0, p.style.Page.Rule, ruleGlyph)
}

func twoDigits(year int) string {
	digits := strconv.Itoa(year)
	return digits[max(len(digits)-yearDigits, 0):]
}

// seriesEntry is a series in the list: its name, the latest value with its year,
// and a bar for each of the last years.
func (p *Page) seriesEntry(i *model.Indicator, of seriesColumns, last int) entry {
	return entry{id: i.ID, height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		l := p.line(c)
		if p.byCluster() {
			l.Put(s.Text, "  ")
		} else {
			l.Put(s.Chip(i.Cluster.Hue), chipGlyph).Put(s.Text, " ")
		}
		style := s.Text
		if i.ID == p.at.Item {
			style = s.Strong
		}
		f, kept := nav.Shown(p.data, i), p.kept(i)
		if of.years == 0 {
			value := p.shortLatest(f)
			if cell.Width(value) > of.value { // a number that is cut would be another
				value = moreGlyph
			}
			note := cell.Width(value) + 1
			l.Put(style, p.seriesName(i, c.W-l.X()-note-cell.Width(kept))).Put(s.Muted, kept).To(s.Text, c.W-note)
			l.Put(s.Text, " ").Put(style, value)
			return
		}
		value := p.bare(f, p.text.Brief(f))
		if cell.Width(value) > of.value+of.name/3 {
			value = moreGlyph
		}
		name := of.name + of.value - cell.Width(value) // what the value leaves
		l.Put(style, p.seriesName(i, name-cell.Width(kept))).Put(s.Muted, kept).To(s.Text, seriesIndent+name)
		l.To(s.Text, seriesIndent+of.name+1+of.value-cell.Width(value)).Put(style, value)
		l.Put(s.Muted, report.Marks(f)).To(s.Text, seriesIndent+of.name+1+of.value+markWidth)
		l.Put(s.Muted, twoDigits(f.Period.Year())+" ")
		p.yearBars(l.Area(sparkYears), f, last, sparkYears, 1, s)
		c.Ground(s.Text)
	}}
}

// seriesName is what a series is called in w cells of the list: under its cluster, in few
// words if need be.
func (p Page) seriesName(i *model.Indicator, w int) string {
	name := p.text.FullName(i)
	if p.byCluster() {
		name = p.called(i, w, 1)
	}
	return shorten(name, w)
}

// bare is a value without the currency, which stands before it, and with a hollow
// mark in place of the word for a target.
func (p Page) bare(f *model.Figure, value string) string {
	if before := f.Indicator.Unit.Form(p.in.Lang).Before; before != "" {
		value = strings.Replace(value, before, "", 1)
	}
	if f.Value.Qualifier() == model.Target {
		value = p.glyphs().Hollow + strings.TrimPrefix(value, strings.TrimSuffix(p.text.Words.Forms[model.Target], "%s"))
	}
	return value
}

// shorten cuts a name in its middle: series often differ in the last word. Where that is
// too long it cuts the end, not the word in two places.
func shorten(name string, w int) string {
	if cell.Width(name) <= w || w < 8 {
		return cell.Truncate(name, w, moreGlyph)
	}
	runes := []rune(name)
	tail := len(runes)
	for tail > 0 && cell.Width(string(runes[tail-1:])) <= w*2/5 {
		tail--
	}
	if space := slices.Index(runes[tail:], ' '); space >= 0 {
		tail += space + 1
	} else if latin(runes[tail-1]) && latin(runes[tail]) {
		return cell.Truncate(name, w, moreGlyph)
	}
	end := string(runes[tail:])
	return strings.TrimRight(cell.Truncate(name, w-cell.Width(end)-1, ""), " ·") + moreGlyph + end
}

// latin reports whether a rune is part of a word that spaces set apart.
func latin(r rune) bool { return r != ' ' && cell.Width(string(r)) == 1 }
