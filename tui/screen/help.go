package screen

import (
	"slices"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/keymap"
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

// helpLine is a line of a column of keys: a heading, or a part of the keys of an action
// and of what they do.
type helpLine struct{ head, keys, does string }

// keyRoom is the width of keys, in which none is cut: Space b.
const keyRoom = 7

// helpGap is between keys and what they do, and between columns.
const helpGap = 2

// helpLines are groups of keys below one another, w cells wide. Keys for the same that
// have no room beside one another go on below.
func helpLines(groups []helpGroup, w int) []helpLine {
	var lines []helpLine
	for n, g := range groups {
		if n > 0 {
			lines = append(lines, helpLine{})
		}
		lines = append(lines, helpLine{head: g.head})
		for _, k := range g.keys {
			keys, does := cell.Wrap(k.Binding.Help().Key, keyRoom), cell.Wrap(k.Binding.Help().Desc, w-keyRoom-helpGap)
			for y := range max(len(keys), len(does)) {
				var l helpLine
				if y < len(keys) {
					l.keys = keys[y]
				}
				if y < len(does) {
					l.does = does[y]
				}
				lines = append(lines, l)
			}
		}
	}
	return lines
}

// helpCard lists the keys, in two columns where there is room, and says what gauges and
// marks mean.
func (p *Page) helpCard(w int) []entry {
	groups, each := p.helpGroups(), w
	left, right := helpLines(groups, w), []helpLine(nil)
	if w >= helpColumns {
		each = (w - helpGap) / 2
		for n := 1; n < len(groups); n++ { // where the columns are most alike
			if l, r := helpLines(groups[:n], each), helpLines(groups[n:], each); right == nil || max(len(l), len(r)) < max(len(left), len(right)) {
				left, right = l, r
			}
		}
	}
	c := cardWriter{p: p, w: w}
	for y := range max(len(left), len(right)) {
		c.draw(func(on cell.Canvas) {
			p.helpLine(on.Area(0, 0, each, 1), left, y)
			p.helpLine(on.Area(each+helpGap, 0, each, 1), right, y)
		})
	}
	c.blank()
	c.text(p.style.Page.Strong, p.text.Head.Reading)
	for _, text := range p.text.Legend() {
		for _, l := range cell.Wrap(text, w) {
			c.text(p.style.Page.Text, l)
		}
	}
	return c.parts
}

// helpLine draws the yth of the lines of a column, if it has that many.
func (p *Page) helpLine(c cell.Canvas, lines []helpLine, y int) {
	if y >= len(lines) {
		return
	}
	s := p.style.Page
	if l := lines[y]; l.head != "" {
		p.line(c).Put(s.Strong, l.head)
	} else {
		p.line(c).Put(s.Accent, l.keys).To(s.Text, keyRoom+helpGap).Put(s.Text, l.does)
	}
}
