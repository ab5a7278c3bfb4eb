package screen

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
	"anhui-tui/tui/theme"
)

// glyphs of the frame; ASCII viewports have them replaced one for one, like
// all others, when the frame is done.
const (
	ruleGlyph  = "│"
	thumbGlyph = "┃"
	lineGlyph  = "─"
	openGlyph  = "━"

	foldedGlyph, unfoldedGlyph = "▸", "▾"

	chipGlyph   = "▌"
	moreGlyph   = "…"
	conflicted  = report.ConflictMark
	secondHand  = report.SecondHandMark
	cursorGlyph = "▏"
)

// Frame draws the page: tabs, the view's body, footer, and a card over
// them if one is open.
func (p Page) Frame() Frame {
	var hits []Hit
	p.hits = &hits
	f := p.Cells()
	f.Hits = hits
	return f
}

// Cells draws the page as Frame does, and leaves open what a click means.
func (p Page) Cells() Frame {
	if below, ok := p.Below(); ok {
		below.hits = nil // what lies under a card can't be clicked
		return p.Over(below.Cells().Frame)
	}
	f := Frame{Frame: cell.NewFrame(p.in.Width, p.in.Height), Title: p.windowTitle()}
	p.mark = new(point)
	c, s := f.Canvas(), p.areas()
	p.rule(s.Rule.of(c))
	p.tabs(s.Tabs.of(c), s.Rule.of(c))
	p.body(s.Body.of(c))
	p.drawMark(c)
	p.rule(s.FootRule.of(c))
	note := s.FootRule.of(c)
	if p.captioned(s) {
		p.caption(s.Footer.of(c))
	} else {
		_, note = note.Left(p.status(note))
		p.footer(s.Footer.of(c))
	}
	if p.in.Room.Role == place.NoRole { // else the status says it
		p.filterNote(note)
	}
	p.finish(f.Frame)
	return f
}

// Below returns the page that the open card lies over; false if none is open.
func (p Page) Below() (Page, bool) {
	if p.at.Card == place.NoCard {
		return p, false
	}
	p.at.Card, p.at.Scroll, p.at.Query, p.at.Status = place.NoCard, 0, "", ""
	return p, true
}

// Over draws the page's card, as Cells does, over a copy of the frame of the page below.
func (p Page) Over(below *cell.Frame) Frame {
	f := Frame{Frame: below.Clone(), Title: p.windowTitle()}
	c, s := f.Canvas(), p.areas()
	if p.at.Card == place.FilterCard { // which lies on the footer: one sees the list
		p.filterLine(s.Footer.of(c))
		p.finish(f.Frame)
		return f
	}
	p.card(c, s.Body)
	if !p.captioned(s) { // after the card, under which nothing can be clicked
		foot := s.Footer.of(c)
		foot.Fill(0)
		p.footer(foot)
	}
	p.finish(f.Frame)
	return f
}

// windowTitle names the place, without what is kept, which may be long.
func (p Page) windowTitle() string {
	p.at.Keep = ""
	return p.text.WindowTitle(p.at.Link())
}

// captioned reports whether the tour speaks where the footer is.
func (p Page) captioned(s screen) bool { return p.at.Tour > 0 && s.Footer.H > 0 }

// finish makes the glyphs and the ground of a drawn frame those of the viewport.
func (p Page) finish(f *cell.Frame) {
	if p.in.ASCII {
		f.Map(text.PlainRune)
	}
	f.Canvas().Ground(p.style.Ground)
	if p.in.Ground {
		f.Canvas().Ground(theme.Ground(p.in.Theme, p.in.Colors))
	}
}

// line returns a line to write on the first line of c.
func (p Page) line(c cell.Canvas) *cell.Line { return c.Text(moreGlyph) }

// hit makes a click on what is seen of c lead to a place.
func (p Page) hit(c cell.Canvas, to place.Place) {
	if x, y, w, h := c.Visible(); w > 0 && h > 0 && p.hits != nil {
		*p.hits = append(*p.hits, Hit{Area: Area{x, y, w, h}, Place: to})
	}
}

// key makes a click on what is seen of c what a key is.
func (p Page) key(c cell.Canvas, do keymap.Action) {
	if x, y, w, h := c.Visible(); w > 0 && h > 0 && p.hits != nil {
		*p.hits = append(*p.hits, Hit{Area: Area{x, y, w, h}, Do: do})
	}
}

// body draws the view with a margin of one column where there is room.
func (p Page) body(c cell.Canvas) {
	if tiny(p.in) {
		p.tinyBody(c)
		return
	}
	c = p.panel(c.Margin(1))
	p.in.Width = c.W + 2 // it is laid out as on a screen of its own
	p.view().body(p, c)
}

