package screen

import (
	"fmt"
	"slices"
	"strings"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// Choice is a row of a card to choose from: search results, actions, forms of
// export. Choosing it leads to a place, does an action, or saves a form.
type Choice struct {
	Name, Note string
	To         place.Place
	Do         keymap.Action
	Save, Copy report.Format // of the view, to a file or to the clipboard
	Command    string        // that prints what Save saves, and Copy copies
	Words      []string      // of the query, shown where they are in Name and Note
	Value      bool          // Note is a value and its period, for which the name is cut
	Wish       place.Wish
}

// Choices are the rows of a card to choose from. Most are never seen, and worded
// only when they are.
type Choices struct {
	Len int
	At  func(i int) Choice
}

// Choices returns the rows of the open card; false if it is a card to be read.
func (p Page) Choices() (Choices, bool) {
	var all []Choice
	switch p.at.Card {
	case place.SearchCard:
		return p.searchChoices(), true
	case place.PaletteCard:
		return p.paletteChoices(), true
	case place.ExportCard:
		all = p.exportChoices()
	case place.BasketCard:
		all = p.keptChoices()
	case place.CodeCard:
	case place.RoomCard:
		if all = p.roomChoices(); all == nil {
			return Choices{}, false
		}
	case place.NoCard, place.SourceCard, place.HelpCard, place.CiteCard, place.GBTCard, place.BibTeXCard, place.LinkCard, place.FilterCard:
		return Choices{}, false
	}
	return Choices{len(all), func(i int) Choice { return all[i] }}, true
}

// Chosen returns the choice under the cursor; false if there is none.
func (p Page) Chosen() (Choice, bool) {
	all, _ := p.Choices()
	return p.under(all)
}

// under returns the one of all choices that is under the cursor.
func (p Page) under(all Choices) (Choice, bool) {
	if all.Len == 0 {
		return Choice{}, false
	}
	return all.At(max(0, min(p.at.Scroll, all.Len-1))), true
}

// choiceLines is how many lines a card of choices has at the most.
const choiceLines = 16

// choiceCard draws what was typed, and the choices with one under the cursor.
func (p Page) choiceCard(all Choices) []entry {
	above, rows, below := p.choiceParts(all)
	list := entry{height: rows, draw: func(_ *theme.Styles, on cell.Canvas) {
		if all.Len == 0 {
			p.window(on, on.W-gutter, []entry{p.paragraph(p.noChoice(), p.cardWidth()-gutter)}, 0, "", nil)
			return
		}
		p.choiceRows(on, all)
	}}
	return slices.Concat(above, []entry{list}, below)
}

// choiceParts are what stands above and below the choices, and how many lines these have.
func (p Page) choiceParts(all Choices) (above []entry, lines int, below []entry) {
	w, s := p.cardWidth(), p.style.Page
	c := cardWriter{p: &p, w: w}
	c.draw(p.choiceHead)
	c.blank()
	if p.at.Card == place.ExportCard {
		for _, l := range cell.Wrap(p.exportHint(), w) {
			c.text(s.Label, l)
		}
		c.blank()
	}
	note := ""
	if p.at.Card == place.SearchCard {
		note = p.searchNote()
	}
	for _, l := range cell.Wrap(note, w) {
		c.text(s.Label, l)
	}
	rows := all.Len
	if rows == 0 {
		rows = p.paragraph(p.noChoice(), w-gutter).height
	}
	below = slices.Concat(p.exportCommand(all, w), p.keptBelow(all, w), p.roomAddress(w))
	if p.at.Card == place.ExportCard && p.cardRoom() < height(c.parts)+all.Len+height(below) { // the forms come first
		c.parts, below = c.parts[:1], below[1:2]
		if p.cardRoom() < all.Len+2 {
			c.parts = nil
		}
	}
	h := min(p.cardRoom(), choiceLines) - height(c.parts) - height(below)
	if !p.at.Card.Typing() { // what is typed into keeps its size
		h = min(h, rows)
	}
	return c.parts, max(1, h), below
}

// choiceRows draws the choices of which one sees, the one under the cursor in the
// middle as far as the ends allow.
func (p Page) choiceRows(c cell.Canvas, all Choices) {
	top := max(0, min(min(p.at.Scroll, all.Len-1)-(c.H-1)/2, all.Len-c.H))
	seen := make([]entry, 0, c.H)
	for i := top; i < min(top+c.H, all.Len); i++ {
		seen = append(seen, p.choiceRow(all, i))
	}
	p.window(c, c.W-gutter, seen, 0, underCursor, nil)
	p.scrollbar(c, top, all.Len)
}

// noChoice is what a card says that has nothing to choose.
func (p Page) noChoice() string {
	switch p.at.Card {
	case place.BasketCard:
		return p.text.Say.KeptNone
	case place.CodeCard:
		return p.codeHint()
	case place.SearchCard:
		return p.text.Say.SearchHint
	case place.PaletteCard:
		return fmt.Sprintf(p.text.Say.FoundNone, p.quotedQuery())
	case place.ExportCard, place.RoomCard, place.NoCard, place.SourceCard, place.HelpCard, place.CiteCard, place.GBTCard, place.BibTeXCard, place.LinkCard, place.FilterCard:
	}
	return p.text.Say.NothingHere
}

func (p Page) choiceHead(c cell.Canvas) {
	s, l := p.style.Page, p.line(c)
	switch p.at.Card {
	case place.SearchCard:
		count := p.foundCount()
		if p.at.Status != "" {
			count = ""
		}
		p.field(l.Put(s.Accent, "/ "), c.W-cell.Width(count))
		c.Put(c.W-cell.Width(count), 0, s.Muted, count)
	case place.PaletteCard:
		p.field(l.Put(s.Accent, ": "), c.W)
	case place.ExportCard:
		l.Put(s.Strong, capital(p.text.Actions.Export.Long))
	case place.BasketCard:
		l.Put(s.Strong, p.keptStatus())
	case place.CodeCard:
		l.Put(s.Label, p.text.Room.Code+"  ").Put(s.Strong, p.at.Query).Put(s.Accent, cursorGlyph)
	case place.RoomCard:
		l.Put(s.Strong, fmt.Sprintf(p.text.Room.Card, p.in.Room.Code))
	case place.NoCard, place.SourceCard, place.HelpCard, place.CiteCard, place.GBTCard, place.BibTeXCard, place.LinkCard, place.FilterCard:
	}
}

// field draws what is typed, the caret in it, and at the right what was said of
// it. If not all has room it is cut at its beginning, or else behind the caret.
func (p Page) field(l *cell.Line, w int) {
	s := p.style.Page
	if p.at.Status != "" {
		w -= cell.Width(p.at.Status) + 1
	}
	typed := []rune(p.at.Query)
	n := len(typed) - min(p.at.Caret, len(typed))
	before, after := typed[:n], string(typed[n:])
	cut := ""
	for len(before) > 0 && l.X()+cell.Width(cut+string(before))+min(cell.Width(after), caretRoom)+1 > w {
		cut, before = moreGlyph, before[1:]
	}
	l.Put(s.Muted, cut).Put(s.Strong, string(before))
	if after == "" {
		l.Put(s.Accent, cursorGlyph)
	} else {
		under := cell.Truncate(after, 1, "")
		if under == "" { // a wide character
			under = cell.Truncate(after, 2, "")
		}
		l.Put(p.style.ActiveTab, under).Put(s.Strong, cell.Truncate(after[len(under):], max(0, w-l.X()), moreGlyph))
	}
	if p.at.Status != "" {
		l.To(s.Text, w+1).Put(s.Conflict, p.at.Status)
	}
}

// caretRoom is how many cells after the caret stay in view.
const caretRoom = 8

const underCursor = "cursor"

func (p *Page) choiceRow(all Choices, i int) entry {
	e := entry{height: 1, draw: func(s *theme.Styles, c cell.Canvas) {
		choice := all.At(i)
		if p.at.Card == place.ExportCard { // file names are read from the left
			p.line(c).Cell(s.Text, choice.Name, formatWidth).Cell(s.Muted, choice.Note, c.W-formatWidth)
			return
		}
		note, value := choice.Note, ""
		least := c.W * 2 / 5
		if choice.Value {
			least = c.W * 2 / 3
		}
		n := min(cell.Width(note), max(least, c.W-cell.Width(choice.Name)-1))
		if i := strings.LastIndex(note, "  "); i > 0 && cell.Width(note[i:]) < n { // which stays
			note, value = note[:i], note[i:]
			n -= cell.Width(value)
		}
		noted := excerptOf(note, choice.Words, n)
		n = min(noted.width(), n)
		l := p.line(c)
		putHits(l, s.Text, s.Strong, choice.Name, choice.Words, c.W-n-cell.Width(value)-1)
		l.Put(s.Text, " ")
		noted.put(l, s.Muted, s.Strong, n)
		putHits(l, s.Muted, s.Strong, value, choice.Words, cell.Width(value))
	}}
	if i == min(p.at.Scroll, all.Len-1) {
		e.id = underCursor
	}
	return e
}
