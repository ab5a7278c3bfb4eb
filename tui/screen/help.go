package screen

import (
	"slices"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/theme"
)

// helpColumns is the width from which the help card has two columns.
const helpColumns = 70

// helpGroup is keys under a heading.
type helpGroup struct {
	head string
	keys []keymap.Key
}

// helpGroups are the keys by what they are for, those of this view first, and apart
// those that do something in other views only.
func (p Page) helpGroups() []helpGroup {
	here, elsewhere := helpGroup{head: p.text.Views[p.at.View]}, helpGroup{head: p.text.Head.Elsewhere}
	groups := make([]helpGroup, keymap.Groups)
	for n := range groups {
		groups[n].head = p.text.KeyGroups[n]
	}
	for _, k := range keymap.For(p.in.Lang) {
		switch g := &groups[k.Action.Group()]; {
		case k.Binding.Help().Key == "", k.Action == keymap.StartTour && !p.enabled(keymap.StartTour):
		case p.isHere(k.Action):
			here.keys = append(here.keys, k)
		case len(options()[k.Action]) > 0, k.Action == keymap.SwitchSort, k.Action == keymap.StartFilter:
			elsewhere.keys = append(elsewhere.keys, k)
		default:
			g.keys = append(g.keys, k)
		}
	}
	all := append(append([]helpGroup{here}, groups...), elsewhere)
	return slices.DeleteFunc(all, func(g helpGroup) bool { return len(g.keys) == 0 })
}

// isHere reports whether an action is of this view: the footer names it, beside those
// that move, or it is for what the view lets one choose.
func (p Page) isHere(do keymap.Action) bool {
	return do.Group() != keymap.Moving && slices.Contains(p.view().hints, do) || chooses(do, p.at.View)
}

// helpCard lists the keys, and says what gauges and marks mean.
func (p Page) helpCard(w int) []entry {
	groups := p.helpGroups()
	var parts []entry
	if w < helpColumns {
		parts = p.helpColumn(groups, w)
	} else {
		const gap = 2
		half := (w - gap) / 2
		for n := 1; n < len(groups); n++ { // where the columns are most alike
			left, right := p.helpColumn(groups[:n], half), p.helpColumn(groups[n:], w-gap-half)
			if both := sideBySide(left, right, half, gap); parts == nil || len(both) < len(parts) {
				parts = both
			}
		}
	}
	c := cardWriter{p: &p, w: w, parts: parts}
	c.blank()
	c.text(p.style.Page.Strong, p.text.Head.Reading)
	for _, text := range p.text.Legend() {
		for _, l := range cell.Wrap(text, w) {
			c.text(p.style.Page.Text, l)
		}
	}
	return c.parts
}

// helpColumn is groups of keys below one another, w cells wide. Where that is little,
// more keys for the same stand on lines of their own.
func (p *Page) helpColumn(groups []helpGroup, w int) []entry {
	s := p.style.Page
	c := cardWriter{p: p, w: w}
	room := 0
	for _, g := range groups {
		for _, k := range g.keys {
			room = max(room, cell.Width(k.Binding.Help().Key))
		}
	}
	room = min(room, max(w/4, leastKeys))
	for n, g := range groups {
		if n > 0 {
			c.blank()
		}
		c.text(s.Strong, g.head)
		for _, k := range g.keys {
			shown, does := cell.Wrap(k.Binding.Help().Key, room), cell.Wrap(k.Binding.Help().Desc, w-room-2)
			for y := range max(len(shown), len(does)) {
				c.draw(1, func(on cell.Canvas) {
					l := p.line(on)
					if y < len(shown) {
						l.Put(s.Accent, shown[y])
					}
					if l.To(s.Text, room+2); y < len(does) {
						l.Put(s.Text, does[y])
					}
				})
			}
		}
	}
	return c.parts
}

// leastKeys is how wide keys are at the least, so that none is cut: Backspace.
const leastKeys = 9

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