func (p Page) rule(c cell.Canvas) { c.Put(0, 0, p.style.Page.Rule, strings.Repeat(lineGlyph, c.W)) }

// tabs draws the line of the tabs, after the brand and before what the dataset
// has, as far as there is room. The rule below is heavy under the open tab; without
// a rule the tab is on a ground of its own.
func (p Page) tabs(c, rule cell.Canvas) {
	s, brand, right := p.style.Page, p.brand(), " "+p.text.Tag+" "
	t := tabLine{gap: 2, names: true}
	room := c.W - 1 - cell.Width(right)
	all, one, whole := p.tabsWidth(t), cell.Width(brand)+brandGap, brand+" "+p.data.Heading.In(p.in.Lang)
	switch {
	case cell.Width(whole)+brandGap+all+cell.Width(p.has()[0])+2 <= room:
		brand = whole
	case one+all <= room:
	case one+all-len(place.Views()) <= room:
		t.gap = 1
	case all-len(place.Views()) <= room:
		brand, t.gap = "", 1
	default:
		brand, t = "", tabLine{gap: 1}
	}
	l := p.line(c).Put(s.Text, " ").Put(s.Accent, brand)
	if brand != "" {
		l.To(s.Text, l.X()+brandGap)
	}
	p.tabsOn(l, c, rule, t)
	for _, has := range p.has() {
		if w := cell.Width(has) + 2 + cell.Width(right); l.X()+w <= c.W {
			right = has + " ·" + right
			break
		}
	}
	l.To(s.Text, c.W-cell.Width(right)).Put(s.Muted, right)
	tag := cell.Width(p.text.Tag) + 2
	p.key(c.Area(c.W-tag, 0, tag, 1), keymap.SwitchLanguage)
}

const brandGap = 3

// brand is what the dataset is about.
func (p Page) brand() string {
	if p.in.ASCII {
		return p.data.Home.Name.EN
	}
	return p.data.Home.Name.ZH
}

// has says how much the dataset has and as of when, the fullest first.
func (p Page) has() []string {
	audit := p.data.Audit()
	figures, asOf := p.text.Count(p.text.Figures, audit.Figures), fmt.Sprintf(p.text.AsOf, audit.Newest.Short())
	const dot = " · "
	return []string{
		figures + dot + p.text.Count(p.text.Sources, audit.Sources) + dot + asOf, figures + dot + asOf, asOf,
	}
}

// tabLine is how tabs are set: so far apart, and with all names or only that of the
// open one.
type tabLine struct {
	gap   int
	names bool
}

func (t tabLine) text(p Page, v place.View) (digit, name string) {
	digit = strconv.Itoa(int(v))
	if t.names || v == p.at.View {
		name = " " + p.text.Views[v]
	}
	return digit, name
}

func (p Page) tabsWidth(t tabLine) int {
	w := 0
	for _, v := range place.Views() {
		digit, name := t.text(p, v)
		w += cell.Width(digit+name) + t.gap
	}
	return w
}

func (p Page) tabsOn(l *cell.Line, c, rule cell.Canvas, t tabLine) {
	for _, v := range place.Views() {
		digit, name := t.text(p, v)
		from := l.X()
		switch {
		case v != p.at.View:
			l.Put(p.style.Page.Muted, digit).Put(p.style.Tab, name)
		case rule.H == 0:
			l.Put(p.style.ActiveTab, digit+name)
		default:
			l.Put(p.style.Page.Accent, digit).Put(p.style.Page.Strong, name)
			rule.Put(from, 0, p.style.Page.Accent, strings.Repeat(openGlyph, l.X()-from))
		}
		p.hit(c.Area(from, 0, l.X()-from, 1), place.Place{View: v})
		l.Put(p.style.Page.Text, strings.Repeat(" ", t.gap))
	}
}

// hint is how the footer says what a key does.
type hint struct{ key, does string }

func (h hint) width() int { return cell.Width(h.key) + 1 + cell.Width(h.does) }

// mostHints is how many actions the footer names beside those it always does: more are
// not read.
const mostHints = 8

// wideFooter is the width from which the footer names how to search and to export
// everywhere, which are of no view, and roomyFooter that from which hints are further
// apart.
const (
	wideFooter  = 80
	roomyFooter = 100
)

