package screen

import (
	"fmt"
	"slices"
	"strings"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// glyphs of the frame; ASCII viewports have them replaced one for one, like
// all others, when the frame is done.
const (
	ruleGlyph   = "│"
	thumbGlyph  = "┃"
	lineGlyph   = "─"
	chipGlyph   = "█"
	moreGlyph   = "…"
	conflicted  = "!"
	secondHand  = "*"
	cursorGlyph = "▏"
)

// Frame draws the page: header, tabs, the view's body, footer, and a card over
// them if one is open.
func (p Page) Frame() Frame {
	f := Frame{Frame: cell.NewFrame(p.in.Width, p.in.Height), Title: p.text.WindowTitle(p.at.Link())}
	p.hits = &f.Hits
	c, s := f.Canvas(), layout(p.in)
	p.header(s.Header.of(c))
	p.tabs(s.Tabs.of(c))
	p.rule(s.Rule.of(c))
	p.body(s.Body.of(c))
	if _, foot := c.Top(s.Body.Y + s.Body.H); p.at.Tour > 0 && s.Footer.H > 0 {
		p.caption(foot)
	} else {
		p.rule(s.FootRule.of(c))
		p.footer(s.Footer.of(c))
	}
	if p.at.Card != place.NoCard {
		p.card(c, s.Body)
	}
	if p.in.ASCII {
		f.Map(text.PlainRune)
	}
	c.Ground(p.style.Ground)
	return f
}

// line returns a line to write on the first line of c.
func (p Page) line(c cell.Canvas) *cell.Line { return c.Text(moreGlyph) }

// hit makes a click on what is seen of c lead to a place.
func (p Page) hit(c cell.Canvas, to place.Place) {
	if x, y, w, h := c.Visible(); w > 0 && h > 0 && p.hits != nil {
		*p.hits = append(*p.hits, Hit{Area{x, y, w, h}, to})
	}
}

// body draws the view with a margin of one column where there is room.
func (p Page) body(c cell.Canvas) {
	if tiny(p.in) {
		p.tinyBody(c)
		return
	}
	p.view().body(p, c.Margin(1))
}

func (p Page) rule(c cell.Canvas) { c.Put(0, 0, p.style.Page.Rule, strings.Repeat(lineGlyph, c.W)) }

func (p Page) header(c cell.Canvas) {
	s := p.style.Page
	l := p.line(c).Put(s.Text, " ").Put(s.Accent, p.data.Home.Name.ZH).Put(s.Text, " ").Put(s.Strong, p.data.Heading.In(p.in.Lang))
	audit := p.data.Audit()
	right := "   " + strings.Join([]string{
		p.text.Count(p.text.Figures, audit.Figures), p.text.Count(p.text.Sources, audit.Sources),
		fmt.Sprintf(p.text.AsOf, audit.Newest.Short()), p.text.Tag,
	}, "   ")
	if l.X()+cell.Width(right)+1 > c.W {
		right = " " + p.text.Tag
	}
	l.To(s.Text, c.W-cell.Width(right)-1).Put(s.Muted, right)
}

// tabs draws the tab bar. Where the names do not fit, only the open one is
// spelled out.
func (p Page) tabs(c cell.Canvas) {
	nowhere := c.Area(0, 0, 0, 0)
	p.tabLine(c, p.tabLine(nowhere, true) <= c.W)
}

// tabLine draws the tabs and returns the column after them.
func (p Page) tabLine(c cell.Canvas, names bool) int {
	l := p.line(c).Put(p.style.Page.Text, " ")
	for i, v := range place.Views() {
		digit, name := string(rune('0'+i)), p.text.Views[i]
		from := l.X()
		switch {
		case v == p.at.View:
			l.Put(p.style.ActiveTab, " "+digit+" "+name+" ")
		case names:
			l.Put(p.style.Page.Muted, " "+digit+" ").Put(p.style.Tab, name+" ")
		default:
			l.Put(p.style.Tab, " "+digit+" ")
		}
		p.hit(c.Area(from, 0, l.X()-from, 1), place.Place{View: v})
		if names {
			l.Put(p.style.Page.Text, " ")
		}
	}
	return l.X()
}

// hint is how the footer says what a key does.
type hint struct{ key, does string }

func (h hint) width() int { return cell.Width(h.key) + 1 + cell.Width(h.does) }

// footer says what the keys do here, the most useful first, as far as there
// is room; help is always among them.
func (p Page) footer(c cell.Canvas) {
	const gap = 3
	s := p.style.Page
	actions, always := p.hints()
	last := make([]hint, 0, len(always))
	room := c.W - 1 - gap
	for _, do := range always {
		h := p.hintOf(do)
		last = append(last, h)
		room -= h.width()
	}
	l := p.line(c).Put(s.Text, " ")
	for _, do := range actions {
		if h := p.hintOf(do); l.X()+h.width()+gap <= room && (p.at.Card != place.NoCard || p.Enabled(do)) {
			l.Put(s.Accent, h.key).Put(s.Label, " "+h.does).Put(s.Text, "   ")
		}
	}
	for i, h := range last {
		if i > 0 {
			l.Put(s.Text, "   ")
		}
		l.Put(s.Accent, h.key).Put(s.Label, " "+h.does)
	}
}

// hints are the actions the footer names where there is room, the most useful
// first, and the two it always names.
func (p Page) hints() (actions, always []keymap.Action) {
	switch {
	case p.at.Card.Typing(): // which takes the letters of all others
		return nil, []keymap.Action{keymap.OpenItem, keymap.CloseTop}
	case p.at.Card != place.NoCard:
		actions = []keymap.Action{keymap.MoveDown}
		if p.at.Card == place.ExportCard || p.openFromCard() != p.at.Closed() {
			actions = append(actions, keymap.OpenItem)
		}
		return actions, []keymap.Action{keymap.CloseTop, keymap.ShowHelp}
	}
	actions = p.view().hints
	if p.at.Sub != "" {
		actions = slices.Insert(slices.Clone(actions), 1, keymap.CloseTop)
	}
	return actions, []keymap.Action{keymap.ShowHelp, keymap.CloseOrQuit}
}

func (p Page) hintOf(do keymap.Action) hint {
	for _, k := range keymap.For(p.in.Lang) {
		if k.Action == do {
			key, _, _ := strings.Cut(k.Binding.Help().Key, " ")
			return hint{key, k.Short}
		}
	}
	return hint{}
}
