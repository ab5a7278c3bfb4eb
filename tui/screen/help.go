package screen

import (
	"slices"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/theme"
)

// helpColumns is the width from which the help card has two columns.
const helpColumns = 90

// helpGroup is keys under a heading.
type helpGroup struct {
	head string
	keys []keymap.Key
}

// helpGroups are the keys by what they are for, those of this view first.
func (p Page) helpGroups() []helpGroup {
	here := helpGroup{head: p.text.Views[p.at.View]}
	groups := make([]helpGroup, keymap.Groups)
	for n := range groups {
		groups[n].head = p.text.KeyGroups[n]
	}
	for _, k := range keymap.For(p.in.Lang) {
		switch g := &groups[k.Action.Group()]; {
		case k.Binding.Help().Key == "", k.Action == keymap.StartTour && !p.Enabled(keymap.StartTour):
		case k.Action.Group() == keymap.Looking && slices.Contains(p.view().hints, k.Action):
			here.keys = append(here.keys, k)
		default:
			g.keys = append(g.keys, k)
		}
	}
	all := append([]helpGroup{here}, groups...)
	return slices.DeleteFunc(all, func(g helpGroup) bool { return len(g.keys) == 0 })
}

// helpCard lists the keys, and says what gauges and marks mean.
func (p Page) helpCard(w int) []entry {
	groups := p.helpGroups()
	var parts []entry
	if w < helpColumns {
		parts = p.helpColumn(groups, w)
	} else {
		const gap = 3
		half := (w - gap) / 2
		left, right := p.helpColumn(groups[:len(groups)/2], half), p.helpColumn(groups[len(groups)/2:], w-gap-half)
		parts = sideBySide(left, right, half, gap)
	}
	c := cardWriter{p: p, w: w, parts: parts}
	c.blank()
	c.text(p.style.Page.Strong, p.text.Head.Reading)
	for _, text := range p.text.Legend() {
		for _, l := range cell.Wrap(text, w) {
			c.text(p.style.Page.Text, l)
		}
	}
	return c.parts
}

// helpColumn is groups of keys below one another, w cells wide.
func (p Page) helpColumn(groups []helpGroup, w int) []entry {
	s := p.style.Page
	c := cardWriter{p: p, w: w}
	room := 0
	for _, g := range groups {
		for _, k := range g.keys {
			room = max(room, cell.Width(k.Binding.Help().Key)+2)
		}
	}
	for n, g := range groups {
		if n > 0 {
			c.blank()
		}
		c.text(s.Strong, g.head)
		for _, k := range g.keys {
			shown := k.Binding.Help().Key
			for _, l := range cell.Wrap(k.Binding.Help().Desc, w-room) {
				key := shown
				c.draw(1, func(on cell.Canvas) { p.line(on).Cell(s.Accent, key, room).Put(s.Text, l) })
				shown = ""
			}
		}
	}
	return c.parts
}

// sideBySide puts lines beside one another, the left ones w cells wide.
func sideBySide(left, right []entry, w, gap int) []entry {
	lines := make([]entry, max(len(left), len(right)))
	for y := range lines {
		lines[y] = entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
			if y < len(left) {
				left[y].draw(s, c.Area(0, 0, w, 1))
			}
			if y < len(right) {
				right[y].draw(s, c.Area(w+gap, 0, c.W-w-gap, 1))
			}
		}}
	}
	return lines
}
