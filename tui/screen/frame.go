package screen

import (
	"fmt"
	"slices"
	"strings"

	"anhui-tui/tui/chart"
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
	s := layout(p.in)
	f := Frame{Title: p.text.WindowTitle(p.at.Link()), Lines: make([]string, 0, p.in.Height)}
	if s.Header.H > 0 {
		f.add(pane{lines: []string{p.header(s.Header), chart.Fit("", s.Header.W)}[:s.Header.H]})
	}
	if s.Tabs.H > 0 {
		f.add(p.tabs(s.Tabs))
	}
	if s.Rule.H > 0 {
		f.add(pane{lines: []string{p.rule(s.Rule)}})
	}
	f.add(p.body(s.Body))
	switch {
	case p.at.Tour > 0 && s.Footer.H > 0:
		f.add(pane{lines: p.caption(s.Footer.W, s.FootRule.H+s.Footer.H)})
	case s.FootRule.H > 0:
		f.add(pane{lines: []string{p.rule(s.FootRule), p.footer(s.Footer)}})
	case s.Footer.H > 0:
		f.add(pane{lines: []string{p.footer(s.Footer)}})
	}
	if p.at.Card != place.NoCard {
		f = p.withCard(f, s.Body)
	}
	if p.in.ASCII {
		fold := text.Plain()
		for i, l := range f.Lines {
			f.Lines[i] = fold.Replace(l)
		}
	}
	for i, l := range f.Lines {
		f.Lines[i] = p.style.Ground.Over(l)
	}
	return f
}

func (f *Frame) add(p pane) {
	f.Lines = append(f.Lines, p.lines...)
	f.Hits = append(f.Hits, p.hits...)
}

// body draws the view with a margin of one column where there is room.
func (p Page) body(a Area) pane {
	if tiny(p.in) {
		return p.tinyBody(a)
	}
	inner := a.margin(1)
	out := p.view().body(p, inner)
	for i, l := range out.lines {
		out.lines[i] = " " + l + " "
	}
	return out
}

func (p Page) rule(a Area) string {
	return p.style.Page.Rule.Paint(strings.Repeat(lineGlyph, a.W))
}

func (p Page) header(a Area) string {
	s := p.style.Page
	left := p.line()
	left.put(s.Text, " ").put(s.Accent, p.data.Home.Name.ZH).put(s.Text, " ").put(s.Strong, p.data.Heading.In(p.in.Lang))
	audit := p.data.Audit()
	right := p.line()
	for _, count := range []string{
		p.text.Count(p.text.Figures, audit.Figures), p.text.Count(p.text.Sources, audit.Sources),
		fmt.Sprintf(p.text.AsOf, audit.Newest.Short()), p.text.Tag,
	} {
		right.put(s.Muted, "   "+count)
	}
	if left.w+right.w+1 > a.W {
		right = p.line()
		right.put(s.Muted, " "+p.text.Tag)
	}
	left.to(s.Text, a.W-right.w-1)
	left.drawn(right.String(), right.w).put(s.Text, " ")
	return chart.Fit(left.String(), a.W)
}

// tabs draws the tab bar. Where the names do not fit, only the open one is
// spelled out.
func (p Page) tabs(a Area) pane {
	out, w := p.tabLine(a, true)
	if w > a.W {
		out, _ = p.tabLine(a, false)
	}
	out.lines[0] = chart.Fit(out.lines[0], a.W)
	return out
}

func (p Page) tabLine(a Area, names bool) (pane, int) {
	views := place.Views()
	out := pane{hits: make([]Hit, 0, len(views))}
	l := p.line().put(p.style.Page.Text, " ")
	for i, v := range views {
		digit, name := string(rune('0'+i)), p.text.Views[i]
		from := l.w
		switch {
		case v == p.at.View:
			l.put(p.style.ActiveTab, " "+digit+" "+name+" ")
		case names:
			l.put(p.style.Page.Muted, " "+digit+" ").put(p.style.Tab, name+" ")
		default:
			l.put(p.style.Tab, " "+digit+" ")
		}
		out.hits = append(out.hits, Hit{Area{a.X + from, a.Y, l.w - from, 1}, place.Place{View: v}})
		if names {
			l.put(p.style.Page.Text, " ")
		}
	}
	out.lines = []string{l.String()}
	return out, l.w
}

// footer says what the keys do here, the most useful first, as far as there
// is room; help is always among them.
func (p Page) footer(a Area) string {
	s := p.style.Page
	hints, always := p.view().hints, []keymap.Action{keymap.ShowHelp, keymap.CloseOrQuit}
	switch {
	case p.at.Card.Typing(): // which takes the letters of all others
		hints, always = nil, []keymap.Action{keymap.OpenItem, keymap.CloseTop}
	case p.at.Card != place.NoCard:
		hints, always = []keymap.Action{keymap.MoveDown}, []keymap.Action{keymap.CloseTop, keymap.ShowHelp}
		if p.at.Card == place.ExportCard || p.openFromCard() != p.at.Closed() {
			hints = append(hints, keymap.OpenItem)
		}
	case p.at.Sub != "":
		hints = slices.Insert(slices.Clone(hints), 1, keymap.CloseTop)
	}
	keys := keymap.For(p.in.Lang)
	hint := func(do keymap.Action) *line {
		for i := range keys {
			if keys[i].Action == do {
				shown, _, _ := strings.Cut(keys[i].Binding.Help().Key, " ")
				return p.line().put(s.Accent, shown).put(s.Label, " "+keys[i].Short)
			}
		}
		return p.line()
	}
	last := []*line{hint(always[0]), hint(always[1])}
	room := a.W - 1 - last[0].w - last[1].w - 3
	l := p.line().put(s.Text, " ")
	for _, do := range hints {
		if h := hint(do); l.w+h.w+3 <= room && (p.at.Card != place.NoCard || p.Enabled(do)) {
			l.drawn(h.String(), h.w).put(s.Text, "   ")
		}
	}
	l.drawn(last[0].String(), last[0].w).put(s.Text, "   ").drawn(last[1].String(), last[1].w)
	return chart.Fit(l.String(), a.W)
}

func (p Page) line() *line { return &line{more: moreGlyph} }