// footer says what the keys do here: the most useful, as far as there is room, in the
// groups of the help, with a dot between them; help is always among them.
func (p Page) footer(c cell.Canvas) {
	s := p.style.Page
	actions, always := p.hints()
	l := p.line(c).Put(s.Text, " ")
	if p.in.Height < tallScreen { // there is no rule for it
		p.statusIn(l, max(0, c.W-1-len(hintGap)-p.hintsWidth(nil, always)-l.X()))
	}
	named := make([]keymap.Action, 0, mostHints)
	if c.W >= wideFooter && p.at.Card == place.NoCard && p.in.Room.Role == place.NoRole {
		named = append(named, keymap.StartSearch, keymap.ShowExport)
	}
	for _, do := range actions {
		if slices.Contains(named, do) || p.at.Card == place.NoCard && !p.enabled(do) {
			continue
		}
		more := append(slices.Clone(named), do)
		slices.SortStableFunc(more, func(a, b keymap.Action) int {
			return cmp.Or(cmp.Compare(a.Group(), b.Group()), cmp.Compare(slices.Index(actions, a), slices.Index(actions, b)))
		})
		if len(more) <= mostHints && l.X()+p.hintsWidth(more, always) <= c.W {
			named = more
		}
	}
	all := slices.Concat(named, always)
	for i, do := range all {
		l.Put(s.Rule, p.beforeHint(all, i, len(named)))
		h, from := p.hintOf(do), l.X()
		l.Put(s.Accent, h.key).Put(s.Label, " "+h.does)
		p.key(c.Area(from, 0, l.X()-from, 1), do)
	}
}

const hintGap = "  "

// beforeHint is what stands before the ith of the hints, of which so many are not those
// always there: a dot between groups.
func (p Page) beforeHint(all []keymap.Action, i, named int) string {
	switch {
	case i == 0:
		return ""
	case !p.in.ASCII && (i == named || i < named && all[i].Group() != all[i-1].Group()): // in ASCII it were a key
		return " \u00b7 "
	case p.in.Width >= roomyFooter:
		return hintGap + " "
	}
	return hintGap
}

// hintsWidth is how wide hints are, with what stands between them.
func (p Page) hintsWidth(named, always []keymap.Action) int {
	w := 0
	all := slices.Concat(named, always)
	for i, do := range all {
		w += cell.Width(p.beforeHint(all, i, len(named))) + p.hintOf(do).width()
	}
	return w
}

// hints are the actions the footer names where there is room, the most useful
// first, and the two it always names.
func (p Page) hints() (actions, always []keymap.Action) {
	switch {
	case p.at.Card.Typing(): // which takes the letters of all others
		return nil, []keymap.Action{keymap.OpenItem, keymap.CloseTop}
	case p.at.Card != place.NoCard:
		actions = []keymap.Action{keymap.MoveDown}
		if p.at.Card == place.BasketCard && p.at.Keep != "" {
			return append(actions, keymap.OpenItem, keymap.CopyFigure, keymap.KeepFigure), []keymap.Action{keymap.CloseTop, keymap.ShowHelp}
		}
		if p.at.Card == place.ExportCard || p.openFromCard() != p.at.Closed() {
			actions = append(actions, keymap.OpenItem)
		}
		return actions, []keymap.Action{keymap.CloseTop, keymap.ShowHelp}
	}
	actions = p.roomHints(p.view().hints)
	if p.at.Sub != "" {
		actions = slices.Insert(slices.Clone(actions), 1, keymap.CloseTop)
		if word := p.asideWord(); word == p.text.Aside.Growth || word == p.text.Aside.Value { // which is not seen
			actions = slices.Insert(slices.DeleteFunc(actions, func(do keymap.Action) bool { return do == keymap.MoveRight }), 1, keymap.MoveRight)
		}
	}
	return actions, []keymap.Action{keymap.ShowHelp, keymap.CloseOrQuit}
}

// asideWord is what ← and → lead to from the cursor; "" if to other tabs.
func (p Page) asideWord() string {
	t := &p.text.Aside
	switch {
	case !nav.HasAside(p.at.View):
		return ""
	case p.onMap():
		return t.Cities
	case p.at.View == place.Trends && nav.Charted(p.data, p.at):
		return t.Years
	case p.at.Sub == "":
		return t.Detail
	case nav.Aside(p.data, p.at, p.in.Lang, -1).Sub != "": // from growth beside it
		return t.Value
	case nav.Aside(p.data, p.at, p.in.Lang, 1).Sub != p.at.Sub:
		return t.Growth
	}
	return t.List
}

func (p Page) hintOf(do keymap.Action) hint {
	for _, k := range keymap.For(p.in.Lang) {
		if k.Action == do {
			key, _, _ := strings.Cut(k.Binding.Help().Key, " ")
			if do == keymap.SwitchLanguage { // the other's name in itself, where it can be shown
				return hint{key, p.text.Actions.Language.Short}
			}
			if do == keymap.MoveRight {
				return hint{key, cmp.Or(p.asideWord(), k.Short)}
			}
			return hint{key, p.roomWord(do, k.Short)}
		}
	}
	return hint{}
}
