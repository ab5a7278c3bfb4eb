package screen

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// cardWidth is how wide the text of a card is: as wide as reads well.
func (p Page) cardWidth() int {
	reads := 74
	if p.at.Card == place.HelpCard {
		reads = 2*reads - 30 // in two columns
	}
	return max(1, min(p.in.Width-6, reads))
}

// cardText is the text of a card that is read.
func (p Page) cardText() []entry {
	switch p.at.Card {
	case place.SourceCard:
		return p.sourceCard(p.cardWidth())
	case place.HelpCard:
		return p.helpCard(p.cardWidth())
	case place.CiteCard, place.GBTCard, place.BibTeXCard, place.LinkCard:
		return p.copiedCard(p.cardWidth())
	case place.RoomCard:
		return p.howToPresent(p.cardWidth())
	case place.NoCard, place.SearchCard, place.PaletteCard, place.ExportCard, place.FilterCard, place.CodeCard, place.BasketCard:
	}
	return nil
}

// cardRoom is how many lines of a card fit.
func (p Page) cardRoom() int { return max(1, p.areas().Body.H-2) }

// cardPage is how far a page down leads on the open card: to the line after the last one
// seen, or to choices of which the first was seen before.
func (p Page) cardPage() int {
	if choices, ok := p.Choices(); ok {
		_, rows, _ := p.choiceParts(choices)
		return max(1, rows-1)
	}
	return p.cardRoom()
}

// cardScroll bounds how far a card is scrolled, or which of its rows the
// cursor is on.
func (p Page) cardScroll(to int) int {
	if choices, ok := p.Choices(); ok {
		return max(0, min(to, choices.Len-1))
	}
	return p.scrolledTo(to, height(p.cardText()))
}

// scrolledTo bounds how far a card of so many lines is scrolled.
func (p Page) scrolledTo(to, lines int) int { return max(0, min(to, lines-p.cardRoom())) }

// cardParts are the parts of the open card from line top on, how many lines of
// them there is room for, and where these are in the whole if they are not all of
// it.
func (p Page) cardParts() (parts []entry, top, lines int, note string) {
	if choices, ok := p.Choices(); ok {
		parts = p.choiceCard(choices)
		return parts, 0, height(parts), ""
	}
	parts = p.cardText()
	all, room := height(parts), p.cardRoom()
	top = p.scrolledTo(p.at.Scroll, all)
	if lines = min(all, room); all > room {
		note = " " + p.text.Lines(top+1, top+lines, all) + " "
	}
	return parts, top, lines, note
}

// card draws the open card over the middle of the body. What lies under a card
// can't be clicked: a click beside it closes it.
func (p Page) card(c cell.Canvas, body Area) {
	parts, top, lines, note := p.cardParts()
	if lines == 0 {
		return
	}
	w, edge := p.cardWidth(), p.style.CardEdge
	h := lines + 2
	box := c.Area((p.in.Width-w-4)/2, body.Y+max(0, (body.H-h)/2), w+4, h)
	if p.onPanel() { // in its place
		p.panelArea(body.of(c).Margin(1)).Fill(0)
		box = c.Area(p.in.Width-w-4, body.Y, w+4, h)
	}
	p.hit(c, p.at.Closed())
	p.hit(box, p.at)

	box.Fill(0)
	box.Put(0, 0, edge, "╭"+strings.Repeat(lineGlyph, w+2)+"╮")
	for y := range lines {
		box.Put(0, 1+y, edge, ruleGlyph)
		box.Put(w+3, 1+y, edge, ruleGlyph)
	}
	p.window(box.Area(2, 1, w, lines), w, parts, top, "", nil)
	if p.at.Card == place.SourceCard && top == 0 && p.pointsAt(cmp.Or(p.at.Sub, p.at.Item)) { // its title is what is spoken of
		box.Put(1, 1, p.style.Page.Accent, markGlyph)
	}
	bottom := strings.Repeat(lineGlyph, max(0, w+2-cell.Width(note)))
	box.Put(0, h-1, edge, "╰"+bottom+cell.Truncate(note, w+2, "")+"╯")
}

// capital returns words as a title begins.
func capital(words string) string {
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[n:]
}

// sourceCard tells where what is under the cursor comes from.
func (p Page) sourceCard(w int) []entry { return p.cardOf(report.Card(p.data, p.at, p.text), w) }

// cardWriter writes a card's lines: labels at the left, wrapped text beside.
type cardWriter struct {
	p     *Page
	w     int
	label int // width of the labels
	parts []entry
}

func (p Page) labelWidth() int {
	w := 0
	for _, l := range p.text.Card.All() {
		w = max(w, cell.Width(l))
	}
	return w + 2
}

// draw adds a line.
func (c *cardWriter) draw(draw func(on cell.Canvas)) {
	c.parts = append(c.parts, entry{height: 1, draw: func(_ *theme.Styles, on cell.Canvas) { draw(on) }})
}

// text adds a line of one style.
func (c *cardWriter) text(s cell.Style, text string) {
	p := c.p
	c.draw(func(on cell.Canvas) { p.line(on).Cell(s, text, on.W) })
}

func (c *cardWriter) blank() { c.parts = append(c.parts, blank()) }

func (c *cardWriter) title(text, value string) {
	p, s := c.p, c.p.style.Page
	value = cell.Truncate(value, c.w/2, moreGlyph)
	n := cell.Width(value)
	for i, l := range cell.Wrap(text, c.w-n-2) {
		c.draw(func(on cell.Canvas) {
			out := p.line(on).Cell(s.Strong, l, on.W-n)
			if i == 0 {
				out.Right(s.Strong, value, n)
			}
		})
	}
	c.blank()
}

func (c *cardWriter) rule() {
	c.blank()
	c.text(c.p.style.Page.Rule, strings.Repeat(lineGlyph, c.w))
}

// leading writes a row whose text leads to an address, if there is one.
func (c *cardWriter) leading(label, text, address string) {
	p, s := c.p, c.p.style.Page
	if c.w < 2*c.label { // no room for two columns
		if text != "" {
			c.text(s.Muted, cell.Truncate(label, c.w, moreGlyph))
		}
		for _, l := range cell.Wrap(text, c.w) {
			c.draw(func(on cell.Canvas) { p.leading(on, address).Put(0, 0, s.Text, l) })
		}
		return
	}
	at := c.label
	for _, l := range cell.Wrap(text, c.w-at) {
		shown := label
		c.draw(func(on cell.Canvas) {
			p.line(on).Cell(s.Muted, shown, at)
			p.leading(on, address).Put(at, 0, s.Text, l)
		})
		label = ""
	}
}

// conflict tells what the other sources say, and why one is used.
func (c *cardWriter) conflict(of *model.Conflict, beside *model.Figure) {
	p, s := c.p, c.p.style.Page
	c.blank()
	c.draw(func(on cell.Canvas) {
		p.line(on).Put(s.Conflict, conflicted+" ").Put(s.Strong, of.Name.In(p.in.Lang))
	})
	c.parts = append(c.parts, p.conflictRows(of, beside, c.w)...)
	for _, l := range cell.Wrap(of.Reason.In(p.in.Lang), c.w-2) {
		c.text(s.Label, "  "+l)
	}
}
