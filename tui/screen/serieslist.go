package screen

import (
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
	"anhui-tui/tui/theme"
)

// The columns of a row of the list of series, from the right.
const (
	sparkYears = 7
	yearDigits = 2
	// seriesValues is the width from which a row has its value, year and sparkline.
	seriesValues = 38
)

// seriesList draws the series under their clusters, each with its latest value and
// its last years. In another order than that of clusters a chip stands for them.
func (p Page) seriesList(c cell.Canvas) {
	last := p.lastYear()
	if c.W-gutter >= seriesValues {
		var head cell.Canvas
		head, c = c.Top(1)
		p.seriesHead(head, last)
	}
	var entries []entry
	var of *model.Cluster
	for _, id := range p.items() {
		i := p.data.Indicator(id)
		if i.Cluster != of && p.at.Sort == place.ByValue {
			if of = i.Cluster; len(entries) > 0 {
				entries = append(entries, blank())
			}
			entries = append(entries, p.clusterHead(of.Name.In(p.in.Lang), of.Hue))
		}
		entries = append(entries, p.seriesEntry(i, last))
	}
	p.flow(c, entries, p.at.Item, p.toItem)
	if height(entries) > c.H { // there is a scroll bar
		return
	}
	for y := range c.H {
		c.Put(c.W-1, y, p.style.Page.Rule, ruleGlyph)
	}
}

// latestWidth is the width of the column of values, whose units are longer in Chinese.
func (p Page) latestWidth() int {
	if p.in.Lang == model.ZH {
		return 12
	}
	return 10
}

// seriesHead names the columns, and the order if it is not the list's own.
func (p Page) seriesHead(c cell.Canvas, last int) {
	s := p.style.Page
	l := p.line(c)
	if p.at.Sort != place.ByValue {
		l.Put(s.Muted, "  "+p.text.SortBy[p.at.Sort])
	}
	years := twoDigits(last-sparkYears+1) + strings.Repeat(" ", sparkYears-2*yearDigits) + twoDigits(last)
	right := p.text.Chart.Latest + strings.Repeat(" ", yearDigits) + " " + years
	l.To(s.Text, c.W-gutter-cell.Width(right)).Put(s.Muted, right)
	c.Put(c.W-1, 0, s.Rule, ruleGlyph)
}

func twoDigits(year int) string {
	digits := strconv.Itoa(year)
	return digits[max(len(digits)-yearDigits, 0):]
}

// seriesEntry is a series in the list: its name, the latest value with its year,
// and a bar for each of the last years.
func (p *Page) seriesEntry(i *model.Indicator, last int) entry {
	return entry{id: i.ID, height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		l := p.line(c)
		if p.at.Sort == place.ByValue {
			l.Put(s.Text, "  ")
		} else {
			l.Put(s.Chip(i.Cluster.Hue), chipGlyph).Put(s.Text, " ")
		}
		style := s.Text
		if i.ID == p.at.Item {
			style = s.Strong
		}
		kept := p.kept(i)
		if c.W < seriesValues {
			note := cell.Width(kept)
			l.Put(style, shorten(p.text.FullName(i), c.W-l.X()-note)).To(s.Text, c.W-note).Put(s.Muted, kept)
			return
		}
		right := p.latestWidth() + markWidth + yearDigits + 1 + sparkYears
		l.Put(style, shorten(p.text.FullName(i), c.W-l.X()-right-1-cell.Width(kept))).Put(s.Muted, kept)
		l.To(s.Text, c.W-right)
		f := p.data.LatestYear(i)
		if f == nil {
			f = p.data.Latest(i)
		}
		value := cell.Truncate(p.bare(f, p.text.Brief(f)), p.latestWidth(), moreGlyph)
		l.To(s.Text, l.X()+p.latestWidth()-cell.Width(value)).Put(style, value)
		l.Put(s.Muted, marksOf(f)).To(s.Text, c.W-yearDigits-1-sparkYears)
		l.Put(s.Muted, twoDigits(f.Period.Year())+" ")
		p.yearBars(l.Area(sparkYears), f, last, sparkYears, 1, s)
		c.Ground(s.Text)
	}}
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

// shorten cuts a name in its middle: series often differ in the last word.
func shorten(name string, w int) string {
	if cell.Width(name) <= w || w < 8 {
		return cell.Truncate(name, w, moreGlyph)
	}
	runes := []rune(name)
	tail := len(runes)
	for tail > 0 && cell.Width(string(runes[tail-1:])) <= w*2/5 {
		tail--
	}
	if at := strings.LastIndexByte(string(runes[tail:]), ' '); at > 0 { // whole words if there are any
		if first := strings.IndexByte(string(runes[tail:]), ' '); first >= 0 {
			tail += len([]rune(string(runes[tail:])[:first])) + 1
		}
	}
	end := string(runes[tail:])
	return strings.TrimRight(cell.Truncate(name, w-cell.Width(end)-1, ""), " ·") + moreGlyph + end
}
